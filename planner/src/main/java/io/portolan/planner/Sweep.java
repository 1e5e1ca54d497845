package io.portolan.planner;

import io.portolan.planner.Ask.NameCase;
import io.portolan.planner.Ask.Purpose;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Division;
import io.portolan.planner.packets.PacketDivision;
import io.portolan.planner.packets.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** One walk over all packets: what observed rules make of those that are asked for, and of all others. */
final class Sweep implements Division<Sweep.Label> {
    /** What becomes of packets. */
    enum Part {
        /** They pass. */
        PASSING,
        /** Nobody knows whether they pass. */
        DOUBTFUL,
        /** They do not pass. */
        LACKING,
        /** They pass, and nothing needs them. */
        EXCESS,
        /** They pass, and nothing needs them unless they go to what a name stands for. */
        EXCESS_UNLESS_NAMED,
        /** Nobody knows whether they pass, and nothing needs them. */
        POSSIBLE_EXCESS
    }

    /**
     * What becomes of packets that were asked for.
     *
     * @param ask the number of the ask, -1 for all packets
     * @param part what becomes of them
     */
    record Label(int ask, Part part) {}

    private static final int EVERYTHING = -1;
    private static final Label EXCESS = new Label(EVERYTHING, Part.EXCESS);
    private static final Label EXCESS_UNLESS_NAMED = new Label(EVERYTHING, Part.EXCESS_UNLESS_NAMED);
    private static final Label POSSIBLE_EXCESS = new Label(EVERYTHING, Part.POSSIBLE_EXCESS);

    private final ObservedPackets observed;
    private final List<Ask> asks;
    private final Map<Label, List<Box>> found = new HashMap<>();
    private int[] askOfBox = new int[0];
    private NameCase names = NameCase.NONE;

    Sweep(ObservedPackets observed, List<Ask> asks) {
        this.observed = observed;
        this.asks = asks;
    }

    /** Walks over the packets of a case, and keeps what becomes of those that are asked for in it. */
    void run(NameCase asked) {
        names = asked;
        List<Box> boxes = new ArrayList<>();
        Map<Peers, Peers> sources = new HashMap<>();
        Map<Peers, Peers> destinations = new HashMap<>();
        for (Box box : observed.boxes()) {
            boxes.add(new Box(
                    sources.computeIfAbsent(box.sources(), peers -> addresses(peers, names.sources())),
                    destinations.computeIfAbsent(box.destinations(), peers -> addresses(peers, names.destinations())),
                    box.shape()));
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            boolean isNeed = ask.purpose() == Purpose.NEED || ask.purpose() == Purpose.QUESTION;
            if (ask.names().equals(names) || (isNeed && !ask.isNamed())) {
                numbers.add(i);
                boxes.add(ask.box());
            }
        }
        askOfBox = numbers.stream().mapToInt(Integer::intValue).toArray();
        for (Plane plane : Plane.values()) {
            PacketDivision.divide(plane, boxes, this)
                    .forEach((label, of) -> found.computeIfAbsent(label, first -> new ArrayList<>())
                            .addAll(of));
        }
    }

    /** A rule that has one of the names matches the packets, whatever the address; any other name does not matter. */
    private static Peers addresses(Peers peers, Set<OutsideName> names) {
        return Collections.disjoint(peers.names(), names)
                ? peers.names().isEmpty() ? peers : Peers.of(peers.addresses())
                : Peers.any();
    }

    List<Box> found(int ask, Part part) {
        return found.getOrDefault(new Label(ask, part), List.of());
    }

    /** Returns what passes or may pass and nothing needs, as canonical boxes. */
    List<Box> unneeded(Part part) {
        return found(EVERYTHING, part);
    }

    @Override
    public void divide(int[] boxes, IntFunction<BitSet> sources, BiConsumer<Label, BitSet> labels) {
        Verdict verdict = new Verdict();
        int first = 0;
        int rules = observed.boxes().size();
        while (first < boxes.length && boxes[first] < rules) {
            verdict.apply(observed.rule(boxes[first]), sources.apply(boxes[first]));
            first++;
        }
        verdict.finish();
        BitSet needed = new BitSet();
        BitSet required = new BitSet();
        BitSet named = new BitSet();
        for (int i = first; i < boxes.length; i++) {
            Ask ask = ask(boxes[i] - rules);
            if (ask.purpose() == Purpose.NEED || ask.purpose() == Purpose.QUESTION) {
                (ask.isNamed() ? named : needed).or(sources.apply(boxes[i]));
                if (ask.purpose() == Purpose.NEED && !ask.isNamed()) {
                    required.or(sources.apply(boxes[i]));
                }
            }
        }
        for (int i = first; i < boxes.length; i++) {
            Ask ask = ask(boxes[i] - rules);
            if (ask.names().equals(names)) {
                BitSet opened = ask.purpose() == Purpose.OPENED
                        ? neededBy(ask, Arrays.copyOfRange(boxes, first, boxes.length), sources)
                        : required;
                answer(askOfBox[boxes[i] - rules], ask, sources.apply(boxes[i]), verdict, opened, labels);
            }
        }
        if (names.equals(NameCase.NONE)) {
            BitSet excess = without(verdict.allowed(), needed);
            labels.accept(EXCESS, without(excess, named));
            excess.and(named);
            labels.accept(EXCESS_UNLESS_NAMED, excess);
            labels.accept(POSSIBLE_EXCESS, without(verdict.unknown(), needed));
        }
    }

    private Ask ask(int box) {
        return asks.get(askOfBox[box]);
    }

    /** Returns the sources of flows that need packets to what a rule names: by address, or by a name that covers it. */
    private BitSet neededBy(Ask opened, int[] boxes, IntFunction<BitSet> sources) {
        BitSet needed = new BitSet();
        for (int box : boxes) {
            Ask ask = ask(box - observed.boxes().size());
            boolean isNeed = ask.purpose() == Purpose.NEED || ask.purpose() == Purpose.QUESTION;
            if (isNeed && (!ask.isNamed() || ask.coversNamesOf(opened))) {
                needed.or(sources.apply(box));
            }
        }
        return needed;
    }

    private static void answer(
            int number, Ask ask, BitSet sources, Verdict verdict, BitSet needed, BiConsumer<Label, BitSet> labels) {
        BitSet passing = both(sources, verdict.allowed());
        BitSet doubtful = both(sources, verdict.unknown());
        if (ask.isNamed() && (ask.purpose() == Purpose.NEED || ask.purpose() == Purpose.QUESTION)) {
            passing.andNot(needed); // they are open for what is known by address, and nothing was done for the name
        } else if (ask.purpose() == Purpose.QUESTION) {
            passing.andNot(needed); // whatever the answer is, they are needed
        } else if (ask.purpose() == Purpose.OPENED) {
            passing.andNot(needed);
            doubtful.andNot(needed);
        }
        if (ask.purpose() != Purpose.CLOSED || ask.isNamed()) {
            BitSet lacking = without(sources, verdict.allowed());
            lacking.andNot(verdict.unknown());
            if (ask.purpose() == Purpose.OPENED) {
                lacking.or(both(sources, needed)); // nothing that is too much
            }
            labels.accept(new Label(number, Part.LACKING), lacking);
        }
        labels.accept(new Label(number, Part.DOUBTFUL), doubtful);
        if (ask.purpose() != Purpose.NEED || ask.isNamed()) {
            labels.accept(new Label(number, Part.PASSING), passing);
        }
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet without(BitSet all, BitSet some) {
        BitSet left = (BitSet) all.clone();
        left.andNot(some);
        return left;
    }
}
