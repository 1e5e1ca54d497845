package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule.Action;

/**
 * The rules that a firewall really has, from whatever source.
 *
 * <p>No list is not "deny": a listing that says nothing of packets, because it is empty or lacks the group of a host, says so
 * with {@link Action#UNKNOWN}, as the action of what no rule matches or of a rule for these packets; see
 * {@link ObservedRule#unknown}. What is unknown is neither met nor missing in an audit, and may be open.
 *
 * @param matching how rules decide together
 * @param otherwise what becomes of packets that no rule matches; {@link Action#UNKNOWN} if the listing does not tell
 * @param rules the rules, in their order if that matters
 */
public record ObservedRules(Matching matching, Action otherwise, ImmutableList<ObservedRule> rules) {
    /**
     * Refuses null.
     *
     * @param matching how rules decide together
     * @param otherwise what becomes of packets that no rule matches
     * @param rules the rules, in their order if that matters
     */
    public ObservedRules {
        requireNonNull(matching, "matching");
        requireNonNull(otherwise, "otherwise");
        requireNonNull(rules, "rules");
    }

    /** How the rules of a firewall decide together. */
    public enum Matching {
        /** The first rule that matches decides, as in access lists and chains. */
        FIRST_MATCH,
        /**
         * Any rule that denies goes before all others, as in Windows Firewall, and a rule with {@link Action#UNKNOWN} before
         * those that allow; security groups only allow.
         */
        DENY_WINS
    }

    /**
     * Returns what a listing that says nothing at all tells of a firewall.
     *
     * @return no rules, and {@link Action#UNKNOWN} for every packet
     */
    public static ObservedRules unknown() {
        return new ObservedRules(Matching.FIRST_MATCH, Action.UNKNOWN, ImmutableList.of());
    }

    /**
     * Returns the rules of a policy, as a firewall would have them that was given exactly these.
     *
     * @param rules rules of a policy
     * @return the observed rules, numbered from 1
     */
    public static ObservedRules of(Iterable<Rule> rules) {
        ImmutableList.Builder<ObservedRule> observed = ImmutableList.builder();
        int number = 1;
        for (Rule rule : rules) {
            observed.add(ObservedRule.allow(
                    Integer.toString(number++), rule.sources(), rule.destinations(), rule.transport()));
        }
        return new ObservedRules(Matching.DENY_WINS, Action.DENY, observed.build());
    }
}
