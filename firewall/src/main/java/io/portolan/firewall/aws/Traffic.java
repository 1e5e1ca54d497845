package io.portolan.firewall.aws;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;

/**
 * What one rule of a security group says of packets: a protocol, and one range of ports or one choice of ICMP.
 *
 * @param protocol the protocol
 * @param first the first port; for ICMP {@code type * 256 + code}; 0 for all other protocols
 * @param last the last
 */
record Traffic(IpProtocol protocol, int first, int last) {
    private static final int CODES = 256;
    private static final int LAST = 0xFFFF;

    Traffic {
        requireNonNull(protocol, "protocol");
    }

    /** Returns what a transport selects, in the numbers of this class. Source ports are not looked at. */
    static PortSet selectors(Transport transport) {
        if (transport instanceof PortTransport ports) {
            return ports.destinationPorts();
        }
        if (transport instanceof IcmpTransport icmp) {
            if (icmp.type().isEmpty()) {
                return PortSet.all();
            }
            int start = icmp.type().getAsInt() * CODES;
            return icmp.code().isPresent()
                    ? PortSet.of(start + icmp.code().getAsInt())
                    : PortSet.ofRange(start, start + CODES - 1);
        }
        return PortSet.of(0);
    }

    /** Returns the fewest rules that say exactly these packets. */
    static ImmutableList<Traffic> of(IpProtocol protocol, PortSet selectors) {
        ImmutableList.Builder<Traffic> traffic = ImmutableList.builder();
        for (PortRange range : selectors.ranges()) {
            if (isIcmp(protocol)) {
                addIcmp(traffic, protocol, range);
            } else {
                traffic.add(new Traffic(protocol, range.first(), range.last()));
            }
        }
        return traffic.build();
    }

    /** Every type, one type with every code, or one code: security groups know no ranges of these. */
    private static void addIcmp(ImmutableList.Builder<Traffic> traffic, IpProtocol protocol, PortRange range) {
        if (range.size() == LAST + 1) {
            traffic.add(new Traffic(protocol, 0, LAST));
            return;
        }
        for (int selector = range.first(); selector <= range.last(); ) {
            boolean whole = selector % CODES == 0 && selector + CODES - 1 <= range.last();
            int last = whole ? selector + CODES - 1 : selector;
            traffic.add(new Traffic(protocol, selector, last));
            selector = last + 1;
        }
    }

    static boolean isIcmp(IpProtocol protocol) {
        return protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
    }

    /** Returns the least that one rule can say and that holds both. */
    Traffic bridge(Traffic other) {
        int from = Math.min(first, other.first);
        int to = Math.max(last, other.last);
        if (!isIcmp(protocol) || from == to) {
            return new Traffic(protocol, from, to);
        }
        int type = from / CODES;
        return type == to / CODES
                ? new Traffic(protocol, type * CODES, type * CODES + CODES - 1)
                : new Traffic(protocol, 0, LAST);
    }

    boolean contains(Traffic other) {
        return protocol == other.protocol && first <= other.first && other.last <= last;
    }

    PortSet selectors() {
        return PortSet.ofRange(first, last);
    }

    Transport transport() {
        if (protocol.hasPorts()) {
            return protocol == IpProtocol.TCP ? Transport.tcp(selectors()) : Transport.udp(selectors());
        }
        if (!isIcmp(protocol)) {
            return Transport.ip(protocol);
        }
        boolean v4 = protocol == IpProtocol.ICMP;
        int type = first / CODES;
        if (last - first == LAST) {
            return v4 ? Transport.icmp() : Transport.icmpV6();
        }
        if (last > first) {
            return v4 ? Transport.icmp(type) : Transport.icmpV6(type);
        }
        return v4 ? Transport.icmp(type, first % CODES) : Transport.icmpV6(type, first % CODES);
    }

    /** Returns the protocol as security groups list it: four have names, all others numbers. */
    String protocolName() {
        return protocol.hasPorts() || isIcmp(protocol) ? protocol.toString() : Integer.toString(protocol.number());
    }

    /** Tells whether there is something to say beside the protocol. */
    boolean hasPorts() {
        return protocol.hasPorts() || isIcmp(protocol);
    }

    /** Returns the first port, or the type of ICMP, -1 for every type. */
    int fromPort() {
        if (!isIcmp(protocol)) {
            return first;
        }
        return last - first == LAST ? -1 : first / CODES;
    }

    /** Returns the last port, or the code of ICMP, -1 for every code. */
    int toPort() {
        if (!isIcmp(protocol)) {
            return last;
        }
        return first == last ? first % CODES : -1;
    }
}
