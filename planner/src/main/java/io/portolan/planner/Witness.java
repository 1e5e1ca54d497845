package io.portolan.planner;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Plane;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds one packet of a box that crosses a network. */
final class Witness {
    private static final AddressSet MAPPED = AddressSet.parse("::ffff:0:0/96");

    private Witness() {}

    /** Returns a packet between addresses of different hosts if the box has one, in the order of addresses. */
    static Packet of(Box box, Topology... topologies) {
        for (Plane plane : Plane.values()) {
            Box inside = box.in(plane);
            if (plane.has(box.shape().protocol())) {
                Optional<Box> one = candidates(inside.sources())
                        .flatMap(source -> candidates(inside.destinations())
                                .map(destination -> new Box(source, destination, box.shape())))
                        .filter(candidate -> crosses(candidate, topologies))
                        .findFirst();
                if (one.isPresent()) {
                    return Packet.witness(one.get());
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

    /** The first and the last address of each range, and each name; boxes are large, and mostly the first will do. */
    private static Stream<Peers> candidates(Peers peers) {
        return Stream.concat(
                peers.addresses().ranges().stream()
                        .flatMap(Witness::ends)
                        .map(AddressSet::of)
                        .map(Peers::of),
                peers.names().stream().map(Peers::of));
    }

    /** The ends of a range, but for IPv4 in IPv6 form, which no packet has, if there is another. */
    private static Stream<AddressRange> ends(AddressRange range) {
        if (range.firstAlone().equals(range) || MAPPED.contains(range)) {
            return Stream.of(range.firstAlone());
        }
        return Stream.of(range.firstAlone(), range.lastAlone()).filter(end -> !MAPPED.contains(end));
    }
}
