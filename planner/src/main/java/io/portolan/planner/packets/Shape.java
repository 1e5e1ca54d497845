package io.portolan.planner.packets;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What packets are, in the form in which sets of packets are calculated.
 *
 * @param protocol the IP protocol
 * @param sourcePorts ports that packets come from; every number where the protocol has no ports
 * @param selectors destination ports for TCP and UDP, {@code type * 256 + code} for ICMP, and 0 alone for everything else
 */
public record Shape(IpProtocol protocol, NumberSet sourcePorts, NumberSet selectors) {
    private static final int CODES = 256;
    private static final NumberSet ONE_SELECTOR = NumberSet.of(0);

    /**
     * Returns the packets of a transport.
     *
     * @param transport a transport
     * @return its shape
     */
    public static Shape of(Transport transport) {
        if (transport instanceof PortTransport ports) {
            return new Shape(ports.protocol(), numbers(ports.sourcePorts()), numbers(ports.destinationPorts()));
        }
        if (transport instanceof IcmpTransport icmp) {
            return new Shape(icmp.protocol(), NumberSet.all(), icmpSelectors(icmp.type(), icmp.code()));
        }
        return new Shape(transport.protocol(), NumberSet.all(), ONE_SELECTOR);
    }

    /**
     * Returns every packet of a protocol.
     *
     * @param protocol a protocol
     * @return its widest shape
     */
    public static Shape all(IpProtocol protocol) {
        boolean selects = protocol.hasPorts() || isIcmp(protocol);
        return new Shape(protocol, NumberSet.all(), selects ? NumberSet.all() : ONE_SELECTOR);
    }

    /**
     * Returns the selectors of ICMP packets.
     *
     * @param type a type, or empty for every type
     * @param code a code of the type, or empty for every code
     * @return {@code type * 256 + code} for each
     */
    public static NumberSet icmpSelectors(OptionalInt type, OptionalInt code) {
        if (type.isEmpty()) {
            return NumberSet.all();
        }
        int first = type.getAsInt() * CODES;
        return code.isPresent() ? NumberSet.of(first + code.getAsInt()) : NumberSet.ofRange(first, first + CODES - 1);
    }

    /**
     * Returns ports as plain numbers.
     *
     * @param ports ports
     * @return the same numbers
     */
    public static NumberSet numbers(PortSet ports) {
        if (ports.equals(PortSet.all())) {
            return NumberSet.all();
        }
        NumberSet.Builder numbers = NumberSet.builder();
        for (PortRange range : ports.ranges()) {
            numbers.addRange(range.first(), range.last());
        }
        return numbers.build();
    }

    /**
     * Returns plain numbers as ports.
     *
     * @param numbers numbers that stand for ports
     * @return the same numbers
     */
    public static PortSet ports(NumberSet numbers) {
        if (numbers.isAll()) {
            return PortSet.all();
        }
        PortSet.Builder ports = PortSet.builder();
        for (int i = 0; i < numbers.rangeCount(); i++) {
            ports.addRange(numbers.firstOf(i), numbers.lastOf(i));
        }
        return ports.build();
    }

    /**
     * Tells whether a protocol has types and codes.
     *
     * @param protocol a protocol
     * @return whether it is ICMP or ICMPv6
     */
    public static boolean isIcmp(IpProtocol protocol) {
        return protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
    }

    /**
     * Tells whether there are no packets of this shape.
     *
     * @return whether it has no source ports or no selectors
     */
    public boolean isEmpty() {
        return sourcePorts.isEmpty() || selectors.isEmpty();
    }

    /**
     * Returns packets of the same protocol with other ports or selectors.
     *
     * @param newSourcePorts ports that packets come from
     * @param newSelectors ports that they go to, or types and codes
     * @return the shape
     */
    public Shape with(NumberSet newSourcePorts, NumberSet newSelectors) {
        return new Shape(protocol, newSourcePorts, newSelectors);
    }

    /**
     * Tells whether a packet is of both shapes.
     *
     * @param other a shape
     * @return whether they have a packet in common
     */
    public boolean intersects(Shape other) {
        return protocol == other.protocol
                && sourcePorts.intersects(other.sourcePorts)
                && selectors.intersects(other.selectors);
    }

    /**
     * Returns the packets that are of both shapes.
     *
     * @param other a shape
     * @return the packets, empty if there are none
     */
    public Optional<Shape> intersection(Shape other) {
        return intersects(other)
                ? Optional.of(
                        with(sourcePorts.intersection(other.sourcePorts), selectors.intersection(other.selectors)))
                : Optional.empty();
    }

    /**
     * Tells whether every packet of another shape is of this one.
     *
     * @param other a shape
     * @return whether the other is a part of this
     */
    public boolean contains(Shape other) {
        return protocol == other.protocol
                && sourcePorts.contains(other.sourcePorts)
                && selectors.contains(other.selectors);
    }

    /**
     * Returns the same packets as transports: one, but for several types or codes of ICMP.
     *
     * @return transports that have no packet in common
     */
    public ImmutableList<Transport> transports() {
        if (protocol.hasPorts()) {
            PortSet from = ports(sourcePorts);
            PortSet to = ports(selectors);
            return ImmutableList.of(
                    protocol == IpProtocol.TCP
                            ? Transport.tcp(to).from(from)
                            : Transport.udp(to).from(from));
        }
        return isIcmp(protocol) ? icmp() : ImmutableList.of(Transport.ip(protocol));
    }

    private ImmutableList<Transport> icmp() {
        if (selectors.isAll()) {
            return ImmutableList.of(protocol == IpProtocol.ICMP ? Transport.icmp() : Transport.icmpV6());
        }
        ImmutableList.Builder<Transport> transports = ImmutableList.builder();
        for (int i = 0; i < selectors.rangeCount(); i++) {
            int last = selectors.lastOf(i);
            for (int selector = selectors.firstOf(i); selector <= last; ) {
                int type = selector / CODES;
                if (selector % CODES == 0 && selector + CODES - 1 <= last) {
                    transports.add(protocol == IpProtocol.ICMP ? Transport.icmp(type) : Transport.icmpV6(type));
                    selector += CODES;
                } else {
                    int code = selector % CODES;
                    transports.add(
                            protocol == IpProtocol.ICMP ? Transport.icmp(type, code) : Transport.icmpV6(type, code));
                    selector++;
                }
            }
        }
        return transports.build();
    }
}
