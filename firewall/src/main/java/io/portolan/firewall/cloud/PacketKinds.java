package io.portolan.firewall.cloud;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.packets.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What packets a rule matches, in a form that is quick to intersect.
 *
 * @param shapes the packets, by protocol
 * @param others whether packets of every protocol match that has neither ports nor types of ICMP
 */
public record PacketKinds(ImmutableList<Shape> shapes, boolean others) {
    private static final ImmutableList<IpProtocol> SELECTING =
            ImmutableList.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6);

    private static final PacketKinds ALL =
            new PacketKinds(SELECTING.stream().map(Shape::all).collect(ImmutableList.toImmutableList()), true);

    private static final PacketKinds WITHOUT_PORTS =
            new PacketKinds(ImmutableList.of(Shape.all(IpProtocol.ICMP), Shape.all(IpProtocol.ICMPV6)), true);

    private static final int PROTOCOLS = 256;

    /**
     * Refuses null.
     *
     * @param shapes the packets, by protocol
     * @param others whether packets of every protocol match that has neither ports nor types of ICMP
     */
    public PacketKinds {
        requireNonNull(shapes, "shapes");
    }

    /**
     * Returns packets of every protocol.
     *
     * @return all packets
     */
    public static PacketKinds all() {
        return ALL;
    }

    /**
     * Returns packets of every protocol that has no ports.
     *
     * @return all but TCP and UDP
     */
    public static PacketKinds withoutPorts() {
        return WITHOUT_PORTS;
    }

    /**
     * Returns the packets of transports.
     *
     * @param transports transports; none stands for every protocol
     * @return the packets
     */
    public static PacketKinds of(List<Transport> transports) {
        return transports.isEmpty()
                ? ALL
                : new PacketKinds(
                        transports.stream().map(Shape::of).distinct().collect(ImmutableList.toImmutableList()), false);
    }

    /**
     * Returns the packets that both match.
     *
     * @param other what another rule matches
     * @return the packets, empty if there are none
     */
    public Optional<PacketKinds> intersection(PacketKinds other) {
        if (equals(ALL) || equals(other)) {
            return Optional.of(other);
        }
        if (other.equals(ALL)) {
            return Optional.of(this);
        }
        Set<Shape> both = new LinkedHashSet<>();
        for (Shape left : shapes) {
            for (Shape right : other.shapes) {
                left.intersection(right).ifPresent(both::add);
            }
            if (other.others && isPlain(left.protocol())) {
                both.add(left);
            }
        }
        if (others) {
            other.shapes.stream().filter(shape -> isPlain(shape.protocol())).forEach(both::add);
        }
        boolean bothOthers = others && other.others;
        return both.isEmpty() && !bothOthers
                ? Optional.empty()
                : Optional.of(new PacketKinds(ImmutableList.copyOf(both), bothOthers));
    }

    private static boolean isPlain(IpProtocol protocol) {
        return !SELECTING.contains(protocol);
    }

    /**
     * Returns the packets as rules list them.
     *
     * @return transports, none for every protocol
     */
    public ImmutableList<Transport> transports() {
        if (equals(ALL)) {
            return ImmutableList.of();
        }
        Set<Transport> transports = new LinkedHashSet<>();
        shapes.forEach(shape -> transports.addAll(shape.transports()));
        for (int number = 0; others && number < PROTOCOLS; number++) {
            IpProtocol protocol = IpProtocol.of(number);
            if (isPlain(protocol)) {
                transports.add(Transport.ip(protocol));
            }
        }
        return ImmutableList.copyOf(transports);
    }
}
