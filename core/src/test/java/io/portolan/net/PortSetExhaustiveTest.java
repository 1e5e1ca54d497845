package io.portolan.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every pair of sets over a universe of eight ports, at both edges of the number space and in between.
 *
 * <p>The reference is the bits of an {@code int}: bit {@code i} stands for the port {@code base + i}.
 */
class PortSetExhaustiveTest {
    private static final int WIDTH = 8;
    private static final int SETS = 1 << WIDTH;

    private static PortSet set(int bits, int base) {
        PortSet.Builder ports = PortSet.builder();
        for (int i = 0; i < WIDTH; i++) {
            if (((bits >> i) & 1) == 1) {
                ports.add(base + i);
            }
        }
        return ports.build();
    }

    private static List<PortSet> universe(int base) {
        List<PortSet> sets = new ArrayList<>();
        for (int bits = 0; bits < SETS; bits++) {
            sets.add(set(bits, base));
        }
        return sets;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32_764, 65_527, 65_528})
    void everyPairAgreesWithBits(int base) {
        List<PortSet> sets = universe(base);
        for (int a = 0; a < SETS; a++) {
            PortSet left = sets.get(a);
            for (int b = 0; b < SETS; b++) {
                PortSet right = sets.get(b);
                assertEquals(sets.get(a | b), left.union(right));
                assertEquals(sets.get(a & b), left.intersection(right));
                assertEquals(sets.get(a & ~b), left.difference(right));
                assertEquals(sets.get(a ^ b), left.symmetricDifference(right));
                assertEquals(sets.get(b & ~a), left.complementIn(right));
                assertEquals((b & ~a) == 0, left.contains(right));
                assertEquals((a & b) != 0, left.intersects(right));
                assertEquals(a == b, left.equals(right));
                assertEquals(a == b, left.compareTo(right) == 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32_764, 65_528})
    void everySetAgreesWithBits(int base) {
        for (int bits = 0; bits < SETS; bits++) {
            PortSet set = set(bits, base);
            assertThat(set.size()).isEqualTo(Integer.bitCount(bits));
            assertThat(set.isEmpty()).isEqualTo(bits == 0);
            assertThat(set.rangeCount()).isEqualTo(Integer.bitCount(bits & ~(bits << 1)));
            assertThat(PortSet.parse(set.toString())).isEqualTo(set).hasSameHashCodeAs(set);
            assertThat(PortSet.copyOf(set.ranges())).isEqualTo(set);
            assertThat(PortSet.copyOf(set.asRangeSet())).isEqualTo(set);
            for (int i = 0; i < WIDTH; i++) {
                assertThat(set.contains(base + i)).isEqualTo(((bits >> i) & 1) == 1);
                for (int j = i; j < WIDTH; j++) {
                    int range = (2 << j) - (1 << i);
                    assertThat(set.contains(PortRange.of(base + i, base + j))).isEqualTo((bits & range) == range);
                }
            }
            if (bits != 0) {
                assertThat(set.first()).isEqualTo(base + Integer.numberOfTrailingZeros(bits));
                assertThat(set.last()).isEqualTo(base + 31 - Integer.numberOfLeadingZeros(bits));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_528})
    void everyPairOfRangesMergesInEitherOrder(int base) {
        for (int a = 0; a < WIDTH; a++) {
            for (int b = a; b < WIDTH; b++) {
                for (int c = 0; c < WIDTH; c++) {
                    for (int d = c; d < WIDTH; d++) {
                        int bits = ((2 << b) - (1 << a)) | ((2 << d) - (1 << c));
                        List<PortRange> ranges = new ArrayList<>(
                                List.of(PortRange.of(base + a, base + b), PortRange.of(base + c, base + d)));
                        assertThat(PortSet.copyOf(ranges)).isEqualTo(set(bits, base));
                        Collections.shuffle(ranges, new Random(bits));
                        assertThat(PortSet.copyOf(ranges)).isEqualTo(set(bits, base));
                    }
                }
            }
        }
    }
}
