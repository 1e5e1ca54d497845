package io.portolan.planner.address;

import io.portolan.net.IpProtocol;

/** The two kinds of IP addresses. An address of one is never equal to an address of the other. */
public enum AddressFamily {
    /** Addresses of 32 bits, such as {@code 10.0.0.1}. */
    IPV4("IPv4", 32),
    /** Addresses of 128 bits, such as {@code 2001:db8::1}. */
    IPV6("IPv6", 128);

    private final String title;
    private final int bits;

    AddressFamily(String title, int bits) {
        this.title = title;
        this.bits = bits;
    }

    /**
     * Returns how many bits an address has, which is also the longest prefix.
     *
     * @return 32 or 128
     */
    public int bits() {
        return bits;
    }

    /**
     * Returns the ICMP of the family.
     *
     * @return {@link IpProtocol#ICMP} or {@link IpProtocol#ICMPV6}
     */
    public IpProtocol icmp() {
        return this == IPV4 ? IpProtocol.ICMP : IpProtocol.ICMPV6;
    }

    /**
     * Tells whether packets between addresses of the family can be of a protocol.
     *
     * @param protocol a protocol
     * @return false for the ICMP of the other family, else true
     */
    public boolean carries(IpProtocol protocol) {
        return protocol != (this == IPV4 ? IPV6 : IPV4).icmp();
    }

    /** Returns {@code IPv4} or {@code IPv6}. */
    @Override
    public String toString() {
        return title;
    }
}
