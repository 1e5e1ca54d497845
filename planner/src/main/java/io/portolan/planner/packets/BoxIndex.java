package io.portolan.planner.packets;

import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds which of many boxes share a packet with another box, by protocol and destination. */
public final class BoxIndex {
    private final List<Box> boxes;
    private final Map<IpProtocol, OfProtocol> byProtocol = new HashMap<>();

    /**
     * Indexes boxes.
     *
     * @param boxes boxes in some order, by which they are known afterwards
     */
    public BoxIndex(List<Box> boxes) {
        this.boxes = boxes;
        Map<IpProtocol, Map<Peers, BitSet>> byDestination = new HashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            byDestination
                    .computeIfAbsent(boxes.get(i).shape().protocol(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(boxes.get(i).destinations(), first -> new BitSet())
                    .set(i);
        }
        byDestination.forEach((protocol, destinations) -> byProtocol.put(protocol, new OfProtocol(destinations)));
    }

    /**
     * Returns the boxes that share a packet with a box.
     *
     * @param box a box
     * @return positions among the boxes that were given; a new set
     */
    public BitSet intersecting(Box box) {
        OfProtocol ofProtocol = byProtocol.get(box.shape().protocol());
        if (ofProtocol == null) {
            return new BitSet();
        }
        BitSet found = ofProtocol.near(box.destinations());
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            found.set(i, Boxes.intersect(boxes.get(i), box));
        }
        return found;
    }

    /** Many boxes have the same destinations, so those are asked once. */
    private static final class OfProtocol {
        private final List<BitSet> boxesTo;
        private final AddressIndex addresses;
        private final Map<OutsideName, BitSet> names = new HashMap<>();

        OfProtocol(Map<Peers, BitSet> byDestination) {
            boxesTo = List.copyOf(byDestination.values());
            List<AddressSet> sets = new ArrayList<>();
            for (Peers destinations : byDestination.keySet()) {
                for (OutsideName name : destinations.names()) {
                    names.computeIfAbsent(name, first -> new BitSet()).set(sets.size());
                }
                sets.add(destinations.addresses());
            }
            addresses = AddressIndex.of(sets);
        }

        BitSet near(Peers destinations) {
            BitSet met = addresses.intersecting(destinations.addresses());
            for (OutsideName name : destinations.names()) {
                met.or(names.getOrDefault(name, new BitSet()));
            }
            BitSet near = new BitSet();
            met.stream().forEach(i -> near.or(boxesTo.get(i)));
            return near;
        }
    }
}
