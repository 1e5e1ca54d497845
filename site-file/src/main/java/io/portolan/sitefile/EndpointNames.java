package io.portolan.sitefile;

import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.SharedEndpoint;

/** The endpoints of which a site file can speak, by identifier. */
final class EndpointNames {
    private EndpointNames() {}

    /**
     * Returns what all deployments share: infrastructure, and the outside sites of any catalog. Catalogs may describe one
     * outside site differently; then all of these have its identifier.
     */
    static ImmutableSetMultimap<String, Endpoint> shared(CatalogSet catalogs) {
        ImmutableSetMultimap.Builder<String, Endpoint> names = ImmutableSetMultimap.builder();
        addInfrastructure(names);
        for (Catalog<?> catalog : catalogs.catalogs()) {
            for (Endpoint endpoint : catalog.endpoints()) {
                if (endpoint instanceof SharedEndpoint) {
                    names.put(endpoint.id(), endpoint);
                }
            }
        }
        return names.build();
    }

    /** Returns the roles of a deployment, the other endpoints of its flows, and infrastructure. */
    static ImmutableSetMultimap<String, Endpoint> of(Catalog<?> catalog) {
        ImmutableSetMultimap.Builder<String, Endpoint> names = ImmutableSetMultimap.builder();
        catalog.roles().forEach(role -> names.put(role.id(), role));
        catalog.endpoints().forEach(endpoint -> names.put(endpoint.id(), endpoint));
        addInfrastructure(names);
        return names.build();
    }

    private static void addInfrastructure(ImmutableSetMultimap.Builder<String, Endpoint> names) {
        for (Infrastructure infrastructure : Infrastructure.values()) {
            names.put(infrastructure.id(), infrastructure);
        }
    }
}
