package io.portolan.planner.matcher;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a number to each set of entries that asks for a packet; 0 is the empty set. */
final class VerdictNumbers {
    private record Step(int verdict, int entry) {}

    private final List<Entry> entries;
    private final Map<Step, Integer> steps = new HashMap<>();
    private final List<ImmutableIntArray> sets = new ArrayList<>();
    /** Grows only while rows are made; a reader has a number from a row that was made before. */
    private volatile byte[] kinds = new byte[64];

    VerdictNumbers(List<Entry> entries) {
        this.entries = entries;
        sets.add(ImmutableIntArray.of());
    }

    /** Returns what becomes of a verdict with one more entry, which comes after all that it has. */
    synchronized int with(int verdict, int entry) {
        Step step = new Step(verdict, entry);
        Integer known = steps.get(step);
        if (known != null) {
            return known;
        }
        int number = sets.size();
        sets.add(
                ImmutableIntArray.builder().addAll(sets.get(verdict)).add(entry).build());
        byte[] grown = number < kinds.length ? kinds : Arrays.copyOf(kinds, kinds.length * 2);
        grown[number] = (byte) (grown[verdict] | entries.get(entry).kinds());
        kinds = grown;
        steps.put(step, number);
        return number;
    }

    /** Returns what a packet is to any of the flows: bits of the kinds. */
    int kinds(int verdict) {
        return kinds[verdict];
    }

    synchronized ImmutableIntArray entries(int verdict) {
        return sets.get(verdict);
    }

    synchronized int size() {
        return sets.size();
    }
}
