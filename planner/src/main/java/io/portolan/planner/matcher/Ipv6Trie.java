package io.portolan.planner.matcher;

import java.util.Arrays;

/**
 * The class of each IPv6 address: a table of the upper 16 bits, then nodes of 256 for each byte that is needed. Addresses that
 * share few bytes, as those made of hardware addresses do, would take many nodes; then it is a binary search.
 */
final class Ipv6Trie {
    /** 16 MB. */
    private static final int MOST_NODES = 1 << 14;

    private static final int TOP_BITS = 16;

    private final Intervals6 intervals;
    private final int[] top = new int[1 << TOP_BITS];
    private int[] nodes = new int[1 << 12];
    private int used;
    private final boolean searches;

    Ipv6Trie(Intervals6 intervals) {
        this.intervals = intervals;
        boolean fits = true;
        for (int i = 0; i < intervals.classes().length && fits; i++) {
            fits = fill(
                    -1,
                    0,
                    intervals.highs()[i],
                    intervals.lows()[i],
                    intervals.lastHigh(i),
                    intervals.lastLow(i),
                    intervals.classes()[i]);
        }
        searches = !fits;
        nodes = Arrays.copyOf(nodes, fits ? used : 0);
    }

    int find(long high, long low) {
        if (searches) {
            return intervals.find(high, low);
        }
        int entry = top[(int) (high >>> 48)];
        for (int shift = 40; entry < 0 && shift >= 0; shift -= 8) {
            entry = nodes[(~entry << 8) + (int) ((high >>> shift) & 0xff)];
        }
        for (int shift = 56; entry < 0; shift -= 8) {
            entry = nodes[(~entry << 8) + (int) ((low >>> shift) & 0xff)];
        }
        return entry;
    }

    /** Fills a part of a node, which is the table at the top at level 0; false if there would be too many nodes. */
    private boolean fill(
            int node, int level, long firstHigh, long firstLow, long lastHigh, long lastLow, int addressClass) {
        int left = 128 - TOP_BITS - 8 * level;
        int from = slot(level, firstHigh, firstLow);
        int to = slot(level, lastHigh, lastLow);
        for (int i = from; i <= to; i++) {
            boolean starts = i > from || ((firstHigh & highOnes(left)) == 0 && (firstLow & lowOnes(left)) == 0);
            boolean ends = i < to || ((~lastHigh & highOnes(left)) == 0 && (~lastLow & lowOnes(left)) == 0);
            if (starts && ends) {
                set(node, i, addressClass);
                continue;
            }
            if (get(node, i) >= 0) {
                if (used >> 8 == MOST_NODES) {
                    return false;
                }
                set(node, i, newNode());
            }
            // a slot that is filled in part is the first, the last, or both, so that one of the two has its prefix
            long high = i == from ? firstHigh : lastHigh;
            long low = i == from ? firstLow : lastLow;
            boolean fits = fill(
                    ~get(node, i) << 8,
                    level + 1,
                    i == from ? high : high & ~highOnes(left),
                    i == from ? low : low & ~lowOnes(left),
                    i == to ? lastHigh : high | highOnes(left),
                    i == to ? lastLow : low | lowOnes(left),
                    addressClass);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private int get(int node, int slot) {
        return node < 0 ? top[slot] : nodes[node + slot];
    }

    private void set(int node, int slot, int entry) {
        if (node < 0) {
            top[slot] = entry;
        } else {
            nodes[node + slot] = entry;
        }
    }

    private static int slot(int level, long high, long low) {
        if (level == 0) {
            return (int) (high >>> 48);
        }
        return (int) (level <= 6 ? (high >>> (48 - 8 * level)) & 0xff : (low >>> (112 - 8 * level)) & 0xff);
    }

    private static long highOnes(int bits) {
        return bits <= 64 ? 0 : (1L << (bits - 64)) - 1;
    }

    private static long lowOnes(int bits) {
        return bits >= 64 ? -1 : (1L << bits) - 1;
    }

    private int newNode() {
        if (used + 256 > nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        used += 256;
        return ~((used >> 8) - 1);
    }
}
