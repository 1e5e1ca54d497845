package io.portolan.firewall.windows;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rules as the registry and Group Policy keep them, one a line: {@code v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|...},
 * as {@code reg query} and {@code reg export} print them, with the profiles if the listing has their keys.
 *
 * <p>The fields are those of the Group Policy: Firewall and Advanced Security Data Structure, section 2.2.2.19.
 */
final class RegistryListing {
    private static final Pattern RULE = Pattern.compile("v\\d+\\.\\d+\\|.*\\|");
    private static final Pattern NAME = Pattern.compile("^\\s*\"?(.*?)\"?\\s*(?:=|REG_SZ)");
    private static final Pattern KEY = Pattern.compile("\\[?HKEY[^\\]]*\\\\([^\\\\\\]]+)\\]?\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*\"?(EnableFirewall|DefaultInboundAction|DefaultOutboundAction|DoNotAllowExceptions)\"?"
                    + "\\s*(?:=\\s*dword:|REG_DWORD\\s+0x)([0-9a-fA-F]{1,8})\\s*");
    private static final Splitter FIELDS = Splitter.on('|').omitEmptyStrings();
    private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();

    private static final ImmutableMap<String, String> PROFILES = ImmutableMap.of(
            "DomainProfile", "Domain",
            "StandardProfile", "Private",
            "PrivateProfile", "Private",
            "PublicProfile", "Public");

    /** Fields that may stand several times, and as what the listing for PowerShell has them. */
    private static final ImmutableMap<String, String> LISTS = ImmutableMap.<String, String>builder()
            .put("LPort", "LocalPort")
            .put("LPort2_10", "LocalPort")
            .put("RPort", "RemotePort")
            .put("RPort2_10", "RemotePort")
            .put("LA4", "LocalAddress")
            .put("LA6", "LocalAddress")
            .put("RA4", "RemoteAddress")
            .put("RA6", "RemoteAddress")
            .put("RA42", "RemoteAddress")
            .put("RA62", "RemoteAddress")
            .put("LA42", "LocalAddress")
            .put("LA62", "LocalAddress")
            .put("Profile", "Profile")
            .put("ICMP4", "IcmpType")
            .put("ICMP6", "IcmpType")
            .put("IF", "InterfaceAlias")
            .put("IFType", "InterfaceType")
            .buildOrThrow();

    private static final ImmutableMap<String, String> TEXTS = ImmutableMap.<String, String>builder()
            .put("App", "Program")
            .put("Svc", "Service")
            .put("AppPkgId", "Package")
            .put("LUAuth", "LocalUser")
            .put("RUAuth", "RemoteUser")
            .put("RMauth", "RemoteMachine")
            .put("LUOwn", "Owner")
            .put("Name", "DisplayName")
            .buildOrThrow();

    private static final ImmutableSet<String> TOLD =
            ImmutableSet.of("Desc", "EmbedCtxt", "Edge", "Defer", "Action", "Active", "Dir", "Protocol");

    /** Filters that a rule has where it does not say otherwise. */
    private static final ImmutableList<String> FILTERS = ImmutableList.of(
            "LocalPort",
            "RemotePort",
            "LocalAddress",
            "RemoteAddress",
            "Program",
            "Package",
            "Service",
            "InterfaceAlias",
            "InterfaceType",
            "LocalUser",
            "RemoteUser",
            "RemoteMachine",
            "Profile");

    private final TextListing listing = new TextListing();
    private TextListing.@Nullable Draft profile;

    private RegistryListing() {}

    static boolean looksLike(String text) {
        // profiles without a rule
        if (text.stripLeading().startsWith("HKEY_") || text.startsWith("Windows Registry Editor")) {
            return true;
        }
        int action = text.indexOf("|Action=");
        return action > 0 && text.lastIndexOf('v', action) >= Math.max(0, action - 8);
    }

    /**
     * Reads a listing.
     *
     * @throws FirewallFormatException if a rule lacks what every rule has, or has a field twice that stands once
     */
    static Json.Obj read(String text) {
        RegistryListing reader = new RegistryListing();
        int number = 0;
        for (String line : Splitter.on('\n').split(text)) {
            number++;
            reader.line(number, line);
        }
        reader.endProfile();
        return reader.listing.object();
    }

    private void line(int number, String line) {
        Matcher rule = RULE.matcher(line);
        if (rule.find()) {
            rule(number, line.substring(0, rule.start()), rule.group());
            return;
        }
        Matcher key = KEY.matcher(line);
        if (key.matches()) {
            endProfile();
            String name = PROFILES.get(key.group(1));
            if (name != null) {
                profile = new TextListing.Draft(number);
                profile.set(number, "Name", name);
            }
            return;
        }
        Matcher value = NUMBER.matcher(line);
        if (profile != null && value.matches()) {
            profile(profile, number, value.group(1), Integer.parseUnsignedInt(value.group(2), 16));
        }
    }

    private static void profile(TextListing.Draft into, int line, String name, int value) {
        if (value != 0 && value != 1) {
            throw new FirewallFormatException(line, 1, name + " is " + value + "; expected 0 or 1");
        }
        switch (name) {
            case "EnableFirewall" -> into.set(line, "Enabled", value == 1 ? "True" : "False");
            case "DoNotAllowExceptions" -> into.set(line, "AllowInboundRules", value == 1 ? "False" : "True");
            default -> into.set(line, name, value == 1 ? "Block" : "Allow");
        }
    }

    private void endProfile() {
        if (profile != null) {
            profile.setDefault("Enabled", "True");
            profile.setDefault("DefaultInboundAction", "NotConfigured");
            profile.setDefault("DefaultOutboundAction", "NotConfigured");
            listing.addProfile(profile);
            profile = null;
        }
    }

    private void rule(int number, String before, String text) {
        TextListing.Draft rule = new TextListing.Draft(number);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Map<String, String> once = new LinkedHashMap<>();
        for (String field : FIELDS.split(text)) {
            int equals = field.indexOf('=');
            if (equals < 0) {
                if (!field.startsWith("v")) {
                    once.put(field, "");
                }
                continue;
            }
            String key = field.substring(0, equals);
            String value = field.substring(equals + 1);
            String list = LISTS.get(key);
            if (list != null) {
                lists.computeIfAbsent(list, first -> new ArrayList<>()).addAll(LIST.splitToList(value));
            } else if (once.putIfAbsent(key, value) != null) {
                throw new FirewallFormatException(
                        number, 1, "a rule has " + Excerpts.quote(key) + " twice; expected it once");
            }
        }
        Matcher name = NAME.matcher(before);
        if (name.find() && !name.group(1).isBlank()) {
            rule.set(number, "Name", name.group(1));
        }
        lists.forEach((key, values) -> {
            if (key.equals("Profile") || key.equals("InterfaceType")) {
                rule.set(number, key, String.join(",", values));
            } else {
                rule.set(number, key, values);
            }
        });
        once.forEach((key, value) -> {
            String known = TEXTS.get(key);
            if (known != null) {
                rule.set(number, known, value);
            } else if (!TOLD.contains(key)) {
                rule.set(number, key, value.isEmpty() ? "set" : value);
            }
        });
        required(rule, number, once);
        FILTERS.forEach(filter -> rule.setDefault(filter, filter.equals("Package") ? "" : "Any"));
        boolean secured = once.keySet().stream().anyMatch(key -> key.startsWith("Security"));
        rule.setDefault("Authentication", secured ? "Required" : "NotRequired");
        rule.setDefault("Encryption", "NotRequired");
        listing.addRule(rule);
    }

    private static void required(TextListing.Draft rule, int number, Map<String, String> fields) {
        rule.set(number, "Enabled", one(fields, number, "Active", "TRUE", "True", "FALSE", "False"));
        rule.set(number, "Direction", one(fields, number, "Dir", "In", "Inbound", "Out", "Outbound"));
        String action = fields.getOrDefault("Action", "");
        if (action.equals("ByPass")) {
            rule.set(number, "Action", "Allow");
            rule.set(number, "OverrideBlockRules", "True");
            rule.set(number, "Authentication", "Bypass");
        } else {
            rule.set(number, "Action", one(fields, number, "Action", "Allow", "Allow", "Block", "Block"));
        }
        rule.set(number, "Protocol", fields.getOrDefault("Protocol", "Any"));
    }

    private static String one(
            Map<String, String> fields,
            int number,
            String key,
            String first,
            String is,
            String second,
            String otherwise) {
        String value = fields.getOrDefault(key, "");
        if (value.equalsIgnoreCase(first)) {
            return is;
        }
        if (value.equalsIgnoreCase(second)) {
            return otherwise;
        }
        throw new FirewallFormatException(
                number, 1, "a rule has " + key + " " + Excerpts.quote(value) + "; expected " + first + " or " + second);
    }
}
