package io.portolan.firewall.azure;

import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import io.portolan.firewall.groups.Prefixes;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.net.PortTransport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Network security groups, virtual networks and network interfaces as Azure has them.
 *
 * <p>How they decide was written from the documentation of Azure Virtual Network, "Network security groups" and "How network
 * security groups filter network traffic": rules in the order of their priorities, those by default last; inbound the group of
 * the subnet and that of the interface, outbound both as well; no group, no filter.
 */
final class AzureSubscription {
    static final String PROVIDER = "/subscriptions/s/resourceGroups/Rg-1/providers/Microsoft.Network/";
    static final String HOST = "168.63.129.16";

    final Map<String, List<SecurityRule>> groups = new LinkedHashMap<>();
    final List<Subnet> subnets = new ArrayList<>();
    final List<Nic> interfaces = new ArrayList<>();
    final Map<String, List<String>> tags = new LinkedHashMap<>();
    boolean listsDefaults = true;

    /** A rule; ends are prefixes, tags, an asterisk, or {@code asg:} with a name. */
    record SecurityRule(
            String name,
            int priority,
            boolean inbound,
            boolean allows,
            String protocol,
            List<String> sourcePorts,
            List<String> ports,
            List<String> sources,
            List<String> destinations) {}

    /** A subnet, with a group or an empty text. */
    record Subnet(String name, List<String> prefixes, String group) {}

    /** An interface, with a group or an empty text. */
    record Nic(String name, String subnet, List<String> addresses, String group, List<String> applicationGroups) {}

    private static final List<SecurityRule> DEFAULTS = List.of(
            standard("AllowVnetInBound", 65000, true, true, "VirtualNetwork", "VirtualNetwork"),
            standard("AllowAzureLoadBalancerInBound", 65001, true, true, "AzureLoadBalancer", "*"),
            standard("DenyAllInBound", 65500, true, false, "*", "*"),
            standard("AllowVnetOutBound", 65000, false, true, "VirtualNetwork", "VirtualNetwork"),
            standard("AllowInternetOutBound", 65001, false, true, "*", "Internet"),
            standard("DenyAllOutBound", 65500, false, false, "*", "*"));

    private static SecurityRule standard(
            String name, int priority, boolean inbound, boolean allows, String from, String to) {
        return new SecurityRule(
                name, priority, inbound, allows, "*", List.of("*"), List.of("*"), List.of(from), List.of(to));
    }

    /** A rule as the model of the SDK has it. */
    static SecurityRule of(SecurityRuleInner rule) {
        return new SecurityRule(
                rule.name(),
                rule.priority(),
                rule.direction().toString().equals("Inbound"),
                rule.access().toString().equals("Allow"),
                rule.protocol().toString(),
                AzureModel.all(rule.sourcePortRange(), rule.sourcePortRanges()),
                AzureModel.all(rule.destinationPortRange(), rule.destinationPortRanges()),
                ends(
                        AzureModel.all(rule.sourceAddressPrefix(), rule.sourceAddressPrefixes()),
                        AzureModel.groups(rule.sourceApplicationSecurityGroups())),
                ends(
                        AzureModel.all(rule.destinationAddressPrefix(), rule.destinationAddressPrefixes()),
                        AzureModel.groups(rule.destinationApplicationSecurityGroups())));
    }

    private static List<String> ends(List<String> prefixes, List<String> groups) {
        List<String> ends = new ArrayList<>(prefixes);
        groups.forEach(group -> ends.add("asg:" + group));
        return ends;
    }

    /** What {@code az network nsg list} prints. */
    String nsgList() {
        return groups.keySet().stream().map(this::nsg).collect(Collectors.joining(",\n", "[", "]"));
    }

    private String nsg(String name) {
        return "{\"id\": \"" + PROVIDER + "networkSecurityGroups/" + name + "\", \"name\": \"" + name
                + "\", \"resourceGroup\": \"Rg-1\", \"securityRules\": "
                + rules(groups.getOrDefault(name, List.of()))
                + (listsDefaults ? ", \"defaultSecurityRules\": " + rules(DEFAULTS) : "")
                + ids(
                        "subnets",
                        subnets.stream()
                                .filter(subnet -> subnet.group().equals(name))
                                .map(AzureSubscription::id)
                                .toList())
                + ids(
                        "networkInterfaces",
                        interfaces.stream()
                                .filter(nic -> nic.group().equals(name))
                                .map(nic -> PROVIDER + "networkInterfaces/" + nic.name())
                                .toList())
                + "}";
    }

    private static String id(Subnet subnet) {
        return PROVIDER + "virtualNetworks/v/subnets/" + subnet.name();
    }

    /** The command line leaves out what is empty. */
    private static String ids(String key, List<String> ids) {
        return ids.isEmpty() ? "" : ", \"" + key + "\": " + references(ids);
    }

    private static String references(List<String> ids) {
        return ids.stream().map(id -> "{\"id\": \"" + id + "\"}").collect(Collectors.joining(", ", "[", "]"));
    }

    private static String rules(List<SecurityRule> rules) {
        return rules.stream()
                .map(rule -> "{\"name\": \"" + rule.name() + "\", \"priority\": " + rule.priority()
                        + ", \"direction\": \"" + (rule.inbound() ? "Inbound" : "Outbound") + "\", \"access\": \""
                        + (rule.allows() ? "Allow" : "Deny") + "\", \"protocol\": \"" + rule.protocol() + "\""
                        + values("sourcePortRange", "s", rule.sourcePorts())
                        + values("destinationPortRange", "s", rule.ports()) + end("source", rule.sources())
                        + end("destination", rule.destinations()) + "}")
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String values(String key, String ending, List<String> values) {
        return values.size() == 1
                ? ", \"" + key + "\": \"" + values.get(0) + "\", \"" + key + ending + "\": []"
                : ", \"" + key + ending + "\": ["
                        + values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ")) + "]";
    }

    private static String end(String side, List<String> ends) {
        List<String> asgs = ends.stream()
                .filter(end -> end.startsWith("asg:"))
                .map(end -> PROVIDER + "applicationSecurityGroups/" + end.substring(4))
                .toList();
        return (asgs.isEmpty() ? "" : ", \"" + side + "ApplicationSecurityGroups\": " + references(asgs))
                + values(
                        side + "AddressPrefix",
                        "es",
                        ends.stream().filter(end -> !end.startsWith("asg:")).toList());
    }

    /** What {@code az network nic list} prints. */
    String nicList() {
        return interfaces.stream()
                .map(nic -> "{\"id\": \"" + PROVIDER + "networkInterfaces/" + nic.name() + "\", \"name\": \""
                        + nic.name()
                        + "\""
                        + (nic.group().isEmpty()
                                ? ""
                                : ", \"networkSecurityGroup\": {\"id\": \"" + PROVIDER + "networkSecurityGroups/"
                                        + nic.group() + "\"}")
                        + ", \"ipConfigurations\": ["
                        + nic.addresses().stream()
                                .map(address -> "{\"privateIPAddress\": \"" + address + "\", \"subnet\": {\"id\": \""
                                        + PROVIDER + "virtualNetworks/v/subnets/" + nic.subnet() + "\"}"
                                        + ids(
                                                "applicationSecurityGroups",
                                                nic.applicationGroups().stream()
                                                        .map(asg -> PROVIDER + "applicationSecurityGroups/" + asg)
                                                        .toList())
                                        + "}")
                                .collect(Collectors.joining(", "))
                        + "]}")
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    /** What {@code az network vnet list} prints. */
    String vnetList() {
        return "[{\"id\": \"" + PROVIDER
                + "virtualNetworks/v\", \"name\": \"v\", \"addressSpace\": {\"addressPrefixes\":"
                + " [\"10.0.0.0/16\", \"2001:db8::/47\"]}, \"subnets\": ["
                + subnets.stream()
                        .map(subnet ->
                                "{\"id\": \"" + id(subnet) + "\"" + values("addressPrefix", "es", subnet.prefixes())
                                        + (subnet.group().isEmpty()
                                                ? ""
                                                : ", \"networkSecurityGroup\": {\"id\": \"" + PROVIDER
                                                        + "networkSecurityGroups/" + subnet.group() + "\"}")
                                        + "}")
                        .collect(Collectors.joining(", "))
                + "]}]";
    }

    boolean isInside(String address) {
        return subnetOf(address).isPresent();
    }

    private Optional<Subnet> subnetOf(String address) {
        return subnets.stream()
                .filter(subnet -> subnet.prefixes().stream().anyMatch(prefix -> Prefixes.has(prefix, address)))
                .findFirst();
    }

    /** Tells whether the groups of both ends let a packet pass. */
    boolean lets(Probe packet) {
        return passes(packet.source(), false, packet) && passes(packet.destination(), true, packet);
    }

    private boolean passes(String own, boolean inbound, Probe packet) {
        String bySubnet = subnetOf(own).map(Subnet::group).orElse("");
        String byInterface = interfaces.stream()
                .filter(nic -> nic.addresses().contains(own))
                .map(Nic::group)
                .findFirst()
                .orElse("");
        return passes(bySubnet, packet, inbound) && passes(byInterface, packet, inbound);
    }

    private boolean passes(String group, Probe packet, boolean inbound) {
        if (group.isEmpty()) {
            return true;
        }
        List<SecurityRule> rules = new ArrayList<>(groups.getOrDefault(group, List.of()));
        rules.addAll(DEFAULTS);
        return rules.stream()
                .filter(rule -> rule.inbound() == inbound)
                .sorted(Comparator.comparing(SecurityRule::priority))
                .filter(rule -> matches(rule, packet))
                .findFirst()
                .orElseThrow()
                .allows();
    }

    private boolean matches(SecurityRule rule, Probe packet) {
        int protocol = packet.transport().protocol().number();
        boolean isProtocol = switch (rule.protocol()) {
            case "*" -> true;
            case "Tcp" -> protocol == 6;
            case "Udp" -> protocol == 17;
            case "Icmp" -> protocol == 1;
            case "Esp" -> protocol == 50;
            case "Ah" -> protocol == 51;
            default -> throw new AssertionError(rule.protocol());
        };
        boolean arePorts = !(packet.transport() instanceof PortTransport ports)
                || (AzureModel.isPort(rule.sourcePorts(), ports.sourcePorts().first())
                        && AzureModel.isPort(
                                rule.ports(), ports.destinationPorts().first()));
        return isProtocol
                && arePorts
                && isEnd(packet.source(), rule.sources())
                && isEnd(packet.destination(), rule.destinations());
    }

    private boolean isEnd(String address, List<String> ends) {
        return ends.stream().anyMatch(end -> {
            boolean inNetwork = Prefixes.has("10.0.0.0/16", address) || Prefixes.has("2001:db8::/47", address);
            return switch (end) {
                case "*" -> true;
                case "VirtualNetwork" -> inNetwork || address.equals(HOST);
                case "Internet" -> !inNetwork && !address.equals(HOST);
                case "AzureLoadBalancer" -> address.equals(HOST);
                default ->
                    end.startsWith("asg:")
                            ? interfaces.stream()
                                    .anyMatch(nic -> nic.addresses().contains(address)
                                            && nic.applicationGroups().contains(end.substring(4)))
                            : tags.containsKey(end)
                                    ? tags.getOrDefault(end, List.of()).stream()
                                            .anyMatch(prefix -> Prefixes.has(prefix, address))
                                    : Prefixes.has(end, address);
            };
        });
    }
}
