package io.portolan.benchmarks.ports;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Ranges of ports in random order, which do not overlap. The same seed gives the same ranges.
 *
 * @param firsts the first port of each
 * @param lasts the last port of each
 */
record Ranges(ImmutableIntArray firsts, ImmutableIntArray lasts) {
    private static final int PORTS = 65_536;

    static Ranges of(int count, long seed) {
        Random random = new Random(seed);
        int[] ends = random.ints(0, PORTS).distinct().limit(2L * count).sorted().toArray();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        ImmutableIntArray.Builder firsts = ImmutableIntArray.builder();
        ImmutableIntArray.Builder lasts = ImmutableIntArray.builder();
        for (int i : order) {
            firsts.add(ends[2 * i]);
            lasts.add(ends[2 * i + 1]);
        }
        return new Ranges(firsts.build(), lasts.build());
    }

    /** Returns every second range without its last port: a subset. */
    Ranges half() {
        ImmutableIntArray.Builder someFirsts = ImmutableIntArray.builder();
        ImmutableIntArray.Builder someLasts = ImmutableIntArray.builder();
        for (int i = 0; i < size(); i += 2) {
            someFirsts.add(firsts.get(i));
            someLasts.add(lasts.get(i) - 1);
        }
        return new Ranges(someFirsts.build(), someLasts.build());
    }

    int size() {
        return firsts.length();
    }
}
