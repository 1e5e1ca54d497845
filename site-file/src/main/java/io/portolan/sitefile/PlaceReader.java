package io.portolan.sitefile;

import io.portolan.planner.Place;
import io.portolan.planner.address.AddressSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the places of one kind: their addresses or names, and who lives there. */
final class PlaceReader {
    static final String ADDRESSES = "addresses";
    static final String NAMES = "names";
    static final String ANY = "any";

    private static final String ADDRESS = "addresses, such as [10.0.0.5, \"2001:db8::5\"]";
    private static final String RANGES = "addresses, prefixes and ranges, such as [10.0.0.0/24, \"2001:db8::/64\"]";
    private static final String OUTSIDE_NAMES =
            "names and service tags, such as [login.example.com, \"tag:AzureCloud\"]";

    private final Function<String, Place.Builder> start;
    private final Placements placements;
    private final String addresses;
    private final boolean canBeAny;
    private final boolean hasNames;

    /** The places that have any address but those of other places, and what they have if there are no others. */
    private final Map<String, AddressSet> anyExceptPlaces = new LinkedHashMap<>();

    private PlaceReader(
            Function<String, Place.Builder> start,
            Placements placements,
            String addresses,
            boolean canBeAny,
            boolean hasNames) {
        this.start = start;
        this.placements = placements;
        this.addresses = addresses;
        this.canBeAny = canBeAny;
        this.hasNames = hasNames;
    }

    static PlaceReader ofHosts(Placements placements) {
        return new PlaceReader(Place::host, placements, ADDRESS, false, false);
    }

    static PlaceReader ofNetworks(Placements placements) {
        return new PlaceReader(Place::network, placements, RANGES, true, false);
    }

    static PlaceReader ofOutside(Placements placements) {
        return new PlaceReader(Place::outside, placements, RANGES, true, true);
    }

    /** Returns the places whose addresses are known when all others are: any address but theirs, of these. */
    Map<String, AddressSet> anyExceptPlaces() {
        return anyExceptPlaces;
    }

    Place.Builder read(String name, Node.Entry entry) {
        Place.Builder place = Values.made(entry.key(), () -> start.apply(name));
        Sections sections = new Sections("key").add(ADDRESSES, given -> addresses(name, place, given.value()));
        if (hasNames) {
            sections.add(NAMES, given -> Values.each(given.value(), OUTSIDE_NAMES, place::outsideName));
        }
        placements.addTo(sections, place);
        Node.Mapping mapping = Values.mapping(entry.value(), "addresses and roles");
        sections.read(mapping);
        if (!mapping.entries().containsKey(ADDRESSES)
                && !(hasNames && mapping.entries().containsKey(NAMES))) {
            throw entry.key().error((hasNames ? NAMES + " or " : "") + ADDRESSES + " are missing");
        }
        if (!anyExceptPlaces.containsKey(name)) {
            Values.made(entry.key(), place::build);
        }
        return place;
    }

    private void addresses(String name, Place.Builder place, Node value) {
        if (canBeAny && value instanceof Node.Mapping mapping) {
            AnyExcept any = AnyExcept.read(mapping);
            if (any.places()) {
                anyExceptPlaces.put(name, any.addresses());
            } else {
                Values.checked(value.place(), () -> place.addresses(any.addresses()));
            }
        } else if (canBeAny && Values.isText(value, ANY)) {
            place.anyAddress();
        } else {
            Values.each(value, canBeAny ? addresses + ", or " + ANY : addresses, place::address);
        }
    }
}
