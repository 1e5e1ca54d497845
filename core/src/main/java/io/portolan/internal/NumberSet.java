package io.portolan.internal;

import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of whole numbers from 0 to 65535: the space of ports, and of whatever else fits 16 bits, such as the
 * types and codes of ICMP. A set says nothing of what its numbers mean.
 *
 * <p>A set is canonical: overlapping and adjacent ranges are one range, so two sets with the same numbers are equal and
 * have the same ranges, however they were made. It keeps one {@code int} for each range. Building sorts once, set
 * operations walk both operands once, and {@link #contains(int)} is a binary search.
 */
public final class NumberSet implements Comparable<NumberSet> {
    private static final NumberSet NONE = new NumberSet(new int[0]);
    private static final NumberSet ALL = new NumberSet(new int[] {RangeKey.of(0, 65_535)});

    /** Ascending, neither overlapping nor adjacent; see {@link RangeKey} for how a range fits an int. */
    private final int[] keys;

    private NumberSet(int[] keys) {
        this.keys = keys;
    }

    private static NumberSet ofCanonical(int[] keys) {
        return keys.length == 0 ? NONE : new NumberSet(keys);
    }

    /**
     * Returns the set without numbers.
     *
     * @return the one empty set
     */
    public static NumberSet none() {
        return NONE;
    }

    /**
     * Returns the set of all numbers, 0 to 65535.
     *
     * @return the set of 65,536 numbers
     */
    public static NumberSet all() {
        return ALL;
    }

    /**
     * Returns the set of one number.
     *
     * @param number 0 to 65535
     * @return the set
     * @throws IllegalArgumentException if the number is out of range
     */
    public static NumberSet of(int number) {
        return ofRange(number, number);
    }

    /**
     * Returns the set of all numbers between two, both included.
     *
     * @param first the first number, 0 to 65535
     * @param last the last number, {@code first} to 65535
     * @return the set
     * @throws IllegalArgumentException if a number is out of range or the first is above the last
     */
    public static NumberSet ofRange(int first, int last) {
        return new NumberSet(new int[] {RangeKey.checked(first, last)});
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
     * Tells whether the set has no numbers.
     *
     * @return whether this is the empty set
     */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /**
     * Tells whether the set has every number.
     *
     * @return whether this equals {@link #all()}
     */
    public boolean isAll() {
        return keys.length == 1 && keys[0] == ALL.keys[0];
    }

    /**
     * Returns how many numbers the set holds.
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
     * Tells whether the set holds a number.
     *
     * @param number any number; what is not 0 to 65535 is in no set
     * @return whether it is in the set
     */
    public boolean contains(int number) {
        return number >= 0 && number <= 65_535 && containsRange(number, number);
    }

    /**
     * Tells whether the set holds every number between two, both included.
     *
     * @param first the first number, 0 to 65535
     * @param last the last number, {@code first} to 65535
     * @return whether the range is a subset
     */
    public boolean containsRange(int first, int last) {
        int candidate = RangeAlgebra.lastStartingAtOrBefore(keys, first);
        return candidate >= 0 && RangeKey.last(keys[candidate]) >= last;
    }

    /**
     * Tells whether the set holds every number of another. The empty set is contained in every set.
     *
     * @param other a set
     * @return whether the other is a subset of this
     */
    public boolean contains(NumberSet other) {
        return RangeAlgebra.contains(keys, other.keys);
    }

    /**
     * Tells whether the two sets have a number in common.
     *
     * @param other a set
     * @return whether the intersection is not empty
     */
    public boolean intersects(NumberSet other) {
        return RangeAlgebra.intersects(keys, other.keys);
    }

    /**
     * Returns the numbers that are in this set, in the other, or in both.
     *
     * @param other a set
     * @return the union
     */
    public NumberSet union(NumberSet other) {
        return ofCanonical(RangeAlgebra.union(keys, other.keys));
    }

    /**
     * Returns the numbers that are in both sets.
     *
     * @param other a set
     * @return the intersection
     */
    public NumberSet intersection(NumberSet other) {
        return ofCanonical(RangeAlgebra.intersection(keys, other.keys));
    }

    /**
     * Returns the numbers of this set that are not in the other.
     *
     * @param other a set
     * @return the difference
     */
    public NumberSet difference(NumberSet other) {
        return ofCanonical(RangeAlgebra.difference(keys, other.keys));
    }

    /**
     * Returns the first number.
     *
     * @return the lowest number
     * @throws NoSuchElementException if the set is empty
     */
    public int first() {
        return firstOf(checkNotEmpty(0));
    }

    /**
     * Returns the last number.
     *
     * @return the highest number
     * @throws NoSuchElementException if the set is empty
     */
    public int last() {
        return lastOf(checkNotEmpty(keys.length - 1));
    }

    private int checkNotEmpty(int range) {
        if (keys.length == 0) {
            throw new NoSuchElementException("the empty set has no first and no last number");
        }
        return range;
    }

    /**
     * Returns how many ranges the set has: the fewest there can be.
     *
     * @return a number from 0 to 32,768
     */
    public int rangeCount() {
        return keys.length;
    }

    /**
     * Returns the first number of a range.
     *
     * @param range the position of the range, in ascending order, from 0
     * @return the lowest number of the range
     */
    public int firstOf(int range) {
        return RangeKey.first(keys[range]);
    }

    /**
     * Returns the last number of a range.
     *
     * @param range the position of the range, in ascending order, from 0
     * @return the highest number of the range
     */
    public int lastOf(int range) {
        return RangeKey.last(keys[range]);
    }

    /**
     * Returns every number, in ascending order.
     *
     * @return a stream of {@link #size()} numbers
     */
    public IntStream numbers() {
        return Arrays.stream(keys).flatMap(key -> IntStream.rangeClosed(RangeKey.first(key), RangeKey.last(key)));
    }

    /** Tells whether the other object is a set of the same numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NumberSet that && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    /** Orders range by range: by first number, then last; a set comes before those that continue it. */
    @Override
    public int compareTo(NumberSet other) {
        return Arrays.compare(keys, other.keys);
    }

    /** Returns the list of numbers and ranges, such as {@code 80,443,49152-65535}, empty for no numbers. */
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

    /** Collects numbers and ranges in any order, overlapping or not, and merges them once. */
    public static final class Builder {
        private int[] keys = new int[4];
        private int size;

        private Builder() {}

        /**
         * Adds all numbers between two, both included.
         *
         * @param first the first number, 0 to 65535
         * @param last the last number, {@code first} to 65535
         * @return this builder
         * @throws IllegalArgumentException if a number is out of range or the first is above the last
         */
        public Builder addRange(int first, int last) {
            return addKey(RangeKey.checked(first, last));
        }

        /**
         * Adds all numbers of a set.
         *
         * @param numbers a set
         * @return this builder
         */
        public Builder addAll(NumberSet numbers) {
            for (int key : numbers.keys) {
                addKey(key);
            }
            return this;
        }

        private Builder addKey(int key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
            return this;
        }

        /**
         * Returns the set of all numbers that were added. The builder can go on and build again.
         *
         * @return the set
         */
        public NumberSet build() {
            return ofCanonical(RangeAlgebra.canonical(keys, size));
        }
    }
}
