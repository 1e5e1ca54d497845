package io.portolan.planner;

import io.portolan.net.IpProtocol;
import io.portolan.planner.address.Peers;

/**
 * The packets of one family of addresses. No packet goes from one family to the other, so each is calculated alone. Names
 * stand for addresses of either family and are in both.
 */
enum Plane {
    IPV4,
    IPV6;

    Peers of(Peers peers) {
        return Peers.of(
                this == IPV4 ? peers.addresses().ipv4() : peers.addresses().ipv6(), peers.names());
    }

    /** ICMP is of IPv4 alone, and ICMPv6 of IPv6. */
    boolean has(IpProtocol protocol) {
        return protocol != (this == IPV4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
    }
}
