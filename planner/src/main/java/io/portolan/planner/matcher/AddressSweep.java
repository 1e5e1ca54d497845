package io.portolan.planner.matcher;

import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sweeps over the ends of all ranges of some sets, and cuts the addresses into intervals by the sets that hold them. */
final class AddressSweep {
    private static final int SET_BITS = 23;

    private final List<AddressSet> sets;
    private final Map<Bits, Integer> numbers = new LinkedHashMap<>();
    private final long[] holding;

    AddressSweep(List<AddressSet> sets) {
        this.sets = sets;
        this.holding = Bits.words(sets.size());
    }

    /** Returns the class of each interval of IPv4, and learns which sets hold the members of each class. */
    Intervals4 ipv4() {
        long[] flips = flips4();
        int[] starts = new int[flips.length + 1];
        int[] classes = new int[flips.length + 1];
        int count = 0;
        Arrays.fill(holding, 0);
        for (int i = 0; i <= flips.length; ) {
            int number = number();
            if (count == 0 || classes[count - 1] != number) {
                starts[count] = i == 0 ? 0 : (int) (flips[i - 1] >>> SET_BITS);
                classes[count++] = number;
            }
            if (i == flips.length) {
                break;
            }
            long at = flips[i] >>> SET_BITS;
            if (at == 0) {
                count = 0; // nothing is before the first address
            }
            while (i < flips.length && flips[i] >>> SET_BITS == at) {
                Bits.flip(holding, (int) flips[i++] & ((1 << SET_BITS) - 1));
            }
        }
        return new Intervals4(Arrays.copyOf(starts, count), Arrays.copyOf(classes, count));
    }

    /** Where sets begin or end, ascending: the address above the number of the set. */
    private long[] flips4() {
        int size = 0;
        for (AddressSet set : sets) {
            size += 2 * set.ipv4().ranges().size();
        }
        long[] flips = new long[size];
        int count = 0;
        for (int set = 0; set < sets.size(); set++) {
            for (AddressRange range : sets.get(set).ranges()) {
                if (range.family() == AddressFamily.IPV4) {
                    flips[count++] = (range.firstAddress().low() << SET_BITS) | set;
                    if (range.lastAddress().low() != 0xffff_ffffL) {
                        flips[count++] = ((range.lastAddress().low() + 1) << SET_BITS) | set;
                    }
                }
            }
        }
        flips = Arrays.copyOf(flips, count);
        Arrays.sort(flips);
        return flips;
    }

    private record Flip(long high, long low, int set) {
        static final Comparator<Flip> ORDER = (one, other) -> one.high != other.high
                ? Long.compareUnsigned(one.high, other.high)
                : Long.compareUnsigned(one.low, other.low);
    }

    /** Returns the class of each interval of IPv6; classes are shared with those of IPv4. */
    Intervals6 ipv6() {
        List<Flip> flips = new ArrayList<>();
        for (int set = 0; set < sets.size(); set++) {
            for (AddressRange range : sets.get(set).ranges()) {
                if (range.family() == AddressFamily.IPV6) {
                    flips.add(new Flip(
                            range.firstAddress().high(), range.firstAddress().low(), set));
                    if (range.lastAddress().high() != -1 || range.lastAddress().low() != -1) {
                        long low = range.lastAddress().low() + 1;
                        flips.add(new Flip(range.lastAddress().high() + (low == 0 ? 1 : 0), low, set));
                    }
                }
            }
        }
        flips.sort(Flip.ORDER);
        long[] highs = new long[flips.size() + 1];
        long[] lows = new long[flips.size() + 1];
        int[] classes = new int[flips.size() + 1];
        Arrays.fill(holding, 0);
        classes[0] = number();
        int count = 1;
        for (int i = 0; i < flips.size(); ) {
            Flip at = flips.get(i);
            while (i < flips.size() && Flip.ORDER.compare(flips.get(i), at) == 0) {
                Bits.flip(holding, flips.get(i++).set());
            }
            if (at.high() == 0 && at.low() == 0) {
                count = 0; // nothing is before the first address
            }
            int number = number();
            if (count == 0 || classes[count - 1] != number) {
                highs[count] = at.high();
                lows[count] = at.low();
                classes[count++] = number;
            }
        }
        return new Intervals6(Arrays.copyOf(highs, count), Arrays.copyOf(lows, count), Arrays.copyOf(classes, count));
    }

    /** Returns the sets that hold the members of each class, by the number of the class. */
    List<Bits> classes() {
        return List.copyOf(numbers.keySet());
    }

    private int number() {
        return numbers.computeIfAbsent(new Bits(holding), first -> numbers.size());
    }
}
