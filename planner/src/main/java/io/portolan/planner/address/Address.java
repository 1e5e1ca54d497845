package io.portolan.planner.address;

import com.google.common.primitives.UnsignedLong;
import java.math.BigInteger;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An IP address: an unsigned number of 128 bits in two longs, of which an IPv4 address fills the lower 32.
 *
 * <p>Addresses order by family, IPv4 first, then by number. An IPv4 address in IPv6 form, such as {@code ::ffff:10.0.0.1},
 * can be made of numbers, but is in no {@link AddressRange} by itself.
 */
public final class Address implements Comparable<Address> {
    private static final long IPV4_BITS = 0xffff_ffffL;

    private static final Address LAST_IPV4 = ofIpv4(-1);
    private static final Address LAST_IPV6 = ofIpv6(-1, -1);

    private final AddressFamily family;
    private final long high;
    private final long low;

    private Address(AddressFamily family, long high, long low) {
        this.family = family;
        this.high = high;
        this.low = low;
    }

    /**
     * Returns the address that a text states.
     *
     * @param text dotted decimals, or IPv6 as RFC 4291 has it; no prefix, no zone, no blanks
     * @return the address
     * @throws IllegalArgumentException if the text is anything else, or is an IPv4 address in IPv6 form
     */
    public static Address parse(String text) {
        return AddressParser.parseAddress(text);
    }

    /**
     * Returns an IPv4 address.
     *
     * @param bits the address, its first byte in the highest bits
     * @return the address
     */
    public static Address ofIpv4(int bits) {
        return new Address(AddressFamily.IPV4, 0, bits & IPV4_BITS);
    }

    /**
     * Returns an IPv6 address.
     *
     * @param high the upper 64 bits
     * @param low the lower 64 bits
     * @return the address
     */
    public static Address ofIpv6(long high, long low) {
        return new Address(AddressFamily.IPV6, high, low);
    }

    /**
     * Returns the family.
     *
     * @return IPv4 or IPv6
     */
    public AddressFamily family() {
        return family;
    }

    /**
     * Returns the upper 64 bits.
     *
     * @return 0 for an IPv4 address
     */
    public long high() {
        return high;
    }

    /**
     * Returns the lower 64 bits.
     *
     * @return for an IPv4 address, its 32 bits
     */
    public long low() {
        return low;
    }

    /**
     * Returns the next address.
     *
     * @return the address of the family that is greater by one
     * @throws NoSuchElementException if this is the last address of its family
     */
    public Address next() {
        if (equals(LAST_IPV4) || equals(LAST_IPV6)) {
            throw new NoSuchElementException(this + " is the last address of " + family);
        }
        return new Address(family, low == -1 ? high + 1 : high, low + 1);
    }

    /**
     * Returns the address before.
     *
     * @return the address of the family that is less by one
     * @throws NoSuchElementException if this is the first address of its family
     */
    public Address previous() {
        if (high == 0 && low == 0) {
            throw new NoSuchElementException(this + " is the first address of " + family);
        }
        return new Address(family, low == 0 ? high - 1 : high, low - 1);
    }

    /**
     * Tells whether another address is the next of this.
     *
     * @param other an address of either family
     * @return whether it is of the same family and greater by one
     */
    public boolean isBefore(Address other) {
        return family == other.family
                && low + 1 == other.low
                && (low == -1 ? high != -1 && high + 1 == other.high : high == other.high);
    }

    /** Returns how many of the last bits are zero. */
    int trailingZeros() {
        int zeros = low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
        return Math.min(zeros, family.bits());
    }

    /** Returns this address with its last bits set to one. */
    Address withOnes(int bits) {
        return new Address(family, high | (bits <= 64 ? 0 : ones(bits - 64)), low | ones(Math.min(bits, 64)));
    }

    /** Returns this address with its last bits set to zero. */
    Address withZeros(int bits) {
        return new Address(family, high & ~(bits <= 64 ? 0 : ones(bits - 64)), low & ~ones(Math.min(bits, 64)));
    }

    private static long ones(int bits) {
        return bits == 64 ? -1 : (1L << bits) - 1;
    }

    /** Returns the number of bits of the largest block, 2 to that power, that fits between two addresses of a family. */
    static int bitsBetween(Address first, Address last) {
        long low = last.low - first.low;
        long high = last.high - first.high - (Long.compareUnsigned(last.low, first.low) < 0 ? 1 : 0);
        int length = high != 0 ? 128 - Long.numberOfLeadingZeros(high) : 64 - Long.numberOfLeadingZeros(low);
        boolean full = length <= 64 ? low == ones(length) : low == -1 && high == ones(length - 64);
        return full ? length : length - 1; // the block has one address more than the difference says
    }

    /** Tells whether this IPv6 address stands for an IPv4 address: {@code ::ffff:0:0/96}, RFC 4291 section 2.5.5.2. */
    boolean isMapped() {
        return family == AddressFamily.IPV6 && high == 0 && low >>> 32 == 0xffff;
    }

    /** Returns the IPv4 address for which this one stands. */
    Address unmapped() {
        return ofIpv4((int) low);
    }

    BigInteger number() {
        return UnsignedLong.fromLongBits(high)
                .bigIntegerValue()
                .shiftLeft(64)
                .add(UnsignedLong.fromLongBits(low).bigIntegerValue());
    }

    static Address max(Address a, Address b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Address min(Address a, Address b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Orders by family, IPv4 first, then by number. */
    @Override
    public int compareTo(Address other) {
        if (family != other.family) {
            return family.compareTo(other.family);
        }
        return high != other.high ? Long.compareUnsigned(high, other.high) : Long.compareUnsigned(low, other.low);
    }

    /** Tells whether the other object is the same address of the same family. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address that && family == that.family && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return (31 * Long.hashCode(high) + Long.hashCode(low)) * 31 + family.bits();
    }

    /** Returns dotted decimals, or the text that RFC 5952 recommends; parses back, but for IPv4 in IPv6 form. */
    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
