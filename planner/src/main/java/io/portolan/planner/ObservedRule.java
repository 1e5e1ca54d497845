package io.portolan.planner;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Excerpts;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A rule that a firewall really has.
 *
 * <p>A reader never passes over what it does not understand. There are two ways to say so:
 *
 * <ul>
 *   <li>A rule asks for more than addresses and transports, such as an interface, a time or a state that may or may not hold:
 *       it has its action, the packets that it can match at most, and {@code notUnderstood}. It then may match or not, and
 *       an audit looks at both.
 *   <li>A listing does not tell what becomes of packets at all, as where the group of a host is missing from it:
 *       {@link #unknown} makes a rule with {@link Action#UNKNOWN} for these packets. Where a listing says nothing of any
 *       packet, {@link ObservedRules#otherwise()} is {@link Action#UNKNOWN}.
 * </ul>
 *
 * @param id what tells the rule from others in findings, such as its number or name; text in one line
 * @param action what becomes of packets that the rule matches
 * @param sources where packets come from
 * @param destinations where they go
 * @param transports what they are; empty for packets of every protocol
 * @param notUnderstood what else the rule asks for that could not be understood, such as an interface or a state: it may
 *     match less than it says; each thing once, at most {@value #MOST_REASONS}, each of at most {@value #LONGEST_REASON}
 *     characters; empty if it matches exactly what it says
 */
public record ObservedRule(
        String id,
        Action action,
        Peers sources,
        Peers destinations,
        ImmutableList<Transport> transports,
        ImmutableList<String> notUnderstood) {
    /** How many things that were not understood a rule keeps; the last then says how many others there are. */
    public static final int MOST_REASONS = 16;

    /** How many characters of a thing that was not understood a rule keeps. */
    public static final int LONGEST_REASON = 240;

    /**
     * Refuses null, a blank identifier or one of several lines, a rule without sources or destinations, and
     * {@link Action#UNKNOWN} without a reason. Repeats and whatever is beyond the bounds are taken from what was not
     * understood.
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
        notUnderstood = bounded(notUnderstood);
        checkArgument(
                !id.isBlank() && Excerpts.isPlain(id),
                "not an id of an observed rule: %s; expected plain text in one line",
                Excerpts.quote(id));
        checkArgument(
                !sources.isEmpty() && !destinations.isEmpty(),
                "observed rule %s has no %s; expected addresses, names or any",
                id,
                sources.isEmpty() ? "sources" : "destinations");
        checkArgument(
                action != Action.UNKNOWN || !notUnderstood.isEmpty(),
                "observed rule %s does not tell why nobody knows what it does; expected what was not understood",
                id);
    }

    /**
     * Makes a rule of which at most one thing was not understood.
     *
     * @param id what tells the rule from others in findings, such as its number or name
     * @param action what becomes of packets that the rule matches
     * @param sources where packets come from
     * @param destinations where they go
     * @param transports what they are
     * @param notUnderstood what else the rule asks for that could not be understood
     */
    public ObservedRule(
            String id,
            Action action,
            Peers sources,
            Peers destinations,
            ImmutableList<Transport> transports,
            Optional<String> notUnderstood) {
        this(
                id,
                action,
                sources,
                destinations,
                transports,
                notUnderstood.map(ImmutableList::of).orElse(ImmutableList.of()));
    }

    private static ImmutableList<String> bounded(List<String> reasons) {
        if (reasons.isEmpty()) {
            return ImmutableList.of();
        }
        LinkedHashSet<String> distinct = new LinkedHashSet<>();
        for (String reason : reasons) {
            distinct.add(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON - 3) + "..." : reason);
        }
        List<String> kept = new ArrayList<>(distinct);
        if (kept.size() > MOST_REASONS) {
            int others = kept.size() - MOST_REASONS + 1;
            kept = kept.subList(0, MOST_REASONS - 1);
            kept.add("and " + others + " others");
        }
        return ImmutableList.copyOf(kept);
    }

    /** What becomes of packets that a rule matches. */
    public enum Action {
        /** They pass. */
        ALLOW,
        /** They do not pass. */
        DENY,
        /** Nobody knows: the listing does not tell. Flows that need them are neither met nor missing. */
        UNKNOWN
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
        return new ObservedRule(
                id, Action.ALLOW, sources, destinations, ImmutableList.of(transport), ImmutableList.of());
    }

    /**
     * Returns a rule for packets of which a listing says nothing, such as those to a host whose rules are not in it. In a
     * list of which the first match decides it hides the rules behind it; elsewhere only a rule that denies goes before it.
     *
     * @param id what tells the rule from others in findings, such as {@code host app1}
     * @param sources where packets come from
     * @param destinations where they go
     * @param reason what is missing, such as {@code the listing lacks its security group sg-0123}
     * @return the rule, for every protocol
     */
    public static ObservedRule unknown(String id, Peers sources, Peers destinations, String reason) {
        return new ObservedRule(
                id, Action.UNKNOWN, sources, destinations, ImmutableList.of(), ImmutableList.of(reason));
    }

    /**
     * Tells whether the rule does exactly what it says.
     *
     * @return whether nothing in it was not understood
     */
    public boolean isUnderstood() {
        return notUnderstood.isEmpty();
    }

    /** Returns identifier, action, ends and transports in one line. */
    @Override
    public String toString() {
        String does = switch (action) {
            case ALLOW -> "allow ";
            case DENY -> "deny ";
            case UNKNOWN -> "unknown ";
        };
        String text = id + ": " + does + sources + " -> " + destinations + ": "
                + (transports.isEmpty() ? "every protocol" : transports);
        return isUnderstood() ? text : text + ", but not understood: " + String.join("; ", notUnderstood);
    }
}
