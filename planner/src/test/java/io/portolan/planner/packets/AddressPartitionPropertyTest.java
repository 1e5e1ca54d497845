package io.portolan.planner.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.planner.address.Universe;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Partitions and indexes against bits, wherever in the number space; runs often touch the ends of a family. */
class AddressPartitionPropertyTest {
    private static final int[] EDGES = {0, 1, 100, 127, 128, 200, 254, 255};

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static List<BitSet> bits(Random random) {
        List<BitSet> sets = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            BitSet set = new BitSet();
            int runs = random.nextInt(4);
            for (int run = 0; run < runs; run++) {
                int a = EDGES[random.nextInt(EDGES.length)];
                int b = random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(Universe.HALF);
                int family = random.nextInt(2) * Universe.HALF;
                set.set(family + Math.min(a, b), family + Math.max(a, b) + 1);
            }
            sets.add(set);
        }
        return sets;
    }

    private static Universe universe(Random random) {
        return Universe.ALL.get(random.nextInt(Universe.ALL.size()));
    }

    @Property
    void partsAreTheAddressesThatAreInTheSameSets(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Universe universe = universe(random);
        List<BitSet> sets = bits(random);
        AddressPartition partition =
                AddressPartition.of(sets.stream().map(universe::set).toList());

        Map<List<Integer>, BitSet> alike = new LinkedHashMap<>();
        for (int address = 0; address < Universe.SIZE; address++) {
            List<Integer> in = new ArrayList<>();
            for (int set = 0; set < sets.size(); set++) {
                if (sets.get(set).get(address)) {
                    in.add(set);
                }
            }
            if (!in.isEmpty()) {
                alike.computeIfAbsent(in, first -> new BitSet()).set(address);
            }
        }
        List<BitSet> parts = new ArrayList<>();
        partition.parts().forEach(part -> parts.add(universe.bits(part)));
        assertThat(parts).containsExactlyElementsOf(alike.values());
        for (int set = 0; set < sets.size(); set++) {
            BitSet union = new BitSet();
            partition.partsOf(set).stream().forEach(part -> union.or(parts.get(part)));
            assertThat(union).isEqualTo(sets.get(set));
        }
    }

    @Property
    void anIndexFindsTheSetsThatShareAnAddress(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Universe universe = universe(random);
        List<BitSet> sets = bits(random);
        AddressIndex index = AddressIndex.of(sets.stream().map(universe::set).toList());
        for (BitSet asked : bits(random)) {
            BitSet sharing = new BitSet();
            for (int set = 0; set < sets.size(); set++) {
                sharing.set(set, sets.get(set).intersects(asked));
            }
            assertThat(index.intersecting(universe.set(asked))).isEqualTo(sharing);
        }
    }
}
