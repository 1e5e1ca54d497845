package io.portolan.planner.packets;

import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds which of many sets have an address in common with another set, without looking at all of them.
 *
 * <p>Making one sorts the ranges of all sets. A question costs, for each range that it asks about, the logarithm of their
 * number, and as much again for each range that it meets.
 */
final class AddressIndex {
    /** The ranges of all sets, by their first addresses; seen as a tree whose roots are in the middle. */
    private final List<Entry> entries = new ArrayList<>();

    /** For each root, the last address that any range of its tree has. */
    private final List<Address> furthest;

    private record Entry(AddressRange range, int set) {}

    private AddressIndex(List<AddressSet> sets) {
        for (int set = 0; set < sets.size(); set++) {
            for (AddressRange range : sets.get(set).ranges()) {
                entries.add(new Entry(range, set));
            }
        }
        entries.sort(Comparator.comparing(Entry::range));
        furthest = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            furthest.add(entry.range().lastAddress());
        }
        if (!entries.isEmpty()) {
            spread(0, entries.size());
        }
    }

    /**
     * Returns an index of sets.
     *
     * @param sets sets that may overlap, be equal, or be empty
     * @return the index
     */
    static AddressIndex of(List<AddressSet> sets) {
        return new AddressIndex(sets);
    }

    private Address spread(int from, int to) {
        int root = (from + to) >>> 1;
        Address last = furthest.get(root);
        if (from < root) {
            last = later(last, spread(from, root));
        }
        if (root + 1 < to) {
            last = later(last, spread(root + 1, to));
        }
        furthest.set(root, last);
        return last;
    }

    private static Address later(Address one, Address other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * Returns the sets that have an address in common with a set.
     *
     * @param set a set
     * @return positions among the sets that were given; a new set
     */
    BitSet intersecting(AddressSet set) {
        BitSet found = new BitSet();
        for (AddressRange range : set.ranges()) {
            find(range, 0, entries.size(), found);
        }
        return found;
    }

    private void find(AddressRange range, int from, int to, BitSet found) {
        int root = (from + to) >>> 1;
        if (from == to || furthest.get(root).compareTo(range.firstAddress()) < 0) {
            return;
        }
        find(range, from, root, found);
        Entry entry = entries.get(root);
        if (entry.range().firstAddress().compareTo(range.lastAddress()) <= 0) {
            if (entry.range().lastAddress().compareTo(range.firstAddress()) >= 0) {
                found.set(entry.set());
            }
            find(range, root + 1, to, found);
        }
    }
}
