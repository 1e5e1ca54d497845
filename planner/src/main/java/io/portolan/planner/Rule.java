package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;

/**
 * Packets that are allowed: from any of the sources, to any of the destinations, of a transport.
 *
 * @param sources where packets come from
 * @param destinations where they go
 * @param transport what they are
 * @param causes the flows that need at least one of the packets, in the order of deployments and documents; empty in a
 *     difference that nothing asks for
 */
public record Rule(Peers sources, Peers destinations, Transport transport, ImmutableList<Cause> causes) {
    /**
     * Refuses null.
     *
     * @param sources where packets come from
     * @param destinations where they go
     * @param transport what they are
     * @param causes the flows that need at least one of the packets, in the order of deployments and documents
     */
    public Rule {
        requireNonNull(sources, "sources");
        requireNonNull(destinations, "destinations");
        requireNonNull(transport, "transport");
        requireNonNull(causes, "causes");
    }

    /** Returns sources, destinations, transport and causes in one line. */
    @Override
    public String toString() {
        String text = sources + " -> " + destinations + ": " + transport;
        return causes.isEmpty() ? text : text + " (" + Joiner.on(", ").join(causes) + ")";
    }
}
