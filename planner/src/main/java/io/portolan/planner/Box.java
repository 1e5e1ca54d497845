package io.portolan.planner;

import io.portolan.planner.address.Peers;

/** All packets of a shape from any of the sources to any of the destinations. */
record Box(Peers sources, Peers destinations, Shape shape) {
    boolean isEmpty() {
        return sources.isEmpty()
                || destinations.isEmpty()
                || shape.selectors().isEmpty()
                || shape.sourcePorts().isEmpty();
    }

    Box in(Plane plane) {
        return new Box(plane.of(sources), plane.of(destinations), shape);
    }
}
