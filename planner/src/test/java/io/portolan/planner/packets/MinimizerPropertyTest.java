package io.portolan.planner.packets;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Few boxes against the fewest: four sources, four destinations and three ports, of which every box can be tried. */
class MinimizerPropertyTest {
    private static final int SIDE = 4;
    private static final int PORTS = 3;
    private static final int CASES = 1500;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    /** Sets as flows make them: the union of some boxes. */
    private static List<Box> boxes(Random random, int most) {
        List<Box> boxes = new ArrayList<>();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            boxes.add(box(1 + random.nextInt(15), 1 + random.nextInt(15), 1 + random.nextInt(7)));
        }
        return boxes;
    }

    private static Box box(int from, int to, int at) {
        NumberSet.Builder ports = NumberSet.builder();
        for (int port = 0; port < PORTS; port++) {
            if ((at >> port & 1) == 1) {
                ports.addRange(port, port);
            }
        }
        return new Box(
                peers("10.0.0.", from),
                peers("10.0.1.", to),
                new Shape(IpProtocol.TCP, NumberSet.all(), ports.build()));
    }

    private static Peers peers(String network, int members) {
        AddressSet.Builder addresses = AddressSet.builder();
        for (int i = 0; i < SIDE; i++) {
            if ((members >> i & 1) == 1) {
                addresses.add(AddressRange.parse(network + i));
            }
        }
        return Peers.of(addresses.build());
    }

    private static BitSet cells(List<Box> boxes) {
        FewestBoxes cube = new FewestBoxes(SIDE, SIDE, PORTS, new BitSet());
        BitSet cells = new BitSet();
        for (Box box : boxes) {
            for (int source = 0; source < SIDE; source++) {
                for (int destination = 0; destination < SIDE; destination++) {
                    for (int port = 0; port < PORTS; port++) {
                        if (box.sources().addresses().contains("10.0.0." + source)
                                && box.destinations().addresses().contains("10.0.1." + destination)
                                && box.shape().selectors().contains(port)) {
                            cells.set(cube.cell(source, destination, port));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static List<Box> minimized(List<Box> boxes) {
        return Minimizer.minimize(PacketAlgebra.combine(boxes, Combination.UNION));
    }

    private static int fewest(BitSet cells) {
        return new FewestBoxes(SIDE, SIDE, PORTS, cells).count();
    }

    @Property(tries = 300)
    void holdsExactlyTheSameCells(@ForAll("seeds") long seed) {
        List<Box> boxes = boxes(new Random(seed), 6);
        assertThat(cells(minimized(boxes))).isEqualTo(cells(boxes));
    }

    /** Unless leaving it out would cut a range in two. */
    @Property(tries = 500)
    void givesNoBoxAPortThatOthersHoldAnyway(@ForAll("seeds") long seed) {
        List<Box> boxes = minimized(boxes(new Random(seed), 8));
        for (Box box : boxes) {
            List<Box> others = new ArrayList<>(boxes);
            others.remove(box);
            NumberSet ports = box.shape().selectors();
            for (int port : ports.numbers().toArray()) {
                NumberSet rest = ports.difference(NumberSet.of(port));
                if (!rest.isEmpty() && rest.rangeCount() <= ports.rangeCount()) {
                    Box part = new Box(
                            box.sources(), box.destinations(), box.shape().with(NumberSet.all(), NumberSet.of(port)));
                    BitSet alone = cells(List.of(part));
                    alone.andNot(cells(others));
                    assertThat(alone.isEmpty()).as("port %s of %s", port, box).isFalse();
                }
            }
        }
    }

    /** The same cases on every run, so that a heuristic that becomes worse fails, and not by chance. */
    @Test
    void isWithinTheMeasuredBoundOfTheFewest() {
        int total = 0;
        int fewest = 0;
        int best = 0;
        for (long seed = 0; seed < CASES; seed++) {
            List<Box> boxes = boxes(new Random(seed), 8);
            int found = minimized(boxes).size();
            int possible = fewest(cells(boxes));
            assertThat(found).as("seed %d", seed).isBetween(possible, possible + 2);
            total += found;
            fewest += possible;
            best += found == possible ? 1 : 0;
        }
        assertThat(100.0 * best / CASES).as("percent of cases with the fewest").isGreaterThan(94);
        assertThat(100.0 * total / fewest - 100).as("percent of boxes too many").isLessThan(1.5);
    }
}
