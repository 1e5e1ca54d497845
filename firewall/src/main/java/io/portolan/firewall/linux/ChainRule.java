package io.portolan.firewall.linux;

import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/**
 * A rule of a chain that decides or changes something.
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
     * They pass or are dropped, and nobody knows which.
     *
     * @param what the reason
     */
    record Unknown(String what) implements Outcome {}

    /** Connection tracking leaves them alone; they go on. */
    record Untrack() implements Outcome {}

    /**
     * They go on to another destination, or on another way: nobody knows what becomes of them as they were.
     *
     * @param what what sends them there
     * @param to where they go, empty if that is not known
     * @param ports the ports that they go to, empty if those stay
     * @param local whether they stay on the firewall itself
     */
    record Redirect(String what, Optional<AddressSet> to, Optional<NumberSet> ports, boolean local)
            implements Outcome {}

    /**
     * They pass, with another source from here on.
     *
     * @param what what changes it
     */
    record Masquerade(String what) implements Outcome {}
}
