package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;

/**
 * What packets are, in the form in which sets of packets are calculated: a protocol, ports that they come from, and
 * selectors, which are destination ports for TCP and UDP, {@code type * 256 + code} for ICMP, and 0 for everything else.
 */
record Shape(IpProtocol protocol, PortSet sourcePorts, PortSet selectors) {
    private static final int CODES = 256;
    private static final PortSet ONE_SELECTOR = PortSet.of(0);

    static Shape of(Transport transport) {
        if (transport instanceof PortTransport ports) {
            return new Shape(ports.protocol(), ports.sourcePorts(), ports.destinationPorts());
        }
        if (transport instanceof IcmpTransport icmp) {
            return new Shape(icmp.protocol(), PortSet.all(), selectors(icmp));
        }
        return new Shape(transport.protocol(), PortSet.all(), ONE_SELECTOR);
    }

    /** Returns every packet of a protocol. */
    static Shape all(IpProtocol protocol) {
        boolean selects = protocol.hasPorts() || isIcmp(protocol);
        return new Shape(protocol, PortSet.all(), selects ? PortSet.all() : ONE_SELECTOR);
    }

    private static PortSet selectors(IcmpTransport icmp) {
        if (icmp.type().isEmpty()) {
            return PortSet.all();
        }
        int first = icmp.type().getAsInt() * CODES;
        return icmp.code().isPresent()
                ? PortSet.of(first + icmp.code().getAsInt())
                : PortSet.ofRange(first, first + CODES - 1);
    }

    static boolean isIcmp(IpProtocol protocol) {
        return protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
    }

    Shape with(PortSet newSourcePorts, PortSet newSelectors) {
        return new Shape(protocol, newSourcePorts, newSelectors);
    }

    boolean intersects(Shape other) {
        return protocol == other.protocol
                && sourcePorts.intersects(other.sourcePorts)
                && selectors.intersects(other.selectors);
    }

    boolean contains(Shape other) {
        return protocol == other.protocol
                && sourcePorts.contains(other.sourcePorts)
                && selectors.contains(other.selectors);
    }

    /** Returns the same packets as transports: one, but for several types or codes of ICMP. */
    ImmutableList<Transport> transports() {
        if (protocol.hasPorts()) {
            return ImmutableList.of(
                    protocol == IpProtocol.TCP
                            ? Transport.tcp(selectors).from(sourcePorts)
                            : Transport.udp(selectors).from(sourcePorts));
        }
        return isIcmp(protocol) ? icmp() : ImmutableList.of(Transport.ip(protocol));
    }

    private ImmutableList<Transport> icmp() {
        if (selectors.equals(PortSet.all())) {
            return ImmutableList.of(protocol == IpProtocol.ICMP ? Transport.icmp() : Transport.icmpV6());
        }
        ImmutableList.Builder<Transport> transports = ImmutableList.builder();
        for (PortRange range : selectors.ranges()) {
            for (int selector = range.first(); selector <= range.last(); ) {
                int type = selector / CODES;
                if (selector % CODES == 0 && selector + CODES - 1 <= range.last()) {
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
