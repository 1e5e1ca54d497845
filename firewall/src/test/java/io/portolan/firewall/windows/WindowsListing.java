package io.portolan.firewall.windows;

import io.portolan.net.IcmpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Rules and profiles of a host, what becomes of a packet by Microsoft's account of them, and how they are listed.
 *
 * <p>A rule that blocks goes before all that allow; what none matches falls to the default of the profile that is in force,
 * which nobody knows. A rule for a program matches only what that program listens for.
 */
final class WindowsListing {
    private static final List<String> PROFILES = List.of("Domain", "Private", "Public");

    private final List<Map<String, String>> rules = new ArrayList<>();
    private final Map<String, Boolean> open = new LinkedHashMap<>();
    private final Map<String, Boolean> on = new LinkedHashMap<>();

    WindowsListing() {
        PROFILES.forEach(profile -> {
            open.put(profile, false);
            on.put(profile, true);
        });
    }

    /** Adds a rule that allows what a rule of the policy does. */
    void allow(Rule rule, boolean inbound) {
        AddressSet remote = (inbound ? rule.sources() : rule.destinations()).addresses();
        if (remote.isEmpty()) {
            return;
        }
        Map<String, String> values = values(inbound, "Allow");
        values.put("Protocol", Integer.toString(rule.transport().protocol().number()));
        // Windows takes no prefix of length 0
        values.put(
                "RemoteAddress",
                remote.isAny()
                        ? "Any"
                        : remote.toString()
                                .replace("0.0.0.0/0", "0.0.0.0/1,128.0.0.0/1")
                                .replace("::/0", "::/1,8000::/1"));
        if (rule.transport() instanceof PortTransport ports) {
            values.put("LocalPort", text(inbound ? ports.destinationPorts() : ports.sourcePorts()));
            values.put("RemotePort", text(inbound ? ports.sourcePorts() : ports.destinationPorts()));
        }
        if (rule.transport() instanceof IcmpTransport icmp && icmp.type().isPresent()) {
            values.put(
                    "IcmpType",
                    icmp.type().getAsInt()
                            + ":"
                            + (icmp.code().isPresent()
                                    ? Integer.toString(icmp.code().getAsInt())
                                    : "*"));
        }
        rules.add(values);
    }

    private static String text(PortSet ports) {
        return ports.equals(PortSet.all()) ? "Any" : ports.toString();
    }

    private static Map<String, String> values(boolean inbound, String action) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Direction", inbound ? "Inbound" : "Outbound");
        values.put("Action", action);
        values.put("Enabled", "True");
        values.put("Profile", "Domain,Private,Public");
        values.put("Protocol", "Any");
        for (String key : List.of("LocalPort", "RemotePort", "LocalAddress", "RemoteAddress", "Program", "Service")) {
            values.put(key, "Any");
        }
        values.put("InterfaceType", "Any");
        values.put("Authentication", "NotRequired");
        return values;
    }

    void mutate(Random random) {
        int at = rules.isEmpty() ? -1 : random.nextInt(rules.size());
        Map<String, String> rule = at < 0 ? values(true, "Allow") : rules.get(at);
        switch (random.nextInt(14)) {
            case 0 -> rules.remove(rule);
            case 1 -> rule.put("Action", "Block");
            case 2 -> rule.put("Enabled", "False");
            case 3 -> rule.put("Profile", "Domain");
            case 4 -> rule.put("Program", "C:\\app.exe");
            case 5 -> rule.put("Service", "spooler");
            case 6 -> rule.put("InterfaceType", "Wireless");
            case 7 -> rule.put("RemoteAddress", random.nextBoolean() ? "Any" : "10.0.0.0/28");
            case 8 -> rule.put("LocalPort", isPorted(rule) ? "100-1000" : "Any");
            case 9 -> rule.put("Authentication", "Authenticate");
            case 10 -> open.put(PROFILES.get(random.nextInt(3)), true);
            case 11 -> on.put(PROFILES.get(random.nextInt(3)), false);
            case 12 -> rules.add(values(random.nextBoolean(), "Allow"));
            default -> {
                Map<String, String> block = values(random.nextBoolean(), "Block");
                block.put("Protocol", random.nextBoolean() ? "6" : "17");
                block.put("LocalPort", random.nextBoolean() ? "443" : "0-2000");
                rules.add(block);
            }
        }
    }

    private static String get(Map<String, String> rule, String key) {
        return rule.getOrDefault(key, "Any");
    }

    private static boolean isPorted(Map<String, String> rule) {
        return Set.of("6", "17").contains(get(rule, "Protocol"));
    }

    /** Returns what may become of a packet. */
    Set<Boolean> outcomes(Sample packet, boolean arriving, boolean trusting) {
        Set<Boolean> outcomes = new LinkedHashSet<>();
        for (String profile : PROFILES) {
            if (!on.getOrDefault(profile, true)) {
                outcomes.add(true);
                continue;
            }
            boolean otherwise = !arriving || open.getOrDefault(profile, false);
            outcomes.addAll(outcomes(profile, packet, arriving, trusting, otherwise));
        }
        return outcomes;
    }

    private Set<Boolean> outcomes(
            String profile, Sample packet, boolean arriving, boolean trusting, boolean otherwise) {
        boolean allowed = false;
        boolean maybeAllowed = false;
        boolean maybeBlocked = false;
        for (Map<String, String> rule : rules) {
            if (!matches(rule, profile, packet, arriving)) {
                continue;
            }
            boolean allows = get(rule, "Action").equals("Allow");
            boolean depends = !get(rule, "InterfaceType").equals("Any")
                    || !get(rule, "Authentication").equals("NotRequired")
                    || (!(trusting && allows)
                            && !(get(rule, "Program").equals("Any")
                                    && get(rule, "Service").equals("Any")));
            if (!allows && !depends) {
                return Set.of(false);
            }
            allowed |= allows && !depends;
            maybeAllowed |= allows && depends;
            maybeBlocked |= !allows;
        }
        Set<Boolean> outcomes = new LinkedHashSet<>();
        outcomes.add(allowed || otherwise);
        if (maybeAllowed) {
            outcomes.add(true);
        }
        if (maybeBlocked) {
            outcomes.add(false);
        }
        return outcomes;
    }

    private static boolean matches(Map<String, String> rule, String profile, Sample packet, boolean arriving) {
        if (!get(rule, "Enabled").equals("True")
                || !get(rule, "Profile").contains(profile)
                || get(rule, "Direction").equals("Inbound") != arriving) {
            return false;
        }
        String protocol =
                get(rule, "Protocol").equals("Any") ? Integer.toString(packet.protocol()) : get(rule, "Protocol");
        List<String> types = list(rule.getOrDefault("IcmpType", "Any")).stream()
                .map(type -> type.endsWith(":*") ? type.substring(0, type.length() - 2) : type)
                .toList();
        return new FilteredRule(
                        arriving,
                        protocol,
                        types,
                        list(get(rule, "LocalPort")),
                        list(get(rule, "RemotePort")),
                        list(get(rule, "LocalAddress")),
                        list(get(rule, "RemoteAddress")))
                .matches(packet, arriving);
    }

    private static List<String> list(String text) {
        return text.equals("Any") ? List.of() : List.of(text.split(",", -1));
    }

    /** Returns the listing of the script for PowerShell. */
    String json() {
        StringBuilder text = new StringBuilder("{\"profiles\":[");
        PROFILES.forEach(profile -> text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                .append("{\"Name\":\"" + profile + "\",\"Enabled\":\""
                        + (on.getOrDefault(profile, true) ? "True" : "False")
                        + "\",\"DefaultInboundAction\":\"" + (open.getOrDefault(profile, false) ? "Allow" : "Block")
                        + "\",\"DefaultOutboundAction\":\"NotConfigured\",\"AllowInboundRules\":\"True\"}"));
        text.append("],\"rules\":[");
        for (int i = 0; i < rules.size(); i++) {
            text.append(i == 0 ? "{" : ",{").append("\"Name\":\"r" + i + "\"");
            rules.get(i).forEach((key, value) -> {
                boolean list = key.endsWith("Port") || key.endsWith("Address");
                String json = '"' + value.replace("\\", "\\\\") + '"';
                text.append(",\"" + key + "\":" + (list ? "[" + json.replace(",", "\",\"") + "]" : json));
            });
            text.append(
                    ",\"Package\":\"\",\"InterfaceAlias\":\"Any\",\"Encryption\":\"NotRequired\",\"LocalUser\":\"Any\","
                            + "\"RemoteUser\":\"Any\",\"RemoteMachine\":\"Any\"}");
        }
        return text.append("]}").toString();
    }

    /** Returns what netsh prints. */
    String netsh() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules.size(); i++) {
            Map<String, String> rule = rules.get(i);
            row(text.append('\n'), "Rule Name", "r" + i);
            text.append("-".repeat(70)).append('\n');
            row(text, "Enabled", get(rule, "Enabled").equals("True") ? "Yes" : "No");
            row(text, "Direction", get(rule, "Direction").equals("Inbound") ? "In" : "Out");
            row(text, "Profiles", get(rule, "Profile"));
            row(text, "Grouping", "");
            row(text, "LocalIP", get(rule, "LocalAddress"));
            row(text, "RemoteIP", get(rule, "RemoteAddress"));
            String protocol = get(rule, "Protocol");
            row(
                    text,
                    "Protocol",
                    Map.of("6", "TCP", "17", "UDP", "1", "ICMPv4", "58", "ICMPv6")
                            .getOrDefault(protocol, protocol));
            if (rule.containsKey("IcmpType")) {
                text.append(" ".repeat(38)).append("Type    Code\n");
                text.append(" ".repeat(38))
                        .append(get(rule, "IcmpType").replace(":*", ":Any").replace(":", "       "))
                        .append(" \n");
            }
            if (isPorted(rule)) {
                row(text, "LocalPort", get(rule, "LocalPort"));
                row(text, "RemotePort", get(rule, "RemotePort"));
            }
            row(text, "Edge traversal", "No");
            if (!get(rule, "Program").equals("Any")) {
                row(text, "Program", get(rule, "Program"));
            }
            if (!get(rule, "Service").equals("Any")) {
                row(text, "Service", get(rule, "Service"));
            }
            row(text, "InterfaceTypes", get(rule, "InterfaceType"));
            row(text, "Security", get(rule, "Authentication"));
            row(text, "Rule source", "Local Setting");
            row(text, "Action", get(rule, "Action"));
        }
        text.append("Ok.\n\n");
        PROFILES.forEach(profile -> text.append(profile + " Profile Settings: \n" + "-".repeat(70) + "\nState"
                + " ".repeat(33) + (on.getOrDefault(profile, true) ? "ON" : "OFF") + "\nFirewall Policy"
                + " ".repeat(23)
                + (open.getOrDefault(profile, false) ? "AllowInbound" : "BlockInbound") + ",AllowOutbound\n"
                + "LocalFirewallRules                    N/A (GPO-store only)\n\n"));
        return text.append("Ok.\n").toString().replace("\n", "\r\n");
    }

    private static void row(StringBuilder text, String key, String value) {
        text.append(String.format("%-38s%s", key + ":", value)).append('\n');
    }

    /** Returns what {@code reg query} prints. */
    String registry() {
        String key =
                "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\";
        StringBuilder text = new StringBuilder("\n");
        PROFILES.forEach(profile -> text.append(key)
                .append(profile.equals("Private") ? "Standard" : profile)
                .append("Profile\n    EnableFirewall    REG_DWORD    0x" + (on.getOrDefault(profile, true) ? 1 : 0)
                        + "\n    DefaultInboundAction    REG_DWORD    0x" + (open.getOrDefault(profile, false) ? 0 : 1)
                        + "\n\n"));
        text.append(key).append("FirewallRules\n");
        for (int i = 0; i < rules.size(); i++) {
            Map<String, String> rule = rules.get(i);
            text.append("    r" + i + "    REG_SZ    v2.31|Action=" + get(rule, "Action") + "|Active="
                    + (get(rule, "Enabled").equals("True") ? "TRUE" : "FALSE") + "|Dir="
                    + (get(rule, "Direction").equals("Inbound") ? "In" : "Out") + "|");
            if (!get(rule, "Protocol").equals("Any")) {
                text.append("Protocol=" + get(rule, "Protocol") + "|");
            }
            if (!get(rule, "Profile").contains("Public")) {
                fields(text, "Profile", get(rule, "Profile"));
            }
            fields(
                    text,
                    rule.getOrDefault("LocalPort", "Any").contains("-") ? "LPort2_10" : "LPort",
                    get(rule, "LocalPort"));
            fields(
                    text,
                    rule.getOrDefault("RemotePort", "Any").contains("-") ? "RPort2_10" : "RPort",
                    get(rule, "RemotePort"));
            for (String address : list(get(rule, "RemoteAddress"))) {
                text.append(address.indexOf(':') < 0 ? "RA4=" : "RA6=")
                        .append(address)
                        .append('|');
            }
            fields(text, get(rule, "Protocol").equals("58") ? "ICMP6" : "ICMP4", rule.getOrDefault("IcmpType", "Any"));
            fields(text, "App", get(rule, "Program"));
            fields(text, "Svc", get(rule, "Service"));
            fields(text, "IFType", get(rule, "InterfaceType"));
            if (!get(rule, "Authentication").equals("NotRequired")) {
                text.append("Security=Authenticate|");
            }
            text.append("Name=Rule ").append(i).append("|Desc=made for a test|EmbedCtxt=tests|\n");
        }
        return text.toString();
    }

    private static void fields(StringBuilder text, String key, String values) {
        for (String value : list(values)) {
            text.append(key).append('=').append(value).append('|');
        }
    }
}
