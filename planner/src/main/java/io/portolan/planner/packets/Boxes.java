package io.portolan.planner.packets;

import com.google.common.collect.Sets;
import io.portolan.planner.address.Peers;
import java.util.Collections;
import java.util.Optional;

/** Questions about two boxes. */
public final class Boxes {
    private Boxes() {}

    /**
     * Tells whether a packet is in both.
     *
     * @param one a box
     * @param other a box
     * @return whether they have a packet in common
     */
    public static boolean intersect(Box one, Box other) {
        if (!one.shape().intersects(other.shape())) {
            return false;
        }
        for (Plane plane : Plane.values()) {
            if (plane.has(one.shape().protocol())
                    && intersect(plane.of(one.sources()), plane.of(other.sources()))
                    && intersect(plane.of(one.destinations()), plane.of(other.destinations()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the packets that are in both.
     *
     * @param one a box
     * @param other a box
     * @return the packets, empty if there are none
     */
    public static Optional<Box> intersection(Box one, Box other) {
        if (!intersect(one, other)) {
            return Optional.empty();
        }
        return one.shape()
                .intersection(other.shape())
                .map(shape -> new Box(
                        intersection(one.sources(), other.sources()),
                        intersection(one.destinations(), other.destinations()),
                        shape));
    }

    /**
     * Returns the addresses and names that are in both.
     *
     * @param one peers
     * @param other peers
     * @return the intersection of both parts
     */
    public static Peers intersection(Peers one, Peers other) {
        return Peers.of(one.addresses().intersection(other.addresses()), Sets.intersection(one.names(), other.names()));
    }

    private static boolean intersect(Peers one, Peers other) {
        return one.addresses().intersects(other.addresses()) || !Collections.disjoint(one.names(), other.names());
    }
}
