package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.cisco.IosEntry.Matches;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists of a router as rules, for packets that pass the router.
 *
 * <p>Where every interface has the same list for what comes in, and none for what goes out, that list decides. Otherwise the
 * addresses behind each interface tell which list does; of all others nobody knows.
 */
public final class IosRules {
    private static final int NEIGHBOR_SOLICITATION = 135;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;

    private final IosListing listing;
    private final boolean answers;
    private final ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();

    private IosRules(IosListing listing, boolean answers) {
        this.listing = listing;
        this.answers = answers;
    }

    /**
     * Reads lists as they decide on the first packet of a connection.
     *
     * @param text the listing
     * @return the rules, of which the first match decides
     */
    public static ObservedRules opening(String text) {
        return new IosRules(IosListing.read(text), false).observed();
    }

    /**
     * Reads lists as they decide on answers: on packets of TCP that have ACK, and on all others as for the first.
     *
     * @param text the listing
     * @return the rules, of which the first match decides
     */
    public static ObservedRules answering(String text) {
        return new IosRules(IosListing.read(text), true).observed();
    }

    private ObservedRules observed() {
        boolean ipv4 = add(false);
        boolean ipv6 = add(true);
        return new ObservedRules(Matching.FIRST_MATCH, ipv4 && ipv6 ? Action.DENY : Action.UNKNOWN, rules.build());
    }

    /** Adds the rules of one family, and tells whether the listing tells of it. */
    private boolean add(boolean ipv6) {
        AddressSet family = ipv6 ? AddressSet.anyIpv6() : AddressSet.anyIpv4();
        List<IosInterface> used =
                listing.interfaces().stream().filter(each -> each.isUsed(ipv6)).toList();
        if (used.isEmpty()) {
            return alone(ipv6, family);
        }
        Set<@Nullable String> in = new LinkedHashSet<>();
        Set<@Nullable String> out = new LinkedHashSet<>();
        Set<String> beside = new LinkedHashSet<>();
        for (IosInterface each : used) {
            in.add(each.in(ipv6));
            out.add(each.out(ipv6));
            beside.addAll(each.beside());
        }
        ImmutableList<String> doubts = ImmutableList.copyOf(beside);
        if (in.size() == 1 && out.size() == 1 && out.contains(null)) {
            String name = in.iterator().next();
            if (name == null) {
                unknown(family, family, "no interface has an access list for " + title(ipv6));
                return false;
            }
            add(name, ipv6, family, family, "", doubts);
            return true;
        }
        paths(used, ipv6, family, doubts);
        return true;
    }

    /** Without interfaces the only list is taken to be on all of them. */
    private boolean alone(boolean ipv6, AddressSet family) {
        List<IosList> lists = listing.lists(ipv6);
        if (lists.isEmpty()) {
            unknown(family, family, "the listing has no access list for " + title(ipv6));
            return false;
        }
        if (lists.size() > 1) {
            throw lists.get(1)
                    .place()
                    .error("there are " + lists.size() + " lists for " + title(ipv6)
                            + ", and the listing does not tell where each is; expected one, or show running-config with"
                            + " the interfaces");
        }
        add(lists.get(0).name(), ipv6, family, family, "", ImmutableList.of());
        return true;
    }

    private void paths(List<IosInterface> used, boolean ipv6, AddressSet family, ImmutableList<String> doubts) {
        IosRoutes routes = IosRoutes.of(used, listing.routes(), ipv6, listing.dynamicRouting() != null);
        AddressSet filteredOut = AddressSet.none();
        boolean anyOut = false;
        for (IosInterface each : used) {
            if (each.out(ipv6) != null) {
                anyOut = true;
                filteredOut = filteredOut.union(routes.behind(each));
            }
        }
        // of what goes out where a list may be, only what is denied on its way in is sure
        AddressSet elsewhere = family.difference(routes.told());
        AddressSet doubtful = anyOut ? filteredOut.union(elsewhere) : AddressSet.none();
        for (IosInterface each : used) {
            AddressSet sources = routes.behind(each);
            if (sources.isEmpty()) {
                continue;
            }
            String at = " at " + each.name();
            String in = each.in(ipv6);
            add(in, ipv6, sources, doubtful, at, plus(doubts, "a list filters what goes out, too"));
            add(in, ipv6, sources, family.difference(doubtful), at, doubts);
        }
        unknown(elsewhere, family, "the listing does not tell behind which interface the source is");
    }

    private static ImmutableList<String> plus(ImmutableList<String> doubts, String another) {
        return ImmutableList.<String>builder().addAll(doubts).add(another).build();
    }

    private void unknown(AddressSet sources, AddressSet destinations, String reason) {
        if (!sources.isEmpty() && !destinations.isEmpty()) {
            rules.add(ObservedRule.unknown("the listing", Peers.of(sources), Peers.of(destinations), reason));
        }
    }

    /** Adds the entries of a list for packets between some addresses, and what becomes of packets that none matches. */
    private void add(
            @Nullable String name,
            boolean ipv6,
            AddressSet sources,
            AddressSet destinations,
            String at,
            ImmutableList<String> doubts) {
        if (sources.isEmpty() || destinations.isEmpty()) {
            return;
        }
        if (name == null) {
            rule("no list" + at, Action.ALLOW, sources, destinations, ImmutableList.of(), doubts);
            return;
        }
        IosList list = listing.list(name, ipv6);
        if (list == null || list.entries().isEmpty()) {
            unknown(
                    sources,
                    destinations,
                    "list " + name + at + (list == null ? " is not in the listing" : " has no entry"));
            return;
        }
        for (IosEntry entry : list.entries()) {
            add(list.name() + " " + entry.number() + at, entry, sources, destinations, doubts);
        }
        rule(list.name() + " end" + at, Action.DENY, sources, destinations, ImmutableList.of(), ImmutableList.of());
    }

    private void add(
            String id, IosEntry entry, AddressSet sources, AddressSet destinations, ImmutableList<String> doubts) {
        boolean decides = answers || entry.matches() == Matches.EVERY;
        if (!decides || isNeighborDiscovery(entry)) {
            return;
        }
        ImmutableList.Builder<String> notUnderstood = ImmutableList.builder();
        notUnderstood.addAll(entry.notUnderstood());
        if (entry.action() == Action.ALLOW) {
            notUnderstood.addAll(doubts);
        }
        rule(
                id,
                entry.action(),
                sources.intersection(entry.sources()),
                destinations.intersection(entry.destinations()),
                entry.transports(),
                notUnderstood.build());
    }

    /** No router passes on what hosts take for it: they ask for a hop limit of 255 (RFC 4861, 7.1). */
    private static boolean isNeighborDiscovery(IosEntry entry) {
        if (entry.transports().size() != 1 || !(entry.transports().get(0) instanceof IcmpTransport icmp)) {
            return false;
        }
        int type = icmp.type().orElse(-1);
        return icmp.protocol() == IpProtocol.ICMPV6
                && (type == NEIGHBOR_SOLICITATION || type == NEIGHBOR_ADVERTISEMENT);
    }

    private void rule(
            String id,
            Action action,
            AddressSet sources,
            AddressSet destinations,
            ImmutableList<Transport> transports,
            ImmutableList<String> notUnderstood) {
        if (!sources.isEmpty() && !destinations.isEmpty()) {
            rules.add(
                    new ObservedRule(id, action, Peers.of(sources), Peers.of(destinations), transports, notUnderstood));
        }
    }

    private static String title(boolean ipv6) {
        return ipv6 ? "IPv6" : "IPv4";
    }
}
