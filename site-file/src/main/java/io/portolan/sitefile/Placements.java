package io.portolan.sitefile;

import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.SameHost;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What lives at a place: the keys {@code roles}, for one deployment each, and {@code endpoints}, for all of them. */
final class Placements {
    static final String ROLES = "roles";
    static final String ENDPOINTS = "endpoints";

    private final Map<String, Deployment> deployments = new LinkedHashMap<>();
    private final Map<String, ImmutableSetMultimap<String, Endpoint>> byDeployment = new HashMap<>();
    private final ImmutableSetMultimap<String, Endpoint> shared;
    private final DeploymentsSection section;

    Placements(CatalogSet catalogs, List<Deployment> deployments, DeploymentsSection section) {
        this.section = section;
        shared = withoutSameHost(EndpointNames.shared(catalogs));
        deployments.forEach(deployment -> this.deployments.put(deployment.name(), deployment));
    }

    void addTo(Sections sections, Place.Builder place) {
        sections.add(ROLES, entry -> roles(place, entry.value()))
                .add(
                        ENDPOINTS,
                        entry -> endpoints(
                                entry.value(),
                                shared,
                                "; roles of a deployment are placed under " + ROLES,
                                endpoint -> place.endpoint(endpoint)));
    }

    /** Roles of a deployment with which something is wrong cannot be judged. */
    private void roles(Place.Builder place, Node value) {
        if (!section.allKnown()) {
            return;
        }
        Sections sections = new Sections("deployment");
        for (Deployment deployment : deployments.values()) {
            sections.add(
                    deployment.name(),
                    entry -> endpoints(
                            entry.value(),
                            ofDeployment(deployment),
                            "",
                            endpoint -> place.endpointIn(deployment.name(), endpoint)));
        }
        section.broken().forEach(name -> sections.add(name, entry -> {}));
        sections.read(Values.mapping(value, "deployments and their roles"));
    }

    private static void endpoints(
            Node value, ImmutableSetMultimap<String, Endpoint> known, String hint, Consumer<Endpoint> place) {
        Values.each(value, "identifiers of endpoints", id -> {
            Set<Endpoint> namesakes = known.get(id);
            if (namesakes.isEmpty()) {
                throw new IllegalArgumentException(Nearest.unknown("endpoint", id, known.keySet()) + hint);
            }
            namesakes.forEach(place);
        });
    }

    private ImmutableSetMultimap<String, Endpoint> ofDeployment(Deployment deployment) {
        return byDeployment.computeIfAbsent(
                deployment.name(),
                name -> withoutSameHost(EndpointNames.of(deployment.resolution().catalog())));
    }

    /** What stays on its host has no place. */
    static ImmutableSetMultimap<String, Endpoint> withoutSameHost(ImmutableSetMultimap<String, Endpoint> names) {
        ImmutableSetMultimap.Builder<String, Endpoint> placeable = ImmutableSetMultimap.builder();
        names.forEach((id, endpoint) -> {
            if (!(endpoint instanceof SameHost)) {
                placeable.put(id, endpoint);
            }
        });
        return placeable.build();
    }
}
