package io.portolan.sitefile;

import io.portolan.catalog.CatalogSet;
import io.portolan.internal.Nearest;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code topology}: which endpoints live where. */
final class TopologySection {
    static final String HOSTS = "hosts";
    static final String NETWORKS = "networks";
    static final String OUTSIDE = "outside";
    static final String ZONES = "zones";

    private final Topology.Builder topology = Topology.builder();
    private final Set<String> places = new LinkedHashSet<>();
    private Node.@Nullable Entry section;

    /** Keeps the section until the deployments are known, whose roles it places. */
    void keep(Node.Entry entry) {
        section = entry;
    }

    /** Returns the topology; empty if the file has none. */
    Optional<Topology> topology(CatalogSet catalogs, List<Deployment> deployments) {
        if (section == null) {
            return Optional.empty();
        }
        Placements placements = new Placements(catalogs, deployments);
        List<Node.Mapping> zones = new ArrayList<>();
        new Sections("key")
                .add(HOSTS, entry -> places(entry.value(), PlaceReader.ofHosts(placements)))
                .add(NETWORKS, entry -> places(entry.value(), PlaceReader.ofNetworks(placements)))
                .add(OUTSIDE, entry -> places(entry.value(), PlaceReader.ofOutside(placements)))
                .add(ZONES, entry -> zones.add(Values.mapping(entry.value(), "zones")))
                .read(Values.mapping(section.value(), "hosts, networks, outside sites and zones"));
        zones.forEach(this::zones); // last, for the places of a zone may stand below it
        return Optional.of(topology.build());
    }

    private void places(Node value, PlaceReader reader) {
        Values.mapping(value, "names of places").entries().forEach((name, entry) -> {
            Place place = reader.read(name, entry);
            Values.checked(entry.key(), () -> topology.add(place));
            places.add(name);
        });
    }

    private void zones(Node.Mapping zones) {
        zones.entries().forEach((name, entry) -> {
            if (places.contains(name)) {
                throw entry.key().error("a place has this name, too; expected another, for both are asked for by name");
            }
            List<String> members = new ArrayList<>();
            Values.each(entry.value(), "names of places", member -> {
                if (!places.contains(member)) {
                    throw new IllegalArgumentException(Nearest.unknown("place", member, places));
                }
                members.add(member);
            });
            Values.checked(entry.key(), () -> topology.zone(name, members));
        });
    }
}
