package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.azure.Tags.Meaning;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of one network security group, in the order in which they decide, with those that Azure has by default. */
final class NsgRules {
    private static final int LAST_PRIORITY = 65_535;
    private static final int FIRST_DEFAULT = 65_000;

    private final List<Rule> rules = new ArrayList<>();
    private final Tags tags;

    private NsgRules(Tags tags) {
        this.tags = tags;
    }

    private record Rule(
            String id,
            int priority,
            boolean inbound,
            Action action,
            List<Meaning> sources,
            List<Meaning> destinations,
            List<RuleTraffic> traffic) {}

    /**
     * A rule for addresses that a group guards.
     *
     * @param priority the lowest decides
     * @param rule the rule
     */
    record Prioritized(int priority, GuardRule rule) {
        /** Tells whether every group has the rule. */
        boolean isDefault() {
            return priority >= FIRST_DEFAULT;
        }
    }

    /**
     * Reads the rules of a group.
     *
     * @throws FirewallFormatException if one is none
     */
    static NsgRules of(ListedNsg group, String title, EndReader ends, Tags tags) {
        NsgRules rules = new NsgRules(tags);
        group.rules().forEach(rule -> rules.add(title, rule, ends));
        rules.addDefaults(title);
        rules.rules.sort(Comparator.comparingInt(Rule::priority));
        return rules;
    }

    private void add(String title, Json.Obj rule, EndReader ends) {
        Json.Obj properties = JsonFields.properties(rule);
        String name = JsonFields.require(rule, "name").text();
        Action action = choice(JsonFields.require(properties, "access"), "Allow", "Deny") ? Action.ALLOW : Action.DENY;
        boolean allows = action == Action.ALLOW;
        rules.add(new Rule(
                title + " " + JsonFields.plain(name.substring(name.lastIndexOf('/') + 1)),
                JsonFields.require(properties, "priority").integer(0, LAST_PRIORITY),
                choice(JsonFields.require(properties, "direction"), "Inbound", "Outbound"),
                action,
                ends.read(properties, "source", allows),
                ends.read(properties, "destination", allows),
                RuleTraffic.of(properties)));
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

    /** Every group has these, listed or not. */
    private void addDefaults(String title) {
        List<Meaning> any = List.of(new Meaning(Peers.any(), Optional.empty()));
        List<Meaning> network = tags.of("VirtualNetwork", true);
        List<Meaning> balancer = tags.of("AzureLoadBalancer", true);
        List<Meaning> internet = tags.of("Internet", true);
        if (rules.stream().noneMatch(rule -> rule.inbound() && rule.priority() >= FIRST_DEFAULT)) {
            addDefault(title + " AllowVnetInBound", 65_000, true, Action.ALLOW, network, network);
            addDefault(title + " AllowAzureLoadBalancerInBound", 65_001, true, Action.ALLOW, balancer, any);
            addDefault(title + " DenyAllInBound", 65_500, true, Action.DENY, any, any);
        }
        if (rules.stream().noneMatch(rule -> !rule.inbound() && rule.priority() >= FIRST_DEFAULT)) {
            addDefault(title + " AllowVnetOutBound", 65_000, false, Action.ALLOW, network, network);
            addDefault(title + " AllowInternetOutBound", 65_001, false, Action.ALLOW, any, internet);
            addDefault(title + " DenyAllOutBound", 65_500, false, Action.DENY, any, any);
        }
    }

    private void addDefault(
            String id, int priority, boolean inbound, Action action, List<Meaning> from, List<Meaning> to) {
        RuleTraffic every = new RuleTraffic(PacketKinds.all(), Optional.empty());
        rules.add(new Rule(id, priority, inbound, action, from, to, List.of(every)));
    }

    /** Returns the rules of a direction for addresses that the group guards. */
    List<Prioritized> of(boolean inbound, AddressSet own) {
        List<Prioritized> all = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.inbound() == inbound) {
                add(rule, own, all);
            }
        }
        return all;
    }

    private static void add(Rule rule, AddressSet own, List<Prioritized> all) {
        for (Meaning here : rule.inbound() ? rule.destinations() : rule.sources()) {
            AddressSet guarded = here.peers().addresses().intersection(own);
            for (Meaning there :
                    guarded.isEmpty() ? List.<Meaning>of() : rule.inbound() ? rule.sources() : rule.destinations()) {
                for (RuleTraffic traffic : there.peers().isEmpty() ? List.<RuleTraffic>of() : rule.traffic()) {
                    ImmutableList.Builder<String> notUnderstood = ImmutableList.builder();
                    traffic.notUnderstood().ifPresent(notUnderstood::add);
                    here.notUnderstood().ifPresent(notUnderstood::add);
                    there.notUnderstood().ifPresent(notUnderstood::add);
                    all.add(new Prioritized(
                            rule.priority(),
                            new GuardRule(
                                    rule.id(),
                                    rule.action(),
                                    guarded,
                                    there.peers(),
                                    traffic.packets(),
                                    notUnderstood.build())));
                }
            }
        }
    }
}
