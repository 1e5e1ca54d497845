package io.portolan.firewall.cisco;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/** IPv4 addresses that equal one in the bits that a wildcard mask does not cover, in whatever order its bits are. */
final class Wildcard {
    /** Beyond so many prefixes a mask is not written out. */
    private static final int MOST_SCATTERED = 12;

    private static final int BITS = 32;

    private Wildcard() {}

    /**
     * Returns the addresses.
     *
     * @param address the address
     * @param wildcard the bits that do not matter, as ones
     * @return all of them, exactly; empty if that takes more than 4,096 prefixes
     */
    static Optional<AddressSet> addresses(long address, long wildcard) {
        int host = Long.numberOfTrailingZeros(~wildcard);
        long scattered = host >= BITS ? 0 : wildcard >>> host << host;
        if (Long.bitCount(scattered) > MOST_SCATTERED) {
            return Optional.empty();
        }
        long base = address & ~wildcard;
        AddressSet.Builder addresses = AddressSet.builder();
        // counts through the subsets of the scattered bits
        long subset = 0;
        do {
            long first = base | subset;
            addresses.add(AddressRange.of(dotted(first), dotted(first | (wildcard & ~scattered))));
            subset = (subset - scattered) & scattered;
        } while (subset != 0);
        return Optional.of(addresses.build());
    }

    /** Returns the 32 bits of an address, or -1 if the text is none. */
    static long bits(String text) {
        long bits = 0;
        int parts = 0;
        for (String part : text.split("\\.", -1)) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            int number = Integer.parseInt(part);
            if (number > 255) {
                return -1;
            }
            bits = bits << 8 | number;
            parts++;
        }
        return parts == 4 ? bits : -1;
    }

    private static String dotted(long bits) {
        return (bits >> 24 & 255) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }
}
