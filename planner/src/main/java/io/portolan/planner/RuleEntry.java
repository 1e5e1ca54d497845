package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.address.AddressFamily;

/**
 * A part of a rule in the form in which most firewalls and their interfaces take rules: packets of one family from one prefix
 * or name to one prefix or name, of a transport with one range of ports.
 *
 * @param family the family of the addresses
 * @param source a prefix such as {@code 10.0.0.0/24} or {@code 10.0.0.5/32}, or an outside name
 * @param destination a prefix or an outside name, likewise
 * @param transport what packets are: TCP or UDP to one range of ports, from one range or all; ICMP of one type and code, of one
 *     type, or of all; or a bare protocol
 * @param firstPort the first destination port, -1 for a transport without ports
 * @param lastPort the last destination port, -1 for a transport without ports
 * @param ruleId the {@link Rule#id()} of the rule
 * @param causes the flows for which the rule is there
 */
public record RuleEntry(
        AddressFamily family,
        String source,
        String destination,
        Transport transport,
        int firstPort,
        int lastPort,
        String ruleId,
        ImmutableList<Cause> causes) {
    /**
     * Refuses null.
     *
     * @param family the family of the addresses
     * @param source a prefix, or an outside name
     * @param destination a prefix, or an outside name
     * @param transport what packets are
     * @param firstPort the first destination port, -1 for a transport without ports
     * @param lastPort the last destination port, -1 for a transport without ports
     * @param ruleId the identifier of the rule
     * @param causes the flows for which the rule is there
     */
    public RuleEntry {
        requireNonNull(family, "family");
        requireNonNull(source, "source");
        requireNonNull(destination, "destination");
        requireNonNull(transport, "transport");
        requireNonNull(ruleId, "ruleId");
        requireNonNull(causes, "causes");
    }

    /** Returns source, destination, transport and the identifier of the rule in one line. */
    @Override
    public String toString() {
        return source + " -> " + destination + ": " + transport + " (" + ruleId + ")";
    }
}
