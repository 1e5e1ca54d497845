package io.portolan.planner.address;

import com.google.common.collect.AbstractSequentialIterator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An inclusive range of IP addresses of one family, such as {@code 10.0.0.1-10.0.0.9}; a single address is a range of one,
 * and a prefix such as {@code 10.0.0.0/24} a range of all its addresses.
 *
 * <p>A range is never empty; for "no addresses" see {@link AddressSet#none()}.
 *
 * <p>Texts are read strictly. IPv4 is four decimal numbers, for what some programs take besides (10.1, 0x0a000001,
 * 010.0.0.1) means different addresses to different programs. IPv6 is RFC 4291 without a zone. An IPv4 address in IPv6
 * form, such as {@code ::ffff:10.0.0.1}, is refused, for it means the same packets as the IPv4 address; a range may hold all
 * of {@code ::ffff:0:0/96} or nothing of it. Names are never looked up.
 */
public final class AddressRange implements Comparable<AddressRange> {
    private final Address first;
    private final Address last;

    AddressRange(Address first, Address last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Returns the range of all addresses between two, both included.
     *
     * @param first the first address
     * @param last the last address, of the same family and not before the first
     * @return the range
     * @throws IllegalArgumentException if a text is not an address, the families differ, the first is behind the last, or
     *     the range holds a part of {@code ::ffff:0:0/96}
     */
    public static AddressRange of(String first, String last) {
        return AddressParser.parseRange(first, last);
    }

    /**
     * Returns the range of all addresses between two, both included.
     *
     * @param first the first address
     * @param last the last address, of the same family and not before the first
     * @return the range
     * @throws IllegalArgumentException if the families differ, the first is behind the last, or the range holds a part of
     *     {@code ::ffff:0:0/96}
     */
    public static AddressRange of(Address first, Address last) {
        return AddressParser.range(first, last);
    }

    /**
     * Returns the range that a text states: {@code 10.0.0.5}, {@code 10.0.0.1-10.0.0.9}, {@code 10.0.0.0/24} or
     * {@code 2001:db8::/32}.
     *
     * @param text one address, two joined by a hyphen, or a prefix without host bits; no blanks
     * @return the range
     * @throws IllegalArgumentException if the text is anything else, or {@link #of} would refuse the range; the message
     *     tells the value, and what would be right
     */
    public static AddressRange parse(String text) {
        return AddressParser.parseRange(text);
    }

    /**
     * Returns the family of all addresses in the range.
     *
     * @return IPv4 or IPv6
     */
    public AddressFamily family() {
        return first.family();
    }

    /**
     * Returns the first address of the range.
     *
     * @return dotted decimals, or the text that RFC 5952 recommends
     */
    public String first() {
        return first.toString();
    }

    /**
     * Returns the last address of the range, which belongs to it.
     *
     * @return dotted decimals, or the text that RFC 5952 recommends
     */
    public String last() {
        return last.toString();
    }

    /**
     * Returns a range that is the first address of this one alone.
     *
     * @return a range of one address
     */
    public AddressRange firstAlone() {
        return new AddressRange(first, first);
    }

    /**
     * Returns a range that is the last address of this one alone.
     *
     * @return a range of one address
     */
    public AddressRange lastAlone() {
        return new AddressRange(last, last);
    }

    /**
     * Returns the first address of the range.
     *
     * @return an address of the family
     */
    public Address firstAddress() {
        return first;
    }

    /**
     * Returns the last address of the range, which belongs to it.
     *
     * @return an address of the family
     */
    public Address lastAddress() {
        return last;
    }

    /**
     * Returns the fewest prefixes that together hold exactly this range, in ascending order.
     *
     * @return ranges that do not overlap, each with a {@link #prefixLength()}: this range alone if it is one prefix, at most
     *     twice the bits of the family less two
     */
    public ImmutableList<AddressRange> toPrefixes() {
        return AddressSet.of(this).prefixes();
    }

    /**
     * Returns the smallest prefix that holds the range.
     *
     * @return a range with a {@link #prefixLength()}; this range if it is a prefix
     */
    public AddressRange supernet() {
        int bits = 0;
        while (!first.withZeros(bits).equals(last.withZeros(bits))) {
            bits++;
        }
        return new AddressRange(first.withZeros(bits), last.withOnes(bits));
    }

    /**
     * Returns each address of the range by itself, in ascending order.
     *
     * @return a stream of {@link #size()} ranges of one address
     */
    public Stream<AddressRange> each() {
        return Streams.stream(new AbstractSequentialIterator<AddressRange>(firstAlone()) {
            @Override
            protected @Nullable AddressRange computeNext(AddressRange previous) {
                if (previous.first.equals(last)) {
                    return null;
                }
                Address next = previous.first.next();
                return new AddressRange(next, next);
            }
        });
    }

    /**
     * Returns how many addresses the range holds.
     *
     * @return a number from 1 to 2<sup>128</sup>
     */
    public BigInteger size() {
        return last.number().subtract(first.number()).add(BigInteger.ONE);
    }

    /**
     * Returns the length of the prefix, if the range is one; see {@link AddressSet#prefixes()} for ranges that are not.
     *
     * @return a number from 0 to the bits of the family, which is what a single address has; empty if the range is not
     *     exactly one prefix
     */
    public OptionalInt prefixLength() {
        int bits = Address.bitsBetween(first, last);
        boolean prefix = bits <= first.trailingZeros() && first.withOnes(bits).equals(last);
        return prefix ? OptionalInt.of(family().bits() - bits) : OptionalInt.empty();
    }

    /**
     * Tells whether every address of another range is in this one.
     *
     * @param other a range of either family
     * @return whether the other is a part of this
     */
    public boolean contains(AddressRange other) {
        return first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Orders by family, IPv4 first, then by first address, then by last. */
    @Override
    public int compareTo(AddressRange other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /** Tells whether the other object is a range of the same addresses, however it was written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressRange that && first.equals(that.first) && last.equals(that.last);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + last.hashCode();
    }

    /**
     * Returns {@code 10.0.0.5} for a single address, {@code 10.0.0.0/24} for a prefix, else {@code 10.0.0.1-10.0.0.9};
     * parses back.
     */
    @Override
    public String toString() {
        if (first.equals(last)) {
            return first();
        }
        OptionalInt length = prefixLength();
        return first() + (length.isPresent() ? "/" + length.getAsInt() : "-" + last());
    }
}
