package io.portolan.firewall.cisco;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which addresses are behind which interface: those at it, and those that static routes send there. */
final class IosRoutes {
    private final Map<IosInterface, AddressSet> behind = new LinkedHashMap<>();
    private AddressSet told = AddressSet.none();

    private record Route(AddressRange prefix, @Nullable IosInterface to) {}

    private IosRoutes() {}

    /** Reads the routes of one family; of more than one route to a prefix none is sure. */
    static IosRoutes of(List<IosInterface> interfaces, List<IosLine> lines, boolean ipv6, boolean dynamic) {
        IosRoutes routes = new IosRoutes();
        AddressSet family = ipv6 ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        List<Route> all = new ArrayList<>();
        for (IosInterface each : interfaces) {
            routes.behind.put(each, AddressSet.none());
            each.networks().intersection(family).prefixes().forEach(prefix -> all.add(new Route(prefix, each)));
        }
        for (IosLine line : lines) {
            if (line.startsWith("ipv6") == ipv6 && !dynamic) {
                route(line, interfaces, ipv6).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(
                (Route route) -> -route.prefix().prefixLength().orElseThrow()));
        Map<AddressRange, @Nullable IosInterface> byPrefix = new LinkedHashMap<>();
        for (Route route : all) {
            if (byPrefix.containsKey(route.prefix()) && byPrefix.get(route.prefix()) != route.to()) {
                byPrefix.put(route.prefix(), null);
            } else {
                byPrefix.put(route.prefix(), route.to());
            }
        }
        // the longest prefix decides; what is sent to nobody knows where stays untold
        AddressSet decided = AddressSet.none();
        for (var entry : byPrefix.entrySet()) {
            AddressSet whole = AddressSet.of(entry.getKey());
            AddressSet own = whole.difference(decided);
            decided = decided.union(whole);
            IosInterface to = entry.getValue();
            if (to != null) {
                routes.behind.merge(to, own, AddressSet::union);
                routes.told = routes.told.union(own);
            }
        }
        return routes;
    }

    /** Returns the addresses behind an interface. */
    AddressSet behind(IosInterface at) {
        return behind.getOrDefault(at, AddressSet.none());
    }

    /** Returns the addresses that are behind some interface for certain. */
    AddressSet told() {
        return told;
    }

    private static Optional<Route> route(IosLine line, List<IosInterface> interfaces, boolean ipv6) {
        AddressRange prefix;
        int next;
        try {
            if (ipv6) {
                String text = line.word(2);
                int slash = text.indexOf('/');
                if (slash < 0) {
                    return Optional.empty(); // of a VRF, or a name
                }
                prefix = IosPrefixes.ipv6(text.substring(0, slash), text.substring(slash + 1))
                        .prefixes()
                        .get(0);
                next = 3;
            } else {
                long address = Wildcard.bits(line.word(2));
                long mask = Wildcard.bits(line.word(3));
                if (address < 0 || mask < 0) {
                    return Optional.empty(); // of a VRF, or a name
                }
                prefix = Wildcard.addresses(address, mask ^ 0xFFFF_FFFFL)
                        .orElseThrow(() -> line.error("not a mask; expected such as 255.255.255.0"))
                        .prefixes()
                        .get(0);
                next = 4;
            }
        } catch (IllegalArgumentException e) {
            throw line.error("not a route; expected a prefix and where it leads");
        }
        return Optional.of(new Route(prefix, to(line.word(next), interfaces)));
    }

    private static @Nullable IosInterface to(String next, List<IosInterface> interfaces) {
        for (IosInterface each : interfaces) {
            if (each.name().equals(next)) {
                return each;
            }
        }
        try {
            AddressRange hop = AddressRange.parse(next);
            for (IosInterface each : interfaces) {
                if (each.networks().contains(hop)) {
                    return each;
                }
            }
        } catch (IllegalArgumentException e) {
            return null;
        }
        return null;
    }
}
