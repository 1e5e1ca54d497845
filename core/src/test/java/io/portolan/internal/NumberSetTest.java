package io.portolan.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers against bits; ports, which are one use of them, are tested in all other ways. */
class NumberSetTest {
    private static NumberSet set(BitSet bits) {
        NumberSet.Builder numbers = NumberSet.builder();
        bits.stream().forEach(number -> numbers.addRange(number, number));
        return numbers.build();
    }

    private static BitSet bits(NumberSet set) {
        BitSet bits = new BitSet();
        for (int number = 0; number <= 65_535; number++) {
            bits.set(number, set.contains(number));
        }
        return bits;
    }

    private static BitSet some(Random random) {
        BitSet bits = new BitSet();
        for (int run = random.nextInt(4); run > 0; run--) {
            int first = random.nextBoolean() ? random.nextInt(0x1_0000) : 0xff00 + random.nextInt(0x100);
            bits.set(first, Math.min(0x1_0000, first + 1 + random.nextInt(300)));
        }
        return bits;
    }

    @Test
    void operationsEqualThoseOfBits() {
        Random random = new Random(20);
        for (int i = 0; i < 200; i++) {
            BitSet one = some(random);
            BitSet other = some(random);
            BitSet union = (BitSet) one.clone();
            union.or(other);
            BitSet intersection = (BitSet) one.clone();
            intersection.and(other);
            BitSet difference = (BitSet) one.clone();
            difference.andNot(other);
            NumberSet left = set(one);
            NumberSet right = set(other);
            assertThat(bits(left.union(right))).isEqualTo(union);
            assertThat(bits(left.intersection(right))).isEqualTo(intersection);
            assertThat(bits(left.difference(right))).isEqualTo(difference);
            assertThat(left.intersects(right)).isEqualTo(!intersection.isEmpty());
            assertThat(left.contains(right)).isEqualTo(intersection.equals(other));
            assertThat(left.size()).isEqualTo(one.cardinality());
            assertThat(left.numbers().toArray()).isEqualTo(one.stream().toArray());
            assertThat(left.isAll()).isFalse();
        }
    }

    @Test
    void hasItsRangesByPosition() {
        NumberSet set = NumberSet.ofRange(0, 9).union(NumberSet.of(65_535)).union(NumberSet.ofRange(10, 11));
        assertThat(set.rangeCount()).isEqualTo(2);
        assertThat(set.firstOf(0)).isZero();
        assertThat(set.lastOf(0)).isEqualTo(11);
        assertThat(set.firstOf(1)).isEqualTo(65_535);
        assertThat(set).hasToString("0-11,65535");
        assertThat(set.first()).isZero();
        assertThat(set.last()).isEqualTo(65_535);
        assertThat(set.containsRange(3, 11)).isTrue();
        assertThat(set.containsRange(3, 12)).isFalse();
        assertThat(set.contains(-1)).isFalse();
        assertThat(set.contains(65_536)).isFalse();
    }

    @Test
    void allIsEveryNumberHoweverItWasMade() {
        assertThat(NumberSet.ofRange(0, 400).union(NumberSet.ofRange(401, 65_535)))
                .isEqualTo(NumberSet.all())
                .matches(NumberSet::isAll);
        assertThat(NumberSet.none().isAll()).isFalse();
    }

    @Test
    void refusesWhatIsNoRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberSet.ofRange(9, 8))
                .withMessage("not a range of numbers: 9-8; expected one within 0-65535");
        assertThatIllegalArgumentException().isThrownBy(() -> NumberSet.of(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberSet.of(-1));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> NumberSet.none().first());
    }
}
