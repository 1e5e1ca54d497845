package io.portolan.firewall.cisco;

import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;

/** Prefixes of IPv6 that are written with any address in them. */
final class IosPrefixes {
    private static final int HALF = 64;

    private IosPrefixes() {}

    /**
     * Returns the addresses of a prefix.
     *
     * @throws IllegalArgumentException if one of both texts is not what it should be
     */
    static AddressSet ipv6(String address, String length) {
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("not a length: " + length);
        }
        int bits = Integer.parseInt(length);
        Address given = Address.parse(address);
        if (given.family() != AddressFamily.IPV6 || bits > given.family().bits()) {
            throw new IllegalArgumentException("not a prefix: " + address);
        }
        long high = mask(Math.min(bits, HALF));
        long low = mask(Math.max(bits - HALF, 0));
        return AddressSet.of(AddressRange.of(
                Address.ofIpv6(given.high() & high, given.low() & low),
                Address.ofIpv6(given.high() | ~high, given.low() | ~low)));
    }

    /** Returns 64 bits of which the first are set; a shift by 64 would be one by 0. */
    private static long mask(int ones) {
        return ones == 0 ? 0 : -1L << (HALF - ones);
    }
}
