package io.portolan.planner.address;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Set operations on lists of ranges.
 *
 * <p>A list is canonical if its ranges ascend and neither overlap nor touch. Operands are canonical, results are too, but a
 * result may be one of the operands. Each operation walks both lists once, in leaps over what the other list does not reach,
 * so that one host is soon found among a hundred thousand. The families need no care: ranges of IPv4 come
 * before those of IPv6 and touch none of them.
 */
final class RangeAlgebra {
    private RangeAlgebra() {}

    /** Returns the canonical list of ranges that are sorted, but may overlap and touch. */
    static ImmutableList<AddressRange> merged(List<AddressRange> sorted) {
        if (sorted.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<AddressRange> merged = ImmutableList.builderWithExpectedSize(sorted.size());
        AddressRange open = sorted.get(0);
        for (AddressRange range : sorted.subList(1, sorted.size())) {
            if (range.firstAddress().compareTo(open.lastAddress()) > 0
                    && !open.lastAddress().isBefore(range.firstAddress())) {
                merged.add(open);
                open = range;
            } else if (range.lastAddress().compareTo(open.lastAddress()) > 0) {
                open = new AddressRange(open.firstAddress(), range.lastAddress());
            }
        }
        return merged.add(open).build();
    }

    /** Returns the index of the last range that starts at or before an address, or -1. */
    static int lastStartingAtOrBefore(List<AddressRange> ranges, Address address) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).firstAddress().compareTo(address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    static boolean contains(List<AddressRange> ranges, List<AddressRange> others) {
        int i = 0;
        for (AddressRange other : others) {
            i = firstReaching(ranges, i, other.lastAddress());
            if (i == ranges.size() || !ranges.get(i).contains(other)) {
                return false;
            }
        }
        return true;
    }

    static boolean intersects(List<AddressRange> ranges, List<AddressRange> others) {
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < others.size()) {
            AddressRange range = ranges.get(i);
            AddressRange other = others.get(j);
            if (range.lastAddress().compareTo(other.firstAddress()) < 0) {
                i = firstReaching(ranges, i + 1, other.firstAddress());
            } else if (other.lastAddress().compareTo(range.firstAddress()) < 0) {
                j = firstReaching(others, j + 1, range.firstAddress());
            } else {
                return true;
            }
        }
        return false;
    }

    static ImmutableList<AddressRange> union(ImmutableList<AddressRange> ranges, ImmutableList<AddressRange> others) {
        if (ranges.isEmpty()) {
            return others;
        }
        if (others.isEmpty()) {
            return ranges;
        }
        ImmutableList.Builder<AddressRange> sorted =
                ImmutableList.builderWithExpectedSize(ranges.size() + others.size());
        int i = 0;
        int j = 0;
        while (i < ranges.size() || j < others.size()) {
            boolean mine =
                    j == others.size() || (i < ranges.size() && ranges.get(i).compareTo(others.get(j)) <= 0);
            sorted.add(mine ? ranges.get(i++) : others.get(j++));
        }
        return merged(sorted.build());
    }

    static ImmutableList<AddressRange> intersection(List<AddressRange> ranges, List<AddressRange> others) {
        ImmutableList.Builder<AddressRange> common = ImmutableList.builder();
        int i = 0;
        int j = 0;
        while (i < ranges.size() && j < others.size()) {
            AddressRange range = ranges.get(i);
            AddressRange other = others.get(j);
            if (range.lastAddress().compareTo(other.firstAddress()) < 0) {
                i = firstReaching(ranges, i + 1, other.firstAddress());
            } else if (other.lastAddress().compareTo(range.firstAddress()) < 0) {
                j = firstReaching(others, j + 1, range.firstAddress());
            } else {
                common.add(new AddressRange(
                        Address.max(range.firstAddress(), other.firstAddress()),
                        Address.min(range.lastAddress(), other.lastAddress())));
                if (range.lastAddress().compareTo(other.lastAddress()) <= 0) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        return common.build();
    }

    /** Returns the index of the first range, from some index on, that ends at or after an address; the size if none does. */
    private static int firstReaching(List<AddressRange> ranges, int from, Address address) {
        int low = from;
        int step = 1;
        while (low + step < ranges.size()
                && ranges.get(low + step).lastAddress().compareTo(address) < 0) {
            low += step;
            step *= 2;
        }
        int high = Math.min(low + step, ranges.size());
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).lastAddress().compareTo(address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static ImmutableList<AddressRange> difference(List<AddressRange> ranges, List<AddressRange> others) {
        ImmutableList.Builder<AddressRange> rest = ImmutableList.builder();
        int j = 0;
        for (AddressRange range : ranges) {
            Address first = range.firstAddress();
            Address last = range.lastAddress();
            while (j < others.size() && others.get(j).lastAddress().compareTo(first) < 0) {
                j++;
            }
            boolean open = true;
            // the last of them can reach into the next range, so it stays
            while (open && j < others.size() && others.get(j).firstAddress().compareTo(last) <= 0) {
                AddressRange hole = others.get(j);
                if (hole.firstAddress().compareTo(first) > 0) {
                    rest.add(new AddressRange(first, hole.firstAddress().previous()));
                }
                open = hole.lastAddress().compareTo(last) < 0;
                if (open) { // so there is a next address
                    first = hole.lastAddress().next();
                    j++;
                }
            }
            if (open) {
                rest.add(new AddressRange(first, last));
            }
        }
        return rest.build();
    }
}
