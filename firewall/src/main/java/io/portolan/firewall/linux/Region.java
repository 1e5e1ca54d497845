package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import java.util.List;

/**
 * Packets with any of the sources, destinations, protocols, source ports and selectors: a box in five dimensions, of which
 * intersections and differences are boxes again.
 *
 * @param sources where packets come from
 * @param destinations where they go
 * @param protocols numbers of protocols, in 0 to 255
 * @param sourcePorts ports that they come from; all where protocols have none
 * @param selectors ports that they go to, or {@code type * 256 + code} for ICMP; all where protocols have neither
 */
record Region(
        AddressSet sources, AddressSet destinations, NumberSet protocols, NumberSet sourcePorts, NumberSet selectors) {
    static final NumberSet EVERY_PROTOCOL = NumberSet.ofRange(0, 255);

    /** Every packet of both families. */
    static final Region EVERYTHING =
            new Region(AddressSet.any(), AddressSet.any(), EVERY_PROTOCOL, NumberSet.all(), NumberSet.all());

    static Region of(AddressSet sources, AddressSet destinations) {
        return new Region(sources, destinations, EVERY_PROTOCOL, NumberSet.all(), NumberSet.all());
    }

    /** Returns every packet of a family. */
    static Region of(AddressFamily family) {
        AddressSet all = family == AddressFamily.IPV4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        return of(all, all);
    }

    static Region from(AddressSet sources) {
        return of(sources, AddressSet.any());
    }

    static Region to(AddressSet destinations) {
        return of(AddressSet.any(), destinations);
    }

    static Region protocols(NumberSet protocols) {
        return selecting(protocols, NumberSet.all());
    }

    static Region selecting(NumberSet protocols, NumberSet selectors) {
        return new Region(AddressSet.any(), AddressSet.any(), protocols, NumberSet.all(), selectors);
    }

    static Region fromPorts(NumberSet protocols, NumberSet sourcePorts) {
        return new Region(AddressSet.any(), AddressSet.any(), protocols, sourcePorts, NumberSet.all());
    }

    /** Tells whether no packet is in the region, as no packet goes from one family to the other. */
    boolean isEmpty() {
        return protocols.isEmpty()
                || sourcePorts.isEmpty()
                || selectors.isEmpty()
                || !(hasBoth(AddressFamily.IPV4) || hasBoth(AddressFamily.IPV6));
    }

    private boolean hasBoth(AddressFamily family) {
        return has(sources, family) && has(destinations, family);
    }

    /** Ranges of IPv4 come first. */
    private static boolean has(AddressSet addresses, AddressFamily family) {
        var ranges = addresses.ranges();
        return !ranges.isEmpty()
                && ranges.get(family == AddressFamily.IPV4 ? 0 : ranges.size() - 1)
                                .family()
                        == family;
    }

    /** Tells whether some packet is in both regions. */
    boolean intersects(Region other) {
        return protocols.intersects(other.protocols)
                && selectors.intersects(other.selectors)
                && sourcePorts.intersects(other.sourcePorts)
                && sources.intersects(other.sources)
                && destinations.intersects(other.destinations)
                && !intersection(other).isEmpty();
    }

    Region intersection(Region other) {
        if (other.equals(EVERYTHING)) {
            return this;
        }
        return new Region(
                common(sources, other.sources),
                common(destinations, other.destinations),
                common(protocols, other.protocols),
                common(sourcePorts, other.sourcePorts),
                common(selectors, other.selectors));
    }

    private static AddressSet common(AddressSet first, AddressSet second) {
        return second.isAny() ? first : first.isAny() ? second : first.intersection(second);
    }

    private static NumberSet common(NumberSet first, NumberSet second) {
        return second.isAll() ? first : first.isAll() ? second : first.intersection(second);
    }

    /** Returns the packets that are not in another region, as regions that do not overlap: one for each dimension at most. */
    ImmutableList<Region> minus(Region other) {
        Region both = intersection(other);
        if (both.isEmpty()) {
            return ImmutableList.of(this);
        }
        ImmutableList.Builder<Region> left = ImmutableList.builder();
        add(left, new Region(sources.difference(other.sources), destinations, protocols, sourcePorts, selectors));
        add(
                left,
                new Region(
                        both.sources, destinations.difference(other.destinations), protocols, sourcePorts, selectors));
        add(
                left,
                new Region(
                        both.sources,
                        both.destinations,
                        protocols.difference(other.protocols),
                        sourcePorts,
                        selectors));
        add(
                left,
                new Region(
                        both.sources,
                        both.destinations,
                        both.protocols,
                        sourcePorts.difference(other.sourcePorts),
                        selectors));
        add(
                left,
                new Region(
                        both.sources,
                        both.destinations,
                        both.protocols,
                        both.sourcePorts,
                        selectors.difference(other.selectors)));
        return left.build();
    }

    /** Returns the smallest region that holds all of some: of each dimension what any of them has. */
    static Region hull(List<Region> regions) {
        AddressSet.Builder sources = AddressSet.builder();
        AddressSet.Builder destinations = AddressSet.builder();
        NumberSet protocols = NumberSet.none();
        NumberSet sourcePorts = NumberSet.none();
        NumberSet selectors = NumberSet.none();
        for (Region region : regions) {
            sources.addAll(region.sources);
            destinations.addAll(region.destinations);
            protocols = protocols.union(region.protocols);
            sourcePorts = sourcePorts.union(region.sourcePorts);
            selectors = selectors.union(region.selectors);
        }
        return new Region(sources.build(), destinations.build(), protocols, sourcePorts, selectors);
    }

    private static void add(ImmutableList.Builder<Region> regions, Region region) {
        if (!region.isEmpty()) {
            regions.add(region);
        }
    }
}
