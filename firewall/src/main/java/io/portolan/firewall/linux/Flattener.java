package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.ChainRule.Unknown;
import io.portolan.planner.ObservedRule.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns chains that lead to each other into one list in which the first decision that matches counts.
 *
 * <p>What returns from a chain is taken out of the regions of the rules behind. Files can be made to grow without end that
 * way; what passes a limit is not understood.
 */
final class Flattener {
    /** As deep as the kernel lets chains be called. */
    private static final int DEEPEST = 16;

    private static final int MOST_STEPS = 50_000;
    private static final int MOST_PIECES = 2_000;

    private final Map<String, ImmutableList<ChainRule>> chains;
    private final List<Step> steps = new ArrayList<>();
    private int visited;

    private Flattener(Map<String, ImmutableList<ChainRule>> chains) {
        this.chains = chains;
    }

    /**
     * Returns the decisions of a chain at a hook.
     *
     * @param chains the rules of all chains
     * @param chain the name of the one at the hook
     * @param within the packets that get there
     * @param policy what becomes of packets of which no rule decides
     */
    static ImmutableList<Step> flatten(
            Map<String, ImmutableList<ChainRule>> chains, String chain, Region within, Action policy) {
        Flattener flattener = new Flattener(chains);
        flattener.walk(chain, ImmutableList.of(within), Optional.empty(), 0);
        flattener.steps.add(new Step("policy of " + chain, within, policy, Optional.empty()));
        return ImmutableList.copyOf(flattener.steps);
    }

    /** Walks a chain with the packets that got there, of which it may be unknown whether they did. */
    private void walk(String chain, List<Region> entering, Optional<String> doubt, int depth) {
        List<Region> inside = entering;
        Optional<String> doubtful = doubt;
        for (ChainRule rule : chains.getOrDefault(chain, ImmutableList.of())) {
            if (rule.condition().isNever()) {
                continue;
            }
            List<Region> matched = matched(inside, rule.condition());
            Optional<String> reason = Condition.join(doubtful, rule.condition().notUnderstood());
            if (matched.isEmpty()) {
                continue;
            }
            Outcome outcome = rule.outcome();
            boolean leaves = outcome instanceof Return || (outcome instanceof Jump jump && !jump.comesBack());
            if (outcome instanceof Jump jump) {
                jump(rule, jump, matched, reason, depth);
            } else {
                decide(rule.id(), outcome, matched, reason);
            }
            if (leaves) {
                if (rule.condition().notUnderstood().isPresent()) {
                    doubtful = reason;
                } else {
                    inside = without(inside, matched);
                    if (inside.size() > MOST_PIECES) {
                        decide(rule.id(), new Unknown("what returns from chain " + chain), entering, doubtful);
                        return;
                    }
                }
            }
        }
    }

    private List<Region> matched(List<Region> inside, Condition condition) {
        List<Region> matched = new ArrayList<>();
        for (Region region : inside) {
            for (Region of : condition.regions()) {
                Region both = region.intersection(of);
                visited++;
                if (!both.isEmpty()) {
                    matched.add(both);
                }
            }
        }
        return matched;
    }

    private static List<Region> without(List<Region> inside, List<Region> leaving) {
        List<Region> left = inside;
        for (Region region : leaving) {
            List<Region> less = new ArrayList<>();
            left.forEach(each -> less.addAll(each.minus(region)));
            left = less;
            if (left.size() > MOST_PIECES) {
                return left;
            }
        }
        return left;
    }

    private void jump(ChainRule rule, Jump jump, List<Region> matched, Optional<String> reason, int depth) {
        if (!chains.containsKey(jump.chain())) {
            decide(rule.id(), new Unknown("a chain " + jump.chain() + " that is not listed"), matched, reason);
        } else if (depth >= DEEPEST) {
            decide(rule.id(), new Unknown("chains that lead to each other without end"), matched, reason);
        } else if (steps.size() > MOST_STEPS || visited > MOST_STEPS * 100) {
            decide(rule.id(), new Unknown("more rules behind jumps than are looked at"), matched, reason);
        } else {
            walk(jump.chain(), matched, reason, depth + 1);
        }
    }

    private void decide(String id, Outcome outcome, List<Region> matched, Optional<String> reason) {
        for (Region region : matched) {
            if (outcome instanceof Accept) {
                steps.add(new Step(id, region, Action.ALLOW, reason));
            } else if (outcome instanceof Drop) {
                steps.add(new Step(id, region, Action.DENY, reason));
            } else if (outcome instanceof Unknown unknown) {
                Optional<String> both = Condition.join(Optional.of(unknown.what()), reason);
                steps.add(new Step(id, region, Action.ALLOW, both));
                steps.add(new Step(id, region, Action.DENY, both));
            }
        }
    }
}
