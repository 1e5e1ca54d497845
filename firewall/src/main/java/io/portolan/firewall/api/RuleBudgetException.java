package io.portolan.firewall.api;

/** Tells that a policy takes more rules than a firewall has room for. */
public final class RuleBudgetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What has the budget. */
    private final String what;
    /** How many rules the policy takes. */
    private final int needed;
    /** How many there may be. */
    private final int budget;

    /**
     * Makes the exception.
     *
     * @param what what has the budget, such as {@code inbound rules of security group portolan-broker}
     * @param needed how many rules the policy takes
     * @param budget how many there may be
     */
    public RuleBudgetException(String what, int needed, int budget) {
        super(needed + " " + what + ", but there may be " + budget
                + "; raise the budget if the firewall does, or ask for the merge with the least excess");
        this.what = what;
        this.needed = needed;
        this.budget = budget;
    }

    /**
     * Returns what has the budget.
     *
     * @return words such as {@code inbound rules of security group portolan-broker}
     */
    public String what() {
        return what;
    }

    /**
     * Returns how many rules the policy takes.
     *
     * @return a count above the budget
     */
    public int needed() {
        return needed;
    }

    /**
     * Returns how many rules there may be.
     *
     * @return the budget
     */
    public int budget() {
        return budget;
    }
}
