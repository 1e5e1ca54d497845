package io.portolan.benchmarks.ports;

import java.util.function.Supplier;

/** The libraries that are measured side by side. */
public enum Contender {
    /** This library. */
    PORTOLAN("Portolan", Portolan::new),
    /** {@code ImmutableRangeSet}. */
    GUAVA_IMMUTABLE("Guava immutable", GuavaImmutable::new),
    /** {@code TreeRangeSet}. */
    GUAVA_TREE("Guava tree", GuavaTree::new),
    /** {@code java.util.BitSet}. */
    BIT_SET("BitSet", BitSets::new),
    /** {@code RoaringBitmap}. */
    ROARING("Roaring", Roaring::new);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // constructors hold nothing
    private final Supplier<PortSets<?>> sets;

    Contender(String title, Supplier<PortSets<?>> sets) {
        this.title = title;
        this.sets = sets;
    }

    String title() {
        return title;
    }

    @SuppressWarnings("unchecked") // each benchmark keeps to the sets of one contender
    PortSets<Object> sets() {
        return (PortSets<Object>) sets.get();
    }
}
