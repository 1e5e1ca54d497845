package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;
import java.util.stream.Stream;

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

    /**
     * Returns a short name that depends on the packets alone, so that other rules come and go, and reasons change, without
     * changing it. It is the same in every version.
     *
     * @return {@code p-} and ten hexadecimal digits, equal for equal packets; two of a million rules share theirs by chance
     *     once in some two runs
     */
    public String id() {
        return RuleEntries.id(sources.toString(), destinations.toString(), transport);
    }

    /**
     * Returns the rule as flat entries: each for one prefix or name at either end, and one range of ports.
     *
     * @return entries of the rule, that of the first source first; a stream, for they can be very many
     */
    public Stream<RuleEntry> entries() {
        return RuleEntries.of(this);
    }

    /** Returns sources, destinations, transport and causes in one line. */
    @Override
    public String toString() {
        String text = sources + " -> " + destinations + ": " + transport;
        return causes.isEmpty() ? text : text + " (" + Joiner.on(", ").join(causes) + ")";
    }
}
