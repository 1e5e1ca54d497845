package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code netsh advfirewall firewall show rule name=all verbose} prints in English, and
 * {@code netsh advfirewall show allprofiles} beside it.
 *
 * <p>netsh does not print packages, so that a rule could be for one that seems to be for all. Without {@code verbose} it
 * prints neither programs nor services, nor what else a rule asks for.
 */
final class NetshListing {
    private static final CharMatcher BLANK = CharMatcher.whitespace();
    private static final Splitter LIST = Splitter.on(',').trimResults().omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(BLANK).omitEmptyStrings();
    private static final String RULE = "Rule Name:";
    private static final String PROFILE = " Profile Settings:";

    /** What netsh prints, and as what the listing for PowerShell has it. */
    private static final ImmutableMap<String, String> LISTS = ImmutableMap.of(
            "LocalIP", "LocalAddress",
            "RemoteIP", "RemoteAddress",
            "LocalPort", "LocalPort",
            "RemotePort", "RemotePort");

    private static final ImmutableMap<String, String> TEXTS = ImmutableMap.<String, String>builder()
            .put("Program", "Program")
            .put("Service", "Service")
            .put("Security", "Authentication")
            .put("RemoteComputerGroup", "RemoteMachine")
            .put("RemoteUserGroup", "RemoteUser")
            .buildOrThrow();

    private static final ImmutableSet<String> TOLD =
            ImmutableSet.of("Description", "Grouping", "Edge traversal", "Rule source");

    private final TextListing listing = new TextListing();
    private TextListing.@Nullable Draft rule;
    private TextListing.@Nullable Draft profile;
    private final List<String> types = new ArrayList<>();
    private boolean inTypes;

    private NetshListing() {}

    static boolean looksLike(String text) {
        return text.startsWith(RULE) || text.contains("\n" + RULE) || text.contains(PROFILE);
    }

    /**
     * Reads a listing.
     *
     * @throws FirewallFormatException if a line is not one that netsh prints
     */
    static Json.Obj read(String text) {
        NetshListing reader = new NetshListing();
        int number = 0;
        for (String line : Splitter.on('\n').split(text)) {
            number++;
            reader.line(number, BLANK.trimTrailingFrom(line));
        }
        reader.end();
        return reader.listing.object();
    }

    private void line(int number, String line) {
        if (line.startsWith(RULE)) {
            end();
            rule = new TextListing.Draft(number);
            rule.set(number, "Name", BLANK.trimFrom(line.substring(RULE.length())));
        } else if (line.endsWith(PROFILE)) {
            end();
            profile = new TextListing.Draft(number);
            profile.set(number, "Name", line.substring(0, line.length() - PROFILE.length()));
        } else if (rule != null) {
            rule(rule, number, line);
        } else if (profile != null) {
            profile(profile, number, line);
        }
    }

    private void rule(TextListing.Draft into, int number, String line) {
        if (line.isEmpty() || line.startsWith("---") || line.equals("Ok.")) {
            return;
        }
        if (BLANK.matches(line.charAt(0))) {
            continued(number, line);
            return;
        }
        inTypes = false;
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new FirewallFormatException(
                    number,
                    1,
                    "not a line of netsh: " + Excerpts.quote(line) + "; expected a name, a colon and a value");
        }
        String key = line.substring(0, colon);
        String value = BLANK.trimFrom(line.substring(colon + 1));
        if (LISTS.containsKey(key)) {
            into.set(number, LISTS.getOrDefault(key, key), LIST.splitToList(value));
        } else if (TEXTS.containsKey(key)) {
            into.set(number, TEXTS.getOrDefault(key, key), value);
        } else if (!TOLD.contains(key)) {
            other(into, number, key, value);
        }
    }

    private void other(TextListing.Draft into, int number, String key, String value) {
        switch (key) {
            case "Enabled" -> into.set(number, key, word(number, key, value, "Yes", "True", "No", "False"));
            case "Direction" -> into.set(number, key, word(number, key, value, "In", "Inbound", "Out", "Outbound"));
            case "Profiles" -> into.set(number, "Profile", value);
            case "Protocol" -> {
                into.set(number, key, value);
                inTypes = Ascii.toLowerCase(value).startsWith("icmp");
            }
            case "InterfaceTypes" -> into.set(number, "InterfaceType", value);
            case "Action" -> {
                if (value.equals("Bypass")) {
                    into.set(number, "OverrideBlockRules", "True");
                    into.setDefault("Authentication", "Bypass");
                }
                into.set(number, key, value.equals("Bypass") ? "Allow" : value);
            }
            // told as what it is, and so not understood
            default -> into.set(number, key, value);
        }
    }

    private static String word(
            int number, String key, String value, String first, String firstIs, String second, String secondIs) {
        if (value.equals(first)) {
            return firstIs;
        }
        if (value.equals(second)) {
            return secondIs;
        }
        throw new FirewallFormatException(
                number,
                1,
                key + " is " + Excerpts.quote(value) + "; expected " + first + " or " + second
                        + ", as netsh prints in English");
    }

    /** Types of ICMP stand below their protocol, under a heading. */
    private void continued(int number, String line) {
        List<String> words = WORDS.splitToList(line);
        if (inTypes && words.size() == 2) {
            if (!words.get(0).equals("Type")) {
                types.add(words.get(0).equals("Any") ? "Any" : words.get(0) + ":" + words.get(1));
            }
            return;
        }
        throw new FirewallFormatException(
                number,
                1,
                "not a line of netsh: " + Excerpts.quote(line.trim()) + "; expected a name, a colon and a value");
    }

    private void profile(TextListing.Draft into, int number, String line) {
        List<String> words = WORDS.splitToList(line);
        if (words.size() == 2 && words.get(0).equals("State")) {
            into.set(number, "Enabled", word(number, "State", words.get(1), "ON", "True", "OFF", "False"));
        } else if (words.size() == 3
                && words.get(0).equals("Firewall")
                && words.get(1).equals("Policy")) {
            policy(into, number, words.get(2));
        }
    }

    private static void policy(TextListing.Draft into, int number, String policy) {
        List<String> both = LIST.splitToList(policy);
        String inbound = both.isEmpty() ? "" : both.get(0);
        String outbound = both.size() < 2 ? "" : both.get(1);
        into.set(
                number,
                "DefaultInboundAction",
                switch (inbound) {
                    case "BlockInbound", "BlockInboundAlways" -> "Block";
                    case "AllowInbound" -> "Allow";
                    default ->
                        throw new FirewallFormatException(
                                number,
                                1,
                                "Firewall Policy is " + Excerpts.quote(policy)
                                        + "; expected such as BlockInbound,AllowOutbound");
                });
        into.set(
                number,
                "DefaultOutboundAction",
                word(number, "Firewall Policy", outbound, "AllowOutbound", "Allow", "BlockOutbound", "Block"));
        into.set(number, "AllowInboundRules", inbound.endsWith("Always") ? "False" : "True");
    }

    private void end() {
        if (rule != null) {
            if (!types.isEmpty()) {
                rule.set(rule.line(), "IcmpType", List.copyOf(types));
            }
            complete(rule);
            listing.addRule(rule);
        }
        if (profile != null) {
            listing.addProfile(profile);
        }
        types.clear();
        inTypes = false;
        rule = null;
        profile = null;
    }

    /** netsh leaves lines out that say nothing: those of programs and services if it is verbose, of ports for protocols without. */
    private static void complete(TextListing.Draft rule) {
        boolean verbose = rule.has("InterfaceType") && rule.has("Authentication");
        rule.setDefault("LocalPort", "Any");
        rule.setDefault("RemotePort", "Any");
        rule.setDefault("InterfaceAlias", "Any");
        rule.setDefault("Encryption", "NotRequired");
        rule.setDefault("LocalUser", "Any");
        if (verbose) {
            rule.setDefault("Program", "Any");
            rule.setDefault("Service", "Any");
            rule.setDefault("RemoteUser", "Any");
            rule.setDefault("RemoteMachine", "Any");
        }
    }
}
