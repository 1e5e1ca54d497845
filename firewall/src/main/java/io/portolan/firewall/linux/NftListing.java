package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that {@code nft -j list ruleset} prints. */
public final class NftListing {
    private static final int LAST_PRIORITY = Integer.MAX_VALUE;

    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final List<BaseChain> chains = new ArrayList<>();

    private NftListing() {}

    private record TableName(String family, String name) {}

    /** What a table has, by name; rules by chain. */
    private static final class Table {
        private final Map<String, Json.Obj> sets = new LinkedHashMap<>();
        private final Map<String, Json.Obj> maps = new LinkedHashMap<>();
        private final Map<String, List<Json.Obj>> rules = new LinkedHashMap<>();
    }

    private record BaseChain(
            TableName table, String name, String hook, int priority, Action policy, Optional<String> device) {}

    /**
     * Returns the rules that decide what passes.
     *
     * @param json what nft printed
     * @param options whose firewall it is
     * @return the rules
     */
    public static ObservedRules read(Json json, ReadOptions options) {
        NftListing listing = new NftListing();
        for (Json entry : json.object().require("nftables").array()) {
            listing.add(entry.object());
        }
        List<Step> steps = new ArrayList<>();
        for (Hook hook : Hooks.of(options)) {
            steps.addAll(listing.steps(hook, Hooks.packets(hook, options)));
        }
        return Hooks.observed(steps);
    }

    private void add(Json.Obj entry) {
        for (Map.Entry<String, Json> only : entry.entries().entrySet()) {
            switch (only.getKey()) {
                case "set" -> named(only.getValue().object(), false);
                case "map" -> named(only.getValue().object(), true);
                case "chain" -> chain(only.getValue().object());
                case "rule" -> rule(only.getValue().object());
                default -> {
                    // tables without chains, counters, limits and the like decide nothing by themselves
                }
            }
        }
    }

    private Table table(Json.Obj of) {
        return tables.computeIfAbsent(tableName(of), first -> new Table());
    }

    private static TableName tableName(Json.Obj of) {
        return new TableName(of.require("family").text(), of.require("table").text());
    }

    private void named(Json.Obj set, boolean map) {
        Table table = table(set);
        (map ? table.maps : table.sets).put(set.require("name").text(), set);
    }

    private void chain(Json.Obj chain) {
        String name = chain.require("name").text();
        table(chain).rules.computeIfAbsent(name, first -> new ArrayList<>());
        if (chain.get("hook").isEmpty() || isNat(chain)) {
            return;
        }
        boolean drops =
                chain.get("policy").map(policy -> policy.text().equals("drop")).orElse(false);
        chains.add(new BaseChain(
                tableName(chain),
                name,
                chain.require("hook").text(),
                chain.get("prio")
                        .map(prio -> prio.integer(Integer.MIN_VALUE, LAST_PRIORITY))
                        .orElse(0),
                drops ? Action.DENY : Action.ALLOW,
                chain.get("dev").map(Json::description)));
    }

    /** Chains that translate addresses see the first packet of a connection alone, to change it. */
    private static boolean isNat(Json.Obj chain) {
        return chain.get("type").map(type -> type.text().equals("nat")).orElse(false);
    }

    private void rule(Json.Obj rule) {
        table(rule)
                .rules
                .computeIfAbsent(rule.require("chain").text(), first -> new ArrayList<>())
                .add(rule);
    }

    private ImmutableList<Step> steps(Hook hook, Region packets) {
        List<ImmutableList<Step>> lists = new ArrayList<>();
        for (String place : way(hook)) {
            chains.stream()
                    .filter(chain -> chain.hook().equals(place))
                    .filter(chain -> packets(chain).isPresent())
                    .sorted(Comparator.comparingInt(BaseChain::priority))
                    .forEach(chain -> lists.add(steps(chain, packets)));
        }
        return Hooks.inTurn(lists, packets);
    }

    /** The hooks that packets pass, one after the other. */
    private static ImmutableList<String> way(Hook hook) {
        return switch (hook) {
            case FORWARD -> ImmutableList.of("ingress", "prerouting", "forward", "postrouting", "egress");
            case INPUT -> ImmutableList.of("ingress", "prerouting", "input");
            case OUTPUT -> ImmutableList.of("output", "postrouting", "egress");
        };
    }

    /** The packets that a chain sees, none if its family is not one of addresses. */
    private static Optional<Region> packets(BaseChain chain) {
        return switch (chain.table().family()) {
            case "ip" -> Optional.of(Region.of(AddressSet.anyIpv4(), AddressSet.anyIpv4()));
            case "ip6" -> Optional.of(Region.of(AddressSet.anyIpv6(), AddressSet.anyIpv6()));
            case "inet", "netdev" -> Optional.of(Region.EVERYTHING);
            default -> Optional.empty();
        };
    }

    private ImmutableList<Step> steps(BaseChain chain, Region packets) {
        Region seen = packets(chain).orElseThrow().intersection(packets);
        Table table = tables.getOrDefault(chain.table(), new Table());
        String place = chain.table().family() + " " + chain.table().name() + " ";
        ImmutableMap.Builder<String, ImmutableList<ChainRule>> rules = ImmutableMap.builder();
        NftRules reader = new NftRules(table.sets, table.maps);
        table.rules.forEach((name, ofChain) -> rules.put(name, read(reader, place + name, ofChain)));
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (Step step : Flattener.flatten(rules.buildOrThrow(), chain.name(), seen, chain.policy())) {
            if (chain.device().isEmpty()) {
                steps.add(step);
            } else if (step.action() == Action.DENY) {
                // what a device lets pass goes on like what comes by another
                Optional<String> device = Optional.of("device " + chain.device().get());
                steps.add(new Step(
                        step.id(), step.region(), step.action(), Condition.join(device, step.notUnderstood())));
            }
        }
        for (Region unseen : packets.minus(seen)) {
            steps.add(new Step(Hooks.NO_CHAIN, unseen, Action.ALLOW, Optional.empty()));
        }
        if (chain.device().isPresent()) {
            steps.add(new Step(Hooks.NO_CHAIN, packets, Action.ALLOW, Optional.empty()));
        }
        return steps.build();
    }

    private static ImmutableList<ChainRule> read(NftRules reader, String place, List<Json.Obj> rules) {
        ImmutableList.Builder<ChainRule> read = ImmutableList.builder();
        for (Json.Obj rule : rules) {
            String handle = rule.get("handle")
                    .map(value -> " " + value.integer(0, LAST_PRIORITY))
                    .orElse("");
            String comment = rule.get("comment")
                    .map(value -> " \"" + value.text() + "\"")
                    .orElse("");
            rule.get("expr").ifPresent(expr -> read.addAll(reader.read(place + handle + comment, expr)));
        }
        return read.build();
    }
}
