package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What two rules have in common of the packets that they match. */
final class Transports {
    private Transports() {}

    /**
     * Returns what is in both lists, of which an empty one stands for every protocol.
     *
     * @param one transports
     * @param other transports
     * @return the transports, empty if nothing is in both
     */
    static Optional<ImmutableList<Transport>> intersection(List<Transport> one, List<Transport> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of(ImmutableList.copyOf(one.isEmpty() ? other : one));
        }
        ImmutableList.Builder<Transport> builder = ImmutableList.builder();
        for (Transport left : one) {
            for (Transport right : other) {
                intersection(left, right).ifPresent(builder::add);
            }
        }
        ImmutableList<Transport> both = builder.build();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private static Optional<Transport> intersection(Transport one, Transport other) {
        if (one.protocol() != other.protocol()) {
            return Optional.empty();
        }
        if (one instanceof PortTransport left && other instanceof PortTransport right) {
            return intersection(left, right);
        }
        if (one instanceof IcmpTransport left && other instanceof IcmpTransport right) {
            return intersection(left, right);
        }
        return Optional.of(one);
    }

    private static Optional<Transport> intersection(PortTransport one, PortTransport other) {
        PortSet from = one.sourcePorts().intersection(other.sourcePorts());
        PortSet to = one.destinationPorts().intersection(other.destinationPorts());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                one.protocol() == IpProtocol.TCP
                        ? Transport.tcp(to).from(from)
                        : Transport.udp(to).from(from));
    }

    private static Optional<Transport> intersection(IcmpTransport one, IcmpTransport other) {
        boolean disjoint = differ(one.type(), other.type()) || differ(one.code(), other.code());
        IcmpTransport narrow =
                one.type().isEmpty() || (one.code().isEmpty() && other.type().isPresent()) ? other : one;
        return disjoint ? Optional.empty() : Optional.of(narrow);
    }

    private static boolean differ(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent() && one.getAsInt() != other.getAsInt();
    }
}
