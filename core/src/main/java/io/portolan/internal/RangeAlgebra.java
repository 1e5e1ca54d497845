package io.portolan.internal;

import java.util.Arrays;

/**
 * Set operations on arrays of {@link RangeKey}s.
 *
 * <p>An array is canonical if its ranges ascend and neither overlap nor touch. Operands are canonical, results are too,
 * and operands are never changed, but a result may be one of them.
 */
final class RangeAlgebra {
    private RangeAlgebra() {}

    /** Returns the canonical array of the first {@code size} keys, which come in any order. */
    static int[] canonical(int[] keys, int size) {
        int[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        return merged(sorted);
    }

    /** Merges sorted keys in place where they overlap or touch, and cuts what is left over. */
    private static int[] merged(int[] keys) {
        int size = 0;
        for (int key : keys) {
            if (size > 0 && RangeKey.first(key) <= RangeKey.last(keys[size - 1]) + 1) {
                int before = keys[size - 1];
                keys[size - 1] = RangeKey.withLast(before, Math.max(RangeKey.last(before), RangeKey.last(key)));
            } else {
                keys[size++] = key;
            }
        }
        return trimmed(keys, size);
    }

    private static int[] trimmed(int[] keys, int size) {
        return size == keys.length ? keys : Arrays.copyOf(keys, size);
    }

    /** Returns the index of the last range that starts at or before a number, or -1. */
    static int lastStartingAtOrBefore(int[] keys, int number) {
        int key = RangeKey.of(number, 65_535); // no range that starts at this number sorts behind it
        int low = 0;
        int high = keys.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (keys[middle] <= key) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    static boolean contains(int[] keys, int[] others) {
        int i = 0;
        for (int other : others) {
            while (i < keys.length && RangeKey.last(keys[i]) < RangeKey.last(other)) {
                i++;
            }
            if (i == keys.length || RangeKey.first(keys[i]) > RangeKey.first(other)) {
                return false;
            }
        }
        return true;
    }

    static boolean intersects(int[] keys, int[] others) {
        int i = 0;
        int j = 0;
        while (i < keys.length && j < others.length) {
            if (RangeKey.last(keys[i]) < RangeKey.first(others[j])) {
                i++;
            } else if (RangeKey.last(others[j]) < RangeKey.first(keys[i])) {
                j++;
            } else {
                return true;
            }
        }
        return false;
    }

    static int[] union(int[] keys, int[] others) {
        if (keys.length == 0) {
            return others;
        }
        if (others.length == 0) {
            return keys;
        }
        int[] sorted = new int[keys.length + others.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < sorted.length; k++) {
            boolean mine = j == others.length || (i < keys.length && keys[i] <= others[j]);
            sorted[k] = mine ? keys[i++] : others[j++];
        }
        return merged(sorted);
    }

    static int[] intersection(int[] keys, int[] others) {
        int[] common = new int[keys.length + others.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < others.length) {
            int first = Math.max(RangeKey.first(keys[i]), RangeKey.first(others[j]));
            int last = Math.min(RangeKey.last(keys[i]), RangeKey.last(others[j]));
            if (first <= last) {
                common[size++] = RangeKey.of(first, last);
            }
            if (RangeKey.last(keys[i]) <= RangeKey.last(others[j])) {
                i++;
            } else {
                j++;
            }
        }
        return trimmed(common, size);
    }

    static int[] difference(int[] keys, int[] others) {
        int[] rest = new int[keys.length + others.length];
        int size = 0;
        int j = 0;
        for (int key : keys) {
            int first = RangeKey.first(key);
            int last = RangeKey.last(key);
            while (j < others.length && RangeKey.last(others[j]) < first) {
                j++;
            }
            // the last of them can reach into the next key, so j stays on it
            for (int k = j; first <= last && k < others.length && RangeKey.first(others[k]) <= last; k++) {
                if (RangeKey.first(others[k]) > first) {
                    rest[size++] = RangeKey.of(first, RangeKey.first(others[k]) - 1);
                }
                first = RangeKey.last(others[k]) + 1;
            }
            if (first <= last) {
                rest[size++] = RangeKey.of(first, last);
            }
        }
        return trimmed(rest, size);
    }
}
