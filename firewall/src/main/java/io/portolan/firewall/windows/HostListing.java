package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.json.JsonReader;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The firewall of a host as its listing tells it. */
public final class HostListing {
    private static final String NO_PROFILES = "the listing does not tell the profiles";

    private final Optional<Profiles> profiles;
    private final AddressSet host;
    private final boolean trustsPrograms;
    private final List<RuleListing> enabled = new ArrayList<>();
    private final Set<Direction> overridden = EnumSet.noneOf(Direction.class);

    /**
     * Takes a listing.
     *
     * @param listing the listing
     * @param host the addresses of the host
     * @param trustsPrograms whether rules that allow a program alone are taken to hold for whatever listens
     */
    public HostListing(Json.Obj listing, AddressSet host, boolean trustsPrograms) {
        this.host = host;
        this.trustsPrograms = trustsPrograms;
        Json.Obj root = listing;
        this.profiles = root.get("profiles").map(Profiles::new);
        int number = 0;
        for (Json.Obj each : Listing.objects(root.require("rules"))) {
            number++;
            RuleListing rule = new RuleListing(each, number);
            if (rule.isEnabled()) {
                enabled.add(rule);
                if (rule.overridesBlocks()) {
                    overridden.add(rule.direction());
                }
            }
        }
    }

    /**
     * Reads a listing of whatever form: the JSON of the script, the text of netsh, or strings of the registry.
     *
     * @param text the listing
     * @param host the addresses of the host
     * @param trustsPrograms whether rules that allow a program alone are taken to hold for whatever listens
     * @return the listing
     * @throws FirewallFormatException if it is none of these
     */
    public static HostListing read(String text, AddressSet host, boolean trustsPrograms) {
        Json.Obj listing;
        if (RegistryListing.looksLike(text)) {
            listing = RegistryListing.read(text);
        } else if (NetshListing.looksLike(text)) {
            listing = NetshListing.read(text);
        } else {
            listing = JsonReader.read(text).object();
            listing.require("profiles");
        }
        return new HostListing(listing, host, trustsPrograms);
    }

    /**
     * Returns the rules.
     *
     * @return rules of both directions, and what passes by default as rules at their end
     */
    public ObservedRules observed() {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        if (profiles.isEmpty() || !profiles.get().off().all()) {
            for (RuleListing rule : enabled) {
                observed(rule).ifPresent(rules::add);
            }
        }
        for (Direction direction : Direction.values()) {
            byDefault(direction).ifPresent(rules::add);
        }
        return new ObservedRules(Matching.DENY_WINS, Action.DENY, rules.build());
    }

    private Optional<ObservedRule> observed(RuleListing rule) {
        Uncertainties uncertain = new Uncertainties();
        if (rule.action() == Action.DENY && overridden.contains(rule.direction())) {
            uncertain.add("rules that allow secured connections go before it");
        }
        if (profiles.isEmpty()) {
            if (rule.action() == Action.DENY || rule.direction() == Direction.INBOUND) {
                uncertain.add(NO_PROFILES);
            }
        } else if (rule.action() == Action.DENY) {
            profiles.get()
                    .off()
                    .only()
                    .ifPresent(names -> uncertain.add("there is no firewall in the profiles " + names));
        } else if (rule.direction() == Direction.INBOUND) {
            Profiles.Share without = profiles.get().withoutInboundRules();
            if (without.all()) {
                return Optional.empty();
            }
            without.only()
                    .ifPresent(names -> uncertain.add("no inbound rule allows anything in the profiles " + names));
        }
        return rule.observed(host, uncertain, trustsPrograms);
    }

    private Optional<ObservedRule> byDefault(Direction direction) {
        if (profiles.isPresent() && !profiles.get().open(direction).some()) {
            return Optional.empty();
        }
        Optional<String> doubt = profiles.isEmpty()
                ? Optional.of(NO_PROFILES)
                : profiles.get().open(direction).only().map(names -> "it is so in the profiles " + names + " alone");
        Peers here = Peers.of(host);
        return Optional.of(new ObservedRule(
                "default " + direction.title(),
                Action.ALLOW,
                direction == Direction.INBOUND ? Peers.any() : here,
                direction == Direction.INBOUND ? here : Peers.any(),
                ImmutableList.of(),
                doubt));
    }
}
