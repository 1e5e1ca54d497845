package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.List;
import java.util.Optional;

/** One rule of a listing. */
final class RuleListing {
    private static final ImmutableSet<String> YES = ImmutableSet.of("true", "1");
    private static final ImmutableSet<String> NO = ImmutableSet.of("false", "2", "0");
    private static final ImmutableSet<String> INBOUND = ImmutableSet.of("inbound", "1");
    private static final ImmutableSet<String> OUTBOUND = ImmutableSet.of("outbound", "2");
    private static final ImmutableSet<String> ALLOW = ImmutableSet.of("allow", "2");
    private static final ImmutableSet<String> BLOCK = ImmutableSet.of("block", "4");

    /** What these are worth where they ask for nothing. */
    private static final ImmutableSet<String> NOTHING = ImmutableSet.of("", "any", "notrequired", "0");

    private static final ImmutableSet<String> IN_FORCE =
            ImmutableSet.of("", "full", "enforced", "ok", "notapplicable", "1");

    /** Filters that a listing must tell of, for without them a rule would match more than it does. */
    private static final ImmutableList<String> FILTERS = ImmutableList.of(
            "Protocol",
            "LocalPort",
            "RemotePort",
            "LocalAddress",
            "RemoteAddress",
            "Program",
            "Package",
            "Service",
            "InterfaceAlias",
            "InterfaceType",
            "Authentication",
            "Encryption",
            "LocalUser",
            "RemoteUser",
            "RemoteMachine");

    /** Whom a rule is for on the host; whether something listens there that it is for, a listing does not tell. */
    private static final ImmutableSet<String> PROGRAMS = ImmutableSet.of("Program", "Service", "Package", "Owner");

    /** What is understood, or decides nothing. Whatever else a listing tells is not understood. */
    private static final ImmutableSet<String> KNOWN = ImmutableSet.<String>builder()
            .addAll(FILTERS.subList(0, 5))
            .add("IcmpType", "Name", "DisplayName", "Enabled", "Direction", "Action", "Profile", "EnforcementStatus")
            .add("RemoteDynamicKeywordAddresses", "OverrideBlockRules", "Description", "DisplayGroup", "Group")
            .add("RuleGroup", "InstanceID", "ID", "CreationClassName", "Caption", "ElementName", "PolicyStoreSource")
            .add("PolicyStoreSourceType", "EdgeTraversalPolicy", "PrimaryStatus", "Status")
            .build();

    private static final ImmutableSet<String> EVERY_PROFILE = ImmutableSet.of("", "any", "0", "7", "2147483647");
    private static final ImmutableSet<String> PROFILES = ImmutableSet.of("domain", "private", "public");

    private final Json.Obj rule;
    private final int number;
    private final Direction direction;

    RuleListing(Json.Obj rule, int number) {
        this.rule = rule;
        this.number = number;
        rule.require("Direction");
        if (Listing.is(rule, "Direction", INBOUND)) {
            direction = Direction.INBOUND;
        } else if (Listing.is(rule, "Direction", OUTBOUND)) {
            direction = Direction.OUTBOUND;
        } else {
            throw rule.require("Direction").error("Direction is neither Inbound nor Outbound");
        }
    }

    Direction direction() {
        return direction;
    }

    boolean isEnabled() {
        rule.require("Enabled");
        if (!Listing.is(rule, "Enabled", YES) && !Listing.is(rule, "Enabled", NO)) {
            throw rule.require("Enabled").error("Enabled is neither True nor False");
        }
        return Listing.is(rule, "Enabled", YES);
    }

    Action action() {
        rule.require("Action");
        if (Listing.is(rule, "Action", ALLOW)) {
            return Action.ALLOW;
        }
        if (Listing.is(rule, "Action", BLOCK)) {
            return Action.DENY;
        }
        throw rule.require("Action").error("Action is neither Allow nor Block");
    }

    /** Tells whether the rule goes before rules that block. */
    boolean overridesBlocks() {
        return Listing.is(rule, "OverrideBlockRules", YES);
    }

    /**
     * Returns the rule, empty if it is for addresses that the host does not have.
     *
     * @param uncertain what is known to be doubtful beforehand
     * @param trustsPrograms whether a rule that allows a program alone is taken to hold for whatever listens
     */
    Optional<ObservedRule> observed(AddressSet host, Uncertainties uncertain, boolean trustsPrograms) {
        boolean trusted = trustsPrograms && action() == Action.ALLOW;
        FILTERS.stream()
                .filter(key -> !rule.entries().containsKey(key) && !(trusted && PROGRAMS.contains(key)))
                .forEach(key -> uncertain.add("the listing does not tell " + key));
        ImmutableList<Transport> transports = TransportListing.of(rule, direction, uncertain);
        AddressSet local = AddressListing.of("LocalAddress", Listing.texts(rule, "LocalAddress"), uncertain)
                .intersection(host);
        AddressSet remote = remote(uncertain);
        for (String key : rule.entries().keySet()) {
            if (!(KNOWN.contains(key) || (trusted && PROGRAMS.contains(key)))) {
                condition(key, uncertain);
            }
        }
        profiles(uncertain);
        enforcement(uncertain);
        if (local.isEmpty()) {
            return Optional.empty();
        }
        Peers here = Peers.of(local);
        Peers there = Peers.of(remote);
        return Optional.of(new ObservedRule(
                trusted ? id() + trusting() : id(),
                action(),
                direction == Direction.INBOUND ? there : here,
                direction == Direction.INBOUND ? here : there,
                transports,
                uncertain.all()));
    }

    /** Keywords for addresses that Windows looks up stand beside those that the filter lists. */
    private AddressSet remote(Uncertainties uncertain) {
        List<String> keywords = Listing.texts(rule, "RemoteDynamicKeywordAddresses");
        if (!keywords.isEmpty()) {
            uncertain.add("RemoteDynamicKeywordAddresses is " + Uncertainties.quote(keywords));
            return AddressSet.any();
        }
        return AddressListing.of("RemoteAddress", Listing.texts(rule, "RemoteAddress"), uncertain);
    }

    private void condition(String key, Uncertainties uncertain) {
        List<String> values = Listing.texts(rule, key);
        if (!isNothing(values)) {
            uncertain.add(key + " is " + Uncertainties.quote(values));
        }
    }

    private void profiles(Uncertainties uncertain) {
        String profile = Ascii.toLowerCase(Listing.text(rule, "Profile"));
        boolean all = EVERY_PROFILE.contains(profile)
                || Splitter.on(',').trimResults().splitToList(profile).containsAll(PROFILES);
        if (!all || !rule.entries().containsKey("Profile")) {
            uncertain.add("Profile is " + Uncertainties.quote(List.of(Listing.text(rule, "Profile"))));
        }
    }

    private void enforcement(Uncertainties uncertain) {
        List<String> statuses = Listing.texts(rule, "EnforcementStatus");
        if (!statuses.stream().allMatch(status -> IN_FORCE.contains(Ascii.toLowerCase(status)))) {
            uncertain.add("EnforcementStatus is " + Uncertainties.quote(statuses));
        }
    }

    /** Returns whom the rule is for, which is trusted to be who listens; empty if it is for all. */
    private String trusting() {
        StringBuilder text = new StringBuilder();
        for (String key : PROGRAMS) {
            List<String> values = Listing.texts(rule, key);
            if (!isNothing(values)) {
                text.append(text.isEmpty() ? " for " : ", ")
                        .append(Ascii.toLowerCase(key))
                        .append(' ')
                        .append(Uncertainties.quote(values));
            }
        }
        return text.toString();
    }

    private static boolean isNothing(List<String> values) {
        return values.stream().allMatch(value -> NOTHING.contains(Ascii.toLowerCase(value)));
    }

    /** Returns the name, and what people call the rule. */
    String id() {
        String name = Listing.text(rule, "Name");
        String shown = Listing.text(rule, "DisplayName");
        String id = name.isBlank() ? "rule " + number : plain(name);
        return shown.isBlank() ? id : id + " (" + plain(shown) + ")";
    }

    private static String plain(String text) {
        return Excerpts.isPlain(text) ? text : Excerpts.quote(text);
    }
}
