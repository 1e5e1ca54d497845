package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The common part of what two rules say of the end that is not guarded. A name is among all addresses of a family, as far as
 * packets of that family go, and among the names that a pattern covers.
 */
final class OtherEnds {
    private OtherEnds() {}

    /** Own addresses with others: a name that is in common for one family alone goes with own addresses of that family. */
    record Ends(AddressSet own, Peers others) {}

    static List<Ends> intersection(AddressSet own, Peers one, Peers other) {
        AddressSet addresses = one.addresses().intersection(other.addresses());
        if (one.names().isEmpty() && other.names().isEmpty()) {
            return filled(new Ends(own, Peers.of(addresses)));
        }
        Set<OutsideName> both = new LinkedHashSet<>();
        Set<OutsideName> ipv4 = new LinkedHashSet<>();
        Set<OutsideName> ipv6 = new LinkedHashSet<>();
        sort(one, other, both, ipv4, ipv6);
        sort(other, one, both, ipv4, ipv6);
        ipv4.removeAll(both);
        ipv6.removeAll(both);
        return filled(
                new Ends(own, Peers.of(addresses, both)),
                new Ends(own.ipv4(), Peers.of(AddressSet.none(), ipv4)),
                new Ends(own.ipv6(), Peers.of(AddressSet.none(), ipv6)));
    }

    private static void sort(
            Peers from, Peers in, Set<OutsideName> both, Set<OutsideName> ipv4, Set<OutsideName> ipv6) {
        boolean allIpv4 = in.addresses().contains(AddressSet.anyIpv4());
        boolean allIpv6 = in.addresses().contains(AddressSet.anyIpv6());
        for (OutsideName name : from.names()) {
            if ((allIpv4 && allIpv6) || in.names().stream().anyMatch(own -> own.covers(name))) {
                both.add(name);
            } else if (allIpv4) {
                ipv4.add(name);
            } else if (allIpv6) {
                ipv6.add(name);
            }
        }
    }

    private static List<Ends> filled(Ends... all) {
        List<Ends> filled = new ArrayList<>();
        for (Ends ends : ImmutableList.copyOf(all)) {
            if (!ends.own().isEmpty() && !ends.others().isEmpty()) {
                filled.add(ends);
            }
        }
        return filled;
    }
}
