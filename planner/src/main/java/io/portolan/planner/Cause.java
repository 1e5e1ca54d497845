package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import io.portolan.catalog.Flow;
import io.portolan.site.ResolvedFlow;

/**
 * Why packets are allowed: a flow of a deployment.
 *
 * @param deployment the name of the deployment
 * @param resolved the flow with the answers that shaped it
 */
public record Cause(String deployment, ResolvedFlow resolved) {
    /**
     * Refuses null.
     *
     * @param deployment the name of the deployment
     * @param resolved the flow with the answers that shaped it
     */
    public Cause {
        requireNonNull(deployment, "deployment");
        requireNonNull(resolved, "resolved");
    }

    /**
     * Returns the flow as its document states it.
     *
     * @return the flow
     */
    public Flow flow() {
        return resolved.flow();
    }

    /**
     * Returns the short name of the cause.
     *
     * @return the identifier of the flow, after that of the deployment and a slash if it is not called like the catalog
     */
    public String id() {
        return flow().id().startsWith(deployment + ".") ? flow().id() : deployment + "/" + flow().id();
    }

    /** Returns the short name. */
    @Override
    public String toString() {
        return id();
    }
}
