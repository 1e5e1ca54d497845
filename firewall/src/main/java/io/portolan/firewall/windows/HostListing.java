package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.json.Json;
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
    private final Profiles profiles;
    private final AddressSet host;
    private final List<RuleListing> enabled = new ArrayList<>();
    private final Set<Direction> overridden = EnumSet.noneOf(Direction.class);

    /**
     * Takes a listing.
     *
     * @param listing the listing
     * @param host the addresses of the host
     */
    public HostListing(Json listing, AddressSet host) {
        this.host = host;
        Json.Obj root = listing.object();
        this.profiles = new Profiles(root.require("profiles"));
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
     * Returns the rules.
     *
     * @return rules of both directions, and what passes by default as rules at their end
     */
    public ObservedRules observed() {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        if (!profiles.off().all()) {
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
        Doubts doubts = new Doubts();
        if (rule.action() == Action.DENY) {
            profiles.off().only().ifPresent(names -> doubts.add("there is no firewall in the profiles " + names));
            if (overridden.contains(rule.direction())) {
                doubts.add("rules that allow secured connections go before it");
            }
        } else if (rule.direction() == Direction.INBOUND) {
            if (profiles.withoutInboundRules().all()) {
                return Optional.empty();
            }
            profiles.withoutInboundRules()
                    .only()
                    .ifPresent(names -> doubts.add("no inbound rule allows anything in the profiles " + names));
        }
        return rule.observed(host, doubts);
    }

    private Optional<ObservedRule> byDefault(Direction direction) {
        Profiles.Share open = profiles.open(direction);
        if (!open.some()) {
            return Optional.empty();
        }
        Peers here = Peers.of(host);
        return Optional.of(new ObservedRule(
                "default " + direction.title(),
                Action.ALLOW,
                direction == Direction.INBOUND ? Peers.any() : here,
                direction == Direction.INBOUND ? here : Peers.any(),
                ImmutableList.of(),
                open.only().map(names -> "it is so in the profiles " + names + " alone")));
    }
}
