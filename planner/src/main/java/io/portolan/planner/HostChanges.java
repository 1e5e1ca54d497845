package io.portolan.planner;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Plane;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packets that cross a network in one topology, and stay within a host in another that has put hosts together. */
final class HostChanges {
    private final Topology one;

    /** Pairs of addresses: from those of a host to the others that are within the same host elsewhere. */
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(Peers sources, Peers destinations) {}

    HostChanges(Topology one, Topology other) {
        this.one = one;
        for (Place place : other.places()) {
            if (place.kind() == Place.Kind.HOST && place.addresses().size() > 1) {
                for (Plane plane : Plane.values()) {
                    addPairs(plane.of(place.peers()).addresses(), place);
                }
            }
        }
    }

    /** Parts the addresses of a host by the hosts that have them in the one topology. */
    private void addPairs(AddressSet together, Place place) {
        Map<Object, AddressSet> apart = new LinkedHashMap<>();
        for (AddressRange address : place.addresses()) {
            if (together.contains(address)) {
                Object host = one.host(address).map(Object.class::cast).orElse(address);
                apart.merge(host, AddressSet.of(address), AddressSet::union);
            }
        }
        if (apart.size() > 1) {
            for (AddressSet part : apart.values()) {
                pairs.add(new Pair(Peers.of(part), Peers.of(together.difference(part))));
            }
        }
    }

    /** Returns what boxes have of these packets. */
    List<Box> between(List<Box> boxes) {
        List<Box> between = new ArrayList<>();
        for (Pair pair : pairs) {
            for (Box box : boxes) {
                Boxes.intersection(box, new Box(pair.sources(), pair.destinations(), box.shape()))
                        .ifPresent(between::add);
            }
        }
        return between;
    }
}
