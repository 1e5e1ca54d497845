package io.portolan.firewall.aws;

import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.groups.Prefixes;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/**
 * Security groups and network interfaces as AWS has them: identifiers that are no names, several VPCs, a default group in each.
 *
 * <p>How they decide was written from the user guide of Amazon VPC, "Security group rules": groups only allow; an interface
 * has the rules of all of its groups; a rule that refers to a group is about the private addresses of its interfaces.
 */
final class AwsAccount {
    final List<Group> groups = new ArrayList<>();
    final List<Eni> interfaces = new ArrayList<>();
    final Map<String, List<String>> prefixLists = new LinkedHashMap<>();

    /** A security group. */
    static final class Group {
        final String id;
        final String name;
        final String vpc;
        final List<Permission> ingress = new ArrayList<>();
        final List<Permission> egress = new ArrayList<>();

        Group(String id, String name, String vpc) {
            this.id = id;
            this.name = name;
            this.vpc = vpc;
        }
    }

    /** A network interface with one or more addresses. */
    record Eni(String id, String vpc, List<String> addresses, List<String> groups) {}

    /** What may pass: peers are prefixes, or begin with {@code sg-} or {@code pl-}. */
    record Permission(String protocol, int from, int to, List<String> peers) {}

    /** Loads what was rendered into a VPC, beside what others have. */
    AwsAccount(Rendering rendering) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (RenderedFile file : rendering.files()) {
            String end = "-create.json";
            if (file.name().endsWith(end)) {
                String name = file.name().substring(0, file.name().length() - end.length());
                ids.put(name, "sg-0" + Integer.toHexString(name.hashCode()));
                groups.add(new Group(ids.getOrDefault(name, ""), name, "vpc-1"));
            }
        }
        for (RenderedFile file : rendering.files()) {
            for (Group group : groups) {
                if (file.name().equals(group.name + "-ingress.json")) {
                    load(file, ids, group.ingress);
                } else if (file.name().equals(group.name + "-egress.json")) {
                    load(file, ids, group.egress);
                }
            }
            if (file.name().endsWith("-groups.json")) {
                members(file, ids);
            }
        }
        Permission everything = new Permission("-1", -1, -1, List.of("0.0.0.0/0"));
        for (String vpc : List.of("vpc-1", "vpc-2")) {
            Group standard = new Group("sg-d" + vpc, "default", vpc);
            standard.ingress.add(new Permission("-1", -1, -1, List.of(standard.id)));
            standard.egress.add(everything);
            groups.add(standard);
        }
        Group stranger = new Group("sg-eeee", groups.get(0).name, "vpc-2");
        stranger.ingress.add(everything);
        stranger.egress.add(everything);
        groups.add(stranger);
        interfaces.add(new Eni("eni-far", "vpc-2", List.of("10.77.0.1"), List.of("sg-eeee", "sg-dvpc-2")));
        prefixLists.put("pl-1", List.of("10.0.0.0/30", "10.0.1.0/28"));
    }

    private static void load(RenderedFile file, Map<String, String> ids, List<Permission> permissions) {
        for (JsonNode node : list(JsonNode.parser().parse(file.text()), "IpPermissions")) {
            List<String> peers = new ArrayList<>();
            list(node, "IpRanges").forEach(range -> peers.add(text(range, "CidrIp")));
            list(node, "Ipv6Ranges").forEach(range -> peers.add(text(range, "CidrIpv6")));
            list(node, "UserIdGroupPairs")
                    .forEach(pair ->
                            peers.add(ids.getOrDefault(text(pair, "GroupId").replace("@", ""), "none")));
            permissions.add(
                    new Permission(text(node, "IpProtocol"), number(node, "FromPort"), number(node, "ToPort"), peers));
        }
    }

    private void members(RenderedFile file, Map<String, String> ids) {
        for (JsonNode group : list(JsonNode.parser().parse(file.text()), "groups")) {
            for (JsonNode host : list(group, "hosts")) {
                List<String> addresses =
                        list(host, "addresses").stream().map(JsonNode::asString).toList();
                if (!addresses.isEmpty()) {
                    interfaces.add(new Eni(
                            "eni-" + interfaces.size(),
                            "vpc-1",
                            addresses,
                            new ArrayList<>(List.of(ids.getOrDefault(text(group, "name"), "none")))));
                }
            }
        }
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

    /** What {@code aws ec2 describe-security-groups} prints. */
    String describeSecurityGroups() {
        return "{\"SecurityGroups\": ["
                + groups.stream().map(AwsAccount::describe).collect(Collectors.joining(",\n")) + "]}";
    }

    private static String describe(Group group) {
        return "{\"GroupId\": \"" + group.id + "\", \"GroupName\": \"" + group.name + "\", \"VpcId\": \"" + group.vpc
                + "\", \"OwnerId\": \"111122223333\", \"Description\": \"-\", \"IpPermissions\": "
                + permissions(group.ingress) + ", \"IpPermissionsEgress\": " + permissions(group.egress) + "}";
    }

    private static String permissions(List<Permission> permissions) {
        return permissions.stream()
                .map(each -> "{\"IpProtocol\": \"" + each.protocol() + "\""
                        + (each.protocol().equals("-1")
                                ? ""
                                : ", \"FromPort\": " + each.from() + ", \"ToPort\": " + each.to())
                        + peers(", \"IpRanges\": [", each, "CidrIp", peer -> isPrefix(peer) && peer.indexOf(':') < 0)
                        + peers("], \"Ipv6Ranges\": [", each, "CidrIpv6", peer -> peer.indexOf(':') >= 0)
                        + peers("], \"PrefixListIds\": [", each, "PrefixListId", peer -> peer.startsWith("pl-"))
                        + peers("], \"UserIdGroupPairs\": [", each, "GroupId", peer -> peer.startsWith("sg-")) + "]}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isPrefix(String peer) {
        return peer.indexOf('/') >= 0;
    }

    private static String peers(
            String start, Permission permission, String key, java.util.function.Predicate<String> which) {
        return permission.peers().stream()
                .filter(which)
                .map(peer -> "{\"" + key + "\": \"" + peer + "\""
                        + (key.equals("GroupId") ? ", \"UserId\": \"111122223333\"}" : "}"))
                .collect(Collectors.joining(", ", start, ""));
    }

    /** What {@code aws ec2 describe-network-interfaces} prints. */
    String describeNetworkInterfaces() {
        return "{\"NetworkInterfaces\": [" + enis() + "]}";
    }

    /** What {@code aws ec2 describe-instances} prints, if every interface is of an instance. */
    String describeInstances() {
        return "{\"Reservations\": [{\"ReservationId\": \"r-1\", \"Instances\": [{\"InstanceId\": \"i-1\","
                + " \"NetworkInterfaces\": [" + enis() + "]}]}]}";
    }

    private String enis() {
        return interfaces.stream()
                .map(each -> "{\"NetworkInterfaceId\": \"" + each.id() + "\", \"VpcId\": \"" + each.vpc()
                        + "\", \"Groups\": ["
                        + each.groups().stream()
                                .map(id -> "{\"GroupId\": \"" + id + "\"}")
                                .collect(Collectors.joining(", "))
                        + "], \"PrivateIpAddresses\": ["
                        + each.addresses().stream()
                                .filter(address -> address.indexOf(':') < 0)
                                .map(address -> "{\"PrivateIpAddress\": \"" + address + "\"}")
                                .collect(Collectors.joining(", "))
                        + "], \"Ipv6Addresses\": ["
                        + each.addresses().stream()
                                .filter(address -> address.indexOf(':') >= 0)
                                .map(address -> "{\"Ipv6Address\": \"" + address + "\"}")
                                .collect(Collectors.joining(", "))
                        + "]}")
                .collect(Collectors.joining(",\n"));
    }

    boolean hasInterface(String address) {
        return interfaces.stream().anyMatch(each -> each.addresses().contains(address));
    }

    /** Tells whether the groups of both ends let a packet pass. */
    boolean lets(Probe packet) {
        return lets(packet.source(), false, packet, packet.destination())
                && lets(packet.destination(), true, packet, packet.source());
    }

    private boolean lets(String own, boolean in, Probe packet, String peer) {
        for (Eni each : interfaces) {
            if (each.addresses().contains(own)) {
                return groups.stream()
                        .filter(group -> each.groups().contains(group.id))
                        .flatMap(group -> (in ? group.ingress : group.egress).stream())
                        .anyMatch(permission -> isAbout(permission, packet) && isPeer(permission, peer));
            }
        }
        return true;
    }

    private boolean isPeer(Permission permission, String address) {
        return permission.peers().stream().anyMatch(peer -> {
            if (peer.startsWith("sg-")) {
                return interfaces.stream()
                        .anyMatch(each ->
                                each.groups().contains(peer) && each.addresses().contains(address));
            }
            return peer.startsWith("pl-")
                    ? prefixLists.getOrDefault(peer, List.of()).stream()
                            .anyMatch(prefix -> Prefixes.has(prefix, address))
                    : Prefixes.has(peer, address);
        });
    }

    private static boolean isAbout(Permission permission, Probe packet) {
        int protocol = packet.transport().protocol().number();
        int own = switch (permission.protocol()) {
            case "-1" -> protocol;
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmp" -> 1;
            case "icmpv6" -> 58;
            default -> Integer.parseInt(permission.protocol());
        };
        if (own != protocol) {
            return false;
        }
        if (permission.protocol().equals("-1")) {
            return true;
        }
        if (packet.transport() instanceof PortTransport ports) {
            int port = ports.destinationPorts().first();
            return permission.from() <= port && port <= permission.to();
        }
        if (packet.transport() instanceof IcmpTransport icmp) {
            return (permission.from() == -1 || permission.from() == icmp.type().orElseThrow())
                    && (permission.to() == -1 || permission.to() == icmp.code().orElseThrow());
        }
        return true;
    }
}
