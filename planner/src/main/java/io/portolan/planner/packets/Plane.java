package io.portolan.planner.packets;

import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.Peers;

/**
 * The packets of one family of addresses. No packet goes from one family to the other, so each is calculated alone. Names
 * stand for addresses of either family and are in both.
 */
public enum Plane {
    /** Packets between addresses of IPv4. */
    IPV4,
    /** Packets between addresses of IPv6. */
    IPV6;

    /**
     * Returns the family of the addresses.
     *
     * @return IPv4 or IPv6
     */
    public AddressFamily family() {
        return this == IPV4 ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    /**
     * Returns what peers have in this family.
     *
     * @param peers addresses and names
     * @return the addresses of the family, and all names
     */
    public Peers of(Peers peers) {
        return Peers.of(peers.addresses().of(family()), peers.names());
    }

    /**
     * Tells whether packets of a protocol are of this family: ICMP is of IPv4 alone, and ICMPv6 of IPv6.
     *
     * @param protocol a protocol
     * @return whether the family has it
     */
    public boolean has(IpProtocol protocol) {
        return family().carries(protocol);
    }
}
