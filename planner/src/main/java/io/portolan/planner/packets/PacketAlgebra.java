package io.portolan.planner.packets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact calculation with sets of packets.
 *
 * <p>A set of packets is seen destination by destination: for each class of destinations, which selectors are open to which
 * classes of sources. That table is a function of the set alone, however it was written, so gathering equal entries gives a
 * canonical list of boxes that do not overlap.
 */
public final class PacketAlgebra {
    private PacketAlgebra() {}

    /**
     * Returns the canonical boxes of what a combination makes of boxes.
     *
     * @param boxes boxes, in the order that matters to the combination
     * @param combination how they decide together
     * @return boxes that do not overlap, each of one family: those of IPv4 first, by protocol, then in {@link #ORDER}
     */
    public static ImmutableList<Box> combine(List<Box> boxes, Combination combination) {
        ImmutableList.Builder<Box> result = ImmutableList.builder();
        for (Plane plane : Plane.values()) {
            Map<Integer, List<Box>> byProtocol = new TreeMap<>();
            Map<Integer, List<Integer>> positions = new TreeMap<>();
            for (int i = 0; i < boxes.size(); i++) {
                IpProtocol protocol = boxes.get(i).shape().protocol();
                Box box = boxes.get(i).in(plane);
                if (plane.has(protocol) && !box.isEmpty()) {
                    byProtocol
                            .computeIfAbsent(protocol.number(), first -> new ArrayList<>())
                            .add(box);
                    positions
                            .computeIfAbsent(protocol.number(), first -> new ArrayList<>())
                            .add(i);
                }
            }
            byProtocol.forEach((number, ofProtocol) -> {
                List<Integer> original = positions.getOrDefault(number, List.of());
                new OfProtocol(ofProtocol, original, combination).addTo(result);
            });
        }
        return result.build();
    }

    /**
     * Returns the packets that are in boxes of one list and in none of another.
     *
     * @param left boxes
     * @param right boxes
     * @return canonical boxes; the left ones as they are if there is nothing to take away
     */
    public static List<Box> difference(List<Box> left, List<Box> right) {
        return left.isEmpty() || right.isEmpty() ? left : both(left, right, Combination.differenceAt(left.size()));
    }

    /**
     * Returns the packets that are in boxes of both lists.
     *
     * @param left boxes
     * @param right boxes
     * @return canonical boxes
     */
    public static List<Box> intersection(List<Box> left, List<Box> right) {
        return left.isEmpty() || right.isEmpty()
                ? List.of()
                : both(left, right, Combination.intersectionAt(left.size()));
    }

    /**
     * Returns the packets that are in boxes of either list.
     *
     * @param left boxes
     * @param right boxes
     * @return canonical boxes; those of one list as they are if the other is empty
     */
    public static List<Box> union(List<Box> left, List<Box> right) {
        return left.isEmpty() ? right : right.isEmpty() ? left : both(left, right, Combination.UNION);
    }

    private static List<Box> both(List<Box> left, List<Box> right, Combination combination) {
        List<Box> boxes = new ArrayList<>(left);
        boxes.addAll(right);
        return combine(boxes, combination);
    }

    /** The boxes of one plane and protocol. */
    private static final class OfProtocol {
        private final List<Box> boxes;
        private final List<Integer> positions;
        private final Combination combination;
        private final PeerClasses sources;
        private final PeerClasses destinations;
        private final List<BitSet> sourcesByPosition = new ArrayList<>();
        private final SourcePorts sourcePorts;

        OfProtocol(List<Box> boxes, List<Integer> positions, Combination combination) {
            this.boxes = boxes;
            this.positions = positions;
            this.combination = combination;
            this.sources = new PeerClasses(boxes.stream().map(Box::sources).toList());
            this.destinations =
                    new PeerClasses(boxes.stream().map(Box::destinations).toList());
            this.sourcePorts = new SourcePorts(boxes);
            for (int i = 0; i < boxes.size(); i++) {
                while (sourcesByPosition.size() < positions.get(i)) {
                    sourcesByPosition.add(new BitSet());
                }
                sourcesByPosition.add(sources.classesOf(boxes.get(i).sources()));
            }
        }

        void addTo(ImmutableList.Builder<Box> result) {
            IpProtocol protocol = boxes.get(0).shape().protocol();
            List<Box> found = new ArrayList<>();
            destinationsByRow()
                    .forEach((row, at) -> found.add(new Box(
                            sources.peers(row.open().sources()),
                            destinations.peers(at),
                            new Shape(protocol, row.open().sourcePorts(), row.selectors()))));
            found.sort(ORDER);
            result.addAll(found);
        }

        private Map<Row, BitSet> destinationsByRow() {
            List<List<Integer>> boxesAt = new ArrayList<>();
            for (int destination = 0; destination < destinations.size(); destination++) {
                boxesAt.add(new ArrayList<>());
            }
            for (int i = 0; i < boxes.size(); i++) {
                int box = i;
                destinations.classesOf(boxes.get(i).destinations()).stream()
                        .forEach(destination -> boxesAt.get(destination).add(box));
            }
            Map<Row, BitSet> rows = new LinkedHashMap<>();
            for (int destination = 0; destination < boxesAt.size(); destination++) {
                for (Row row : rows(boxesAt.get(destination))) {
                    rows.computeIfAbsent(row, first -> new BitSet()).set(destination);
                }
            }
            return rows;
        }

        /** What one class of destinations takes: selectors by the sources and source ports to which they are open. */
        private List<Row> rows(List<Integer> here) {
            Map<Open, NumberSet.Builder> open = new LinkedHashMap<>();
            selectorsByBoxes(here)
                    .forEach((at, selectors) -> sourcesByPorts(at)
                            .forEach((ports, from) -> open.computeIfAbsent(
                                            new Open(ports, from), first -> NumberSet.builder())
                                    .addAll(selectors.build())));
            List<Row> rows = new ArrayList<>();
            open.forEach((from, selectors) -> rows.add(new Row(from, selectors.build())));
            return rows;
        }

        /** Walks the selectors in ascending order, and gathers stretches by the boxes that hold there. */
        private Map<ImmutableIntArray, NumberSet.Builder> selectorsByBoxes(List<Integer> here) {
            TreeMap<Integer, List<Integer>> flips = new TreeMap<>();
            for (int i : here) {
                NumberSet selectors = boxes.get(i).shape().selectors();
                for (int range = 0; range < selectors.rangeCount(); range++) {
                    flips.computeIfAbsent(selectors.firstOf(range), first -> new ArrayList<>())
                            .add(i);
                    flips.computeIfAbsent(selectors.lastOf(range) + 1, first -> new ArrayList<>())
                            .add(i);
                }
            }
            Map<ImmutableIntArray, NumberSet.Builder> stretches = new LinkedHashMap<>();
            BitSet holding = new BitSet();
            int from = 0; // where the stretch begins; of no meaning while nothing holds
            for (Map.Entry<Integer, List<Integer>> flip : flips.entrySet()) {
                if (!holding.isEmpty()) {
                    stretches
                            .computeIfAbsent(ImmutableIntArray.copyOf(holding.stream()), first -> NumberSet.builder())
                            .addRange(from, flip.getKey() - 1);
                }
                flip.getValue().forEach(holding::flip);
                from = flip.getKey();
            }
            return stretches;
        }

        /** The sources that some boxes make, by all ports from which they may send: mostly one entry. */
        private Map<NumberSet, BitSet> sourcesByPorts(ImmutableIntArray at) {
            Map<NumberSet, BitSet> byPorts = new LinkedHashMap<>();
            for (NumberSet atom : sourcePorts.atoms(at)) {
                int[] holding = at.stream()
                        .filter(i -> boxes.get(i).shape().sourcePorts().intersects(atom))
                        .map(positions::get)
                        .toArray();
                BitSet from = combination.sources(holding, sourcesByPosition);
                Map<NumberSet, BitSet> cut = new LinkedHashMap<>();
                byPorts.forEach((ports, others) -> {
                    BitSet both = (BitSet) others.clone();
                    both.and(from);
                    others.andNot(from);
                    from.andNot(both);
                    cut.put(ports, others);
                    cut.put(ports.union(atom), both);
                });
                cut.put(atom, from);
                cut.values().removeIf(BitSet::isEmpty);
                byPorts = cut;
            }
            return byPorts;
        }
    }

    /** Sources, and all ports from which they may send. */
    private record Open(NumberSet sourcePorts, BitSet sources) {}

    private record Row(Open open, NumberSet selectors) {}

    /** Orders by protocol, then selectors, so that a reader finds a port where it belongs. */
    public static final Comparator<Box> ORDER = Comparator.comparingInt(
                    (Box box) -> box.shape().protocol().number())
            .thenComparing(box -> box.shape().selectors())
            .thenComparing(box -> box.shape().sourcePorts())
            .thenComparing(Box::destinations, Comparator.<Peers>naturalOrder())
            .thenComparing(Box::sources);
}
