package io.portolan.planner.packets;

import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.packets.Grid.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Writes a set of packets with few boxes.
 *
 * <p>To find the fewest is NP-hard (it contains the covering of a bipartite graph by complete ones), so this is a heuristic
 * with an exact result: it takes the shortest of four lists, each of which holds the same packets. Three gather equal
 * entries, by destination, by source, and by selector; their boxes do not overlap. The fourth lets boxes overlap: it grows
 * each box of the three as far as it goes, covers the set by always taking the box that adds most, and takes from each box
 * what others hold anyway, unless that would need more prefixes. Of lists that are equally long the first is taken, so that
 * rules which need not overlap do not.
 *
 * <p>Measured against the fewest, found by trying, for unions of up to eight boxes of four sources, four destinations and
 * three ports: 94 % of 1,500 cases have the fewest, none has more than two boxes too many, and all together have 1.3 % too
 * many. A test holds on to that. Where a grid would be too large the boxes stay gathered by destination, which is exact, but
 * was not measured against the fewest.
 */
public final class Minimizer {
    /** Where a grid has more cells, the covering would take longer than it is worth. */
    private static final long MOST_CELLS = 200_000;

    private Minimizer() {}

    /**
     * Returns few boxes with the same packets as canonical boxes.
     *
     * @param canonical boxes as {@link PacketAlgebra#combine} returns them
     * @return boxes that may overlap, in {@link PacketAlgebra#ORDER}
     */
    public static List<Box> minimize(List<Box> canonical) {
        Map<Group, List<Box>> groups = new LinkedHashMap<>();
        for (Box box : canonical) {
            groups.computeIfAbsent(Group.of(box), first -> new ArrayList<>()).add(box);
        }
        List<Box> few = new ArrayList<>();
        groups.values().forEach(boxes -> few.addAll(ofOneGroup(boxes)));
        few.sort(PacketAlgebra.ORDER);
        return few;
    }

    /** Boxes that one grid can hold: canonical boxes have addresses of one family at each end. */
    private record Group(boolean isIpv6, IpProtocol protocol, NumberSet sourcePorts) {
        static Group of(Box box) {
            boolean isIpv6 = !box.sources().addresses().ipv6().isEmpty()
                    || !box.destinations().addresses().ipv6().isEmpty();
            return new Group(isIpv6, box.shape().protocol(), box.shape().sourcePorts());
        }
    }

    private static List<Box> ofOneGroup(List<Box> byDestination) {
        if (byDestination.size() < 2) {
            return byDestination;
        }
        return Grid.of(byDestination, MOST_CELLS)
                .map(grid -> inGrid(grid, byDestination))
                .orElse(byDestination);
    }

    private static List<Box> inGrid(Grid grid, List<Box> byDestination) {
        List<Block> best = byDestination.stream().map(grid::block).toList();
        Set<Block> seeds = new LinkedHashSet<>(best);
        for (List<Block> other : List.of(bySource(grid), bySelector(grid))) {
            seeds.addAll(other);
            best = other.size() < best.size() ? other : best;
        }
        List<Block> covering = covering(grid, seeds);
        best = covering.size() < best.size() ? covering : best;
        return best.stream().map(grid::box).toList();
    }

    private record Entry(BitSet one, BitSet other) {}

    /** For each source, which selectors are open to which destinations; equal entries are gathered. */
    private static List<Block> bySource(Grid grid) {
        Map<Entry, BitSet> sources = new LinkedHashMap<>();
        for (int source = 0; source < grid.sourceCount(); source++) {
            Map<BitSet, BitSet> selectors = new LinkedHashMap<>();
            for (int selector = 0; selector < grid.selectorCount(); selector++) {
                BitSet destinations = new BitSet();
                for (int destination = 0; destination < grid.destinationCount(); destination++) {
                    destinations.set(
                            destination, grid.open(destination, selector).get(source));
                }
                gather(selectors, destinations, selector);
            }
            for (Map.Entry<BitSet, BitSet> entry : selectors.entrySet()) {
                gather(sources, new Entry(entry.getKey(), entry.getValue()), source);
            }
        }
        List<Block> blocks = new ArrayList<>();
        sources.forEach((entry, from) -> blocks.add(new Block(from, entry.one(), entry.other())));
        return blocks;
    }

    /** For each stretch of selectors, from which sources it is open to which destinations; equal entries are gathered. */
    private static List<Block> bySelector(Grid grid) {
        Map<Entry, BitSet> selectors = new LinkedHashMap<>();
        for (int selector = 0; selector < grid.selectorCount(); selector++) {
            Map<BitSet, BitSet> destinations = new LinkedHashMap<>();
            for (int destination = 0; destination < grid.destinationCount(); destination++) {
                gather(destinations, grid.open(destination, selector), destination);
            }
            for (Map.Entry<BitSet, BitSet> entry : destinations.entrySet()) {
                gather(selectors, new Entry(entry.getKey(), entry.getValue()), selector);
            }
        }
        List<Block> blocks = new ArrayList<>();
        selectors.forEach((entry, at) -> blocks.add(new Block(entry.one(), entry.other(), at)));
        return blocks;
    }

    private static void gather(Map<BitSet, BitSet> gathered, BitSet key, int number) {
        if (!key.isEmpty()) {
            gathered.computeIfAbsent(key, first -> new BitSet()).set(number);
        }
    }

    private static void gather(Map<Entry, BitSet> gathered, Entry key, int number) {
        gathered.computeIfAbsent(key, first -> new BitSet()).set(number);
    }

    /**
     * Covers the grid with boxes that may overlap, each taken because it added most, drops those that the others cover, and
     * trims the rest.
     */
    private static List<Block> covering(Grid grid, Set<Block> seeds) {
        Set<Block> grown = new LinkedHashSet<>();
        for (Block seed : seeds) {
            grown.add(grid.grown(seed, true));
            grown.add(grid.grown(seed, false));
        }
        List<Block> candidates = List.copyOf(grown);
        List<BitSet> cells = candidates.stream().map(grid::cells).toList();
        List<Integer> taken = mostAddingFirst(cells);
        Map<Integer, Integer> holders = dropCovered(taken, cells);
        return Trimming.trim(grid, taken.stream().sorted().map(candidates::get).toList(), holders);
    }

    /** A candidate, and the cells that it added when last asked. */
    private record Offer(int candidate, int added) {
        static final Comparator<Offer> ORDER =
                Comparator.comparingInt(Offer::added).reversed().thenComparingInt(Offer::candidate);
    }

    /**
     * Takes the candidate that adds most, until nothing is left. What a candidate adds only ever shrinks, so one that still
     * goes before what the others once added is the best, and those need not be asked again.
     */
    private static List<Integer> mostAddingFirst(List<BitSet> cells) {
        PriorityQueue<Offer> offers = new PriorityQueue<>(Offer.ORDER);
        BitSet left = new BitSet();
        for (int i = 0; i < cells.size(); i++) {
            left.or(cells.get(i));
            offers.add(new Offer(i, cells.get(i).cardinality()));
        }
        List<Integer> taken = new ArrayList<>();
        while (!left.isEmpty()) {
            Offer best = offers.remove();
            BitSet added = (BitSet) cells.get(best.candidate()).clone();
            added.and(left);
            Offer now = new Offer(best.candidate(), added.cardinality());
            if (offers.isEmpty() || Offer.ORDER.compare(now, offers.peek()) < 0) {
                taken.add(now.candidate());
                left.andNot(added);
            } else {
                offers.add(now);
            }
        }
        return taken;
    }

    /** Drops what the others cover, the first first, and returns how many hold each cell. */
    private static Map<Integer, Integer> dropCovered(List<Integer> taken, List<BitSet> cells) {
        Map<Integer, Integer> holders = new HashMap<>();
        for (int candidate : taken) {
            cells.get(candidate).stream().forEach(cell -> holders.merge(cell, 1, Integer::sum));
        }
        taken.removeIf(candidate -> {
            boolean covered = cells.get(candidate).stream().allMatch(cell -> holders.getOrDefault(cell, 0) > 1);
            if (covered) {
                cells.get(candidate).stream().forEach(cell -> holders.merge(cell, -1, Integer::sum));
            }
            return covered;
        });
        return holders;
    }
}
