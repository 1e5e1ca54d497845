package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule.Action;

/**
 * The rules that a firewall really has, from whatever source.
 *
 * @param matching how rules decide together
 * @param otherwise what becomes of packets that no rule matches
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
        /** Any rule that denies goes before all that allow, as in Windows Firewall; security groups only allow. */
        DENY_WINS
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
