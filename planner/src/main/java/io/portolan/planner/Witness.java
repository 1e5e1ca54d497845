package io.portolan.planner;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;

/** Finds one packet of a box that crosses a network. */
final class Witness {
    private Witness() {}

    /** Returns a packet between addresses of different hosts if the box has one, in the order of addresses. */
    static Packet of(Box box, Topology... topologies) {
        for (Plane plane : Plane.values()) {
            Box inside = box.in(plane);
            if (plane.has(box.shape().protocol()) && !inside.isEmpty()) {
                for (Peers source : first(inside.sources())) {
                    for (Peers destination : first(inside.destinations())) {
                        Box one = new Box(source, destination, box.shape());
                        if (crosses(one, topologies)) {
                            return Packet.witness(one);
                        }
                    }
                }
            }
        }
        throw new IllegalArgumentException("no packet crosses a network: " + box);
    }

    private static boolean crosses(Box one, Topology... topologies) {
        for (Topology topology : topologies) {
            if (topology.isOneHost(one)) {
                return false;
            }
        }
        return true;
    }

    /** The first and the last address of each range, and each name. */
    private static List<Peers> first(Peers peers) {
        List<Peers> candidates = new ArrayList<>();
        for (AddressRange range : peers.addresses().ranges()) {
            candidates.add(Peers.of(AddressSet.of(AddressRange.of(range.first(), range.first()))));
            if (!range.first().equals(range.last())) {
                candidates.add(Peers.of(AddressSet.of(AddressRange.of(range.last(), range.last()))));
            }
        }
        for (OutsideName name : peers.names()) {
            candidates.add(Peers.of(name));
        }
        return candidates;
    }
}
