package io.portolan.planner.packets;

import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of addresses that are alike, for very many sets: every set holds all of a class or nothing of it. Each set that is
 * given is looked up once, by its position, so that equal sets cost nothing.
 */
final class AddressClasses {
    private final List<AddressSet> parts;
    private final ClassSet[] classes;
    private final int[] distinctOf;

    AddressClasses(List<AddressSet> sets) {
        Map<AddressSet, Integer> numbers = new LinkedHashMap<>();
        distinctOf = new int[sets.size()];
        for (int i = 0; i < distinctOf.length; i++) {
            distinctOf[i] = numbers.computeIfAbsent(sets.get(i), first -> numbers.size());
        }
        AddressPartition partition = AddressPartition.of(new ArrayList<>(numbers.keySet()));
        parts = partition.parts();
        classes = new ClassSet[numbers.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = ClassSet.ofAscending(partition.partNumbersOf(i));
        }
    }

    int count() {
        return parts.size();
    }

    /** Returns the classes of the set at a position. */
    ClassSet of(int position) {
        return classes[distinctOf[position]];
    }

    AddressSet addresses(ClassSet set) {
        int[] numbers = set.toArray();
        if (numbers.length == 1) {
            return parts.get(numbers[0]);
        }
        AddressSet.Builder addresses = AddressSet.builder();
        for (int number : numbers) {
            addresses.addAll(parts.get(number));
        }
        return addresses.build();
    }

    AddressSet addresses(BitSet bits) {
        return addresses(ClassSet.of(bits));
    }
}
