package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A security group of a listing.
 *
 * @param id its identifier, which alone tells it from others
 * @param name its name, which a group of another VPC may have, too
 * @param vpc the VPC
 * @param ingress what it lets in
 * @param egress what it lets out
 */
record ListedGroup(
        String id,
        Optional<String> name,
        Optional<String> vpc,
        ImmutableList<Json.Obj> ingress,
        ImmutableList<Json.Obj> egress) {
    /** Returns what findings show. */
    String title() {
        String shown = JsonFields.plain(id);
        return name.filter(other -> !other.equals(id))
                .map(other -> JsonFields.plain(other) + " (" + shown + ")")
                .orElse(shown);
    }

    ImmutableList<Json.Obj> permissions(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    /**
     * Reads the groups of {@code describe-security-groups}, or the rules of {@code describe-security-group-rules}, with or
     * without the object around them.
     *
     * @throws FirewallFormatException if it is neither
     */
    static ImmutableList<ListedGroup> listOf(Json listing) {
        if (listing instanceof Json.Obj object
                && object.get("SecurityGroupRules").isPresent()) {
            return ofRules(object.require("SecurityGroupRules").array());
        }
        ImmutableList<Json> values =
                listing instanceof Json.Obj object && object.get("GroupId").isEmpty()
                        ? object.require("SecurityGroups").array()
                        : JsonFields.values(listing, "SecurityGroups");
        if (!values.isEmpty()
                && values.get(0) instanceof Json.Obj first
                && first.get("IsEgress").isPresent()) {
            return ofRules(values);
        }
        ImmutableList.Builder<ListedGroup> groups = ImmutableList.builder();
        values.forEach(value -> groups.add(of(value.object())));
        return groups.build();
    }

    private static ListedGroup of(Json.Obj group) {
        Optional<String> name = JsonFields.text(group, "GroupName");
        // groups of EC2-Classic and some tools are listed by name alone
        String id = JsonFields.text(group, "GroupId")
                .or(() -> name)
                .orElseGet(() -> group.require("GroupId").text());
        if (group.get("IpPermissions").isEmpty()
                && group.get("IpPermissionsEgress").isEmpty()) {
            throw group.error("the object has no IpPermissions; expected a security group with its rules");
        }
        return new ListedGroup(
                id,
                name,
                JsonFields.text(group, "VpcId"),
                objects(group, "IpPermissions"),
                objects(group, "IpPermissionsEgress"));
    }

    private static ImmutableList<Json.Obj> objects(Json.Obj group, String key) {
        return group.get(key).map(Json::array).orElse(ImmutableList.of()).stream()
                .map(Json::object)
                .collect(ImmutableList.toImmutableList());
    }

    /** A group is what rules name; those without rules are not listed, and so their members are unknown. */
    private static ImmutableList<ListedGroup> ofRules(ImmutableList<Json> rules) {
        Map<String, Map<Boolean, List<Json.Obj>>> byGroup = new LinkedHashMap<>();
        for (Json rule : rules) {
            Json.Obj object = rule.object();
            Json egress = object.require("IsEgress");
            if (!(egress instanceof Json.Bool isEgress)) {
                throw egress.error("expected true or false, but found " + egress.description());
            }
            byGroup.computeIfAbsent(object.require("GroupId").text(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(isEgress.value(), first -> new ArrayList<>())
                    .add(asPermission(object));
        }
        ImmutableList.Builder<ListedGroup> groups = ImmutableList.builder();
        byGroup.forEach((id, directions) -> groups.add(new ListedGroup(
                id,
                Optional.empty(),
                Optional.empty(),
                ImmutableList.copyOf(directions.getOrDefault(false, List.of())),
                ImmutableList.copyOf(directions.getOrDefault(true, List.of())))));
        return groups.build();
    }

    /** Returns a rule in the form of a permission of a group. */
    private static Json.Obj asPermission(Json.Obj rule) {
        ImmutableMap.Builder<String, Json> permission = ImmutableMap.builder();
        for (String key : List.of("IpProtocol", "FromPort", "ToPort")) {
            rule.get(key).ifPresent(value -> permission.put(key, value));
        }
        wrap(rule, permission, "CidrIpv4", "IpRanges", "CidrIp");
        wrap(rule, permission, "CidrIpv6", "Ipv6Ranges", "CidrIpv6");
        wrap(rule, permission, "PrefixListId", "PrefixListIds", "PrefixListId");
        rule.get("ReferencedGroupInfo").ifPresent(info -> permission.put("UserIdGroupPairs", array(info)));
        return new Json.Obj(rule.line(), rule.column(), permission.buildOrThrow());
    }

    private static void wrap(
            Json.Obj rule, ImmutableMap.Builder<String, Json> permission, String from, String list, String key) {
        rule.get(from)
                .ifPresent(value -> permission.put(
                        list, array(new Json.Obj(value.line(), value.column(), ImmutableMap.of(key, value)))));
    }

    private static Json.Arr array(Json value) {
        return new Json.Arr(value.line(), value.column(), ImmutableList.of(value));
    }
}
