package io.portolan.planner.packets;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of numbers of classes: a list where there are few, bits where there are many. A hundred thousand sets of
 * one number each take no more than that many numbers.
 */
final class ClassSet {
    /** Up to here a list is kept. */
    private static final int FEW = 32;

    private final int[] few;
    private final @Nullable BitSet many;

    private ClassSet(int[] few, @Nullable BitSet many) {
        this.few = few;
        this.many = many;
    }

    /** Returns the numbers that bits have; the bits belong to the set from then on. */
    static ClassSet of(BitSet bits) {
        return bits.cardinality() <= FEW ? new ClassSet(bits.stream().toArray(), null) : new ClassSet(new int[0], bits);
    }

    /** Returns the set of ascending numbers. */
    static ClassSet ofAscending(int[] numbers) {
        if (numbers.length <= FEW) {
            return new ClassSet(numbers, null);
        }
        BitSet bits = new BitSet(numbers[numbers.length - 1] + 1);
        for (int number : numbers) {
            bits.set(number);
        }
        return new ClassSet(new int[0], bits);
    }

    /** Returns the numbers as bits, not to be changed. */
    BitSet bits() {
        if (many != null) {
            return many;
        }
        BitSet bits = new BitSet();
        for (int number : few) {
            bits.set(number);
        }
        return bits;
    }

    int[] toArray() {
        return many != null ? many.stream().toArray() : few;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClassSet that
                && Arrays.equals(few, that.few)
                && (many == null ? that.many == null : many.equals(that.many));
    }

    @Override
    public int hashCode() {
        return many != null ? many.hashCode() : Arrays.hashCode(few);
    }

    @Override
    public String toString() {
        return bits().toString();
    }
}
