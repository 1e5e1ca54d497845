package io.portolan.planner;

import io.portolan.planner.address.AddressSet;
import java.math.BigInteger;

/** The addresses that a name outside may have. */
final class Nameable {
    /**
     * Addresses that no host outside has, by RFC 6890 and RFC 4291: this network, loopback, link-local, multicast, broadcast,
     * and IPv4 in IPv6 form.
     */
    private static final AddressSet NOBODY = AddressSet.parse("0.0.0.0/8,127.0.0.0/8,169.254.0.0/16,224.0.0.0/4,"
            + "255.255.255.255,::,::1,::ffff:0:0/96,fe80::/10,ff00::/8");

    private Nameable() {}

    /** A network with more addresses than 10.0.0.0/8 or 2001:db8::/32 is no network of the site, but what is around it. */
    private static final BigInteger MOST_IPV4 = BigInteger.ONE.shiftLeft(24);

    private static final BigInteger MOST_IPV6 = BigInteger.ONE.shiftLeft(96);

    /** Returns every address but those of nobody, and those of the hosts and networks of a topology: no name stands for them. */
    static AddressSet at(Topology topology) {
        AddressSet.Builder known = AddressSet.builder().addAll(NOBODY);
        for (Place place : topology.places()) {
            AddressSet addresses = place.peers().addresses();
            if (place.kind() == Place.Kind.HOST || (place.kind() == Place.Kind.NETWORK && isOfTheSite(addresses))) {
                known.addAll(addresses);
            }
        }
        return known.build().complement();
    }

    private static boolean isOfTheSite(AddressSet network) {
        return network.ipv4().size().compareTo(MOST_IPV4) <= 0
                && network.ipv6().size().compareTo(MOST_IPV6) <= 0;
    }
}
