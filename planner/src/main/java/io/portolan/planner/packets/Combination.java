package io.portolan.planner.packets;

import java.util.BitSet;
import java.util.List;

/** How the boxes that hold at one destination, for packets of one shape, decide from which sources packets are taken. */
public interface Combination {
    /**
     * Returns the sources that the result has.
     *
     * @param boxes the positions of the boxes, in ascending order
     * @param sources the classes of sources of each box, by its position; not to be changed
     * @return classes of sources; a new set
     */
    BitSet sources(int[] boxes, List<BitSet> sources);

    /** Every box adds its sources. */
    Combination UNION = (boxes, sources) -> {
        BitSet all = new BitSet();
        for (int box : boxes) {
            all.or(sources.get(box));
        }
        return all;
    };

    /**
     * Returns the combination in which the boxes before a position add their sources, and those from it on take theirs
     * away.
     *
     * @param position the position of the first box that takes away
     * @return the difference
     */
    static Combination differenceAt(int position) {
        return (boxes, sources) -> {
            BitSet left = new BitSet();
            BitSet right = new BitSet();
            for (int box : boxes) {
                (box < position ? left : right).or(sources.get(box));
            }
            left.andNot(right);
            return left;
        };
    }

    /**
     * Returns the combination in which sources stay that boxes on both sides of a position have.
     *
     * @param position the position of the first box of the other side
     * @return the intersection
     */
    static Combination intersectionAt(int position) {
        return (boxes, sources) -> {
            BitSet left = new BitSet();
            BitSet right = new BitSet();
            for (int box : boxes) {
                (box < position ? left : right).or(sources.get(box));
            }
            left.and(right);
            return left;
        };
    }
}
