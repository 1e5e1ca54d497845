package io.portolan.planner.matcher;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable set of small numbers, as a key. */
final class Bits {
    private final long[] words;
    private final int hash;

    Bits(long[] words) {
        this.words = words.clone();
        this.hash = Arrays.hashCode(this.words);
    }

    static long[] words(int size) {
        return new long[(size + 63) >> 6];
    }

    static void set(long[] words, int number) {
        words[number >> 6] |= 1L << number;
    }

    static void flip(long[] words, int number) {
        words[number >> 6] ^= 1L << number;
    }

    boolean has(int number) {
        return ((words[number >> 6] >>> number) & 1) != 0;
    }

    /** Adds all of these to others. */
    void addTo(long[] others) {
        for (int i = 0; i < words.length; i++) {
            others[i] |= words[i];
        }
    }

    /** Writes what is in both into words of the same size. */
    void intersect(Bits other, long[] into) {
        for (int i = 0; i < words.length; i++) {
            into[i] = words[i] & other.words[i];
        }
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                action.accept((i << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bits that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
