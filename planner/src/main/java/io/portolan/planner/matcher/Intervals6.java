package io.portolan.planner.matcher;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The IPv6 addresses, cut into intervals of one class each.
 *
 * @param highs the upper 64 bits of where each interval begins; ascending as unsigned numbers of 128 bits, from 0 on
 * @param lows the lower 64 bits
 * @param classes the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out of the package; hundreds of thousands of numbers
record Intervals6(long[] highs, long[] lows, int[] classes) {
    /** Returns the class of an address by binary search. */
    int find(long high, long low) {
        int first = 0;
        int last = classes.length - 1;
        while (first < last) {
            int middle = (first + last + 1) >>> 1;
            int order = highs[middle] != high
                    ? Long.compareUnsigned(highs[middle], high)
                    : Long.compareUnsigned(lows[middle], low);
            if (order <= 0) {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        return classes[first];
    }

    /** Returns the upper 64 bits of the last address of an interval. */
    long lastHigh(int interval) {
        if (interval + 1 == classes.length) {
            return -1;
        }
        return lows[interval + 1] == 0 ? highs[interval + 1] - 1 : highs[interval + 1];
    }

    /** Returns the lower 64 bits of the last address of an interval. */
    long lastLow(int interval) {
        return interval + 1 == classes.length ? -1 : lows[interval + 1] - 1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Intervals6 that
                && Arrays.equals(highs, that.highs)
                && Arrays.equals(lows, that.lows)
                && Arrays.equals(classes, that.classes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lows) + Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        return classes.length + " intervals of IPv6";
    }
}
