package io.portolan.planner.packets;

import com.google.common.primitives.ImmutableIntArray;
import io.portolan.internal.NumberSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The source ports of boxes: mostly all ports, so that different sets are few, and are cut once. */
final class SourcePorts {
    private final List<NumberSet> sets = new ArrayList<>();
    private final int[] setOfBox;
    private final Map<BitSet, List<NumberSet>> atoms = new HashMap<>();

    SourcePorts(List<Box> boxes) {
        Map<NumberSet, Integer> numbers = new LinkedHashMap<>();
        setOfBox = new int[boxes.size()];
        for (int i = 0; i < setOfBox.length; i++) {
            setOfBox[i] = numbers.computeIfAbsent(boxes.get(i).shape().sourcePorts(), first -> numbers.size());
        }
        sets.addAll(numbers.keySet());
    }

    /** Returns the sets into which the source ports of some boxes cut each other: a box has all of one, or nothing. */
    List<NumberSet> atoms(ImmutableIntArray boxes) {
        BitSet different = new BitSet();
        boxes.forEach(box -> different.set(setOfBox[box]));
        return atoms.computeIfAbsent(different, this::cut);
    }

    private List<NumberSet> cut(BitSet different) {
        List<NumberSet> whole = new ArrayList<>();
        for (int number = different.nextSetBit(0); number >= 0; number = different.nextSetBit(number + 1)) {
            NumberSet left = sets.get(number);
            List<NumberSet> cut = new ArrayList<>();
            for (NumberSet atom : whole) {
                NumberSet inside = atom.intersection(left);
                NumberSet outside = atom.difference(left);
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
            whole = cut;
        }
        return whole;
    }
}
