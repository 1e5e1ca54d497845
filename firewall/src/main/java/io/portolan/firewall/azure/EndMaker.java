package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.azure.NsgEnd.Groups;
import io.portolan.firewall.azure.NsgEnd.Prefixes;
import io.portolan.firewall.azure.NsgEnd.Tag;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.text.Addresses;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the ends of rules: application security groups where they say exactly the same as the addresses, or prefixes of one
 * family.
 */
final class EndMaker {
    private static final int MOST_GROUPS = 10;

    private final ImmutableList<HostGroup> groups;

    /** Starts with the groups that may stand at the ends of rules. */
    EndMaker(ImmutableList<HostGroup> groups) {
        this.groups = groups;
    }

    /** Both ends of a rule. */
    record Ends(NsgEnd sources, NsgEnd destinations) {}

    /** Returns the ends of the fewest rules for packets of a protocol from some addresses to others. */
    List<Ends> between(IpProtocol protocol, AddressSet sources, AddressSet destinations) {
        ImmutableList<HostGroup> from = touched(sources);
        ImmutableList<HostGroup> to = touched(destinations);
        if (areGroups(from, to) && sameInEveryFamily(protocol, sources, destinations, from, to)) {
            return List.of(new Ends(new Groups(from), new Groups(to)));
        }
        List<Ends> ends = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            AddressSet of = Addresses.of(sources, family);
            AddressSet at = Addresses.of(destinations, family);
            if (has(protocol, family) && !of.isEmpty() && !at.isEmpty()) {
                ends.add(inOneFamily(of, at, family));
            }
        }
        return ends;
    }

    /** Groups at one end alone: the prefixes at the other keep the rule in their family. */
    private Ends inOneFamily(AddressSet sources, AddressSet destinations, AddressFamily family) {
        ImmutableList<HostGroup> from = touched(sources);
        if (isExactly(from, sources, family)) {
            return new Ends(new Groups(from), new Prefixes(destinations));
        }
        ImmutableList<HostGroup> to = touched(destinations);
        return isExactly(to, destinations, family)
                ? new Ends(new Prefixes(sources), new Groups(to))
                : new Ends(new Prefixes(sources), new Prefixes(destinations));
    }

    /** Returns the ends that say the same as addresses opposite a service tag, of which nobody knows the families. */
    List<NsgEnd> oppositeTag(IpProtocol protocol, AddressSet addresses) {
        ImmutableList<HostGroup> touched = touched(addresses);
        boolean whole = areGroups(touched, touched);
        List<NsgEnd> ends = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            AddressSet part = Addresses.of(addresses, family);
            if (has(protocol, family)) {
                whole &= union(touched, family).equals(part);
                if (!part.isEmpty()) {
                    ends.add(new Prefixes(part));
                }
            }
        }
        return whole ? List.of(new Groups(touched)) : ends;
    }

    static List<NsgEnd> tags(Iterable<OutsideName> names) {
        List<NsgEnd> tags = new ArrayList<>();
        names.forEach(name -> tags.add(new Tag(name)));
        return tags;
    }

    private ImmutableList<HostGroup> touched(AddressSet addresses) {
        return groups.stream()
                .filter(group -> group.addresses().intersects(addresses))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean areGroups(List<HostGroup> from, List<HostGroup> to) {
        return !from.isEmpty() && !to.isEmpty() && from.size() <= MOST_GROUPS && to.size() <= MOST_GROUPS;
    }

    private static boolean sameInEveryFamily(
            IpProtocol protocol,
            AddressSet sources,
            AddressSet destinations,
            List<HostGroup> from,
            List<HostGroup> to) {
        for (AddressFamily family : AddressFamily.values()) {
            AddressSet of = Addresses.of(sources, family);
            AddressSet at = Addresses.of(destinations, family);
            AddressSet fromGroups = union(from, family);
            AddressSet toGroups = union(to, family);
            boolean noneNeeded = of.isEmpty() || at.isEmpty();
            boolean noneOpened = fromGroups.isEmpty() || toGroups.isEmpty();
            boolean same = fromGroups.equals(of) && toGroups.equals(at);
            if (has(protocol, family) && !same && !(noneNeeded && noneOpened)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExactly(List<HostGroup> touched, AddressSet addresses, AddressFamily family) {
        return areGroups(touched, touched) && union(touched, family).equals(addresses);
    }

    private static AddressSet union(List<HostGroup> groups, AddressFamily family) {
        AddressSet.Builder union = AddressSet.builder();
        groups.forEach(group -> union.addAll(Addresses.of(group.addresses(), family)));
        return union.build();
    }

    private static boolean has(IpProtocol protocol, AddressFamily family) {
        return protocol != (family == AddressFamily.IPV4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
    }
}
