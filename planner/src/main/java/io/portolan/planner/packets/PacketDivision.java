package io.portolan.planner.packets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Divides the packets of very many boxes among labels, in one walk over all destinations.
 *
 * <p>It is the same calculation as {@link PacketAlgebra#combine}, with any number of results at once, for addresses alone,
 * and in memory that grows with what boxes are and not with the product of their numbers: what the same boxes make of each
 * other is asked once, wherever they meet.
 *
 * @param <L> what packets are labeled with
 */
public final class PacketDivision<L> {
    /** How many answers are kept, so that a list of a million different rules does not keep them all. */
    private static final int MOST_ANSWERS = 10_000;

    private final Division<L> division;
    private final Map<L, List<Box>> result = new LinkedHashMap<>();

    private PacketDivision(Division<L> division) {
        this.division = division;
    }

    /**
     * Returns the boxes of each label.
     *
     * @param plane the family whose addresses count; names do not
     * @param boxes the boxes, in the order that matters to the division
     * @param division how they divide packets
     * @param <L> what packets are labeled with
     * @return for each label that has a packet, boxes that do not overlap, by protocol, then in {@link PacketAlgebra#ORDER}
     */
    public static <L> Map<L, List<Box>> divide(Plane plane, List<Box> boxes, Division<L> division) {
        PacketDivision<L> packets = new PacketDivision<>(division);
        Map<Integer, List<Integer>> byProtocol = new TreeMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            IpProtocol protocol = boxes.get(i).shape().protocol();
            if (plane.has(protocol)) {
                byProtocol
                        .computeIfAbsent(protocol.number(), first -> new ArrayList<>())
                        .add(i);
            }
        }
        Map<Peers, AddressSet> ofPlane = new HashMap<>();
        byProtocol.forEach((number, positions) -> packets
                .new OfProtocol(
                        boxes,
                        positions,
                        peers -> ofPlane.computeIfAbsent(
                                peers, first -> plane.of(first).addresses()))
                .addToResult());
        packets.result.values().forEach(list -> list.sort(PacketAlgebra.ORDER));
        return packets.result;
    }

    private interface Addresses {
        AddressSet of(Peers peers);
    }

    /** What one label has at a destination: sources, and the ports from which they may send. */
    private record From<K>(K label, NumberSet sourcePorts, ClassSet sources) {}

    private record Row<K>(From<K> from, NumberSet selectors) {}

    /** The boxes of one protocol. */
    private final class OfProtocol {
        private final IpProtocol protocol;
        private final List<Box> boxes = new ArrayList<>();
        private final int[] positions;
        private final AddressClasses sources;
        private final AddressClasses destinations;
        private final SourcePorts sourcePorts;
        private final IntFunction<BitSet> sourcesOf;
        private final Map<ImmutableIntArray, List<From<L>>> answers = new HashMap<>();

        /** Equal sets of sources are one object, for they are large and come again and again. */
        private final Map<ClassSet, ClassSet> sets = new HashMap<>();

        OfProtocol(List<Box> all, List<Integer> of, Addresses addresses) {
            protocol = all.get(of.get(0)).shape().protocol();
            List<AddressSet> from = new ArrayList<>();
            List<AddressSet> to = new ArrayList<>();
            List<Integer> taken = new ArrayList<>();
            for (int position : of) {
                Box box = all.get(position);
                AddressSet ofSources = addresses.of(box.sources());
                AddressSet ofDestinations = addresses.of(box.destinations());
                if (!ofSources.isEmpty()
                        && !ofDestinations.isEmpty()
                        && !box.shape().isEmpty()) {
                    boxes.add(box);
                    taken.add(position);
                    from.add(ofSources);
                    to.add(ofDestinations);
                }
            }
            positions = taken.stream().mapToInt(Integer::intValue).toArray();
            sources = new AddressClasses(from);
            destinations = new AddressClasses(to);
            sourcePorts = new SourcePorts(boxes);
            sourcesOf = position ->
                    sources.of(Arrays.binarySearch(positions, position)).bits();
        }

        void addToResult() {
            int[] starts = new int[destinations.count() + 1];
            for (int box = 0; box < positions.length; box++) {
                for (int destination : destinations.of(box).toArray()) {
                    starts[destination + 1]++;
                }
            }
            for (int destination = 0; destination < destinations.count(); destination++) {
                starts[destination + 1] += starts[destination];
            }
            int[] boxesAt = new int[starts[destinations.count()]];
            int[] filled = starts.clone();
            for (int box = 0; box < positions.length; box++) {
                for (int destination : destinations.of(box).toArray()) {
                    boxesAt[filled[destination]++] = box;
                }
            }
            Map<Row<L>, List<Integer>> rows = new LinkedHashMap<>();
            for (int destination = 0; destination < destinations.count(); destination++) {
                int[] here = Arrays.copyOfRange(boxesAt, starts[destination], starts[destination + 1]);
                for (Row<L> row : rowsAt(here)) {
                    rows.computeIfAbsent(row, first -> new ArrayList<>(1)).add(destination);
                }
            }
            Map<ClassSet, Peers> from = new HashMap<>();
            Map<ClassSet, Peers> to = new HashMap<>();
            rows.forEach((row, at) -> result.computeIfAbsent(row.from().label(), first -> new ArrayList<>())
                    .add(new Box(
                            from.computeIfAbsent(row.from().sources(), set -> Peers.of(sources.addresses(set))),
                            to.computeIfAbsent(
                                    ClassSet.ofAscending(at.stream()
                                            .mapToInt(Integer::intValue)
                                            .toArray()),
                                    set -> Peers.of(destinations.addresses(set))),
                            new Shape(protocol, row.from().sourcePorts(), row.selectors()))));
        }

        /** Walks the selectors at one destination in ascending order, and gathers what is labeled alike. */
        private List<Row<L>> rowsAt(int[] here) {
            TreeMap<Integer, List<Integer>> flips = new TreeMap<>();
            for (int local = 0; local < here.length; local++) {
                NumberSet selectors = boxes.get(here[local]).shape().selectors();
                for (int range = 0; range < selectors.rangeCount(); range++) {
                    flips.computeIfAbsent(selectors.firstOf(range), first -> new ArrayList<>(2))
                            .add(local);
                    flips.computeIfAbsent(selectors.lastOf(range) + 1, first -> new ArrayList<>(2))
                            .add(local);
                }
            }
            Map<ImmutableIntArray, NumberSet.Builder> stretches = new LinkedHashMap<>();
            BitSet holding = new BitSet();
            int from = 0; // where the stretch begins; of no meaning while nothing holds
            for (Map.Entry<Integer, List<Integer>> flip : flips.entrySet()) {
                if (!holding.isEmpty()) {
                    IntStream held = holding.stream().map(local -> here[local]);
                    stretches
                            .computeIfAbsent(ImmutableIntArray.copyOf(held), first -> NumberSet.builder())
                            .addRange(from, flip.getKey() - 1);
                }
                flip.getValue().forEach(holding::flip);
                from = flip.getKey();
            }
            Map<From<L>, NumberSet.Builder> labeled = new LinkedHashMap<>();
            stretches.forEach((at, selectors) -> {
                NumberSet numbers = selectors.build();
                for (From<L> answer : answer(at)) {
                    labeled.computeIfAbsent(answer, first -> NumberSet.builder())
                            .addAll(numbers);
                }
            });
            List<Row<L>> rows = new ArrayList<>(labeled.size());
            labeled.forEach((answer, selectors) -> rows.add(new Row<>(answer, selectors.build())));
            return rows;
        }

        private List<From<L>> answer(ImmutableIntArray at) {
            List<From<L>> known = answers.get(at);
            if (known == null) {
                known = asked(at);
                if (answers.size() >= MOST_ANSWERS) {
                    answers.clear();
                }
                answers.put(at, known);
            }
            return known;
        }

        private ClassSet shared(BitSet from) {
            ClassSet set = ClassSet.of(from);
            ClassSet known = sets.putIfAbsent(set, set);
            return known == null ? set : known;
        }

        /** What some boxes make of each other, for each label by all ports from which its sources may send. */
        private List<From<L>> asked(ImmutableIntArray at) {
            Map<L, Map<NumberSet, BitSet>> byLabel = new LinkedHashMap<>();
            List<NumberSet> atoms = sourcePorts.atoms(at);
            for (NumberSet atom : atoms) {
                int[] holding = (atoms.size() == 1
                                ? at.stream()
                                : at.stream()
                                        .filter(box -> boxes.get(box)
                                                .shape()
                                                .sourcePorts()
                                                .intersects(atom)))
                        .map(box -> positions[box])
                        .toArray();
                division.divide(holding, sourcesOf, (label, from) -> {
                    if (!from.isEmpty()) {
                        byLabel.merge(label, Map.of(atom, from), PacketDivision::merged);
                    }
                });
            }
            ImmutableList.Builder<From<L>> answer = ImmutableList.builder();
            byLabel.forEach((label, byPorts) ->
                    byPorts.forEach((ports, from) -> answer.add(new From<>(label, ports, shared(from)))));
            return answer.build();
        }
    }

    /** Adds the sources of one more set of ports: those that have others already have both together. */
    private static Map<NumberSet, BitSet> merged(Map<NumberSet, BitSet> before, Map<NumberSet, BitSet> more) {
        NumberSet atom = more.keySet().iterator().next();
        BitSet from = (BitSet) more.values().iterator().next().clone();
        Map<NumberSet, BitSet> cut = new LinkedHashMap<>();
        before.forEach((ports, others) -> {
            BitSet both = (BitSet) others.clone();
            both.and(from);
            BitSet rest = (BitSet) others.clone();
            rest.andNot(from);
            from.andNot(both);
            cut.put(ports, rest);
            cut.put(ports.union(atom), both);
        });
        cut.put(atom, from);
        cut.values().removeIf(BitSet::isEmpty);
        return cut;
    }
}
