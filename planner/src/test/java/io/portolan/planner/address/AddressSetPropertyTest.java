package io.portolan.planner.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
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

/** Address arithmetic against bits, wherever in the number space. */
class AddressSetPropertyTest {
    private static final BigInteger EVERYTHING = BigInteger.TWO.pow(32).add(BigInteger.TWO.pow(128));

    private interface Operation {
        void apply(BitSet left, BitSet right);
    }

    private static BitSet after(Operation operation, BitSet left, BitSet right) {
        BitSet result = (BitSet) left.clone();
        operation.apply(result, right);
        return result;
    }

    @Property
    void holdsTheAddressesItWasMadeOf(@ForAll("universes") Universe universe, @ForAll("bits") BitSet bits) {
        AddressSet set = universe.set(bits);
        assertThat(universe.bits(set)).isEqualTo(bits);
        assertThat(set.size()).isEqualTo(BigInteger.valueOf(bits.cardinality()));
        assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
        assertThat(set.ranges()).hasSize(Universe.runs(bits));
        if (!bits.isEmpty()) {
            assertThat(set.first()).isEqualTo(universe.text(bits.nextSetBit(0)));
        }
    }

    @Property
    void setOperationsAgreeWithBits(
            @ForAll("universes") Universe universe, @ForAll("bits") BitSet left, @ForAll("bits") BitSet right) {
        AddressSet a = universe.set(left);
        AddressSet b = universe.set(right);
        assertThat(a.union(b)).isEqualTo(universe.set(after(BitSet::or, left, right)));
        assertThat(universe.bits(a.union(b))).isEqualTo(after(BitSet::or, left, right));
        assertThat(a.intersection(b)).isEqualTo(universe.set(after(BitSet::and, left, right)));
        assertThat(universe.bits(a.intersection(b))).isEqualTo(after(BitSet::and, left, right));
        assertThat(a.difference(b)).isEqualTo(universe.set(after(BitSet::andNot, left, right)));
        assertThat(universe.bits(a.difference(b))).isEqualTo(after(BitSet::andNot, left, right));
        assertThat(a.intersects(b)).isEqualTo(left.intersects(right));
        assertThat(a.contains(b)).isEqualTo(after(BitSet::andNot, right, left).isEmpty());
        assertThat(a.contains(a.intersection(b))).isTrue();
    }

    @Property
    void complementHoldsTheOthersAndNothingElse(@ForAll("universes") Universe universe, @ForAll("bits") BitSet bits) {
        AddressSet set = universe.set(bits);
        AddressSet complement = set.complement();
        assertThat(universe.bits(complement)).isEqualTo(after((all, mine) -> all.flip(0, Universe.SIZE), bits, bits));
        assertThat(complement.size()).isEqualTo(EVERYTHING.subtract(set.size()));
        assertThat(complement.complement()).isEqualTo(set);
        assertThat(complement.union(set)).isEqualTo(AddressSet.any());
        assertThat(complement.intersects(set)).isFalse();
        assertThat(AddressSet.parse(complement.toString())).isEqualTo(complement);
    }

    @Property
    void familiesComeApart(@ForAll("universes") Universe universe, @ForAll("bits") BitSet bits) {
        AddressSet set = universe.set(bits);
        assertThat(set.ipv4()).isEqualTo(universe.set(bits.get(0, Universe.HALF)));
        assertThat(set.ipv6()).isEqualTo(set.intersection(AddressSet.anyIpv6()));
        assertThat(set.ipv4().union(set.ipv6())).isEqualTo(set);
        assertThat(set.ipv4().intersects(set.ipv6())).isFalse();
    }

    @Property
    void resultsAreCanonical(
            @ForAll("universes") Universe universe, @ForAll("bits") BitSet left, @ForAll("bits") BitSet right) {
        AddressSet a = universe.set(left);
        AddressSet b = universe.set(right);
        assertThat(a.union(b).ranges()).hasSize(Universe.runs(after(BitSet::or, left, right)));
        assertThat(a.intersection(b).ranges()).hasSize(Universe.runs(after(BitSet::and, left, right)));
        assertThat(a.difference(b).ranges()).hasSize(Universe.runs(after(BitSet::andNot, left, right)));
        for (AddressSet set : List.of(a.union(b), a.intersection(b), a.difference(b))) {
            AddressSet again = AddressSet.of(set.ranges().toArray(new AddressRange[0]));
            assertThat(again).isEqualTo(set).hasSameHashCodeAs(set);
            assertThat(set.ranges()).isSorted();
        }
    }

    @Property
    void prefixesAreTheFewestAlignedBlocks(@ForAll("universes") Universe universe, @ForAll("bits") BitSet bits) {
        AddressSet set = universe.set(bits);
        BitSet covered = new BitSet(Universe.SIZE);
        int sizes = 0;
        for (AddressRange prefix : set.prefixes()) {
            assertThat(prefix.prefixLength()).isPresent();
            covered.or(universe.bits(AddressSet.of(prefix)));
            sizes += prefix.size().intValueExact();
        }
        assertThat(covered).isEqualTo(bits);
        assertThat(sizes).as("no prefix overlaps another").isEqualTo(bits.cardinality());
        assertThat(set.prefixCount()).isEqualTo(set.prefixes().size());
        assertThat(set.prefixes()).hasSize(universe.fewestBlocks(bits)).isSorted();
    }

    @Property
    void orderAndRepetitionDoNotMatter(
            @ForAll("universes") Universe universe, @ForAll("bits") BitSet bits, @ForAll Random random) {
        AddressSet set = universe.set(bits);
        List<AddressRange> shuffled = new ArrayList<>(set.prefixes());
        shuffled.addAll(set.ranges());
        Collections.shuffle(shuffled, random);
        assertThat(AddressSet.of(shuffled.toArray(new AddressRange[0]))).isEqualTo(set);
    }

    @Property
    void textParsesBack(@ForAll("universes") Universe universe, @ForAll("bits") BitSet bits) {
        AddressSet set = universe.set(bits);
        assertThat(AddressSet.parse(set.toString())).isEqualTo(set);
        for (AddressRange range : set.ranges()) {
            assertThat(AddressRange.parse(range.toString())).isEqualTo(range).hasToString(range.toString());
        }
    }

    @Property
    void orderIsTotal(
            @ForAll("universes") Universe universe,
            @ForAll("bits") BitSet x,
            @ForAll("bits") BitSet y,
            @ForAll("bits") BitSet z) {
        List<AddressSet> sorted = new ArrayList<>(List.of(universe.set(x), universe.set(y), universe.set(z)));
        Collections.sort(sorted);
        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(1));
        assertThat(sorted.get(1)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(0)).isLessThanOrEqualTo(sorted.get(2));
        assertThat(sorted.get(0).compareTo(sorted.get(1)) == 0)
                .isEqualTo(sorted.get(0).equals(sorted.get(1)));
    }

    @Provide
    Arbitrary<Universe> universes() {
        return Arbitraries.of(Universe.ALL);
    }

    /** Runs that often overlap, touch, or end where the addresses of a family end. */
    @Provide
    Arbitrary<BitSet> bits() {
        Arbitrary<Integer> index = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, Universe.HALF - 1)),
                Tuple.of(2, Arbitraries.integers().between(100, 140)),
                Tuple.of(1, Arbitraries.of(0, 1, 127, 128, 254, 255)));
        Arbitrary<BitSet> run = Combinators.combine(index, index, Arbitraries.of(0, Universe.HALF))
                .as((a, b, family) -> {
                    BitSet bits = new BitSet(Universe.SIZE);
                    bits.set(family + Math.min(a, b), family + Math.max(a, b) + 1);
                    return bits;
                });
        // holes as well as runs
        return Combinators.combine(run.list().ofMaxSize(8), run.list().ofMaxSize(4))
                .as((runs, holes) -> {
                    BitSet bits = new BitSet(Universe.SIZE);
                    runs.forEach(bits::or);
                    holes.forEach(bits::xor);
                    return bits;
                });
    }
}
