package io.portolan.benchmarks.ports;

import java.util.BitSet;

/** The bit sets of the Java library, copied where an operation would change them. */
final class BitSets implements PortSets<BitSet> {
    @Override
    public BitSet build(Ranges ranges) {
        BitSet set = new BitSet();
        for (int i = 0; i < ranges.size(); i++) {
            set.set(ranges.firsts().get(i), ranges.lasts().get(i) + 1);
        }
        return set;
    }

    @Override
    public BitSet union(BitSet left, BitSet right) {
        BitSet union = copy(left);
        union.or(right);
        return union;
    }

    @Override
    public BitSet intersection(BitSet left, BitSet right) {
        BitSet intersection = copy(left);
        intersection.and(right);
        return intersection;
    }

    @Override
    public BitSet difference(BitSet left, BitSet right) {
        BitSet difference = copy(left);
        difference.andNot(right);
        return difference;
    }

    @Override
    public boolean contains(BitSet set, int port) {
        return set.get(port);
    }

    @Override
    public boolean containsAll(BitSet set, BitSet others) {
        return difference(others, set).isEmpty();
    }

    private static BitSet copy(BitSet set) {
        return (BitSet) set.clone();
    }
}
