package io.portolan.planner.packets;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Classes of peers that are alike: every rule that holds for one member of a class holds for all. A network of ten thousand
 * hosts has some dozens, and everything behind is calculated with their numbers.
 */
final class PeerClasses {
    private final List<Peers> classes = new ArrayList<>();
    private final Map<Peers, BitSet> members = new LinkedHashMap<>();

    PeerClasses(Iterable<Peers> all) {
        for (Peers peers : all) {
            members.putIfAbsent(peers, new BitSet());
        }
        List<Peers> distinct = List.copyOf(members.keySet());
        List<AddressSet> sets = new ArrayList<>();
        for (Peers peers : distinct) {
            sets.add(peers.addresses());
        }
        AddressPartition partition = AddressPartition.of(sets);
        for (AddressSet part : partition.parts()) {
            classes.add(Peers.of(part));
        }
        for (int i = 0; i < distinct.size(); i++) {
            classesOf(distinct.get(i)).or(partition.partsOf(i));
        }
        addNames(distinct);
    }

    private void addNames(List<Peers> distinct) {
        Map<OutsideName, BitSet> holders = new TreeMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            for (OutsideName name : distinct.get(i).names()) {
                holders.computeIfAbsent(name, first -> new BitSet()).set(i);
            }
        }
        Map<BitSet, List<OutsideName>> alike = new LinkedHashMap<>();
        holders.forEach((name, sets) ->
                alike.computeIfAbsent(sets, first -> new ArrayList<>()).add(name));
        alike.forEach((sets, names) -> {
            int number = classes.size();
            classes.add(Peers.of(AddressSet.none(), names));
            sets.stream().forEach(set -> classesOf(distinct.get(set)).set(number));
        });
    }

    int size() {
        return classes.size();
    }

    /** Returns the classes of which peers that were given are made; not to be changed. */
    BitSet classesOf(Peers peers) {
        BitSet bits = members.get(peers);
        if (bits == null) {
            throw new IllegalArgumentException("no classes were made for " + peers);
        }
        return bits;
    }

    Peers peers(BitSet numbers) {
        AddressSet.Builder addresses = AddressSet.builder();
        ImmutableList.Builder<OutsideName> names = ImmutableList.builder();
        numbers.stream().forEach(number -> {
            addresses.addAll(classes.get(number).addresses());
            names.addAll(classes.get(number).names());
        });
        return Peers.of(addresses.build(), names.build());
    }
}
