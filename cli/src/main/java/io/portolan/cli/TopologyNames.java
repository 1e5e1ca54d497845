package io.portolan.cli;

import com.google.common.base.CharMatcher;
import io.portolan.internal.Nearest;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What a user names on the command line by the names of a topology: places, zones, addresses. */
final class TopologyNames {
    private static final CharMatcher IN_ADDRESSES = CharMatcher.anyOf(".:/");

    private final Topology topology;
    private final CommandSpec spec;

    TopologyNames(Topology topology, CommandSpec spec) {
        this.topology = topology;
        this.spec = spec;
    }

    /** Returns the place of an option. */
    Place place(String option, String name) {
        return topology.place(name).orElseThrow(() -> wrong(option, Nearest.unknown("place", name, placeNames())));
    }

    /** Returns the host of an option. */
    Place host(String option, String name) {
        Place place = place(option, name);
        if (place.kind() != Place.Kind.HOST) {
            throw wrong(option, name + " is no host; expected one, as only hosts have firewalls of their own");
        }
        return place;
    }

    /** Returns what a zone has, or a place. */
    Peers zone(String option, String name) {
        if (topology.zones().containsKey(name)) {
            return topology.zone(name);
        }
        return topology.place(name).map(Place::peers).orElseThrow(() -> wrong(option, unknownZoneOrPlace(name)));
    }

    private String unknownZoneOrPlace(String name) {
        Set<String> known = new LinkedHashSet<>(topology.zones().keySet());
        known.addAll(placeNames());
        return Nearest.unknown("zone or place", name, known);
    }

    /** Returns what a zone or place has, or what addresses and names are written out. */
    Peers peers(String option, String text) {
        return topology.zones().containsKey(text) || topology.place(text).isPresent() || !isWrittenOut(text)
                ? zone(option, text)
                : written(option, text);
    }

    /**
     * Returns the ends of packets that a name stands for: each address of a host, one address of a network of each family,
     * and those of all places of a zone.
     */
    List<String> ends(String option, String text) {
        if (topology.zones().containsKey(text)) {
            Set<String> ends = new LinkedHashSet<>();
            Peers zone = topology.zone(text);
            for (Place place : topology.places()) {
                if (zone.contains(place.peers())) {
                    ends.addAll(ends(place));
                }
            }
            return List.copyOf(ends);
        }
        if (topology.place(text).isEmpty() && isWrittenOut(text)) {
            return List.of(written(option, text).toString());
        }
        return ends(topology.place(text).orElseThrow(() -> wrong(option, unknownZoneOrPlace(text))));
    }

    private List<String> ends(Place place) {
        AddressSet addresses = place.peers().addresses();
        List<String> ends = new ArrayList<>();
        if (place.kind() == Place.Kind.HOST) {
            for (AddressSet rest = addresses; !rest.isEmpty(); ) {
                String first = rest.first();
                ends.add(first);
                rest = rest.difference(AddressSet.parse(first));
            }
        } else {
            addFirst(ends, addresses.ipv4());
            addFirst(ends, addresses.ipv6());
        }
        place.peers().names().forEach(name -> ends.add(name.toString()));
        return ends;
    }

    /** Adds an address that is no host's, for a host can do more than its network; or any if all are hosts. */
    private void addFirst(List<String> ends, AddressSet addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        AddressSet.Builder hosts = AddressSet.builder();
        for (Place place : topology.places()) {
            if (place.kind() == Place.Kind.HOST) {
                hosts.addAll(place.peers().addresses());
            }
        }
        AddressSet noHosts = addresses.difference(hosts.build());
        ends.add((noHosts.isEmpty() ? addresses : noHosts).first());
    }

    private static boolean isWrittenOut(String text) {
        return text.equals("any") || IN_ADDRESSES.matchesAnyOf(text);
    }

    private Peers written(String option, String text) {
        try {
            return Peers.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(option, e.getMessage() + "; or the name of a place");
        }
    }

    private List<String> placeNames() {
        return topology.places().stream().map(Place::name).toList();
    }

    private ParameterException wrong(String option, String message) {
        return new ParameterException(spec.commandLine(), option + ": " + message);
    }
}
