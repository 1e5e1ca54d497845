package io.portolan.cli.file;

import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.SameHost;
import io.portolan.cli.text.Nearest;
import io.portolan.planner.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What lives at a place: the keys {@code roles}, for one product each, and {@code endpoints}, for all of them. */
final class Placements {
    static final String ROLES = "roles";
    static final String ENDPOINTS = "endpoints";

    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, ImmutableSetMultimap<String, Endpoint>> byProduct = new HashMap<>();
    private final ImmutableSetMultimap<String, Endpoint> shared = withoutSameHost(EndpointNames.shared());

    Placements(List<Product> products) {
        products.forEach(product -> this.products.put(product.name(), product));
    }

    void addTo(Sections sections, Place.Builder place) {
        sections.add(ROLES, entry -> roles(place, entry.value()))
                .add(
                        ENDPOINTS,
                        entry -> endpoints(
                                entry.value(),
                                shared,
                                "; roles of a product are placed under " + ROLES,
                                endpoint -> place.endpoint(endpoint)));
    }

    private void roles(Place.Builder place, Node value) {
        Sections sections = new Sections("product");
        for (Product product : products.values()) {
            sections.add(
                    product.name(),
                    entry -> endpoints(
                            entry.value(),
                            ofProduct(product),
                            "",
                            endpoint -> place.endpointIn(product.name(), endpoint)));
        }
        sections.read(Values.mapping(value, "products and their roles"));
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

    private ImmutableSetMultimap<String, Endpoint> ofProduct(Product product) {
        return byProduct.computeIfAbsent(product.name(), name -> withoutSameHost(EndpointNames.of(product.catalog())));
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
