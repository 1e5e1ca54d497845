package io.portolan.benchmarks.ports;

import org.roaringbitmap.RoaringBitmap;

/** Roaring bitmaps. */
final class Roaring implements PortSets<RoaringBitmap> {
    @Override
    public RoaringBitmap build(Ranges ranges) {
        RoaringBitmap set = new RoaringBitmap();
        for (int i = 0; i < ranges.size(); i++) {
            set.add((long) ranges.firsts().get(i), ranges.lasts().get(i) + 1L);
        }
        set.runOptimize();
        return set;
    }

    @Override
    public RoaringBitmap union(RoaringBitmap left, RoaringBitmap right) {
        return RoaringBitmap.or(left, right);
    }

    @Override
    public RoaringBitmap intersection(RoaringBitmap left, RoaringBitmap right) {
        return RoaringBitmap.and(left, right);
    }

    @Override
    public RoaringBitmap difference(RoaringBitmap left, RoaringBitmap right) {
        return RoaringBitmap.andNot(left, right);
    }

    @Override
    public boolean contains(RoaringBitmap set, int port) {
        return set.contains(port);
    }

    @Override
    public boolean containsAll(RoaringBitmap set, RoaringBitmap others) {
        return set.contains(others);
    }
}
