package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.aws.Members.Referred;
import io.portolan.firewall.aws.TrafficReader.ReadTraffic;
import io.portolan.firewall.cloud.Cidr;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the permissions of security groups. */
final class PermissionReader {
    private final Members members;
    private final ImmutableMap<String, AddressSet> prefixLists;

    PermissionReader(Members members, ImmutableMap<String, AddressSet> prefixLists) {
        this.members = members;
        this.prefixLists = prefixLists;
    }

    /** Where packets come from or go to, and what of it was not understood: it may then be any of these addresses. */
    private record Ends(AddressSet addresses, Optional<String> notUnderstood) {}

    /** Returns the rules that a group has for addresses, which it guards for certain or with a doubt. */
    List<GuardRule> rules(ListedGroup group, Direction direction, AddressSet own, Optional<String> doubt) {
        List<GuardRule> rules = new ArrayList<>();
        int number = 1;
        for (Json.Obj permission : group.permissions(direction)) {
            String id = group.title() + " " + direction.id() + " " + number++;
            ReadTraffic traffic = TrafficReader.read(permission);
            PacketKinds packets = PacketKinds.of(traffic.transports());
            for (Ends ends : peers(permission)) {
                if (!ends.addresses().isEmpty() && !own.isEmpty()) {
                    ImmutableList.Builder<String> notUnderstood = ImmutableList.builder();
                    doubt.ifPresent(notUnderstood::add);
                    traffic.notUnderstood().ifPresent(notUnderstood::add);
                    ends.notUnderstood().ifPresent(notUnderstood::add);
                    rules.add(new GuardRule(
                            id, Action.ALLOW, own, Peers.of(ends.addresses()), packets, notUnderstood.build()));
                }
            }
        }
        return rules;
    }

    private List<Ends> peers(Json.Obj permission) {
        AddressSet.Builder prefixes = AddressSet.builder();
        for (Json range : JsonFields.list(permission, "IpRanges")) {
            prefixes.addAll(prefix(range, "CidrIp", AddressFamily.IPV4));
        }
        for (Json range : JsonFields.list(permission, "Ipv6Ranges")) {
            prefixes.addAll(prefix(range, "CidrIpv6", AddressFamily.IPV6));
        }
        List<Ends> peers = new ArrayList<>();
        for (Json list : JsonFields.list(permission, "PrefixListIds")) {
            String id = list.object().require("PrefixListId").text();
            AddressSet known = prefixLists.get(id);
            if (known == null) {
                peers.add(new Ends(AddressSet.any(), Optional.of("the prefix list " + JsonFields.plain(id))));
            } else {
                prefixes.addAll(known);
            }
        }
        for (Json pair : JsonFields.list(permission, "UserIdGroupPairs")) {
            Referred referred = referred(pair.object());
            prefixes.addAll(referred.addresses());
            referred.notUnderstood().ifPresent(what -> peers.add(new Ends(AddressSet.any(), Optional.of(what))));
        }
        peers.add(0, new Ends(prefixes.build(), Optional.empty()));
        return peers;
    }

    /** A reference across a peering that is not active is stale. */
    private Referred referred(Json.Obj pair) {
        Optional<String> status = JsonFields.text(pair, "PeeringStatus");
        if (status.isPresent() && !status.get().equals("active")) {
            return new Referred(AddressSet.none(), Optional.of("a peering that is " + JsonFields.plain(status.get())));
        }
        return members.referred(
                JsonFields.text(pair, "GroupId"), JsonFields.text(pair, "GroupName"), JsonFields.text(pair, "VpcId"));
    }

    private static AddressSet prefix(Json range, String key, AddressFamily family) {
        Json value = range instanceof Json.Obj object ? object.require(key) : range;
        String text = value.text();
        AddressSet addresses;
        try {
            addresses = Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
        if (addresses.ranges().get(0).family() != family) {
            throw value.error("expected a prefix of " + family + ", but found " + value.description());
        }
        return addresses;
    }
}
