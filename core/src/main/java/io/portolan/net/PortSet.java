package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import java.util.Arrays;
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
 * <p>A set keeps one {@code int} for each range. Building sorts once, set operations walk both operands once, and
 * {@link #contains(int)} is a binary search.
 */
public final class PortSet implements Comparable<PortSet> {
    private static final PortSet NONE = new PortSet(new int[0]);
    private static final PortSet ALL = new PortSet(new int[] {RangeKey.of(0, 65_535)});

    /** Ascending, neither overlapping nor adjacent; see {@link RangeKey} for how a range fits an int. */
    private final int[] keys;

    private PortSet(int[] keys) {
        this.keys = keys;
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
        return new PortSet(new int[] {RangeKey.checked(first, last)});
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
        return keys.length == 0;
    }

    /**
     * Returns how many ports the set holds.
     *
     * @return a number from 0 to 65,536
     */
    public int size() {
        int size = 0;
        for (int key : keys) {
            size += RangeKey.last(key) - RangeKey.first(key) + 1;
        }
        return size;
    }

    /**
     * Tells whether the set holds a port. A number that is no port is in no set.
     *
     * @param port any number
     * @return whether it is in the set
     */
    public boolean contains(int port) {
        if (port < 0 || port > 65_535) {
            return false;
        }
        int candidate = RangeAlgebra.lastStartingAtOrBefore(keys, port);
        return candidate >= 0 && RangeKey.last(keys[candidate]) >= port;
    }

    /**
     * Tells whether the set holds every port of a range, even where this set was made of several adjacent ranges.
     *
     * @param range a range
     * @return whether the range is a subset
     */
    public boolean contains(PortRange range) {
        int candidate = RangeAlgebra.lastStartingAtOrBefore(keys, range.first());
        return candidate >= 0 && RangeKey.last(keys[candidate]) >= range.last();
    }

    /**
     * Tells whether the set holds every port of another. The empty set is contained in every set.
     *
     * @param other a set
     * @return whether the other is a subset of this
     */
    public boolean contains(PortSet other) {
        return RangeAlgebra.contains(keys, other.keys);
    }

    /**
     * Tells whether the two sets have a port in common.
     *
     * @param other a set
     * @return whether the intersection is not empty
     */
    public boolean intersects(PortSet other) {
        return RangeAlgebra.intersects(keys, other.keys);
    }

    /**
     * Returns the ports that are in this set, in the other, or in both.
     *
     * @param other a set
     * @return the union
     */
    public PortSet union(PortSet other) {
        return ofCanonical(RangeAlgebra.union(keys, other.keys));
    }

    /**
     * Returns the ports that are in both sets.
     *
     * @param other a set
     * @return the intersection
     */
    public PortSet intersection(PortSet other) {
        return ofCanonical(RangeAlgebra.intersection(keys, other.keys));
    }

    /**
     * Returns the ports of this set that are not in the other.
     *
     * @param other a set
     * @return the difference
     */
    public PortSet difference(PortSet other) {
        return ofCanonical(RangeAlgebra.difference(keys, other.keys));
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
        return RangeKey.first(keys[checkNotEmpty(0)]);
    }

    /**
     * Returns the last port.
     *
     * @return the highest port
     * @throws NoSuchElementException if the set is empty
     */
    public int last() {
        return RangeKey.last(keys[checkNotEmpty(keys.length - 1)]);
    }

    private int checkNotEmpty(int index) {
        if (keys.length == 0) {
            throw new NoSuchElementException("the empty port set has no first and no last port");
        }
        return index;
    }

    /**
     * Returns how many ranges the set has.
     *
     * @return a number from 0 to 32,768
     */
    public int rangeCount() {
        return keys.length;
    }

    /**
     * Returns the ranges of the set: the fewest there can be, in ascending order.
     *
     * @return ranges that neither overlap nor touch
     */
    public ImmutableList<PortRange> ranges() {
        ImmutableList.Builder<PortRange> ranges = ImmutableList.builderWithExpectedSize(keys.length);
        for (int key : keys) {
            ranges.add(PortRange.of(RangeKey.first(key), RangeKey.last(key)));
        }
        return ranges.build();
    }

    /**
     * Returns every port, in ascending order.
     *
     * @return a stream of {@link #size()} ports
     */
    public IntStream ports() {
        return Arrays.stream(keys).flatMap(key -> IntStream.rangeClosed(RangeKey.first(key), RangeKey.last(key)));
    }

    /**
     * Returns the set as value and mask pairs: the fewest prefixes that together match exactly these ports, in ascending
     * order. 49152-65535 is one prefix, 1025-5000 is sixteen.
     *
     * @return prefixes that do not overlap
     */
    public ImmutableList<PortPrefix> prefixes() {
        ImmutableList.Builder<PortPrefix> prefixes = ImmutableList.builder();
        for (int key : keys) {
            int last = RangeKey.last(key);
            for (int value = RangeKey.first(key); value <= last; ) {
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
        for (int key : keys) {
            ranges.add(Range.closed(RangeKey.first(key), RangeKey.last(key)));
        }
        return ranges.build();
    }

    /** Tells whether the other object is a set of the same ports. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortSet that && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    /** Orders range by range: by first port, then last; a set comes before those that continue it. */
    @Override
    public int compareTo(PortSet other) {
        return Arrays.compare(keys, other.keys);
    }

    /** Returns the list of ports and ranges, such as {@code 80,443,49152-65535}, empty for no ports; parses back. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(keys.length * 6);
        for (int key : keys) {
            if (text.length() > 0) {
                text.append(',');
            }
            int first = RangeKey.first(key);
            int last = RangeKey.last(key);
            text.append(first);
            if (first < last) {
                text.append('-').append(last);
            }
        }
        return text.toString();
    }

    private static PortSet ofCanonical(int[] keys) {
        return keys.length == 0 ? NONE : new PortSet(keys);
    }

    /** Collects ports and ranges in any order, overlapping or not, and merges them once. */
    public static final class Builder {
        private int[] keys = new int[4];
        private int size;

        private Builder() {}

        /**
         * Adds a port.
         *
         * @param port a port, 0 to 65535
         * @return this builder
         * @throws IllegalArgumentException if the port is out of range
         */
        public Builder add(int port) {
            return addKey(RangeKey.checked(port, port));
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
            return addKey(RangeKey.checked(first, last));
        }

        /**
         * Adds all ports of a set.
         *
         * @param ports a set
         * @return this builder
         */
        public Builder addAll(PortSet ports) {
            for (int key : ports.keys) {
                addKey(key);
            }
            return this;
        }

        Builder addKey(int key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
            return this;
        }

        /**
         * Returns the set of all ports that were added. The builder can go on and build again.
         *
         * @return the set
         */
        public PortSet build() {
            return ofCanonical(RangeAlgebra.canonical(keys, size));
        }
    }
}
