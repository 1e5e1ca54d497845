package io.portolan.firewall.text;

import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;

/** Tells where a firewall can say that one end of a rule is everybody. */
public final class EveryAddress {
    private EveryAddress() {}

    /**
     * Tells whether the one end of a rule is every address of a family, or lacks but addresses of the one host that is the
     * other end. Packets between two addresses of one host cross no network, and policies say nothing of them; to leave them
     * out would take 32 prefixes, or 128.
     *
     * @param end addresses of the family
     * @param other addresses of the family at the other end
     * @param family the family
     * @param topology the hosts
     * @return whether the rule is the same for every address of the family
     */
    public static boolean isMeant(AddressSet end, AddressSet other, AddressFamily family, Topology topology) {
        AddressSet all = family == AddressFamily.IPV4 ? AddressSet.anyIpv4() : AddressSet.anyIpv6();
        AddressSet missing = all.difference(end);
        return missing.isEmpty()
                || topology.places().stream()
                        .anyMatch(place -> place.kind() == Place.Kind.HOST
                                && place.peers().contains(missing)
                                && place.peers().contains(other));
    }
}
