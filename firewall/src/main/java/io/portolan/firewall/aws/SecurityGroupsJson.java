package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.aws.Permission.Cidr;
import io.portolan.firewall.aws.Permission.Reference;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.json.JsonText;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Security groups as arguments of the command line of AWS. */
public final class SecurityGroupsJson {
    private SecurityGroupsJson() {}

    /**
     * Writes the files: for each group one to create it, and one for each direction that has rules.
     *
     * @param groups the security groups
     * @param options how
     * @return a file that says how to load the others, and those
     */
    public static ImmutableList<RenderedFile> of(SecurityGroups groups, RenderOptions options) {
        ImmutableList.Builder<RenderedFile> files = ImmutableList.builder();
        files.add(new RenderedFile(options.name() + "-how-to-load.txt", howTo(options.name())));
        groups.groups().forEach(group -> files.add(create(group.group())));
        for (SecurityGroup group : groups.groups()) {
            for (Direction direction : Direction.values()) {
                if (!group.permissions(direction).isEmpty()) {
                    files.add(permissions(group, direction));
                }
            }
        }
        return files.build();
    }

    /** Returns what stands for the identifier of a security group, which AWS gives when it is created. */
    static String placeholder(HostGroup group) {
        return "@" + group.name() + "@";
    }

    private static String howTo(String name) {
        return """
                Security groups of Amazon VPC, as arguments of the command aws. Made by Portolan; change the site, not the files.
                NAME-groups.json says which hosts get which group. A host has the group of its own, and no other.

                The files hold @vpc-id@ for the VPC, and the name of a group between two @ for its identifier.

                1. Replace @vpc-id@ in all files: sed -i 's/@vpc-id@/vpc-.../' NAME-*.json
                2. Create each group that does not exist: aws ec2 create-security-group --cli-input-json file://GROUP-create.json
                   prints its GroupId. Replace it in all files: sed -i 's/@GROUP@/sg-.../' NAME-*.json
                3. Take the rules away that each group has, among them that by which AWS lets a new group send anything:
                   aws ec2 describe-security-group-rules --filters Name=group-id,Values=sg-... lists them, and
                   aws ec2 revoke-security-group-ingress (or -egress) --group-id sg-... --security-group-rule-ids sgr-...
                   takes them away. Packets are lost until the next step is done.
                4. Give each group its rules:
                   aws ec2 authorize-security-group-ingress --cli-input-json file://GROUP-ingress.json
                   aws ec2 authorize-security-group-egress --cli-input-json file://GROUP-egress.json
                   A group without one of the files has no rules of that direction.
                """.replace("NAME", name);
    }

    private static RenderedFile create(HostGroup group) {
        return new RenderedFile(group.name() + "-create.json", JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("GroupName", group.name());
            json.writeStringProperty("Description", "Made by Portolan");
            json.writeStringProperty("VpcId", "@vpc-id@");
            json.writeEndObject();
        }));
    }

    private static RenderedFile permissions(SecurityGroup group, Direction direction) {
        Map<Traffic, Map<Permission, ImmutableList<Rule>>> byTraffic = new LinkedHashMap<>();
        group.permissions(direction)
                .forEach((permission, rules) -> byTraffic
                        .computeIfAbsent(permission.traffic(), first -> new LinkedHashMap<>())
                        .put(permission, rules));
        return new RenderedFile(group.group().name() + "-" + direction.id() + ".json", JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("GroupId", placeholder(group.group()));
            json.writeArrayPropertyStart("IpPermissions");
            byTraffic.forEach((traffic, permissions) -> permission(json, traffic, permissions));
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void permission(
            JsonGenerator json, Traffic traffic, Map<Permission, ImmutableList<Rule>> permissions) {
        json.writeStartObject();
        json.writeStringProperty("IpProtocol", traffic.protocolName());
        if (traffic.hasPorts()) {
            json.writeNumberProperty("FromPort", traffic.fromPort());
            json.writeNumberProperty("ToPort", traffic.toPort());
        }
        peers(json, "IpRanges", "CidrIp", AddressFamily.IPV4, permissions);
        peers(json, "Ipv6Ranges", "CidrIpv6", AddressFamily.IPV6, permissions);
        Map<Permission, ImmutableList<Rule>> references = new LinkedHashMap<>();
        permissions.forEach((permission, rules) -> {
            if (permission.peer() instanceof Reference) {
                references.put(permission, rules);
            }
        });
        if (!references.isEmpty()) {
            json.writeArrayPropertyStart("UserIdGroupPairs");
            references.forEach((permission, rules) -> {
                if (permission.peer() instanceof Reference reference) {
                    peer(json, "GroupId", placeholder(reference.group()), rules);
                }
            });
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void peers(
            JsonGenerator json,
            String list,
            String key,
            AddressFamily family,
            Map<Permission, ImmutableList<Rule>> permissions) {
        Map<Permission, ImmutableList<Rule>> prefixes = new LinkedHashMap<>();
        permissions.forEach((permission, rules) -> {
            if (permission.peer() instanceof Cidr && permission.peer().countsIn(family)) {
                prefixes.put(permission, rules);
            }
        });
        if (!prefixes.isEmpty()) {
            json.writeArrayPropertyStart(list);
            prefixes.forEach(
                    (permission, rules) -> peer(json, key, permission.peer().toString(), rules));
            json.writeEndArray();
        }
    }

    private static void peer(JsonGenerator json, String key, String value, ImmutableList<Rule> rules) {
        json.writeStartObject();
        json.writeStringProperty(key, value);
        json.writeStringProperty("Description", RuleComments.of(rules, SecurityGroups.CAPABILITY));
        json.writeEndObject();
    }
}
