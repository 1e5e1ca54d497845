package io.portolan.planner.packets;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The fewest boxes that hold exactly some cells of a small cube, found by trying: every box that fits and cannot grow is a
 * candidate, and covers are tried with one box, with two, and so on.
 */
final class FewestBoxes {
    private final int sources;
    private final int destinations;
    private final int ports;
    private final BitSet cells;
    private final List<BitSet> candidates = new ArrayList<>();

    FewestBoxes(int sources, int destinations, int ports, BitSet cells) {
        this.sources = sources;
        this.destinations = destinations;
        this.ports = ports;
        this.cells = cells;
        for (int from = 1; from < 1 << sources; from++) {
            for (int to = 1; to < 1 << destinations; to++) {
                for (int at = 1; at < 1 << ports; at++) {
                    BitSet box = box(from, to, at);
                    if (holds(cells, box)) {
                        candidates.add(box);
                    }
                }
            }
        }
        List<BitSet> all = List.copyOf(candidates);
        candidates.removeIf(box -> all.stream().anyMatch(other -> !other.equals(box) && holds(other, box)));
    }

    int cell(int source, int destination, int port) {
        return (source * destinations + destination) * ports + port;
    }

    /** Returns the cells of a box whose sides are sets of bits. */
    BitSet box(int from, int to, int at) {
        BitSet box = new BitSet();
        for (int source = 0; source < sources; source++) {
            for (int destination = 0; destination < destinations; destination++) {
                for (int port = 0; port < ports; port++) {
                    if ((from >> source & to >> destination & at >> port & 1) == 1) {
                        box.set(cell(source, destination, port));
                    }
                }
            }
        }
        return box;
    }

    private static boolean holds(BitSet all, BitSet some) {
        BitSet missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }

    int count() {
        int count = 0;
        while (!covers(cells, count)) {
            count++;
        }
        return count;
    }

    /** One of the candidates that hold the first cell has to be taken. */
    private boolean covers(BitSet left, int boxes) {
        if (left.isEmpty()) {
            return true;
        }
        if (boxes == 0) {
            return false;
        }
        int first = left.nextSetBit(0);
        for (BitSet candidate : candidates) {
            if (candidate.get(first)) {
                BitSet rest = (BitSet) left.clone();
                rest.andNot(candidate);
                if (covers(rest, boxes - 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
