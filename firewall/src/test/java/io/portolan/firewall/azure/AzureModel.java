package io.portolan.firewall.azure;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.resourcemanager.network.fluent.models.ApplicationSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.groups.Prefixes;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.net.PortTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** A network security group as the model of Azure has it, and what Azure documents of how it decides. */
final class AzureModel {
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final List<SecurityRuleInner> rules = new ArrayList<>();

    /** Reads a template. */
    static AzureModel ofTemplate(Rendering rendering) {
        AzureModel model = new AzureModel(rendering);
        JsonNode template = JsonNode.parser().parse(rendering.files().get(0).text());
        for (JsonNode resource : list(template, "resources")) {
            resource.field("properties")
                    .ifPresent(properties ->
                            list(properties, "securityRules").forEach(rule -> model.rules.add(rule(rule.toString()))));
        }
        return model;
    }

    private static SecurityRuleInner rule(String json) {
        try (JsonReader reader = JsonProviders.createReader(json)) {
            return SecurityRuleInner.fromJson(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AzureModel(Rendering rendering) {
        for (RenderedFile file : rendering.files()) {
            if (file.name().endsWith("-groups.json")) {
                for (JsonNode group : list(JsonNode.parser().parse(file.text()), "groups")) {
                    Set<String> addresses = new LinkedHashSet<>();
                    for (JsonNode host : list(group, "hosts")) {
                        list(host, "addresses").forEach(address -> addresses.add(address.asString()));
                    }
                    members.put(group.field("name").orElseThrow().asString(), addresses);
                }
            }
        }
    }

    private static List<JsonNode> list(JsonNode node, String key) {
        return node.field(key).map(JsonNode::asArray).orElse(List.of());
    }

    List<SecurityRuleInner> rules() {
        return rules;
    }

    /** Each rule with all that it says. */
    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        for (SecurityRuleInner rule : rules) {
            texts.add(rule.name() + " " + rule.direction() + " " + rule.priority() + " " + rule.access() + " "
                    + rule.protocol() + " " + all(rule.sourcePortRange(), rule.sourcePortRanges()) + " "
                    + all(rule.sourceAddressPrefix(), rule.sourceAddressPrefixes())
                    + groups(rule.sourceApplicationSecurityGroups()) + " "
                    + all(rule.destinationPortRange(), rule.destinationPortRanges()) + " "
                    + all(rule.destinationAddressPrefix(), rule.destinationAddressPrefixes())
                    + groups(rule.destinationApplicationSecurityGroups()));
        }
        return texts;
    }

    /** Each rule that a parser found in the file for Terraform, in the same form. */
    static Set<String> terraform(JsonNode parsed) {
        Set<String> texts = new TreeSet<>();
        JsonNode resources = parsed.field("resource").orElseThrow();
        for (JsonNode each : resources
                .field("azurerm_network_security_rule")
                .orElseThrow()
                .asObject()
                .values()) {
            JsonNode rule = each.asArray().get(0);
            texts.add(text(rule, "name") + " " + text(rule, "direction") + " "
                    + rule.field("priority").orElseThrow().asNumber() + " " + text(rule, "access") + " "
                    + text(rule, "protocol") + " " + texts(rule, "source_port_range", "s") + " "
                    + texts(rule, "source_address_prefix", "es") + ids(rule, "source") + " "
                    + texts(rule, "destination_port_range", "s") + " " + texts(rule, "destination_address_prefix", "es")
                    + ids(rule, "destination"));
        }
        return texts;
    }

    private static String text(JsonNode node, String key) {
        return node.field(key).orElseThrow().asString();
    }

    private static List<String> texts(JsonNode rule, String key, String ending) {
        List<String> texts = new ArrayList<>();
        rule.field(key).ifPresent(one -> texts.add(one.asString()));
        list(rule, key + ending).forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private static List<String> ids(JsonNode rule, String side) {
        String start = "${azurerm_application_security_group.";
        return list(rule, side + "_application_security_group_ids").stream()
                .map(JsonNode::asString)
                .map(text -> text.substring(start.length(), text.length() - ".id}".length()))
                .toList();
    }

    static List<String> all(@Nullable String one, @Nullable List<String> many) {
        List<String> all = new ArrayList<>();
        if (one != null) {
            all.add(one);
        }
        if (many != null) {
            all.addAll(many);
        }
        return all;
    }

    static List<String> groups(@Nullable List<ApplicationSecurityGroupInner> groups) {
        return groups == null
                ? List.of()
                : groups.stream()
                        .map(group -> group.id().replaceAll("^.*'(.*)'\\)]$", "$1"))
                        .toList();
    }

    /** Tells whether a packet passes, if every host and network is in a subnet with the group. */
    boolean allows(Probe packet, boolean sourceInside, boolean destinationInside) {
        return (sourceInside || destinationInside)
                && (!sourceInside || passes("Outbound", packet))
                && (!destinationInside || passes("Inbound", packet));
    }

    private boolean passes(String direction, Probe packet) {
        return rules.stream()
                .filter(rule -> rule.direction().toString().equals(direction))
                .sorted(Comparator.comparing(SecurityRuleInner::priority))
                .filter(rule -> matches(rule, packet))
                .findFirst()
                .orElseThrow()
                .access()
                .toString()
                .equals("Allow");
    }

    private boolean matches(SecurityRuleInner rule, Probe packet) {
        int protocol = packet.transport().protocol().number();
        boolean isProtocol = switch (rule.protocol().toString()) {
            case "*" -> true;
            case "Tcp" -> protocol == 6;
            case "Udp" -> protocol == 17;
            case "Icmp" -> protocol == 1;
            case "Esp" -> protocol == 50;
            case "Ah" -> protocol == 51;
            default -> throw new AssertionError(rule.protocol());
        };
        boolean arePorts = !(packet.transport() instanceof PortTransport ports)
                || (isPort(
                                all(rule.sourcePortRange(), rule.sourcePortRanges()),
                                ports.sourcePorts().first())
                        && isPort(
                                all(rule.destinationPortRange(), rule.destinationPortRanges()),
                                ports.destinationPorts().first()));
        return isProtocol
                && arePorts
                && isEnd(
                        packet.source(),
                        all(rule.sourceAddressPrefix(), rule.sourceAddressPrefixes()),
                        groups(rule.sourceApplicationSecurityGroups()))
                && isEnd(
                        packet.destination(),
                        all(rule.destinationAddressPrefix(), rule.destinationAddressPrefixes()),
                        groups(rule.destinationApplicationSecurityGroups()));
    }

    static boolean isPort(List<String> ranges, int port) {
        return ranges.stream().anyMatch(range -> {
            int hyphen = range.indexOf('-');
            return range.equals("*")
                    || (hyphen < 0
                            ? Integer.parseInt(range) == port
                            : Integer.parseInt(range.substring(0, hyphen)) <= port
                                    && port <= Integer.parseInt(range.substring(hyphen + 1)));
        });
    }

    private boolean isEnd(String address, List<String> prefixes, List<String> groups) {
        return prefixes.stream().anyMatch(prefix -> prefix.equals("*") || Prefixes.has(prefix, address))
                || groups.stream()
                        .anyMatch(group -> members.getOrDefault(group, Set.of()).contains(address));
    }
}
