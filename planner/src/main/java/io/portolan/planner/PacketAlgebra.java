package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
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
final class PacketAlgebra {
    private PacketAlgebra() {}

    /** Returns the canonical boxes of what the combination makes of boxes in a given order. */
    static ImmutableList<Box> combine(List<Box> boxes, Combination combination) {
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

    /** The boxes of one plane and protocol. */
    private static final class OfProtocol {
        private final List<Box> boxes;
        private final List<Integer> positions;
        private final Combination combination;
        private final PeerClasses sources;
        private final PeerClasses destinations;
        private final List<BitSet> sourcesByPosition = new ArrayList<>();

        OfProtocol(List<Box> boxes, List<Integer> positions, Combination combination) {
            this.boxes = boxes;
            this.positions = positions;
            this.combination = combination;
            this.sources = new PeerClasses(boxes.stream().map(Box::sources).toList());
            this.destinations =
                    new PeerClasses(boxes.stream().map(Box::destinations).toList());
            for (int i = 0; i < boxes.size(); i++) {
                while (sourcesByPosition.size() < positions.get(i)) {
                    sourcesByPosition.add(new BitSet());
                }
                sourcesByPosition.add(sources.classesOf(boxes.get(i).sources()));
            }
        }

        void addTo(ImmutableList.Builder<Box> result) {
            Map<Entry, PortSet> sourcePorts = new LinkedHashMap<>();
            for (PortSet atom : atoms()) {
                destinationsByRow(atom)
                        .forEach((row, at) -> sourcePorts.merge(new Entry(row, at), atom, PortSet::union));
            }
            List<Box> found = new ArrayList<>();
            IpProtocol protocol = boxes.get(0).shape().protocol();
            sourcePorts.forEach((entry, ports) -> found.add(new Box(
                    sources.peers(entry.row().sources()),
                    destinations.peers(entry.destinations()),
                    new Shape(protocol, ports, entry.row().selectors()))));
            found.sort(ORDER);
            result.addAll(found);
        }

        /** The sets into which the source ports of all boxes cut the ports: mostly one, all ports. */
        private List<PortSet> atoms() {
            List<PortSet> atoms = new ArrayList<>();
            for (Box box : boxes) {
                PortSet left = box.shape().sourcePorts();
                List<PortSet> cut = new ArrayList<>();
                for (PortSet atom : atoms) {
                    PortSet inside = atom.intersection(left);
                    PortSet outside = atom.difference(left);
                    if (!inside.isEmpty()) {
                        cut.add(inside);
                    }
                    if (!outside.isEmpty()) {
                        cut.add(outside);
                    }
                    left = left.difference(atom);
                }
                if (!left.isEmpty()) {
                    cut.add(left);
                }
                atoms = cut;
            }
            return atoms;
        }

        private Map<Row, BitSet> destinationsByRow(PortSet sourcePorts) {
            List<List<Integer>> boxesAt = new ArrayList<>();
            for (int destination = 0; destination < destinations.size(); destination++) {
                boxesAt.add(new ArrayList<>());
            }
            for (int i = 0; i < boxes.size(); i++) {
                if (boxes.get(i).shape().sourcePorts().intersects(sourcePorts)) {
                    int box = i;
                    destinations.classesOf(boxes.get(i).destinations()).stream()
                            .forEach(destination -> boxesAt.get(destination).add(box));
                }
            }
            Map<Row, BitSet> rows = new LinkedHashMap<>();
            for (int destination = 0; destination < boxesAt.size(); destination++) {
                for (Row row : rows(boxesAt.get(destination))) {
                    rows.computeIfAbsent(row, first -> new BitSet()).set(destination);
                }
            }
            return rows;
        }

        /** What one class of destinations takes: selectors by the sources to which they are open. */
        private List<Row> rows(List<Integer> here) {
            Map<BitSet, PortSet.Builder> open = new LinkedHashMap<>();
            selectorsByPositions(here).forEach((at, selectors) -> {
                BitSet from = combination.sources(at.toArray(), sourcesByPosition);
                if (!from.isEmpty()) {
                    open.computeIfAbsent(from, first -> PortSet.builder()).addAll(selectors.build());
                }
            });
            List<Row> rows = new ArrayList<>();
            open.forEach((from, selectors) -> rows.add(new Row(from, selectors.build())));
            return rows;
        }

        /** Walks the selectors in ascending order, and gathers stretches by the boxes that hold there. */
        private Map<ImmutableIntArray, PortSet.Builder> selectorsByPositions(List<Integer> here) {
            TreeMap<Integer, List<Integer>> flips = new TreeMap<>();
            for (int i : here) {
                for (PortRange range : boxes.get(i).shape().selectors().ranges()) {
                    flips.computeIfAbsent(range.first(), first -> new ArrayList<>())
                            .add(positions.get(i));
                    flips.computeIfAbsent(range.last() + 1, first -> new ArrayList<>())
                            .add(positions.get(i));
                }
            }
            Map<ImmutableIntArray, PortSet.Builder> stretches = new LinkedHashMap<>();
            BitSet holding = new BitSet();
            int from = 0; // where the stretch begins; of no meaning while nothing holds
            for (Map.Entry<Integer, List<Integer>> flip : flips.entrySet()) {
                if (!holding.isEmpty()) {
                    stretches
                            .computeIfAbsent(ImmutableIntArray.copyOf(holding.stream()), first -> PortSet.builder())
                            .addRange(from, flip.getKey() - 1);
                }
                flip.getValue().forEach(holding::flip);
                from = flip.getKey();
            }
            return stretches;
        }
    }

    private record Row(BitSet sources, PortSet selectors) {}

    private record Entry(Row row, BitSet destinations) {}

    /** Rules come by protocol, then selectors, so that a reader finds a port where it belongs. */
    static final Comparator<Box> ORDER = Comparator.comparingInt(
                    (Box box) -> box.shape().protocol().number())
            .thenComparing(box -> box.shape().selectors())
            .thenComparing(box -> box.shape().sourcePorts())
            .thenComparing(Box::destinations, Comparator.<Peers>naturalOrder())
            .thenComparing(Box::sources);
}
