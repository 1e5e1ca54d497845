package io.portolan.planner.packets;

import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Grid.Block;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Takes from each of several overlapping blocks what the others hold anyway, so that a rule says what it is for and names no
 * flow that others serve. A class of addresses stays where the rest would need more prefixes: a hole in a network is no
 * clearer than the network.
 */
final class Trimming {
    private final Grid grid;

    /** How many blocks hold each cell. */
    private final Map<Integer, Integer> holders;

    /** How many entries classes of sources take; blocks ask for the same ones again and again. */
    private final Map<BitSet, Integer> sourceEntries = new HashMap<>();

    private final Map<BitSet, Integer> destinationEntries = new HashMap<>();

    private Trimming(Grid grid, Map<Integer, Integer> holders) {
        this.grid = grid;
        this.holders = holders;
    }

    /** Returns as many blocks that hold the same cells, the first trimmed first. */
    static List<Block> trim(Grid grid, List<Block> blocks, Map<Integer, Integer> holders) {
        Trimming trimming = new Trimming(grid, holders);
        List<Block> trimmed = new ArrayList<>();
        for (Block block : blocks) {
            trimmed.add(trimming.trimmed(block));
        }
        return trimmed;
    }

    /** What one side loses can free something on another, so all are tried until none does. */
    private Block trimmed(Block whole) {
        Block block = trim(whole);
        return block.equals(whole) ? block : trimmed(block);
    }

    private Block trim(Block whole) {
        Block selectors = trim(
                whole,
                whole.selectors(),
                (block, numbers) -> new Block(block.sources(), block.destinations(), numbers),
                numbers -> grid.selectors(numbers).rangeCount());
        Block sources = trim(
                selectors,
                whole.sources(),
                (block, numbers) -> new Block(numbers, block.destinations(), block.selectors()),
                numbers -> sourceEntries.computeIfAbsent(copy(numbers), key -> entries(grid.sources(key))));
        return trim(
                sources,
                whole.destinations(),
                (block, numbers) -> new Block(block.sources(), numbers, block.selectors()),
                numbers -> destinationEntries.computeIfAbsent(copy(numbers), key -> entries(grid.destinations(key))));
    }

    /** Trims one side of a block, which takes no more entries afterwards. */
    private Block trim(
            Block whole, BitSet side, BiFunction<Block, BitSet, Block> withSide, ToIntFunction<BitSet> entries) {
        BitSet kept = (BitSet) side.clone();
        int least = -1;
        for (int number : side.stream().toArray()) {
            BitSet cells = grid.cells(withSide.apply(whole, one(number)));
            if (!cells.stream().allMatch(cell -> holders.getOrDefault(cell, 0) > 1)) {
                continue;
            }
            least = least < 0 ? entries.applyAsInt(kept) : least;
            kept.clear(number);
            int without = entries.applyAsInt(kept);
            if (without <= least) {
                least = without;
                cells.stream().forEach(cell -> holders.merge(cell, -1, Integer::sum));
            } else {
                kept.set(number);
            }
        }
        return withSide.apply(whole, kept);
    }

    private static BitSet one(int number) {
        BitSet one = new BitSet();
        one.set(number);
        return one;
    }

    private static BitSet copy(BitSet numbers) {
        return (BitSet) numbers.clone();
    }

    private static int entries(Peers peers) {
        return peers.addresses().prefixCount() + peers.names().size();
    }
}
