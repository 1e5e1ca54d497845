package io.portolan.benchmarks.ports;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.util.ArrayList;
import java.util.List;

/** Guava's immutable range sets, of half-open ranges, so that neighbours become one. */
final class GuavaImmutable implements PortSets<ImmutableRangeSet<Integer>> {
    @Override
    public ImmutableRangeSet<Integer> build(Ranges ranges) {
        List<Range<Integer>> list = new ArrayList<>(ranges.size());
        for (int i = 0; i < ranges.size(); i++) {
            list.add(Range.closedOpen(ranges.firsts().get(i), ranges.lasts().get(i) + 1));
        }
        return ImmutableRangeSet.unionOf(list);
    }

    @Override
    public ImmutableRangeSet<Integer> union(ImmutableRangeSet<Integer> left, ImmutableRangeSet<Integer> right) {
        return left.union(right);
    }

    @Override
    public ImmutableRangeSet<Integer> intersection(ImmutableRangeSet<Integer> left, ImmutableRangeSet<Integer> right) {
        return left.intersection(right);
    }

    @Override
    public ImmutableRangeSet<Integer> difference(ImmutableRangeSet<Integer> left, ImmutableRangeSet<Integer> right) {
        return left.difference(right);
    }

    @Override
    public boolean contains(ImmutableRangeSet<Integer> set, int port) {
        return set.contains(port);
    }

    @Override
    public boolean containsAll(ImmutableRangeSet<Integer> set, ImmutableRangeSet<Integer> others) {
        return set.enclosesAll(others);
    }
}
