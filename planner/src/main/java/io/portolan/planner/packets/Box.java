package io.portolan.planner.packets;

import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;

/**
 * All packets of a shape from any of the sources to any of the destinations.
 *
 * @param sources where packets come from
 * @param destinations where they go
 * @param shape what they are
 */
public record Box(Peers sources, Peers destinations, Shape shape) {
    /**
     * Returns the packets of a transport.
     *
     * @param sources where packets come from
     * @param destinations where they go
     * @param transport what they are
     * @return the box
     */
    public static Box of(Peers sources, Peers destinations, Transport transport) {
        return new Box(sources, destinations, Shape.of(transport));
    }

    /**
     * Tells whether a side is empty. A box whose sides have no family in common has no packets either, but is not empty; see
     * {@link #in(Plane)}.
     *
     * @return whether there are no sources, destinations, source ports or selectors
     */
    public boolean isEmpty() {
        return sources.isEmpty() || destinations.isEmpty() || shape.isEmpty();
    }

    /**
     * Returns the packets of one family.
     *
     * @param plane a family
     * @return the box with the addresses of the family and with all names
     */
    public Box in(Plane plane) {
        return new Box(plane.of(sources), plane.of(destinations), shape);
    }
}
