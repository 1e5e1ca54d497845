package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * An edge between two places: that the one opens connections to the other, and for which flows.
 *
 * @param source the place that opens connections
 * @param destination the place that takes them
 * @param causes the flows, in the order of deployments and documents
 */
public record Connection(Place source, Place destination, ImmutableList<Cause> causes) {
    /**
     * Refuses null.
     *
     * @param source the place that opens connections
     * @param destination the place that takes them
     * @param causes the flows, in the order of deployments and documents
     */
    public Connection {
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        requireNonNull(causes, "causes");
    }

    /** Returns both places and the flows in one line. */
    @Override
    public String toString() {
        return source + " -> " + destination + ": " + causes;
    }
}
