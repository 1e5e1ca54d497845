package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import io.portolan.catalog.Flow;

/**
 * A flow for which a policy has no rule, or not between all of its hosts, and why.
 *
 * @param deployment the name of the deployment
 * @param flow the flow
 * @param reason the kind of reason
 * @param detail the reason in words, and what would change it
 */
public record LeftOut(String deployment, Flow flow, Reason reason, String detail) {
    /**
     * Refuses null.
     *
     * @param deployment the name of the deployment
     * @param flow the flow
     * @param reason the kind of reason
     * @param detail the reason in words, and what would change it
     */
    public LeftOut {
        requireNonNull(deployment, "deployment");
        requireNonNull(flow, "flow");
        requireNonNull(reason, "reason");
        requireNonNull(detail, "detail");
    }

    /** Why there is no rule. */
    public enum Reason {
        /** An endpoint of the flow is not in the topology. */
        NOT_PLACED,
        /** The endpoints are one host, or are on the same host alone. */
        SAME_HOST,
        /** Packets go to all hosts or to a group of a network, which no router passes on. */
        NOT_UNICAST,
        /** A place of an endpoint has no address. */
        NO_ADDRESS,
        /** The places of the endpoints have no addresses of a common family. */
        NO_COMMON_FAMILY,
        /** The site has not said what the flow waits for. */
        OPEN_QUESTION
    }

    /** Returns flow and reason in one line. */
    @Override
    public String toString() {
        return flow.id() + ": " + detail;
    }
}
