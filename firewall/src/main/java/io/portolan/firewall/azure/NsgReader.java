package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.azure.NsgRules.Prioritized;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.Layer;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.firewall.cloud.SameRules;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads network security groups. */
public final class NsgReader {
    private final CloudOptions options;
    private final PolicySite site;
    private final Map<ListedNsg, NsgRules> rules = new LinkedHashMap<>();

    /**
     * Starts with what the text does not tell.
     *
     * @param options options
     */
    public NsgReader(CloudOptions options) {
        this.options = options;
        this.site = new PolicySite(options);
    }

    /**
     * Reads groups.
     *
     * @param listing one group, or several in an array, under {@code value}, or in a template
     * @return the rules
     * @throws FirewallFormatException if the text is none
     */
    public ObservedRules read(Json listing) {
        ImmutableList<ListedNsg> groups = ListedNsg.listOf(listing);
        NsgMembers members = new NsgMembers(groups, options);
        Tags tags = new Tags(options, site);
        EndReader ends = new EndReader(tags, members);
        for (ListedNsg group : groups) {
            String title = members.isOnlyOne(group)
                    ? group.title()
                    : group.resourceGroup()
                                    .map(own -> JsonFields.plain(own) + "/")
                                    .orElse("")
                            + group.title();
            rules.put(group, NsgRules.of(group, title, ends, tags));
        }
        Guards guards = new Guards(groups, options, members, site);
        List<Layer> layers = new ArrayList<>(unknown(guards));
        layers.addAll(known(guards));
        possible(guards, layers);
        AddressSet checked = AddressSet.none();
        for (Layer layer : layers) {
            checked = checked.union(layer.guarded());
        }
        ImmutableList<ObservedRule> elsewhere = ImmutableList.<ObservedRule>builder()
                .addAll(site.elsewhere(checked))
                .addAll(options.policy().isPresent() ? ImmutableList.of() : anywhere(guards))
                .build();
        return TwoSides.join(layers, elsewhere, site.otherwise());
    }

    private List<Layer> unknown(Guards guards) {
        List<Layer> layers = new ArrayList<>();
        AddressSet twice = guards.ofSeveralNetworks();
        ImmutableList.Builder<GuardRule> unknown = ImmutableList.builder();
        if (!twice.isEmpty()) {
            unknown.add(GuardRule.unknown(
                    "addresses in several subnets", twice, "in which subnet an address is that several have"));
        }
        unknown.addAll(
                site.unguarded(guards.guarded().union(guards.open()).union(twice), "network security group", ""));
        addLayer(layers, unknown.build());
        guards.lacking()
                .forEach((reason, addresses) -> addLayer(
                        layers, ImmutableList.of(GuardRule.unknown("subnets and interfaces", addresses, reason))));
        addLayer(
                layers,
                guards.open().isEmpty()
                        ? ImmutableList.of()
                        : ImmutableList.of(GuardRule.allow(
                                "no network security group", guards.open(), Peers.any(), PacketKinds.all())));
        return layers;
    }

    private static void addLayer(List<Layer> layers, ImmutableList<GuardRule> bothWays) {
        AddressSet guarded = AddressSet.none();
        for (GuardRule rule : bothWays) {
            guarded = guarded.union(rule.own());
        }
        if (!guarded.isEmpty()) {
            layers.add(new Layer(guarded, bothWays, bothWays));
        }
    }

    /** Groups that guard nothing in common are in one layer. */
    private List<Layer> known(Guards guards) {
        List<Map<ListedNsg, AddressSet>> layers = new ArrayList<>();
        List<AddressSet> guarded = new ArrayList<>();
        guards.known().forEach((group, own) -> {
            int layer = 0;
            while (layer < layers.size() && guarded.get(layer).intersects(own)) {
                layer++;
            }
            if (layer == layers.size()) {
                layers.add(new LinkedHashMap<>());
                guarded.add(AddressSet.none());
            }
            layers.get(layer).put(group, own);
            guarded.set(layer, guarded.get(layer).union(own));
        });
        List<Layer> known = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            known.add(new Layer(guarded.get(i), side(layers.get(i), true), side(layers.get(i), false)));
        }
        return known;
    }

    /** The rules that every group has come last in each, and so they may come after those of all groups. */
    private ImmutableList<GuardRule> side(Map<ListedNsg, AddressSet> layer, boolean inbound) {
        ImmutableList.Builder<GuardRule> side = ImmutableList.builder();
        Map<Integer, List<GuardRule>> defaults = new TreeMap<>();
        layer.forEach((group, own) -> {
            for (Prioritized rule : of(group, inbound, own)) {
                if (rule.isDefault()) {
                    defaults.computeIfAbsent(rule.priority(), first -> new ArrayList<>())
                            .add(rule.rule());
                } else {
                    side.add(rule.rule());
                }
            }
        });
        defaults.values().forEach(alike -> side.addAll(SameRules.merge(alike)));
        return side.build();
    }

    private List<Prioritized> of(ListedNsg group, boolean inbound, AddressSet own) {
        NsgRules known = rules.get(group);
        return known == null ? List.of() : known.of(inbound, own);
    }

    /** Groups that may guard addresses besides. */
    private void possible(Guards guards, List<Layer> layers) {
        List<GuardRule> inbound = new ArrayList<>();
        List<GuardRule> outbound = new ArrayList<>();
        AddressSet guarded = AddressSet.none();
        for (Map.Entry<ListedNsg, AddressSet> entry : guards.possible().entrySet()) {
            AddressSet own = entry.getValue();
            guarded = guarded.union(own);
            inbound.addAll(denials(entry.getKey(), true, own));
            outbound.addAll(denials(entry.getKey(), false, own));
        }
        if (!guarded.isEmpty()) {
            GuardRule rest = GuardRule.allow(GuardRule.WITHOUT_TRACE, guarded, Peers.any(), PacketKinds.all());
            layers.add(new Layer(
                    guarded,
                    ImmutableList.<GuardRule>builder().addAll(inbound).add(rest).build(),
                    ImmutableList.<GuardRule>builder()
                            .addAll(outbound)
                            .add(rest)
                            .build()));
        }
    }

    private List<GuardRule> denials(ListedNsg group, boolean inbound, AddressSet own) {
        List<GuardRule> all =
                of(group, inbound, own).stream().map(Prioritized::rule).toList();
        return PossibleDenials.of(group.title(), all, own, inbound, site.names());
    }

    /** What groups of which nobody knows whom they guard may allow wherever they are. */
    private ImmutableList<ObservedRule> anywhere(Guards guards) {
        ImmutableList.Builder<ObservedRule> anywhere = ImmutableList.builder();
        rules.forEach((group, own) -> {
            if (!guards.known().containsKey(group)) {
                for (boolean inbound : new boolean[] {true, false}) {
                    for (Prioritized each : own.of(inbound, AddressSet.any())) {
                        GuardRule rule = each.rule();
                        Peers ends = Peers.of(rule.own());
                        if (rule.action() == Action.ALLOW) {
                            anywhere.add(new ObservedRule(
                                    rule.id(),
                                    Action.ALLOW,
                                    inbound ? rule.others() : ends,
                                    inbound ? ends : rule.others(),
                                    rule.packets().transports(),
                                    ImmutableList.<String>builder()
                                            .addAll(rule.notUnderstood())
                                            .add("which addresses the network security group guards")
                                            .build()));
                        }
                    }
                }
            }
        });
        return anywhere.build();
    }
}
