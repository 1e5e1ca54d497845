package io.portolan.planner;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Plane;

/** Finds one packet of a box that crosses a network. */
final class Witness {
    /** IPv4 in IPv6 form, which no packet has. */
    private static final AddressSet MAPPED = AddressSet.parse("::ffff:0:0/96");

    private Witness() {}

    /** Returns a packet between addresses of different hosts, the first ones of the box if they are. */
    static Packet of(Box box, Topology topology) {
        for (Plane plane : Plane.values()) {
            Box inside = box.in(plane);
            if (plane.has(box.shape().protocol()) && !inside.isEmpty() && !topology.isOneHost(inside)) {
                return Packet.witness(crossing(inside, topology));
            }
        }
        throw new IllegalArgumentException("no packet crosses a network: " + box);
    }

    /** If the first two are of one host, then one of the others is of another, or the box were within that host. */
    private static Box crossing(Box box, Topology topology) {
        Peers source = first(box.sources());
        Peers destination = first(box.destinations());
        Box first = new Box(source, destination, box.shape());
        if (!topology.isOneHost(first)) {
            return first;
        }
        AddressSet host = topology.host(source.addresses().ranges().get(0))
                .map(place -> place.peers().addresses())
                .orElse(source.addresses());
        Peers otherDestinations = without(box.destinations(), host);
        return otherDestinations.isEmpty()
                ? new Box(first(without(box.sources(), host)), destination, box.shape())
                : new Box(source, first(otherDestinations), box.shape());
    }

    private static Peers without(Peers peers, AddressSet host) {
        return Peers.of(peers.addresses().difference(host), peers.names());
    }

    private static Peers first(Peers peers) {
        if (peers.addresses().isEmpty()) {
            return Peers.of(peers.names().first());
        }
        AddressRange first = peers.addresses().ranges().get(0).firstAlone();
        if (MAPPED.contains(first)) {
            AddressSet others = peers.addresses().difference(MAPPED);
            first = others.isEmpty() ? first : others.ranges().get(0).firstAlone();
        }
        return Peers.of(AddressSet.of(first));
    }
}
