package io.portolan.firewall.aws;

import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.groups.Prefixes;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Security groups as the model of AWS has them, and what AWS documents of how they decide. */
final class AwsModel {
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, List<IpPermission>> ingress = new LinkedHashMap<>();
    private final Map<String, List<IpPermission>> egress = new LinkedHashMap<>();

    /** Reads the files for the command line. */
    static AwsModel ofJson(Rendering rendering) {
        AwsModel model = new AwsModel(rendering);
        for (RenderedFile file : rendering.files()) {
            for (String group : model.members.keySet()) {
                if (file.name().equals(group + "-ingress.json")) {
                    model.ingress.put(group, permissions(JsonNode.parser().parse(file.text())));
                } else if (file.name().equals(group + "-egress.json")) {
                    model.egress.put(group, permissions(JsonNode.parser().parse(file.text())));
                }
            }
        }
        return model;
    }

    /** Reads what a parser made of the file for Terraform. */
    static AwsModel ofTerraform(Rendering rendering, JsonNode parsed) {
        AwsModel model = new AwsModel(rendering);
        JsonNode resources = parsed.field("resource").orElseThrow();
        resources
                .field("aws_vpc_security_group_ingress_rule")
                .ifPresent(rules -> rules.asObject().values().forEach(rule -> add(model.ingress, rule)));
        resources
                .field("aws_vpc_security_group_egress_rule")
                .ifPresent(rules -> rules.asObject().values().forEach(rule -> add(model.egress, rule)));
        return model;
    }

    private AwsModel(Rendering rendering) {
        for (RenderedFile file : rendering.files()) {
            if (file.name().endsWith("-groups.json")) {
                for (JsonNode group : list(JsonNode.parser().parse(file.text()), "groups")) {
                    Set<String> addresses = new LinkedHashSet<>();
                    for (JsonNode host : list(group, "hosts")) {
                        list(host, "addresses").forEach(address -> addresses.add(address.asString()));
                    }
                    members.put(text(group, "name"), addresses);
                }
            }
        }
    }

    private static void add(Map<String, List<IpPermission>> rules, JsonNode resource) {
        JsonNode rule = resource.asArray().get(0);
        IpPermission.Builder permission = IpPermission.builder()
                .ipProtocol(text(rule, "ip_protocol"))
                .fromPort(number(rule, "from_port"))
                .toPort(number(rule, "to_port"));
        rule.field("cidr_ipv4")
                .ifPresent(cidr -> permission.ipRanges(
                        IpRange.builder().cidrIp(cidr.asString()).build()));
        rule.field("cidr_ipv6")
                .ifPresent(cidr -> permission.ipv6Ranges(
                        Ipv6Range.builder().cidrIpv6(cidr.asString()).build()));
        rule.field("referenced_security_group_id")
                .ifPresent(id -> permission.userIdGroupPairs(
                        UserIdGroupPair.builder().groupId(label(id.asString())).build()));
        rules.computeIfAbsent(label(text(rule, "security_group_id")), first -> new ArrayList<>())
                .add(permission.build());
    }

    private static String label(String expression) {
        return expression.substring("${aws_security_group.".length(), expression.length() - ".id}".length());
    }

    private static List<IpPermission> permissions(JsonNode file) {
        List<IpPermission> permissions = new ArrayList<>();
        for (JsonNode node : list(file, "IpPermissions")) {
            permissions.add(IpPermission.builder()
                    .ipProtocol(text(node, "IpProtocol"))
                    .fromPort(number(node, "FromPort"))
                    .toPort(number(node, "ToPort"))
                    .ipRanges(list(node, "IpRanges").stream()
                            .map(range -> IpRange.builder()
                                    .cidrIp(text(range, "CidrIp"))
                                    .build())
                            .toList())
                    .ipv6Ranges(list(node, "Ipv6Ranges").stream()
                            .map(range -> Ipv6Range.builder()
                                    .cidrIpv6(text(range, "CidrIpv6"))
                                    .build())
                            .toList())
                    .userIdGroupPairs(list(node, "UserIdGroupPairs").stream()
                            .map(pair -> UserIdGroupPair.builder()
                                    .groupId(text(pair, "GroupId").replace("@", ""))
                                    .build())
                            .toList())
                    .build());
        }
        return permissions;
    }

    private static List<JsonNode> list(JsonNode node, String key) {
        return node.field(key).map(JsonNode::asArray).orElse(List.of());
    }

    private static String text(JsonNode node, String key) {
        return node.field(key).orElseThrow().asString();
    }

    private static int number(JsonNode node, String key) {
        return node.field(key).map(value -> Integer.parseInt(value.asNumber())).orElse(-1);
    }

    /** Every rule as AWS counts them: one peer and one range each. */
    Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        ingress.forEach((group, permissions) -> permissions.forEach(each -> rules.addAll(rules(group + " in ", each))));
        egress.forEach((group, permissions) -> permissions.forEach(each -> rules.addAll(rules(group + " out ", each))));
        return rules;
    }

    private static List<String> rules(String start, IpPermission permission) {
        String what = start + permission.ipProtocol() + " " + permission.fromPort() + " " + permission.toPort() + " ";
        List<String> rules = new ArrayList<>();
        permission.ipRanges().forEach(range -> rules.add(what + range.cidrIp()));
        permission.ipv6Ranges().forEach(range -> rules.add(what + range.cidrIpv6()));
        permission.userIdGroupPairs().forEach(pair -> rules.add(what + pair.groupId()));
        return rules;
    }

    /** The most rules that one group has in one direction, of IPv4 or IPv6, where a reference counts as one of both. */
    int most() {
        int most = 0;
        for (List<IpPermission> permissions : List.<Map<String, List<IpPermission>>>of(ingress, egress).stream()
                .flatMap(each -> each.values().stream())
                .toList()) {
            int pairs = permissions.stream()
                    .mapToInt(each -> each.userIdGroupPairs().size())
                    .sum();
            int ipv4 = permissions.stream()
                    .mapToInt(each -> each.ipRanges().size())
                    .sum();
            int ipv6 = permissions.stream()
                    .mapToInt(each -> each.ipv6Ranges().size())
                    .sum();
            most = Math.max(most, pairs + Math.max(ipv4, ipv6));
        }
        return most;
    }

    /** Tells whether a packet passes the security groups of both ends; a packet that meets none passes nowhere here. */
    boolean allows(Probe packet) {
        List<String> from = groupsOf(packet.source());
        List<String> to = groupsOf(packet.destination());
        boolean met = !from.isEmpty() || !to.isEmpty();
        return met
                && (from.isEmpty() || any(from, egress, packet, packet.destination()))
                && (to.isEmpty() || any(to, ingress, packet, packet.source()));
    }

    private List<String> groupsOf(String address) {
        return members.keySet().stream()
                .filter(group -> members.getOrDefault(group, Set.of()).contains(address))
                .toList();
    }

    private boolean any(List<String> groups, Map<String, List<IpPermission>> rules, Probe packet, String peer) {
        return groups.stream()
                .flatMap(group -> rules.getOrDefault(group, List.of()).stream())
                .anyMatch(permission -> matches(permission, packet) && isPeer(permission, peer));
    }

    private boolean isPeer(IpPermission permission, String address) {
        Function<UserIdGroupPair, Boolean> isMember =
                pair -> members.getOrDefault(pair.groupId(), Set.of()).contains(address);
        return permission.ipRanges().stream().anyMatch(range -> Prefixes.has(range.cidrIp(), address))
                || permission.ipv6Ranges().stream().anyMatch(range -> Prefixes.has(range.cidrIpv6(), address))
                || permission.userIdGroupPairs().stream().anyMatch(isMember::apply);
    }

    private static boolean matches(IpPermission permission, Probe packet) {
        int protocol = packet.transport().protocol().number();
        int own = switch (permission.ipProtocol()) {
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmp" -> 1;
            case "icmpv6" -> 58;
            default -> Integer.parseInt(permission.ipProtocol());
        };
        if (own != protocol) {
            return false;
        }
        if (packet.transport() instanceof PortTransport ports) {
            int port = ports.destinationPorts().first();
            return permission.fromPort() <= port && port <= permission.toPort();
        }
        if (packet.transport() instanceof IcmpTransport icmp) {
            return (permission.fromPort() == -1
                            || permission.fromPort() == icmp.type().orElseThrow())
                    && (permission.toPort() == -1
                            || permission.toPort() == icmp.code().orElseThrow());
        }
        return true;
    }
}
