package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the policy of an audit tells of its site. */
public final class PolicySite {
    private static final int NAMED = 3;

    private final CloudOptions options;

    /**
     * Starts with options.
     *
     * @param options options with or without a policy
     */
    public PolicySite(CloudOptions options) {
        this.options = options;
    }

    /**
     * Returns the addresses of the groups that are rendered for a policy.
     *
     * @param policy the policy
     * @param name with what their names begin
     * @return addresses by the name of the group
     */
    public static ImmutableMap<String, AddressSet> groupAddresses(Policy policy, String name) {
        ImmutableMap.Builder<String, AddressSet> addresses = ImmutableMap.builder();
        HostGroups.of(policy, RenderOptions.builder().name(name).build())
                .groups()
                .forEach(group -> addresses.put(group.name(), group.addresses()));
        return addresses.buildOrThrow();
    }

    private List<Place> places(Place.Kind kind) {
        return options.policy()
                .map(policy -> policy.topology().places().stream()
                        .filter(place -> place.kind() == kind)
                        .toList())
                .orElse(List.of());
    }

    private AddressSet addresses(Place.Kind kind) {
        AddressSet.Builder addresses = AddressSet.builder();
        for (Place place : places(kind)) {
            addresses.addAll(place.peers().addresses());
        }
        return addresses.build();
    }

    /**
     * Returns the addresses of hosts.
     *
     * @return addresses of all hosts of the topology
     */
    public AddressSet hosts() {
        return addresses(Place.Kind.HOST);
    }

    /**
     * Returns the addresses of hosts and of those networks that are not all addresses of a family.
     *
     * @return the address space of the site
     */
    public AddressSet space() {
        AddressSet space = hosts();
        for (Place place : places(Place.Kind.NETWORK)) {
            if (!isWhole(place.peers().addresses())) {
                space = space.union(place.peers().addresses());
            }
        }
        return space;
    }

    /**
     * Returns the addresses of outside places that are not all addresses of a family.
     *
     * @return addresses
     */
    public AddressSet outside() {
        AddressSet outside = AddressSet.none();
        for (Place place : places(Place.Kind.OUTSIDE)) {
            if (!isWhole(place.peers().addresses())) {
                outside = outside.union(place.peers().addresses());
            }
        }
        return outside;
    }

    private static boolean isWhole(AddressSet addresses) {
        return addresses.contains(AddressSet.anyIpv4()) || addresses.contains(AddressSet.anyIpv6());
    }

    /**
     * Returns the names that the policy needs, or that were asked for.
     *
     * @return names of every kind
     */
    public Set<OutsideName> names() {
        Set<OutsideName> names = new LinkedHashSet<>();
        for (Rule rule : options.questions()) {
            names.addAll(rule.sources().names());
            names.addAll(rule.destinations().names());
        }
        return names;
    }

    /**
     * Returns the rule for hosts that no listed group is known to guard.
     *
     * @param known the addresses that a group is known to guard, or that none guards
     * @param what what guards them, such as {@code security group}
     * @param because what else there is to say, or nothing
     * @return one rule, or none if there is no such host
     */
    public ImmutableList<GuardRule> unguarded(AddressSet known, String what, String because) {
        AddressSet left = AddressSet.none();
        Set<String> names = new LinkedHashSet<>();
        for (Place host : places(Place.Kind.HOST)) {
            AddressSet addresses = host.peers().addresses().difference(known);
            if (!addresses.isEmpty()) {
                left = left.union(addresses);
                names.add(JsonFields.plain(host.name()));
            }
        }
        if (left.isEmpty()) {
            return ImmutableList.of();
        }
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        String all = names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " others" : some;
        return ImmutableList.of(
                GuardRule.unknown("hosts without a known " + what, left, "which " + what + " guards " + all + because));
    }

    /**
     * Returns rules for packets that were asked for and of which both ends are guarded by nobody.
     *
     * @param guarded what is guarded
     * @return rules of which nobody knows what they do
     */
    public ImmutableList<ObservedRule> elsewhere(AddressSet guarded) {
        Map<List<Peers>, Set<Transport>> asked = new LinkedHashMap<>();
        for (Rule rule : options.questions()) {
            Peers sources = without(rule.sources(), guarded);
            Peers destinations = without(rule.destinations(), guarded);
            if (!sources.isEmpty() && !destinations.isEmpty()) {
                asked.computeIfAbsent(List.of(sources, destinations), first -> new LinkedHashSet<>())
                        .add(rule.transport());
            }
        }
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        asked.forEach((ends, transports) -> rules.add(new ObservedRule(
                "packets between others",
                Action.UNKNOWN,
                ends.get(0),
                ends.get(1),
                ImmutableList.copyOf(transports),
                ImmutableList.of("what is between two ends that no listed group guards"))));
        return rules.build();
    }

    private static Peers without(Peers peers, AddressSet guarded) {
        return Peers.of(peers.addresses().difference(guarded), peers.names());
    }

    /**
     * Returns what becomes of packets between others that nobody asked for.
     *
     * @return denied, as they are nobody's business, if there is a policy; else unknown
     */
    public Action otherwise() {
        return options.policy().isPresent() ? Action.DENY : Action.UNKNOWN;
    }
}
