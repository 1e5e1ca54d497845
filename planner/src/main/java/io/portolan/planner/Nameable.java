package io.portolan.planner;

import io.portolan.planner.address.AddressSet;

/** The addresses that a name outside may have. */
final class Nameable {
    /**
     * Addresses that no host outside has, by RFC 6890 and RFC 4291: this network, loopback, link-local, multicast, broadcast,
     * and IPv4 in IPv6 form.
     */
    private static final AddressSet NOBODY = AddressSet.parse("0.0.0.0/8,127.0.0.0/8,169.254.0.0/16,224.0.0.0/4,"
            + "255.255.255.255,::,::1,::ffff:0:0/96,fe80::/10,ff00::/8");

    private Nameable() {}

    /** Returns every address but those of nobody and those of the hosts of a topology, which are known by themselves. */
    static AddressSet at(Topology topology) {
        AddressSet.Builder known = AddressSet.builder().addAll(NOBODY);
        for (Place place : topology.places()) {
            if (place.kind() == Place.Kind.HOST) {
                known.addAll(place.peers().addresses());
            }
        }
        return known.build().complement();
    }
}
