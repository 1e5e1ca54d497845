package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.aws.TrafficReader.ReadTraffic;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a listing of security groups. */
public final class SecurityGroupReader {
    private final ImmutableMap<String, AddressSet> members;
    private final AddressSet.Builder guarded = AddressSet.builder();
    private final List<ObservedRule> inbound = new ArrayList<>();
    private final List<ObservedRule> outbound = new ArrayList<>();
    private final List<ObservedRule> apart = new ArrayList<>();

    /**
     * Starts with what the listing does not tell.
     *
     * @param members the addresses of the members of groups, by name or identifier
     */
    public SecurityGroupReader(ImmutableMap<String, AddressSet> members) {
        this.members = members;
    }

    /** Where packets come from or go to, and what of it was not understood. */
    private record Ends(AddressSet addresses, Optional<String> notUnderstood) {}

    /**
     * Reads a listing.
     *
     * @param listing the listing
     * @return the rules
     * @throws FirewallFormatException if it is none
     */
    public ObservedRules read(Json listing) {
        for (Json group : listing.object().require("SecurityGroups").array()) {
            group(group.object());
        }
        return TwoSides.join(guarded.build(), inbound, outbound, apart);
    }

    private void group(Json.Obj group) {
        String id = group.require("GroupId").text();
        Optional<String> name = group.get("GroupName").map(Json::text);
        String title = plain(name.orElse(id));
        Optional<AddressSet> known = members(Optional.of(id), name);
        known.ifPresent(guarded::addAll);
        for (Direction direction : Direction.values()) {
            String key = direction == Direction.INGRESS ? "IpPermissions" : "IpPermissionsEgress";
            int number = 1;
            for (Json permission : group.get(key).map(Json::array).orElse(ImmutableList.of())) {
                String rule = title + " " + direction.id() + " " + number++;
                permission(rule, direction, known, permission.object());
            }
        }
    }

    private Optional<AddressSet> members(Optional<String> id, Optional<String> name) {
        return id.map(members::get).or(() -> name.map(members::get));
    }

    private void permission(String rule, Direction direction, Optional<AddressSet> own, Json.Obj permission) {
        ReadTraffic traffic = TrafficReader.read(permission);
        for (Ends ends : peers(permission)) {
            Optional<String> notUnderstood = ends.notUnderstood().or(traffic::notUnderstood);
            if (own.isEmpty()) {
                add(rule, direction, ends.addresses(), AddressSet.any(), traffic, Optional.of("who is in the group"));
            } else if (!own.get().isEmpty() && !ends.addresses().isEmpty()) {
                add(rule, direction, ends.addresses(), own.get(), traffic, notUnderstood);
            }
        }
    }

    private void add(
            String rule,
            Direction direction,
            AddressSet others,
            AddressSet own,
            ReadTraffic traffic,
            Optional<String> notUnderstood) {
        boolean in = direction == Direction.INGRESS;
        ObservedRule observed = new ObservedRule(
                rule,
                Action.ALLOW,
                Peers.of(in ? others : own),
                Peers.of(in ? own : others),
                traffic.transports(),
                notUnderstood);
        boolean isApart = own.isAny() && notUnderstood.isPresent();
        (isApart ? apart : in ? inbound : outbound).add(observed);
    }

    private List<Ends> peers(Json.Obj permission) {
        AddressSet.Builder prefixes = AddressSet.builder();
        for (Json range : list(permission, "IpRanges")) {
            prefixes.add(prefix(range.object().require("CidrIp"), AddressFamily.IPV4));
        }
        for (Json range : list(permission, "Ipv6Ranges")) {
            prefixes.add(prefix(range.object().require("CidrIpv6"), AddressFamily.IPV6));
        }
        List<Ends> peers = new ArrayList<>();
        peers.add(new Ends(prefixes.build(), Optional.empty()));
        for (Json list : list(permission, "PrefixListIds")) {
            String id = list.object().get("PrefixListId").map(Json::text).orElse("without identifier");
            peers.add(new Ends(AddressSet.any(), Optional.of("the prefix list " + plain(id))));
        }
        for (Json pair : list(permission, "UserIdGroupPairs")) {
            peers.add(group(pair));
        }
        return peers;
    }

    private Ends group(Json pair) {
        Optional<String> id = pair.object().get("GroupId").map(Json::text);
        Optional<String> name = pair.object().get("GroupName").map(Json::text);
        return members(id, name)
                .map(known -> new Ends(known, Optional.empty()))
                .orElseGet(() -> new Ends(
                        AddressSet.any(),
                        Optional.of(
                                "who is in the group " + plain(id.or(() -> name).orElse("without identifier")))));
    }

    private static ImmutableList<Json> list(Json.Obj object, String key) {
        return object.get(key).map(Json::array).orElse(ImmutableList.of());
    }

    private static AddressRange prefix(Json value, AddressFamily family) {
        try {
            AddressRange range = AddressRange.parse(value.text());
            if (range.family() == family && range.prefixLength().isPresent()) {
                return range;
            }
        } catch (IllegalArgumentException e) {
            if (e instanceof FirewallFormatException) {
                throw e;
            }
            throw value.error(String.valueOf(e.getMessage()));
        }
        throw value.error("expected a prefix of " + family + ", but found " + value.description());
    }

    /** What findings show of a text of the listing. */
    static String plain(String text) {
        return text.isBlank() || !Excerpts.isPlain(text) || text.length() > 255 ? Excerpts.quote(text) : text;
    }
}
