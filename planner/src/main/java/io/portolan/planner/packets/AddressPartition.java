package io.portolan.planner.packets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coarsest partition by which each of several sets of addresses is a union of parts: addresses that are in the same
 * sets are in one part.
 *
 * <p>Addresses that are in no set are in no part. The work grows with the number of ranges, not with their sizes.
 */
final class AddressPartition {
    private final ImmutableList<AddressSet> parts;
    private final int[][] partsOfSets;

    private AddressPartition(ImmutableList<AddressSet> parts, int[][] partsOfSets) {
        this.parts = parts;
        this.partsOfSets = partsOfSets;
    }

    /**
     * Returns the partition for sets that may overlap, be equal, or be empty.
     *
     * @param sets the sets
     * @return their partition
     */
    static AddressPartition of(List<AddressSet> sets) {
        List<Edge> edges = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (AddressRange range : sets.get(set).ranges()) {
                edges.add(new Edge(range.firstAddress(), true, set));
                edges.add(new Edge(range.lastAddress(), false, set));
            }
        }
        edges.sort(Edge.ORDER);
        Map<ImmutableIntArray, AddressSet.Builder> builders = sweep(edges);
        ImmutableList.Builder<AddressSet> parts = ImmutableList.builder();
        int[] counts = new int[sets.size()];
        builders.keySet().forEach(key -> key.forEach(set -> counts[set]++));
        int[][] partsOfSets = new int[sets.size()][];
        for (int set = 0; set < counts.length; set++) {
            partsOfSets[set] = new int[counts[set]];
            counts[set] = 0;
        }
        int part = 0;
        for (Map.Entry<ImmutableIntArray, AddressSet.Builder> entry : builders.entrySet()) {
            parts.add(entry.getValue().build());
            for (int i = 0; i < entry.getKey().length(); i++) {
                int set = entry.getKey().get(i);
                partsOfSets[set][counts[set]++] = part;
            }
            part++;
        }
        return new AddressPartition(parts.build(), partsOfSets);
    }

    /** The first address of a range, from which on a set holds, or the last, behind which it does no more. */
    private record Edge(Address address, boolean isFirst, int set) {
        static final Comparator<Edge> ORDER =
                Comparator.comparing(Edge::address).thenComparing(edge -> edge.isFirst() ? 0 : 1);
    }

    /** Walks the addresses in ascending order, and gathers stretches by the sets that hold there. */
    private static Map<ImmutableIntArray, AddressSet.Builder> sweep(List<Edge> edges) {
        Map<ImmutableIntArray, AddressSet.Builder> parts = new LinkedHashMap<>();
        BitSet holding = new BitSet();
        Address from = Address.ofIpv4(0); // where the stretch begins; of no meaning while nothing holds
        @Nullable Address covered = null; // the last address that is in a stretch
        for (Edge edge : edges) {
            Address start = holding.isEmpty() ? edge.address() : start(from, covered, edge.address());
            if (edge.isFirst()) {
                if (start.compareTo(edge.address()) < 0) {
                    covered = edge.address().previous();
                    add(parts, holding, start, covered);
                }
                from = edge.address();
                holding.set(edge.set());
            } else {
                if (!edge.address().equals(covered)) {
                    covered = edge.address();
                    add(parts, holding, start, covered);
                }
                holding.clear(edge.set());
            }
        }
        return parts;
    }

    /** Returns where the part of the stretch begins that is not covered yet, or its end if all of it is. */
    private static Address start(Address from, @Nullable Address covered, Address end) {
        if (covered == null || covered.compareTo(from) < 0) {
            return from;
        }
        return covered.equals(end) ? end : covered.next();
    }

    private static void add(
            Map<ImmutableIntArray, AddressSet.Builder> parts, BitSet holding, Address first, Address last) {
        ImmutableIntArray sets = ImmutableIntArray.copyOf(holding.stream());
        parts.computeIfAbsent(sets, key -> AddressSet.builder()).add(AddressRange.of(first, last));
    }

    /**
     * Returns the parts.
     *
     * @return sets that are not empty and do not overlap, ordered by their first addresses
     */
    ImmutableList<AddressSet> parts() {
        return parts;
    }

    /**
     * Returns the parts of which a set is the union.
     *
     * @param set the position of the set among those that were given
     * @return positions in {@link #parts()}; a copy
     */
    BitSet partsOf(int set) {
        BitSet parts = new BitSet();
        for (int part : partsOfSets[set]) {
            parts.set(part);
        }
        return parts;
    }

    /** Returns the same as {@link #partsOf}, as ascending numbers, not to be changed. */
    int[] partNumbersOf(int set) {
        return partsOfSets[set];
    }
}
