package io.portolan.planner;

import io.portolan.planner.ObservedRule.Action;
import java.util.BitSet;
import java.util.List;

/**
 * What observed rules make of packets, where the first that matches decides and some are not understood.
 *
 * <p>A rule that was not understood may match or not. If what decides after it would do the same, it does not matter;
 * otherwise nobody knows.
 */
final class Verdicts {
    /** The rule of each box, in the order in which they decide. */
    private final List<ObservedRule> rules;

    private final Action otherwise;

    Verdicts(List<ObservedRule> rules, Action otherwise) {
        this.rules = rules;
        this.otherwise = otherwise;
    }

    /** The sources from which packets pass for certain. */
    BitSet allowed(int[] boxes, List<BitSet> sources) {
        return decide(boxes, sources).allowed;
    }

    /** The sources of which nobody knows. */
    BitSet unknown(int[] boxes, List<BitSet> sources) {
        return decide(boxes, sources).unknown;
    }

    private Decided decide(int[] boxes, List<BitSet> sources) {
        Decided decided = new Decided();
        for (int box : boxes) {
            decided.apply(rules.get(box), sources.get(box));
        }
        decided.finish(otherwise);
        return decided;
    }

    /** Classes of sources by what has become of their packets so far. */
    private static final class Decided {
        private final BitSet all = new BitSet();
        private final BitSet done = new BitSet();
        private final BitSet mayPass = new BitSet();
        private final BitSet mayNotPass = new BitSet();
        private final BitSet allowed = new BitSet();
        private final BitSet unknown = new BitSet();

        void apply(ObservedRule rule, BitSet sources) {
            all.or(sources);
            BitSet matched = (BitSet) sources.clone();
            matched.andNot(done);
            if (rule.action() == Action.UNKNOWN) {
                unknown.or(matched);
                done.or(matched);
            } else if (!rule.isUnderstood()) {
                (rule.action() == Action.ALLOW ? mayPass : mayNotPass).or(matched);
            } else {
                decide(rule.action(), matched);
            }
        }

        void finish(Action otherwise) {
            BitSet left = (BitSet) all.clone();
            left.andNot(done);
            decide(otherwise, left);
        }

        private void decide(Action action, BitSet matched) {
            BitSet doubtful = (BitSet) matched.clone();
            doubtful.and(action == Action.ALLOW ? mayNotPass : mayPass);
            unknown.or(doubtful);
            if (action == Action.ALLOW) {
                BitSet certain = (BitSet) matched.clone();
                certain.andNot(doubtful);
                allowed.or(certain);
            }
            done.or(matched);
        }
    }
}
