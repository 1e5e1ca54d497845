package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Combination;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Plane;
import io.portolan.planner.packets.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The figures of a policy. What is open is counted in pairs of a destination, an address or a name, and a port, each once
 * however many sources reach it; ICMP counts types and codes, and any other protocol one.
 *
 * @param rules how many rules there are
 * @param prefixes how many prefixes and names the rules have at their ends
 * @param open how many pairs of destination and port are open
 * @param openForDynamicPorts how many of them are open for dynamic ranges alone
 * @param savedByNarrowing how many fewer would be open if every dynamic range had the 255 ports that Windows asks for at
 *     least
 * @param widest the rules that open the most pairs, at most five
 */
public record PolicySummary(
        int rules,
        int prefixes,
        BigInteger open,
        BigInteger openForDynamicPorts,
        BigInteger savedByNarrowing,
        ImmutableList<Rule> widest) {
    private static final int MOST_WIDE = 5;
    private static final int FEWEST_DYNAMIC = 255;

    /**
     * Refuses null.
     *
     * @param rules how many rules there are
     * @param prefixes how many prefixes and names the rules have at their ends
     * @param open how many pairs of destination and port are open
     * @param openForDynamicPorts how many of them are open for dynamic ranges alone
     * @param savedByNarrowing how many fewer would be open if every dynamic range had 255 ports
     * @param widest the rules that open the most pairs, at most five
     */
    public PolicySummary {
        requireNonNull(open, "open");
        requireNonNull(openForDynamicPorts, "openForDynamicPorts");
        requireNonNull(savedByNarrowing, "savedByNarrowing");
        requireNonNull(widest, "widest");
    }

    static PolicySummary of(Policy policy) {
        List<Box> all = new ArrayList<>();
        List<Box> fixed = new ArrayList<>();
        List<Box> narrowed = new ArrayList<>();
        for (PlacedFlow flow : policy.flows()) {
            Box box = flow.box();
            all.add(box);
            if (flow.cause().flow().ports().orElse(null) instanceof AllocatedPorts
                    && box.shape().selectors().size() > FEWEST_DYNAMIC) {
                narrowed.add(new Box(box.sources(), box.destinations(), narrowed(box.shape())));
            } else {
                fixed.add(box);
                narrowed.add(box);
            }
        }
        BigInteger open = open(all);
        int prefixes = 0;
        for (Rule rule : policy.rules()) {
            prefixes += prefixes(rule.sources()) + prefixes(rule.destinations());
        }
        return new PolicySummary(
                policy.rules().size(),
                prefixes,
                open,
                open.subtract(open(fixed)),
                open.subtract(open(narrowed)),
                widest(policy.rules()));
    }

    /** The last ports of a range, which are the first of no other. */
    private static Shape narrowed(Shape shape) {
        int last = shape.selectors().last();
        NumberSet tail = NumberSet.ofRange(Math.max(0, last - FEWEST_DYNAMIC + 1), last);
        return shape.with(shape.sourcePorts(), tail.intersection(shape.selectors()));
    }

    private static int prefixes(Peers peers) {
        return peers.addresses().prefixCount() + peers.names().size();
    }

    private static BigInteger open(List<Box> boxes) {
        List<Box> fromAnywhere = new ArrayList<>();
        for (Box box : boxes) {
            for (Plane plane : Plane.values()) {
                Box inside = box.in(plane);
                if (plane.has(box.shape().protocol()) && !inside.isEmpty()) {
                    fromAnywhere.add(new Box(
                            plane.of(Peers.any()),
                            inside.destinations(),
                            inside.shape().with(NumberSet.all(), inside.shape().selectors())));
                }
            }
        }
        BigInteger open = BigInteger.ZERO;
        for (Box box : PacketAlgebra.combine(fromAnywhere, Combination.UNION)) {
            open = open.add(pairs(box.destinations(), box.shape()));
        }
        return open;
    }

    private static BigInteger pairs(Peers destinations, Shape shape) {
        BigInteger ends = destinations
                .addresses()
                .size()
                .add(BigInteger.valueOf(destinations.names().size()));
        return ends.multiply(BigInteger.valueOf(shape.selectors().size()));
    }

    private static ImmutableList<Rule> widest(ImmutableList<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> pairs(rule.destinations(), Shape.of(rule.transport())))
                        .reversed())
                .limit(MOST_WIDE)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the figures in one line. */
    @Override
    public String toString() {
        return rules + " rules with " + prefixes + " prefixes and names; " + open + " ports open, "
                + openForDynamicPorts
                + " of them for dynamic ranges alone; ranges of " + FEWEST_DYNAMIC + " ports would save "
                + savedByNarrowing;
    }
}
