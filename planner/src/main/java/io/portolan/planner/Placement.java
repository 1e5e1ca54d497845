package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import io.portolan.catalog.Endpoint;
import java.util.Optional;

/**
 * An endpoint that lives at a place.
 *
 * @param deployment the deployment whose endpoint it is; empty if there is no doubt
 * @param endpoint a role of a product, or a shared endpoint
 */
public record Placement(Optional<String> deployment, Endpoint endpoint) {
    /**
     * Refuses null.
     *
     * @param deployment the deployment whose endpoint it is
     * @param endpoint a role of a product, or a shared endpoint
     */
    public Placement {
        requireNonNull(deployment, "deployment");
        requireNonNull(endpoint, "endpoint");
    }

    /** Returns the identifier of the endpoint, after that of the deployment and a slash if it is for one alone. */
    @Override
    public String toString() {
        return deployment.map(name -> name + "/").orElse("") + endpoint.id();
    }
}
