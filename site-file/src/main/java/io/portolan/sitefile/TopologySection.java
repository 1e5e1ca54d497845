package io.portolan.sitefile;

import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.Endpoint;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code topology}: which endpoints live where. */
final class TopologySection {
    static final String HOSTS = "hosts";
    static final String NETWORKS = "networks";
    static final String OUTSIDE = "outside";
    static final String ZONES = "zones";

    private final CatalogSet catalogs;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, Placed> places = new LinkedHashMap<>();
    private final Map<String, List<String>> zones = new LinkedHashMap<>();
    private List<PlaceReader> readers = List.of();
    private Node.@Nullable Entry section;

    /** A place, and where it stands. */
    private record Placed(FilePosition position, Place.Builder place) {}

    TopologySection(CatalogSet catalogs) {
        this.catalogs = catalogs;
    }

    /** Keeps the section until the deployments are known, whose roles it places. */
    void keep(Node.Entry entry) {
        section = entry;
    }

    /** Reads the section, if the file has one. */
    void read(List<Deployment> deployments, DeploymentsSection given) {
        Node.Entry topology = section;
        if (topology == null) {
            return;
        }
        Placements placements = new Placements(catalogs, deployments, given);
        PlaceReader networks = PlaceReader.ofNetworks(placements);
        PlaceReader outside = PlaceReader.ofOutside(placements);
        readers = List.of(networks, outside);
        List<Node.Mapping> groups = new ArrayList<>();
        Problems problems = new Problems();
        problems.attempt(() -> new Sections("key")
                .add(HOSTS, entry -> places(entry.value(), PlaceReader.ofHosts(placements)))
                .add(NETWORKS, entry -> places(entry.value(), networks))
                .add(OUTSIDE, entry -> places(entry.value(), outside))
                .add(ZONES, entry -> groups.add(Values.mapping(entry.value(), "zones")))
                .read(Values.mapping(topology.value(), "hosts, networks, outside sites and zones")));
        readers.forEach(this::exceptPlaces);
        // last, for the places of a zone may stand below it
        groups.forEach(group -> problems.attempt(() -> zones(group)));
        problems.finish();
    }

    /** Gives places that have any address but those of other places what is left, now that all are known. */
    private void exceptPlaces(PlaceReader reader) {
        reader.anyExceptPlaces().forEach((name, addresses) -> {
            AddressSet.Builder others = AddressSet.builder();
            places.forEach((other, placed) -> {
                if (!isAnyExceptPlaces(other)) {
                    AddressSet own = placed.place().build().peers().addresses();
                    others.addAll(own.isAny() ? AddressSet.none() : own);
                }
            });
            Placed placed = places.get(name);
            if (placed != null) {
                placed.place().addresses(addresses.difference(others.build()));
            }
        });
    }

    private boolean isAnyExceptPlaces(String name) {
        return readers.stream().anyMatch(reader -> reader.anyExceptPlaces().containsKey(name));
    }

    /** Returns the deployment of the flows of the site's own, whose endpoints live at the places from now on. */
    Deployment ownFlows(String file, LocalDate date, List<OwnFlowsSection.Stated> flows) {
        Map<String, Place.Builder> builders = new LinkedHashMap<>();
        places.forEach((name, placed) -> builders.put(name, placed.place()));
        ImmutableSetMultimap<String, Endpoint> shared = Placements.withoutSameHost(EndpointNames.shared(catalogs));
        return new OwnFlows(builders, zones, shared).deployment(file, date, flows);
    }

    /** Returns the topology; empty if the file has none. */
    Optional<Topology> topology() {
        if (section == null) {
            return Optional.empty();
        }
        Topology.Builder topology = Topology.builder();
        Problems problems = new Problems();
        places.values()
                .forEach(placed -> problems.attempt(() -> Values.checked(
                        placed.position(), () -> topology.add(placed.place().build()))));
        problems.finish();
        zones.forEach(topology::zone);
        return Optional.of(topology.build());
    }

    private void places(Node value, PlaceReader reader) {
        Problems problems = new Problems();
        Values.mapping(value, "names of places")
                .entries()
                .forEach((name, entry) -> problems.attempt(() -> {
                    if (!names.add(name)) {
                        throw entry.key().error("two places are called " + name);
                    }
                    places.put(name, new Placed(entry.key(), reader.read(name, entry)));
                }));
        problems.finish();
    }

    private void zones(Node.Mapping group) {
        Problems problems = new Problems();
        group.entries().forEach((name, entry) -> problems.attempt(() -> zone(name, entry)));
        problems.finish();
    }

    private void zone(String name, Node.Entry entry) {
        if (names.contains(name)) {
            throw entry.key().error("a place has this name, too; expected another, for both are asked for by name");
        }
        List<String> members = new ArrayList<>();
        Values.each(entry.value(), "names of places", member -> {
            if (!names.contains(member)) {
                throw new IllegalArgumentException(Nearest.unknown("place", member, names));
            }
            members.add(member);
        });
        Values.checked(
                entry.key(),
                () -> Topology.builder().add(Place.host("x").build()).zone(name, List.of("x")));
        zones.put(name, members);
    }
}
