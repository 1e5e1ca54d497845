package io.portolan.planner.matcher;

import java.util.Arrays;

/**
 * The class of each IPv4 address in at most three steps: a table of the upper 16 bits, then nodes of 256 for each of the two
 * bytes left. An entry is a class, or the complement of the number of a node.
 */
final class Ipv4Trie {
    private final int[] top = new int[1 << 16];
    private int[] nodes = new int[1 << 12];
    private int used;

    Ipv4Trie(Intervals4 intervals) {
        for (int i = 0; i < intervals.starts().length; i++) {
            fill(intervals.starts()[i], intervals.last(i), intervals.classes()[i]);
        }
        nodes = Arrays.copyOf(nodes, used);
    }

    int find(int address) {
        int entry = top[address >>> 16];
        if (entry < 0) {
            entry = nodes[(~entry << 8) + ((address >>> 8) & 0xff)];
            if (entry < 0) {
                entry = nodes[(~entry << 8) + (address & 0xff)];
            }
        }
        return entry;
    }

    private void fill(int first, int last, int addressClass) {
        for (int i = first >>> 16; i <= last >>> 16; i++) {
            int from = i == first >>> 16 ? first & 0xffff : 0;
            int to = i == last >>> 16 ? last & 0xffff : 0xffff;
            if (from == 0 && to == 0xffff) {
                top[i] = addressClass;
            } else {
                top[i] = top[i] < 0 ? top[i] : newNode();
                fillMiddle(~top[i] << 8, from, to, addressClass);
            }
        }
    }

    private void fillMiddle(int node, int first, int last, int addressClass) {
        for (int i = first >>> 8; i <= last >>> 8; i++) {
            int from = i == first >>> 8 ? first & 0xff : 0;
            int to = i == last >>> 8 ? last & 0xff : 0xff;
            if (from == 0 && to == 0xff) {
                nodes[node + i] = addressClass;
            } else {
                int child = nodes[node + i] < 0 ? nodes[node + i] : newNode();
                nodes[node + i] = child;
                Arrays.fill(nodes, (~child << 8) + from, (~child << 8) + to + 1, addressClass);
            }
        }
    }

    private int newNode() {
        if (used + 256 > nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        used += 256;
        return ~((used >> 8) - 1);
    }
}
