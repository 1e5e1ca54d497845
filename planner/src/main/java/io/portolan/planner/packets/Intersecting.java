package io.portolan.planner.packets;

import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds which of many peers have an address or name in common with others, without looking at all of them. */
public final class Intersecting {
    private final AddressIndex addresses;
    private final Map<OutsideName, BitSet> names = new HashMap<>();

    /**
     * Indexes peers.
     *
     * @param all peers in some order, by which they are known afterwards
     */
    public Intersecting(List<Peers> all) {
        List<AddressSet> sets = new ArrayList<>();
        for (Peers peers : all) {
            for (OutsideName name : peers.names()) {
                names.computeIfAbsent(name, first -> new BitSet()).set(sets.size());
            }
            sets.add(peers.addresses());
        }
        addresses = AddressIndex.of(sets);
    }

    /**
     * Returns the peers that have an address or name in common with others.
     *
     * @param peers addresses and names
     * @return positions among the peers that were given, in ascending order
     */
    public IntStream with(Peers peers) {
        BitSet met = addresses.intersecting(peers.addresses());
        for (OutsideName name : peers.names()) {
            met.or(names.getOrDefault(name, new BitSet()));
        }
        return met.stream();
    }
}
