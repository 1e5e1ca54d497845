package io.portolan.firewall.linux;

import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.RuleBudgetException;

/** Holds rules to a budget that a user sets; Linux has none of its own. */
public final class RuleCount {
    private RuleCount() {}

    /**
     * Refuses more rules than there may be.
     *
     * @param what what the rules are, in words
     * @param count how many there are
     * @param options how many there may be
     * @throws RuleBudgetException if there are more
     * @throws IllegalArgumentException if there are more and they ought to be merged, for which there is no need here
     */
    public static void check(String what, int count, RenderOptions options) {
        int budget = options.ruleBudget().orElse(Integer.MAX_VALUE);
        if (count <= budget) {
            return;
        }
        if (options.overBudget() == OverBudget.MERGE) {
            throw new IllegalArgumentException(count + " " + what + ", but the budget is " + budget
                    + ", and rules for Linux are not merged with excess; expected a greater budget or none");
        }
        throw new RuleBudgetException(what, count, budget);
    }
}
