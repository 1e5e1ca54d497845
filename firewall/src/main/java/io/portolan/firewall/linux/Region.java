package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.net.PortSet;
import io.portolan.planner.address.AddressSet;

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
record Region(AddressSet sources, AddressSet destinations, PortSet protocols, PortSet sourcePorts, PortSet selectors) {
    static final PortSet EVERY_PROTOCOL = PortSet.ofRange(0, 255);

    /** Every packet of both families. */
    static final Region EVERYTHING =
            new Region(AddressSet.any(), AddressSet.any(), EVERY_PROTOCOL, PortSet.all(), PortSet.all());

    static Region of(AddressSet sources, AddressSet destinations) {
        return new Region(sources, destinations, EVERY_PROTOCOL, PortSet.all(), PortSet.all());
    }

    static Region from(AddressSet sources) {
        return of(sources, AddressSet.any());
    }

    static Region to(AddressSet destinations) {
        return of(AddressSet.any(), destinations);
    }

    static Region protocols(PortSet protocols) {
        return selecting(protocols, PortSet.all());
    }

    static Region selecting(PortSet protocols, PortSet selectors) {
        return new Region(AddressSet.any(), AddressSet.any(), protocols, PortSet.all(), selectors);
    }

    static Region fromPorts(PortSet protocols, PortSet sourcePorts) {
        return new Region(AddressSet.any(), AddressSet.any(), protocols, sourcePorts, PortSet.all());
    }

    /** Tells whether no packet is in the region, as no packet goes from one family to the other. */
    boolean isEmpty() {
        boolean ipv4 = !sources.ipv4().isEmpty() && !destinations.ipv4().isEmpty();
        boolean ipv6 = !sources.ipv6().isEmpty() && !destinations.ipv6().isEmpty();
        return !(ipv4 || ipv6) || protocols.isEmpty() || sourcePorts.isEmpty() || selectors.isEmpty();
    }

    Region intersection(Region other) {
        return new Region(
                sources.intersection(other.sources),
                destinations.intersection(other.destinations),
                protocols.intersection(other.protocols),
                sourcePorts.intersection(other.sourcePorts),
                selectors.intersection(other.selectors));
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

    private static void add(ImmutableList.Builder<Region> regions, Region region) {
        if (!region.isEmpty()) {
            regions.add(region);
        }
    }
}
