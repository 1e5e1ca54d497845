package io.portolan.planner.packets;

import java.util.BitSet;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * How the boxes that hold at one destination, for packets of one shape, divide their sources among labels.
 *
 * @param <L> what packets are labeled with
 */
public interface Division<L> {
    /**
     * Labels sources. A source can have several labels, or none.
     *
     * @param boxes the positions of the boxes that hold, in ascending order
     * @param sources the classes of sources of the box at a position; not to be changed
     * @param labels takes a label and the classes of sources that have it, which must not be changed afterwards; each label
     *     once; an empty set is as none
     */
    void divide(int[] boxes, IntFunction<BitSet> sources, BiConsumer<L, BitSet> labels);
}
