package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;

/**
 * Why a packet is allowed, or what is missing.
 *
 * @param packet the packet
 * @param rules the rules that hold it
 * @param causes the flows that need it, with the answers that shaped them and the documents that state them
 * @param nearest if no flow needs it, the flows that come nearest, at most three
 */
public record Explanation(
        Packet packet, ImmutableList<Rule> rules, ImmutableList<Cause> causes, ImmutableList<NearMiss> nearest) {
    /**
     * Refuses null.
     *
     * @param packet the packet
     * @param rules the rules that hold it
     * @param causes the flows that need it, with the answers that shaped them and the documents that state them
     * @param nearest if no flow needs it, the flows that come nearest, at most three
     */
    public Explanation {
        requireNonNull(packet, "packet");
        requireNonNull(rules, "rules");
        requireNonNull(causes, "causes");
        requireNonNull(nearest, "nearest");
    }

    /**
     * A flow that would need the packet if one thing or another were different.
     *
     * @param deployment the name of the deployment
     * @param flow the flow
     * @param missing what is different, in words
     */
    public record NearMiss(String deployment, Flow flow, String missing) {
        /**
         * Refuses null.
         *
         * @param deployment the name of the deployment
         * @param flow the flow
         * @param missing what is different, in words
         */
        public NearMiss {
            requireNonNull(deployment, "deployment");
            requireNonNull(flow, "flow");
            requireNonNull(missing, "missing");
        }

        /** Returns flow and difference in one line. */
        @Override
        public String toString() {
            return flow.id() + ": " + missing;
        }
    }

    /**
     * Tells whether the packet is allowed.
     *
     * @return whether a flow needs it
     */
    public boolean isAllowed() {
        return !causes.isEmpty();
    }

    /** Returns the verdict, followed by one line for each reason. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(isAllowed() ? "allowed: " : "not allowed: ").append(packet);
        for (Cause cause : causes) {
            text.append("\n  ").append(cause).append(": ").append(cause.flow().purpose());
            if (!cause.resolved().answers().isEmpty()) {
                text.append(' ').append(cause.resolved().answers());
            }
            text.append(" [").append(cause.flow().citations().get(0)).append(']');
        }
        for (NearMiss miss : nearest) {
            text.append("\n  nearest: ").append(miss);
        }
        return text.toString();
    }
}
