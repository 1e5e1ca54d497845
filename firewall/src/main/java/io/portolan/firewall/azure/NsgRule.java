package io.portolan.firewall.azure;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule of a network security group.
 *
 * @param name letters, digits and hyphens, 80 at most
 * @param description the reasons
 * @param direction {@code Inbound} or {@code Outbound}
 * @param allows whether packets pass
 * @param priority 100 to 4096; the lowest that matches decides
 * @param transport what packets are, empty for all
 * @param sources where they come from
 * @param destinations where they go
 */
record NsgRule(
        String name,
        String description,
        Direction direction,
        boolean allows,
        int priority,
        Optional<Transport> transport,
        NsgEnd sources,
        NsgEnd destinations) {
    NsgRule {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(direction, "direction");
        requireNonNull(transport, "transport");
        requireNonNull(sources, "sources");
        requireNonNull(destinations, "destinations");
    }

    /** Which way packets go, as seen from what the network security group guards. */
    enum Direction {
        INBOUND("Inbound"),
        OUTBOUND("Outbound");

        private final String id;

        Direction(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    String access() {
        return allows ? "Allow" : "Deny";
    }

    /** Returns the protocol as Azure calls it. */
    String protocol() {
        return transport.map(what -> protocol(what.protocol())).orElse("*");
    }

    private static String protocol(IpProtocol protocol) {
        String name = protocol.toString();
        return Ascii.toUpperCase(name.substring(0, 1)) + name.substring(1);
    }

    ImmutableList<String> sourcePorts() {
        return ports(PortTransport::sourcePorts);
    }

    ImmutableList<String> destinationPorts() {
        return ports(PortTransport::destinationPorts);
    }

    private ImmutableList<String> ports(Function<PortTransport, PortSet> which) {
        if (transport.isPresent() && transport.get() instanceof PortTransport ports) {
            PortSet set = which.apply(ports);
            if (!set.equals(PortSet.all())) {
                return set.ranges().stream().map(PortRange::toString).collect(ImmutableList.toImmutableList());
            }
        }
        return ImmutableList.of("*");
    }
}
