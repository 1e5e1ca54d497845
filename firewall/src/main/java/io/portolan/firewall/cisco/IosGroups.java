package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Object groups of networks and services, which may hold each other. */
final class IosGroups {
    private final Map<String, List<IosLine>> networks = new HashMap<>();
    private final Map<String, List<IosLine>> services = new HashMap<>();

    /** Opens a group, into which the lines of its block go. */
    List<IosLine> open(String kind, String name) {
        return (kind.equals("network") ? networks : services).computeIfAbsent(name, first -> new ArrayList<>());
    }

    void remove(String kind, String name) {
        (kind.equals("network") ? networks : services).remove(name);
    }

    /** Returns the addresses of a group; empty if the listing lacks it, or something of it is not understood. */
    Optional<AddressSet> addresses(String name) {
        return addresses(name, new HashSet<>());
    }

    private Optional<AddressSet> addresses(String name, Set<String> within) {
        List<IosLine> members = networks.get(name);
        if (members == null || !within.add(name)) {
            return Optional.empty();
        }
        AddressSet.Builder addresses = AddressSet.builder();
        for (IosLine member : members) {
            if (member.startsWith("description")) {
                continue;
            }
            Optional<AddressSet> some =
                    member.startsWith("group-object") ? addresses(member.word(1), within) : member(member.words());
            if (some.isEmpty()) {
                return Optional.empty();
            }
            addresses.addAll(some.get());
        }
        within.remove(name);
        AddressSet all = addresses.build();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** Groups have masks, not the wildcards of entries. */
    private static Optional<AddressSet> member(ImmutableList<String> words) {
        try {
            if (words.get(0).equals("any") && words.size() == 1) {
                return Optional.of(AddressSet.anyIpv4());
            }
            if (words.get(0).equals("host") && words.size() == 2) {
                return Optional.of(AddressSet.parse(words.get(1)));
            }
            if (words.get(0).equals("range") && words.size() == 3) {
                return Optional.of(AddressSet.of(AddressRange.of(words.get(1), words.get(2))));
            }
            if (words.size() == 1) {
                return Optional.of(AddressSet.parse(words.get(0)));
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        long address = Wildcard.bits(words.get(0));
        long mask = words.size() == 2 ? Wildcard.bits(words.get(1)) : -1;
        return address < 0 || mask < 0 ? Optional.empty() : Wildcard.addresses(address, mask ^ 0xFFFF_FFFFL);
    }

    /** Returns the transports of a group of services; empty if it lacks one, or something of it is not understood. */
    Optional<ImmutableList<Transport>> transports(String name, boolean ipv6) {
        return transports(name, ipv6, new HashSet<>());
    }

    private Optional<ImmutableList<Transport>> transports(String name, boolean ipv6, Set<String> within) {
        List<IosLine> members = services.get(name);
        if (members == null || !within.add(name)) {
            return Optional.empty();
        }
        ImmutableList.Builder<Transport> transports = ImmutableList.builder();
        for (IosLine member : members) {
            if (member.startsWith("description")) {
                continue;
            }
            Optional<ImmutableList<Transport>> some = member.startsWith("group-object")
                    ? transports(member.word(1), ipv6, within)
                    : IosTransports.service(member.words(), ipv6);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            transports.addAll(some.get());
        }
        within.remove(name);
        ImmutableList<Transport> all = transports.build();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }
}
