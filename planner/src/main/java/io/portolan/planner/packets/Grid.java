package io.portolan.planner.packets;

import io.portolan.internal.NumberSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A set of packets of one plane, protocol and set of source ports, as a grid of cells: classes of sources by classes of
 * destinations by stretches of selectors.
 */
final class Grid {
    private final PeerClasses sources;
    private final PeerClasses destinations;
    private final List<NumberSet> selectors;
    private final Shape shape;

    /** For each destination and stretch of selectors, the sources that are let in. */
    private final BitSet[][] open;

    private Grid(PeerClasses sources, PeerClasses destinations, List<NumberSet> selectors, Shape shape) {
        this.sources = sources;
        this.destinations = destinations;
        this.selectors = selectors;
        this.shape = shape;
        this.open = new BitSet[destinations.size()][selectors.size()];
        for (BitSet[] row : open) {
            for (int i = 0; i < row.length; i++) {
                row[i] = new BitSet();
            }
        }
    }

    /** Returns the grid of boxes, empty if it would have more than some number of cells. */
    static Optional<Grid> of(List<Box> boxes, long mostCells) {
        PeerClasses sources = new PeerClasses(boxes.stream().map(Box::sources).toList());
        PeerClasses destinations =
                new PeerClasses(boxes.stream().map(Box::destinations).toList());
        List<NumberSet> selectors = selectors(boxes);
        if ((long) sources.size() * destinations.size() * selectors.size() > mostCells) {
            return Optional.empty();
        }
        Grid grid = new Grid(sources, destinations, selectors, boxes.get(0).shape());
        boxes.forEach(grid::fill);
        return Optional.of(grid);
    }

    private static List<NumberSet> selectors(List<Box> boxes) {
        TreeSet<Integer> starts = new TreeSet<>();
        NumberSet.Builder all = NumberSet.builder();
        for (Box box : boxes) {
            all.addAll(box.shape().selectors());
            NumberSet own = box.shape().selectors();
            for (int range = 0; range < own.rangeCount(); range++) {
                starts.add(own.firstOf(range));
                starts.add(own.lastOf(range) + 1);
            }
        }
        NumberSet any = all.build();
        List<NumberSet> selectors = new ArrayList<>();
        for (Integer start : starts) {
            Integer next = starts.higher(start);
            if (next != null && any.contains(start)) {
                selectors.add(NumberSet.ofRange(start, next - 1));
            }
        }
        return selectors;
    }

    private void fill(Box box) {
        Block block = block(box);
        block.destinations().stream()
                .forEach(destination -> block.selectors().stream()
                        .forEach(selector -> open[destination][selector].or(block.sources())));
    }

    /** Sources, destinations and stretches of selectors, by their numbers. */
    record Block(BitSet sources, BitSet destinations, BitSet selectors) {}

    int sourceCount() {
        return sources.size();
    }

    int destinationCount() {
        return destinations.size();
    }

    int selectorCount() {
        return selectors.size();
    }

    BitSet open(int destination, int selector) {
        return open[destination][selector];
    }

    /** Returns the numbers of the cells that a block holds. */
    BitSet cells(Block block) {
        BitSet cells = new BitSet();
        block.destinations().stream()
                .forEach(destination -> block.selectors().stream()
                        .forEach(selector -> block.sources().stream()
                                .forEach(source -> cells.set(
                                        (destination * selectors.size() + selector) * sources.size() + source))));
        return cells;
    }

    Block block(Box box) {
        BitSet held = new BitSet();
        for (int i = 0; i < selectors.size(); i++) {
            held.set(i, box.shape().selectors().contains(selectors.get(i)));
        }
        return new Block(sources.classesOf(box.sources()), destinations.classesOf(box.destinations()), held);
    }

    Box box(Block block) {
        return new Box(
                sources(block.sources()),
                destinations(block.destinations()),
                shape.with(shape.sourcePorts(), selectors(block.selectors())));
    }

    Peers sources(BitSet numbers) {
        return sources.peers(numbers);
    }

    Peers destinations(BitSet numbers) {
        return destinations.peers(numbers);
    }

    NumberSet selectors(BitSet numbers) {
        NumberSet.Builder all = NumberSet.builder();
        numbers.stream().forEach(selector -> all.addAll(selectors.get(selector)));
        return all.build();
    }

    /** Returns a block that holds the given one, within what is open, and cannot grow any further. */
    Block grown(Block block, boolean selectorsFirst) {
        Block grown = block;
        if (selectorsFirst) {
            grown = withAllDestinations(withAllSelectors(grown));
        } else {
            grown = withAllSelectors(withAllDestinations(grown));
        }
        return withAllSources(grown);
    }

    private Block withAllDestinations(Block block) {
        BitSet all = new BitSet();
        for (int destination = 0; destination < open.length; destination++) {
            int at = destination;
            all.set(
                    destination,
                    block.selectors().stream().allMatch(selector -> holds(open[at][selector], block.sources())));
        }
        return new Block(block.sources(), all, block.selectors());
    }

    private Block withAllSelectors(Block block) {
        BitSet all = new BitSet();
        for (int selector = 0; selector < selectors.size(); selector++) {
            int at = selector;
            all.set(
                    selector,
                    block.destinations().stream()
                            .allMatch(destination -> holds(open[destination][at], block.sources())));
        }
        return new Block(block.sources(), block.destinations(), all);
    }

    private Block withAllSources(Block block) {
        BitSet all = new BitSet();
        all.set(0, sources.size());
        block.destinations().stream()
                .forEach(destination ->
                        block.selectors().stream().forEach(selector -> all.and(open[destination][selector])));
        return new Block(all, block.destinations(), block.selectors());
    }

    private static boolean holds(BitSet all, BitSet some) {
        BitSet missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }
}
