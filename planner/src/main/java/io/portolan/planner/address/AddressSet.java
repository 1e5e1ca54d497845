package io.portolan.planner.address;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of IP addresses, of both families.
 *
 * <p>A set is canonical: overlapping and adjacent ranges are one range, so two sets with the same addresses are equal, have
 * the same ranges and the same text, however they were made:
 *
 * <pre>{@code
 * AddressSet.parse("10.0.0.0/25,10.0.0.128/25").equals(AddressSet.parse("10.0.0.0/24"))   // true
 * }</pre>
 *
 * <p>"No addresses" is {@link #none()}. "Every address" is {@link #any()}, which holds both families; the addresses of one
 * are {@link #anyIpv4()} and {@link #anyIpv6()}. {@link AddressRange} says what is an address and what is not.
 *
 * <p>Building sorts once, set operations walk the ranges of both operands once, and asking for one address is a binary
 * search.
 */
public final class AddressSet implements Comparable<AddressSet> {
    private static final AddressRange ALL_IPV4 = new AddressRange(Address.ofIpv4(0), Address.ofIpv4(-1));
    private static final AddressRange ALL_IPV6 = new AddressRange(Address.ofIpv6(0, 0), Address.ofIpv6(-1, -1));

    private static final AddressSet NONE = new AddressSet(ImmutableList.of());
    private static final AddressSet ANY_IPV4 = new AddressSet(ImmutableList.of(ALL_IPV4));
    private static final AddressSet ANY_IPV6 = new AddressSet(ImmutableList.of(ALL_IPV6));
    private static final AddressSet ANY = new AddressSet(ImmutableList.of(ALL_IPV4, ALL_IPV6));

    private static final Comparator<Iterable<AddressRange>> ORDER =
            Comparators.lexicographical(Comparator.<AddressRange>naturalOrder());

    /** Fewer ranges than this are searched one by one, instead of walking the ranges of both. */
    private static final int SEARCHED = 4;

    /** Ascending, neither overlapping nor adjacent. */
    private final ImmutableList<AddressRange> ranges;

    /** 0 until it is asked for; not guarded, as every thread finds the same. */
    private int hash;

    private AddressSet(ImmutableList<AddressRange> ranges) {
        this.ranges = ranges;
    }

    private static AddressSet ofCanonical(ImmutableList<AddressRange> ranges) {
        return ranges.isEmpty() ? NONE : new AddressSet(ranges);
    }

    /**
     * Returns the set without addresses.
     *
     * @return the one empty set
     */
    public static AddressSet none() {
        return NONE;
    }

    /**
     * Returns the set of all addresses of both families.
     *
     * @return {@code 0.0.0.0/0,::/0}
     */
    public static AddressSet any() {
        return ANY;
    }

    /**
     * Returns the set of all IPv4 addresses.
     *
     * @return {@code 0.0.0.0/0}
     */
    public static AddressSet anyIpv4() {
        return ANY_IPV4;
    }

    /**
     * Returns the set of all IPv6 addresses.
     *
     * @return {@code ::/0}
     */
    public static AddressSet anyIpv6() {
        return ANY_IPV6;
    }

    /**
     * Returns the set of all addresses in the given ranges, which may overlap and come in any order.
     *
     * @param ranges ranges of either family, none for the empty set
     * @return the set
     */
    public static AddressSet of(AddressRange... ranges) {
        Builder builder = builder();
        for (AddressRange range : ranges) {
            builder.add(range);
        }
        return builder.build();
    }

    /**
     * Returns the set that a text lists, such as {@code 10.0.0.0/24,10.0.1.5,2001:db8::/32}. Entries may overlap and come in
     * any order; the empty text is the empty set.
     *
     * @param text entries as {@link AddressRange#parse} reads them, joined by commas without blanks
     * @return the set
     * @throws IllegalArgumentException if the text is anything else; the message tells the value, the place, and what would
     *     be right
     */
    public static AddressSet parse(String text) {
        return AddressParser.parseSet(text);
    }

    /**
     * Starts an empty builder.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tells whether the set has no addresses.
     *
     * @return whether this is the empty set
     */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * Tells whether the set has every address of both families.
     *
     * @return whether this equals {@link #any()}
     */
    public boolean isAny() {
        return equals(ANY);
    }

    /**
     * Returns how many addresses the set holds.
     *
     * @return a number from 0 to 2<sup>32</sup> + 2<sup>128</sup>
     */
    public BigInteger size() {
        BigInteger size = BigInteger.ZERO;
        for (AddressRange range : ranges) {
            size = size.add(range.size());
        }
        return size;
    }

    /**
     * Tells whether the set holds an address.
     *
     * @param address an address such as {@code 10.0.0.5} or {@code 2001:db8::1}
     * @return whether it is in the set
     * @throws IllegalArgumentException if the text is not an address, or is an IPv4 address in IPv6 form
     */
    public boolean contains(String address) {
        Address one = AddressParser.parseAddress(address);
        return contains(new AddressRange(one, one));
    }

    /**
     * Tells whether the set holds every address of a range, even where this set was made of several adjacent ranges.
     *
     * @param range a range
     * @return whether the range is a subset
     */
    public boolean contains(AddressRange range) {
        int candidate = RangeAlgebra.lastStartingAtOrBefore(ranges, range.firstAddress());
        return candidate >= 0 && ranges.get(candidate).contains(range);
    }

    /**
     * Tells whether the set holds every address of another. The empty set is contained in every set.
     *
     * @param other a set
     * @return whether the other is a subset of this
     */
    public boolean contains(AddressSet other) {
        return RangeAlgebra.contains(ranges, other.ranges);
    }

    /**
     * Tells whether the two sets have an address in common.
     *
     * @param other a set
     * @return whether the intersection is not empty
     */
    public boolean intersects(AddressSet other) {
        if (ranges.size() < SEARCHED || other.ranges.size() < SEARCHED) {
            boolean isSmaller = ranges.size() < other.ranges.size();
            AddressSet small = isSmaller ? this : other;
            AddressSet large = isSmaller ? other : this;
            for (AddressRange range : small.ranges) {
                int candidate = RangeAlgebra.lastStartingAtOrBefore(large.ranges, range.lastAddress());
                if (candidate >= 0 && large.ranges.get(candidate).lastAddress().compareTo(range.firstAddress()) >= 0) {
                    return true;
                }
            }
            return false;
        }
        return RangeAlgebra.intersects(ranges, other.ranges);
    }

    /**
     * Returns the addresses that are in this set, in the other, or in both.
     *
     * @param other a set
     * @return the union
     */
    public AddressSet union(AddressSet other) {
        return ofCanonical(RangeAlgebra.union(ranges, other.ranges));
    }

    /**
     * Returns the addresses that are in both sets.
     *
     * @param other a set
     * @return the intersection
     */
    public AddressSet intersection(AddressSet other) {
        return ofCanonical(RangeAlgebra.intersection(ranges, other.ranges));
    }

    /**
     * Returns the addresses of this set that are not in the other.
     *
     * @param other a set
     * @return the difference
     */
    public AddressSet difference(AddressSet other) {
        return ofCanonical(RangeAlgebra.difference(ranges, other.ranges));
    }

    /**
     * Returns the addresses of both families that are not in this set. The complement of a set of IPv4 addresses holds all
     * of IPv6; {@code set.complement().ipv4()} does not.
     *
     * @return {@code any().difference(this)}
     */
    public AddressSet complement() {
        return ANY.difference(this);
    }

    /**
     * Returns the IPv4 addresses of this set.
     *
     * @return the intersection with {@link #anyIpv4()}
     */
    public AddressSet ipv4() {
        return ofCanonical(ranges.subList(0, ipv4Count()));
    }

    /**
     * Returns the IPv6 addresses of this set.
     *
     * @return the intersection with {@link #anyIpv6()}
     */
    public AddressSet ipv6() {
        return ofCanonical(ranges.subList(ipv4Count(), ranges.size()));
    }

    /**
     * Returns the addresses of one family.
     *
     * @param family IPv4 or IPv6
     * @return the intersection with all addresses of the family
     */
    public AddressSet of(AddressFamily family) {
        return family == AddressFamily.IPV4 ? ipv4() : ipv6();
    }

    private int ipv4Count() {
        return RangeAlgebra.lastStartingAtOrBefore(ranges, ALL_IPV4.lastAddress()) + 1;
    }

    /**
     * Returns the first address.
     *
     * @return the lowest address, of IPv4 if the set has any; dotted decimals, or the text that RFC 5952 recommends
     * @throws NoSuchElementException if the set is empty
     */
    public String first() {
        if (isEmpty()) {
            throw new NoSuchElementException("the empty address set has no first address");
        }
        return ranges.get(0).first();
    }

    /**
     * Returns the ranges of the set: the fewest there can be, those of IPv4 first, in ascending order.
     *
     * @return ranges that neither overlap nor touch
     */
    public ImmutableList<AddressRange> ranges() {
        return ranges;
    }

    /**
     * Returns the set as prefixes: the fewest that together hold exactly these addresses, those of IPv4 first, in ascending
     * order.
     *
     * <p>They are the largest prefixes that fit into the set. Two prefixes are disjoint, or one holds the other, so any
     * prefix within the set lies in exactly one of the largest, and whoever covers the set needs at least one for each of
     * them: no list of prefixes is shorter.
     *
     * @return ranges that do not overlap, each with an {@link AddressRange#prefixLength()}
     */
    public ImmutableList<AddressRange> prefixes() {
        ImmutableList.Builder<AddressRange> prefixes = ImmutableList.builderWithExpectedSize(ranges.size());
        for (AddressRange range : ranges) {
            Address first = range.firstAddress();
            Address last = prefixAt(first, range);
            while (!last.equals(range.lastAddress())) {
                prefixes.add(new AddressRange(first, last));
                first = last.next();
                last = prefixAt(first, range);
            }
            prefixes.add(new AddressRange(first, last));
        }
        return prefixes.build();
    }

    /**
     * Returns how many prefixes the set takes.
     *
     * @return the size of {@link #prefixes()}, found without making them
     */
    public int prefixCount() {
        int count = 0;
        for (AddressRange range : ranges) {
            Address last = prefixAt(range.firstAddress(), range);
            count++;
            while (!last.equals(range.lastAddress())) {
                last = prefixAt(last.next(), range);
                count++;
            }
        }
        return count;
    }

    /** Returns the last address of the largest prefix that starts at an address and fits into a range. */
    private static Address prefixAt(Address first, AddressRange range) {
        return first.withOnes(Math.min(first.trailingZeros(), Address.bitsBetween(first, range.lastAddress())));
    }

    /** Tells whether the other object is a set of the same addresses. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressSet that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = ranges.hashCode();
            hash = known;
        }
        return known;
    }

    /** Orders range by range: by first address, then last; a set comes before those that continue it. */
    @Override
    public int compareTo(AddressSet other) {
        return ORDER.compare(ranges, other.ranges);
    }

    /** Returns the {@link #prefixes()} joined by commas, empty for no addresses; parses back. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (AddressRange prefix : prefixes()) {
            if (text.length() > 0) {
                text.append(',');
            }
            text.append(prefix);
        }
        return text.toString();
    }

    /** Collects ranges in any order, overlapping or not, and merges them once. */
    public static final class Builder {
        private final List<AddressRange> ranges = new ArrayList<>();

        private Builder() {}

        /**
         * Adds all addresses of a range.
         *
         * @param range a range of either family
         * @return this builder
         */
        public Builder add(AddressRange range) {
            ranges.add(Objects.requireNonNull(range));
            return this;
        }

        /**
         * Adds all addresses of a set.
         *
         * @param addresses a set
         * @return this builder
         */
        public Builder addAll(AddressSet addresses) {
            ranges.addAll(addresses.ranges);
            return this;
        }

        /**
         * Returns the set of all addresses that were added. The builder can go on and build again.
         *
         * @return the set
         */
        public AddressSet build() {
            Collections.sort(ranges);
            return ofCanonical(RangeAlgebra.merged(ranges));
        }
    }
}
