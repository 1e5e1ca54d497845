package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import io.portolan.internal.NumberSet;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of TCP or UDP ports.
 *
 * <p>A set is canonical: overlapping and adjacent ranges are one range, so two sets with the same ports are equal, have
 * the same ranges and the same text, however they were made:
 *
 * <pre>{@code
 * PortSet.parse("80-89,85-95,96").equals(PortSet.ofRange(80, 96))   // true
 * }</pre>
 *
 * <p>The universe is 0 to 65535. "No ports" is {@link #none()}, "all ports" is {@link #all()}. A protocol
 * without ports is no set of ports, but another type ({@link Transport}).
 *
 * <p>Ports are one use of a plain set of numbers, which keeps one {@code int} for each range. Building sorts once, set
 * operations walk both operands once, and {@link #contains(int)} is a binary search.
 */
public final class PortSet implements Comparable<PortSet> {
    private static final PortSet NONE = new PortSet(NumberSet.none());
    private static final PortSet ALL = new PortSet(NumberSet.all());

    private final NumberSet numbers;

    private PortSet(NumberSet numbers) {
        this.numbers = numbers;
    }

    private static PortSet of(NumberSet numbers) {
        return numbers.isEmpty() ? NONE : new PortSet(numbers);
    }

    /**
     * Returns the set without ports.
     *
     * @return the one empty set
     */
    public static PortSet none() {
        return NONE;
    }

    /**
     * Returns the set of all ports, 0 to 65535.
     *
     * @return the set of 65,536 ports
     */
    public static PortSet all() {
        return ALL;
    }

    /**
     * Returns the set of one port.
     *
     * @param port a port, 0 to 65535
     * @return the set
     * @throws IllegalArgumentException if the port is out of range
     */
    public static PortSet of(int port) {
        return ofRange(port, port);
    }

    /**
     * Returns the set of the given ports, in any order, repeated or not.
     *
     * @param first a port, 0 to 65535
     * @param others more ports
     * @return the set
     * @throws IllegalArgumentException if a port is out of range
     */
    public static PortSet of(int first, int... others) {
        Builder builder = builder().add(first);
        for (int port : others) {
            builder.add(port);
        }
        return builder.build();
    }

    /**
     * Returns the set of all ports between two, both included.
     *
     * @param first the first port, 0 to 65535
     * @param last the last port, {@code first} to 65535
     * @return the set
     * @throws IllegalArgumentException if a port is out of range or the first is above the last
     */
    public static PortSet ofRange(int first, int last) {
        PortRange.check(first, last);
        return new PortSet(NumberSet.ofRange(first, last));
    }

    /**
     * Returns the set of all ports in the given ranges, which may overlap and come in any order.
     *
     * @param ranges ranges, none for the empty set
     * @return the set
     */
    public static PortSet copyOf(Iterable<PortRange> ranges) {
        Builder builder = builder();
        for (PortRange range : ranges) {
            builder.addRange(range.first(), range.last());
        }
        return builder.build();
    }

    /**
     * Returns the ports of a range set of Guava. Open ends are read as whole numbers: {@code (80..90]} is 81 to 90, and
     * {@code (80..81)} holds no port.
     *
     * @param ranges ranges within 0 to 65535
     * @return the set
     * @throws IllegalArgumentException if a range has no bound on a side or reaches beyond 0 to 65535; intersect it with
     *     {@code Range.closed(0, 65535)} first if that is what is meant
     */
    public static PortSet copyOf(RangeSet<Integer> ranges) {
        Builder builder = builder();
        for (Range<Integer> range : ranges.asRanges()) {
            checkArgument(
                    range.hasLowerBound() && range.hasUpperBound(),
                    "port range has no bound: %s; expected one within 0-65535",
                    range);
            long first = (long) range.lowerEndpoint() + (range.lowerBoundType() == BoundType.OPEN ? 1 : 0);
            long last = (long) range.upperEndpoint() - (range.upperBoundType() == BoundType.OPEN ? 1 : 0);
            if (first <= last) {
                checkArgument(
                        first >= 0 && last <= 65_535,
                        "port range out of range: %s; expected one within 0-65535",
                        range);
                builder.addRange((int) first, (int) last);
            }
        }
        return builder.build();
    }

    /**
     * Returns the set that a text lists, such as {@code 80,443,49152-65535}. Entries may overlap and come in any order;
     * the empty text is the empty set.
     *
     * @param text decimal ports and ranges joined by commas; no blanks, no signs, no leading zeros; at most 32,768
     *     entries, as many as a set can have ranges
     * @return the set
     * @throws IllegalArgumentException if the text is anything else; the message tells the value and the place
     */
    public static PortSet parse(String text) {
        return PortParser.parseSet(text);
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
     * Tells whether the set has no ports.
     *
     * @return whether this is the empty set
     */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /**
     * Returns how many ports the set holds.
     *
     * @return a number from 0 to 65,536
     */
    public int size() {
        return numbers.size();
    }

    /**
     * Tells whether the set holds a port. A number that is no port is in no set.
     *
     * @param port any number
     * @return whether it is in the set
     */
    public boolean contains(int port) {
        return numbers.contains(port);
    }

    /**
     * Tells whether the set holds every port of a range, even where this set was made of several adjacent ranges.
     *
     * @param range a range
     * @return whether the range is a subset
     */
    public boolean contains(PortRange range) {
        return numbers.containsRange(range.first(), range.last());
    }

    /**
     * Tells whether the set holds every port of another. The empty set is contained in every set.
     *
     * @param other a set
     * @return whether the other is a subset of this
     */
    public boolean contains(PortSet other) {
        return numbers.contains(other.numbers);
    }

    /**
     * Tells whether the two sets have a port in common.
     *
     * @param other a set
     * @return whether the intersection is not empty
     */
    public boolean intersects(PortSet other) {
        return numbers.intersects(other.numbers);
    }

    /**
     * Returns the ports that are in this set, in the other, or in both.
     *
     * @param other a set
     * @return the union
     */
    public PortSet union(PortSet other) {
        return of(numbers.union(other.numbers));
    }

    /**
     * Returns the ports that are in both sets.
     *
     * @param other a set
     * @return the intersection
     */
    public PortSet intersection(PortSet other) {
        return of(numbers.intersection(other.numbers));
    }

    /**
     * Returns the ports of this set that are not in the other.
     *
     * @param other a set
     * @return the difference
     */
    public PortSet difference(PortSet other) {
        return of(numbers.difference(other.numbers));
    }

    /**
     * Returns the ports that are in exactly one of the two sets.
     *
     * @param other a set
     * @return the symmetric difference
     */
    public PortSet symmetricDifference(PortSet other) {
        return difference(other).union(other.difference(this));
    }

    /**
     * Returns the ports of a universe that are not in this set. What this set holds outside the universe does not matter.
     *
     * @param universe the ports that count, for example {@link #all()} or 1-65535
     * @return the complement within that universe
     */
    public PortSet complementIn(PortSet universe) {
        return universe.difference(this);
    }

    /**
     * Returns the first port.
     *
     * @return the lowest port
     * @throws NoSuchElementException if the set is empty
     */
    public int first() {
        checkNotEmpty();
        return numbers.first();
    }

    /**
     * Returns the last port.
     *
     * @return the highest port
     * @throws NoSuchElementException if the set is empty
     */
    public int last() {
        checkNotEmpty();
        return numbers.last();
    }

    private void checkNotEmpty() {
        if (isEmpty()) {
            throw new NoSuchElementException("the empty port set has no first and no last port");
        }
    }

    /**
     * Returns how many ranges the set has.
     *
     * @return a number from 0 to 32,768
     */
    public int rangeCount() {
        return numbers.rangeCount();
    }

    /**
     * Returns the ranges of the set: the fewest there can be, in ascending order.
     *
     * @return ranges that neither overlap nor touch
     */
    public ImmutableList<PortRange> ranges() {
        ImmutableList.Builder<PortRange> ranges = ImmutableList.builderWithExpectedSize(rangeCount());
        for (int i = 0; i < rangeCount(); i++) {
            ranges.add(PortRange.of(numbers.firstOf(i), numbers.lastOf(i)));
        }
        return ranges.build();
    }

    /**
     * Returns every port, in ascending order.
     *
     * @return a stream of {@link #size()} ports
     */
    public IntStream ports() {
        return numbers.numbers();
    }

    /**
     * Returns the set as value and mask pairs: the fewest prefixes that together match exactly these ports, in ascending
     * order. 49152-65535 is one prefix, 1025-5000 is sixteen.
     *
     * @return prefixes that do not overlap
     */
    public ImmutableList<PortPrefix> prefixes() {
        ImmutableList.Builder<PortPrefix> prefixes = ImmutableList.builder();
        for (int i = 0; i < rangeCount(); i++) {
            int last = numbers.lastOf(i);
            for (int value = numbers.firstOf(i); value <= last; ) {
                int size = value == 0 ? 0x1_0000 : Integer.lowestOneBit(value);
                while (size > last - value + 1) {
                    size >>= 1;
                }
                prefixes.add(PortPrefix.of(value, size));
                value += size;
            }
        }
        return prefixes.build();
    }

    /**
     * Returns this set for Guava.
     *
     * @return closed ranges, so that a range {@code [80..90]} reads as it is meant
     */
    public ImmutableRangeSet<Integer> asRangeSet() {
        ImmutableRangeSet.Builder<Integer> ranges = ImmutableRangeSet.builder();
        for (int i = 0; i < rangeCount(); i++) {
            ranges.add(Range.closed(numbers.firstOf(i), numbers.lastOf(i)));
        }
        return ranges.build();
    }

    /** Tells whether the other object is a set of the same ports. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortSet that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** Orders range by range: by first port, then last; a set comes before those that continue it. */
    @Override
    public int compareTo(PortSet other) {
        return numbers.compareTo(other.numbers);
    }

    /** Returns the list of ports and ranges, such as {@code 80,443,49152-65535}, empty for no ports; parses back. */
    @Override
    public String toString() {
        return numbers.toString();
    }

    /** Collects ports and ranges in any order, overlapping or not, and merges them once. */
    public static final class Builder {
        private final NumberSet.Builder numbers = NumberSet.builder();

        private Builder() {}

        /**
         * Adds a port.
         *
         * @param port a port, 0 to 65535
         * @return this builder
         * @throws IllegalArgumentException if the port is out of range
         */
        public Builder add(int port) {
            return addRange(port, port);
        }

        /**
         * Adds all ports between two, both included.
         *
         * @param first the first port, 0 to 65535
         * @param last the last port, {@code first} to 65535
         * @return this builder
         * @throws IllegalArgumentException if a port is out of range or the first is above the last
         */
        public Builder addRange(int first, int last) {
            PortRange.check(first, last);
            numbers.addRange(first, last);
            return this;
        }

        /**
         * Adds all ports of a set.
         *
         * @param ports a set
         * @return this builder
         */
        public Builder addAll(PortSet ports) {
            numbers.addAll(ports.numbers);
            return this;
        }

        /**
         * Returns the set of all ports that were added. The builder can go on and build again.
         *
         * @return the set
         */
        public PortSet build() {
            return of(numbers.build());
        }
    }
}
