package io.portolan.planner.matcher;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 addresses, cut into intervals of one class each.
 *
 * @param starts where each interval begins, ascending as unsigned numbers, from 0 on; the next begins where one ends
 * @param classes the class of each
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out of the package; hundreds of thousands of numbers
record Intervals4(int[] starts, int[] classes) {
    /** Returns the last address of an interval. */
    int last(int interval) {
        return interval + 1 < starts.length ? starts[interval + 1] - 1 : -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Intervals4 that
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(classes, that.classes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(starts) + Arrays.hashCode(classes);
    }

    @Override
    public String toString() {
        return starts.length + " intervals of IPv4";
    }
}
