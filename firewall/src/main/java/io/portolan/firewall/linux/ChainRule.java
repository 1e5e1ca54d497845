package io.portolan.firewall.linux;

/**
 * A rule of a chain that decides something.
 *
 * @param id what tells the rule from others
 * @param condition which packets it matches
 * @param outcome what becomes of them
 */
record ChainRule(String id, Condition condition, Outcome outcome) {
    /** What becomes of packets. */
    sealed interface Outcome {}

    /** They pass the hook, as far as the chain is concerned. */
    record Accept() implements Outcome {}

    /** They are dropped, with or without a message. */
    record Drop() implements Outcome {}

    /** They leave the chain. */
    record Return() implements Outcome {}

    /**
     * They go on in another chain.
     *
     * @param chain its name
     * @param comesBack whether they come back if that chain decides nothing
     */
    record Jump(String chain, boolean comesBack) implements Outcome {}

    /**
     * Nobody knows.
     *
     * @param what the reason
     */
    record Unknown(String what) implements Outcome {}
}
