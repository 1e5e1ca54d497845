package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Port arithmetic against a set of 65,536 bits. */
class PortSetPropertyTest {
    private static BitSet bits(List<PortRange> ranges) {
        BitSet bits = new BitSet(65_536);
        for (PortRange range : ranges) {
            bits.set(range.first(), range.last() + 1);
        }
        return bits;
    }

    /** Reads a set port by port, so that the reference shares no code with what it judges. */
    private static BitSet bits(PortSet set) {
        BitSet bits = new BitSet(65_536);
        for (int port = 0; port <= 65_535; port++) {
            bits.set(port, set.contains(port));
        }
        return bits;
    }

    private interface Operation {
        void apply(BitSet left, BitSet right);
    }

    private static BitSet after(Operation operation, List<PortRange> left, List<PortRange> right) {
        BitSet result = bits(left);
        operation.apply(result, bits(right));
        return result;
    }

    @Property
    void holdsThePortsOfItsRanges(@ForAll("ranges") List<PortRange> ranges) {
        PortSet set = PortSet.copyOf(ranges);
        BitSet bits = bits(ranges);
        assertThat(bits(set)).isEqualTo(bits);
        assertThat(set.size()).isEqualTo(bits.cardinality());
        assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
        assertThat(set.ports().toArray()).isEqualTo(bits.stream().toArray());
    }

    @Property
    void setOperationsAgreeWithBits(@ForAll("ranges") List<PortRange> left, @ForAll("ranges") List<PortRange> right) {
        PortSet a = PortSet.copyOf(left);
        PortSet b = PortSet.copyOf(right);
        assertThat(bits(a.union(b))).isEqualTo(after(BitSet::or, left, right));
        assertThat(bits(a.intersection(b))).isEqualTo(after(BitSet::and, left, right));
        assertThat(bits(a.difference(b))).isEqualTo(after(BitSet::andNot, left, right));
        assertThat(bits(a.symmetricDifference(b))).isEqualTo(after(BitSet::xor, left, right));
        assertThat(bits(a.complementIn(b))).isEqualTo(after(BitSet::andNot, right, left));
        assertThat(a.intersects(b)).isEqualTo(bits(left).intersects(bits(right)));
        assertThat(a.contains(b)).isEqualTo(after(BitSet::andNot, right, left).isEmpty());
    }

    @Property
    void resultsAreCanonical(@ForAll("ranges") List<PortRange> left, @ForAll("ranges") List<PortRange> right) {
        PortSet a = PortSet.copyOf(left);
        PortSet b = PortSet.copyOf(right);
        for (PortSet set : List.of(a, a.union(b), a.intersection(b), a.difference(b), a.symmetricDifference(b))) {
            List<PortRange> ranges = set.ranges();
            for (int i = 1; i < ranges.size(); i++) {
                assertThat(ranges.get(i).first())
                        .isGreaterThan(ranges.get(i - 1).last() + 1);
            }
            assertThat(set).isEqualTo(PortSet.copyOf(ranges)).hasSameHashCodeAs(PortSet.copyOf(ranges));
        }
    }

    @Property
    void orderAndRepetitionDoNotMatter(@ForAll("ranges") List<PortRange> ranges, @ForAll Random random) {
        List<PortRange> shuffled = new ArrayList<>(ranges);
        shuffled.addAll(ranges);
        Collections.shuffle(shuffled, random);
        assertThat(PortSet.copyOf(shuffled)).isEqualTo(PortSet.copyOf(ranges)).hasToString(PortSet.copyOf(ranges) + "");
    }

    @Property
    void textParsesBack(@ForAll("ranges") List<PortRange> ranges) {
        PortSet set = PortSet.copyOf(ranges);
        assertThat(PortSet.parse(set.toString())).isEqualTo(set);
    }

    @Property
    void rangeSetsOfGuavaConvertBothWays(@ForAll("ranges") List<PortRange> ranges) {
        PortSet set = PortSet.copyOf(ranges);
        assertThat(PortSet.copyOf(set.asRangeSet())).isEqualTo(set);
        assertThat(set.asRangeSet().asRanges()).hasSize(set.rangeCount());
    }

    @Property(tries = 50) // each looks at every port under every prefix
    void prefixesAreDisjointAndCoverTheSet(@ForAll("ranges") List<PortRange> ranges) {
        PortSet set = PortSet.copyOf(ranges);
        BitSet covered = new BitSet(65_536);
        boolean overlap = false;
        for (PortPrefix prefix : set.prefixes()) {
            for (int port = 0; port <= 65_535; port++) {
                if ((port & prefix.mask()) == prefix.value()) {
                    overlap |= covered.get(port);
                    covered.set(port);
                }
            }
        }
        assertThat(overlap).isFalse();
        assertThat(covered).isEqualTo(bits(set));
    }

    @Property
    void orderIsTotal(
            @ForAll("ranges") List<PortRange> x,
            @ForAll("ranges") List<PortRange> y,
            @ForAll("ranges") List<PortRange> z) {
        List<PortSet> sorted = new ArrayList<>(List.of(PortSet.copyOf(x), PortSet.copyOf(y), PortSet.copyOf(z)));
        Collections.sort(sorted);
        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(1));
        assertThat(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(0).compareTo(sorted.get(1)) == 0)
                .isEqualTo(sorted.get(0).equals(sorted.get(1)));
    }

    /** Ranges that often overlap, touch or share an end, and often lie at an edge of the number space. */
    @Provide
    Arbitrary<List<PortRange>> ranges() {
        Arbitrary<Integer> port = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0, 65_535)),
                Tuple.of(3, Arbitraries.integers().between(1000, 1016)),
                Tuple.of(1, Arbitraries.of(0, 1, 32_767, 32_768, 65_534, 65_535)));
        return Combinators.combine(port, port)
                .as((a, b) -> PortRange.of(Math.min(a, b), Math.max(a, b)))
                .list()
                .ofMaxSize(12);
    }
}
