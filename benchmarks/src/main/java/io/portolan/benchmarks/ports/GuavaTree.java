package io.portolan.benchmarks.ports;

import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;

/** Guava's mutable range sets, copied where an operation would change them. */
final class GuavaTree implements PortSets<TreeRangeSet<Integer>> {
    @Override
    public TreeRangeSet<Integer> build(Ranges ranges) {
        TreeRangeSet<Integer> set = TreeRangeSet.create();
        for (int i = 0; i < ranges.size(); i++) {
            set.add(Range.closedOpen(ranges.firsts().get(i), ranges.lasts().get(i) + 1));
        }
        return set;
    }

    @Override
    public TreeRangeSet<Integer> union(TreeRangeSet<Integer> left, TreeRangeSet<Integer> right) {
        TreeRangeSet<Integer> union = TreeRangeSet.create(left);
        union.addAll(right);
        return union;
    }

    @Override
    public TreeRangeSet<Integer> intersection(TreeRangeSet<Integer> left, TreeRangeSet<Integer> right) {
        TreeRangeSet<Integer> intersection = TreeRangeSet.create(left);
        intersection.removeAll(right.complement());
        return intersection;
    }

    @Override
    public TreeRangeSet<Integer> difference(TreeRangeSet<Integer> left, TreeRangeSet<Integer> right) {
        TreeRangeSet<Integer> difference = TreeRangeSet.create(left);
        difference.removeAll(right);
        return difference;
    }

    @Override
    public boolean contains(TreeRangeSet<Integer> set, int port) {
        return set.contains(port);
    }

    @Override
    public boolean containsAll(TreeRangeSet<Integer> set, TreeRangeSet<Integer> others) {
        return set.enclosesAll(others);
    }
}
