package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads network security groups. */
public final class NsgReader {
    private static final int LAST_PRIORITY = 65_535;

    private final ImmutableMap<String, AddressSet> groups;
    private final List<ObservedRule> inbound = new ArrayList<>();
    private final List<ObservedRule> outbound = new ArrayList<>();
    private final List<ObservedRule> apart = new ArrayList<>();
    private AddressSet guarded = AddressSet.none();

    /**
     * Starts with what the text does not tell.
     *
     * @param groups addresses by the names of network and application security groups, and of service tags
     */
    public NsgReader(ImmutableMap<String, AddressSet> groups) {
        this.groups = groups;
    }

    private record Prioritized(int priority, boolean inbound, List<ObservedRule> rules) {}

    /**
     * Reads groups.
     *
     * @param json one, or several in an array
     * @return the rules
     * @throws FirewallFormatException if the text is none, or two groups guard the same addresses
     */
    public ObservedRules read(Json json) {
        ImmutableList<Json> all = json instanceof Json.Arr array ? array.values() : ImmutableList.of(json);
        for (Json each : all) {
            group(each.object());
        }
        return TwoSides.join(guarded, inbound, outbound, apart);
    }

    private void group(Json.Obj group) {
        String name = group.require("name").text();
        AddressSet own = groups.getOrDefault(name, AddressSet.none());
        if (own.intersects(guarded)) {
            throw group.error("another group guards some of the addresses, too; expected each address in one group");
        }
        Json.Obj properties = group.get("properties").map(Json::object).orElse(group);
        if (properties.get("securityRules").isEmpty()
                && properties.get("defaultSecurityRules").isEmpty()) {
            throw properties.error("the object has no securityRules; expected a network security group");
        }
        List<Prioritized> rules = new ArrayList<>();
        for (String key : List.of("securityRules", "defaultSecurityRules")) {
            for (Json rule : EndReader.list(properties, key)) {
                rules.add(rule(name, rule.object()));
            }
        }
        rules.sort(Comparator.comparingInt(Prioritized::priority));
        guarded = guarded.union(own);
        for (Prioritized rule : rules) {
            for (ObservedRule observed : rule.rules()) {
                if (own.isEmpty()) {
                    addUnguarded(observed);
                } else {
                    add(observed, rule.inbound(), own);
                }
            }
        }
    }

    /** The rules of a group are for what it guards alone. */
    private void add(ObservedRule rule, boolean in, AddressSet own) {
        Peers end = in ? rule.destinations() : rule.sources();
        Peers ownEnd = Peers.of(end.addresses().intersection(own));
        if (!ownEnd.isEmpty()) {
            (in ? inbound : outbound)
                    .add(new ObservedRule(
                            rule.id(),
                            rule.action(),
                            in ? rule.sources() : ownEnd,
                            in ? ownEnd : rule.destinations(),
                            rule.transports(),
                            rule.notUnderstood()));
        }
    }

    /** Nobody knows what the group guards: what it allows may pass. */
    private void addUnguarded(ObservedRule rule) {
        if (rule.action() == Action.ALLOW) {
            apart.add(new ObservedRule(
                    rule.id(),
                    rule.action(),
                    rule.sources(),
                    rule.destinations(),
                    rule.transports(),
                    Optional.of("which addresses the network security group guards")));
        }
    }

    private Prioritized rule(String group, Json.Obj rule) {
        Json.Obj properties = rule.get("properties").map(Json::object).orElse(rule);
        String id = plain(group) + " " + plain(rule.require("name").text());
        int priority = properties.require("priority").integer(0, LAST_PRIORITY);
        boolean inbound = choice(properties.require("direction"), "Inbound", "Outbound");
        Action action = choice(properties.require("access"), "Allow", "Deny") ? Action.ALLOW : Action.DENY;
        EndReader.End sources = new EndReader(groups).read(properties, "source");
        EndReader.End destinations = new EndReader(groups).read(properties, "destination");
        List<ObservedRule> observed = new ArrayList<>();
        for (RuleTraffic traffic : RuleTraffic.of(properties)) {
            Optional<String> notUnderstood =
                    traffic.notUnderstood().or(sources::notUnderstood).or(destinations::notUnderstood);
            Peers from = sources.peers();
            Peers to = destinations.peers();
            if (!from.isEmpty() && !to.isEmpty()) {
                observed.add(new ObservedRule(id, action, from, to, traffic.transports(), notUnderstood));
            }
        }
        return new Prioritized(priority, inbound, observed);
    }

    private static boolean choice(Json value, String yes, String no) {
        if (value.text().equalsIgnoreCase(yes)) {
            return true;
        }
        if (value.text().equalsIgnoreCase(no)) {
            return false;
        }
        throw value.error("expected " + yes + " or " + no + ", but found " + value.description());
    }

    private static String plain(String text) {
        return text.isBlank() || !Excerpts.isPlain(text) || text.length() > 255 ? Excerpts.quote(text) : text;
    }
}
