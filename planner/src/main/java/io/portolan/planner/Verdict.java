package io.portolan.planner;

import io.portolan.planner.ObservedRule.Action;
import java.util.BitSet;

/**
 * What observed rules make of packets, where the first that matches decides and some are not understood: classes of sources
 * by what has become of their packets so far.
 *
 * <p>A rule that was not understood may match or not. If what decides after it would do the same, it does not matter;
 * otherwise nobody knows. What no rule decides does not pass.
 */
final class Verdict {
    private final BitSet done = new BitSet();
    private final BitSet mayPass = new BitSet();
    private final BitSet mayNotPass = new BitSet();
    private final BitSet allowed = new BitSet();
    private final BitSet unknown = new BitSet();

    void apply(ObservedRule rule, BitSet sources) {
        BitSet matched = (BitSet) sources.clone();
        matched.andNot(done);
        if (matched.isEmpty()) {
            return;
        }
        if (rule.action() == Action.UNKNOWN) {
            unknown.or(matched);
            done.or(matched);
        } else if (!rule.isUnderstood()) {
            (rule.action() == Action.ALLOW ? mayPass : mayNotPass).or(matched);
        } else if (rule.action() == Action.ALLOW) {
            done.or(matched);
            allowed.or(matched);
            matched.and(mayNotPass);
            unknown.or(matched);
            allowed.andNot(matched);
        } else {
            done.or(matched);
            matched.and(mayPass);
            unknown.or(matched);
        }
    }

    /** Applies what becomes of packets that no rule decides: they do not pass. */
    void finish() {
        mayPass.andNot(done);
        unknown.or(mayPass);
    }

    /** Returns the sources from which packets pass for certain, not to be changed. */
    BitSet allowed() {
        return allowed;
    }

    /** Returns the sources of which nobody knows, not to be changed. */
    BitSet unknown() {
        return unknown;
    }
}
