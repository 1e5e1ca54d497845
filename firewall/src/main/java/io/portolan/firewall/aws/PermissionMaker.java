package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.aws.Permission.Cidr;
import io.portolan.firewall.aws.Permission.Peer;
import io.portolan.firewall.aws.Permission.Reference;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.Addresses;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the rules of one direction of one security group. */
final class PermissionMaker {
    private final ImmutableList<HostGroup> groups;
    private final AddressSet hosts;
    private final HostGroup own;
    private final Direction direction;
    private final Map<Key, List<Claim>> claims = new LinkedHashMap<>();

    private PermissionMaker(HostGroups groups, HostGroup own, Direction direction) {
        this.groups = groups.groups();
        this.own = own;
        this.direction = direction;
        AddressSet.Builder builder = AddressSet.builder();
        this.groups.forEach(group -> builder.addAll(group.addresses()));
        this.hosts = builder.build();
    }

    private record Key(IpProtocol protocol, Peer peer) {}

    /** What a rule of the policy asks of a peer. */
    private record Claim(PortSet selectors, Rule rule) {}

    /** Returns the rules for the parts of a policy, by the rules of the policy that they are for. */
    static ImmutableMap<Permission, ImmutableList<Rule>> permissions(
            Iterable<Part> parts, HostGroups groups, HostGroup own, Direction direction) {
        PermissionMaker maker = new PermissionMaker(groups, own, direction);
        Map<Rule, Map<AddressFamily, AddressSet>> peers = new LinkedHashMap<>();
        for (Part part : parts) {
            AddressSet members = maker.ownIn(part.family());
            if (!members.isEmpty() && maker.ownEnd(part).contains(members)) {
                peers.computeIfAbsent(part.rule(), first -> new EnumMap<>(AddressFamily.class))
                        .put(part.family(), maker.otherEnd(part));
            }
        }
        peers.forEach(maker::claim);
        return maker.permissions();
    }

    private AddressSet ownIn(AddressFamily family) {
        return Addresses.of(own.addresses(), family);
    }

    private AddressSet ownEnd(Part part) {
        return (direction == Direction.INGRESS ? part.destinations() : part.sources()).addresses();
    }

    /** Packets within one host cross no network: its own addresses may be among its peers, if that is shorter. */
    private AddressSet otherEnd(Part part) {
        AddressSet others = (direction == Direction.INGRESS ? part.sources() : part.destinations()).addresses();
        if (own.hosts().size() > 1) {
            return others;
        }
        AddressSet withOwn = others.union(ownIn(part.family()));
        return withOwn.prefixCount() < others.prefixCount() ? withOwn : others;
    }

    private void claim(Rule rule, Map<AddressFamily, AddressSet> others) {
        AddressSet left = AddressSet.none();
        for (AddressSet addresses : others.values()) {
            for (AddressRange prefix : addresses.prefixes()) {
                if (hosts.contains(prefix)) {
                    left = left.union(AddressSet.of(prefix));
                } else {
                    claim(rule, new Cidr(prefix));
                }
            }
        }
        for (HostGroup group : groups) {
            if (left.intersects(group.addresses())
                    && isWhole(group, rule.transport().protocol(), others)) {
                claim(rule, new Reference(group));
                left = left.difference(group.addresses());
            }
        }
        left.prefixes().forEach(prefix -> claim(rule, new Cidr(prefix)));
    }

    /** A reference opens every family that both groups have. */
    private boolean isWhole(HostGroup group, IpProtocol protocol, Map<AddressFamily, AddressSet> others) {
        for (AddressFamily family : AddressFamily.values()) {
            AddressSet members = Addresses.of(group.addresses(), family);
            boolean has = protocol != (family == AddressFamily.IPV4 ? IpProtocol.ICMPV6 : IpProtocol.ICMP);
            if (has
                    && !members.isEmpty()
                    && !ownIn(family).isEmpty()
                    && !others.getOrDefault(family, AddressSet.none()).contains(members)) {
                return false;
            }
        }
        return true;
    }

    private void claim(Rule rule, Peer peer) {
        claims.computeIfAbsent(new Key(rule.transport().protocol(), peer), first -> new ArrayList<>())
                .add(new Claim(Traffic.selectors(rule.transport()), rule));
    }

    private ImmutableMap<Permission, ImmutableList<Rule>> permissions() {
        Map<Permission, ImmutableList<Rule>> permissions = new LinkedHashMap<>();
        claims.forEach((key, claimed) -> {
            for (Traffic traffic : traffic(key)) {
                permissions.put(
                        new Permission(traffic, key.peer()),
                        claimed.stream()
                                .filter(claim -> claim.selectors().intersects(traffic.selectors()))
                                .map(Claim::rule)
                                .collect(ImmutableList.toImmutableList()));
            }
        });
        return withoutCovered(permissions);
    }

    /** What is open to a peer by the rules of wider ones may be said again, if that is shorter. */
    private ImmutableList<Traffic> traffic(Key key) {
        PortSet.Builder own = PortSet.builder();
        PortSet.Builder open = PortSet.builder();
        claims.forEach((other, claimed) -> {
            boolean same = other.equals(key);
            if (same
                    || (other.protocol() == key.protocol()
                            && other.peer().addresses().contains(key.peer().addresses()))) {
                claimed.forEach(claim -> (same ? own : open).addAll(claim.selectors()));
            }
        });
        PortSet needed = own.build();
        ImmutableList<Traffic> narrow = Traffic.of(key.protocol(), needed);
        ImmutableList<Traffic> wide = Traffic.of(key.protocol(), needed.union(open.build()));
        return wide.size() < narrow.size() ? wide : narrow;
    }

    private static ImmutableMap<Permission, ImmutableList<Rule>> withoutCovered(
            Map<Permission, ImmutableList<Rule>> permissions) {
        ImmutableMap.Builder<Permission, ImmutableList<Rule>> needed = ImmutableMap.builder();
        permissions.forEach((permission, rules) -> {
            if (permissions.keySet().stream()
                    .noneMatch(other -> !other.equals(permission) && other.contains(permission))) {
                needed.put(permission, rules);
            }
        });
        return needed.buildOrThrow();
    }
}
