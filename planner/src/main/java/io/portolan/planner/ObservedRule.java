package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Excerpts;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;
import java.util.Optional;

/**
 * A rule that a firewall really has.
 *
 * @param id what tells the rule from others in findings, such as its number or name; text in one line
 * @param action what becomes of packets that the rule matches
 * @param sources where packets come from
 * @param destinations where they go
 * @param transports what they are; empty for packets of every protocol
 * @param notUnderstood what else the rule asks for that could not be understood, such as an interface or a state: it may
 *     match less than it says; empty if it matches exactly what it says
 */
public record ObservedRule(
        String id,
        Action action,
        Peers sources,
        Peers destinations,
        ImmutableList<Transport> transports,
        Optional<String> notUnderstood) {
    /**
     * Refuses null, a blank identifier or one of several lines, and a rule without sources or destinations.
     *
     * @param id what tells the rule from others in findings, such as its number or name
     * @param action what becomes of packets that the rule matches
     * @param sources where packets come from
     * @param destinations where they go
     * @param transports what they are
     * @param notUnderstood what else the rule asks for that could not be understood, such as an interface or a state
     */
    public ObservedRule {
        requireNonNull(action, "action");
        requireNonNull(transports, "transports");
        requireNonNull(notUnderstood, "notUnderstood");
        if (id.isBlank() || !Excerpts.isPlain(id)) {
            throw new IllegalArgumentException(
                    "not an id of an observed rule: " + Excerpts.quote(id) + "; expected plain text in one line");
        }
        if (sources.isEmpty() || destinations.isEmpty()) {
            throw new IllegalArgumentException("observed rule " + id + " has no "
                    + (sources.isEmpty() ? "sources" : "destinations") + "; expected addresses, names or any");
        }
    }

    /** What becomes of packets that a rule matches. */
    public enum Action {
        /** They pass. */
        ALLOW,
        /** They do not pass. */
        DENY
    }

    /**
     * Returns a rule that lets packets of one transport pass.
     *
     * @param id what tells the rule from others in findings
     * @param sources where packets come from
     * @param destinations where they go
     * @param transport what they are
     * @return the rule
     */
    public static ObservedRule allow(String id, Peers sources, Peers destinations, Transport transport) {
        return new ObservedRule(id, Action.ALLOW, sources, destinations, ImmutableList.of(transport), Optional.empty());
    }

    /** Returns identifier, action, ends and transports in one line. */
    @Override
    public String toString() {
        String text = id + ": " + (action == Action.ALLOW ? "allow " : "deny ") + sources + " -> " + destinations + ": "
                + (transports.isEmpty() ? "every protocol" : transports);
        return notUnderstood.map(what -> text + ", but not understood: " + what).orElse(text);
    }
}
