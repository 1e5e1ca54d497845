package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that {@code nft -j list ruleset} prints. */
public final class NftListing {
    private static final int LAST_NUMBER = Integer.MAX_VALUE;

    /** Flags of tables that say nothing about packets. */
    private static final ImmutableSet<String> HARMLESS = ImmutableSet.of("owner", "persist");

    private static final String DORMANT = "dormant";

    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final List<NftBaseChain> chains = new ArrayList<>();
    private boolean helpers;

    private NftListing() {}

    private record TableName(String family, String name) {}

    /** What a table has, by name; rules by chain. */
    private static final class Table {
        private final NftSets sets = new NftSets();
        private final Map<String, List<Json.Obj>> rules = new LinkedHashMap<>();
        private Set<String> flags = Set.of();

        /** The flag cannot be read where nft 1.0.6 prints rubbish for it. */
        Optional<String> doubt() {
            return HARMLESS.containsAll(flags)
                    ? Optional.empty()
                    : Optional.of("the flags " + flags + " of the table, which may be dormant");
        }
    }

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
        listing.readAll(options);
        List<Step> steps = new ArrayList<>();
        for (Hook hook : Hooks.of(options)) {
            steps.addAll(listing.steps(hook, options));
        }
        return Hooks.observed(steps);
    }

    private void add(Json.Obj entry) {
        for (Map.Entry<String, Json> only : entry.entries().entrySet()) {
            switch (only.getKey()) {
                case "table" -> flags(only.getValue().object());
                case "set", "map" ->
                    table(only.getValue().object()).sets.add(only.getValue().object());
                case "chain" -> chain(only.getValue().object());
                case "rule" -> rule(only.getValue().object());
                default -> {
                    // counters, limits, helpers and the like decide nothing by themselves
                }
            }
        }
    }

    private void flags(Json.Obj table) {
        table.get("flags")
                .ifPresent(flags -> tables.computeIfAbsent(
                                        new TableName(
                                                table.require("family").text(),
                                                table.require("name").text()),
                                        first -> new Table())
                                .flags =
                        flags instanceof Json.Text || flags instanceof Json.Arr
                                ? NftTexts.of(flags)
                                : Set.of(flags.description()));
    }

    private Table table(Json.Obj of) {
        return tables.computeIfAbsent(tableName(of), first -> new Table());
    }

    private static TableName tableName(Json.Obj of) {
        return new TableName(of.require("family").text(), of.require("table").text());
    }

    private void chain(Json.Obj chain) {
        String name = chain.require("name").text();
        table(chain).rules.computeIfAbsent(name, first -> new ArrayList<>());
        NftBaseChain.of(chain).ifPresent(chains::add);
    }

    private void rule(Json.Obj rule) {
        Table table = table(rule);
        table.rules
                .computeIfAbsent(rule.require("chain").text(), first -> new ArrayList<>())
                .add(rule);
        rule.get("expr").ifPresent(expressions -> {
            for (Json expression : expressions.array()) {
                note(table, expression.object());
            }
        });
    }

    /** What a rule changes for others: sets, and what helpers may expect. */
    private void note(Table table, Json.Obj statement) {
        for (Map.Entry<String, Json> entry : statement.entries().entrySet()) {
            switch (entry.getKey()) {
                case "ct helper", "ct expectation" -> helpers = true;
                case "set", "map" -> {
                    Json.Obj update = entry.getValue().object();
                    for (String key : new String[] {"set", "map"}) {
                        update.get(key)
                                .filter(Json.Text.class::isInstance)
                                .map(Json::text)
                                .ifPresent(name -> table.sets.update(name.startsWith("@") ? name.substring(1) : name));
                    }
                }
                default -> {
                    // changes nothing for other rules
                }
            }
        }
    }

    /** Reads every rule once, so that a rule that is no rule is told even where no packet gets. */
    private void readAll(ReadOptions options) {
        Interfaces interfaces = new Interfaces(options.linux().interfaces());
        Context context = new Context(
                Hook.FORWARD,
                Context.Place.PASSING,
                Context.Tracking.AFTER,
                ImmutableList.of(),
                ImmutableList.of(),
                false,
                false,
                interfaces);
        for (Table table : tables.values()) {
            NftRules reader = new NftRules(table.sets, context);
            table.rules.values().forEach(rules -> read(reader, "", rules));
        }
    }

    private ImmutableList<Step> steps(Hook hook, ReadOptions options) {
        Region packets = Hooks.packets(hook, options);
        Passage passage = new Passage(packets, Hooks.own(options));
        Interfaces interfaces = new Interfaces(options.linux().interfaces());
        chains.stream()
                .filter(chain -> chain.rank(hook).isPresent())
                .sorted(Comparator.<NftBaseChain>comparingInt(
                                chain -> chain.rank(hook).orElseThrow())
                        .thenComparingInt(NftBaseChain::effectivePriority)
                        .thenComparingInt(NftBaseChain::priority))
                .forEach(chain -> add(passage, chain, packets, hook, interfaces));
        return passage.steps();
    }

    private void add(Passage passage, NftBaseChain chain, Region packets, Hook hook, Interfaces interfaces) {
        Table table = tables.getOrDefault(new TableName(chain.family(), chain.table()), new Table());
        if (table.flags.contains(DORMANT)) {
            return;
        }
        Context context = new Context(
                hook,
                Context.place(chain.hook(), hook),
                chain.tracking(),
                passage.untracked(),
                passage.arrivals(),
                helpers,
                passage.masquerades(),
                interfaces);
        Condition entering = chain.entering(context).and(Condition.of(packets));
        if (table.doubt().isPresent()) {
            entering = entering.and(Condition.unknown(table.doubt().get()));
        }
        if (!entering.isNever()) {
            Action policy = chain.policy();
            passage.add(
                    Flattener.flatten(new TableChains(table, chain, context), chain.name(), entering.pieces(), policy));
        }
    }

    /** The chains of a table as they are read at one place, each when packets get there. */
    private static final class TableChains implements Flattener.Chains {
        private final Table table;
        private final NftRules reader;
        private final String place;
        private final Map<String, ImmutableList<ChainRule>> read = new LinkedHashMap<>();

        TableChains(Table table, NftBaseChain base, Context context) {
            this.table = table;
            this.reader = new NftRules(table.sets, context);
            this.place = base.family() + " " + base.table() + " ";
        }

        @Override
        public boolean contains(String chain) {
            return table.rules.containsKey(chain);
        }

        @Override
        public ImmutableList<ChainRule> rules(String chain) {
            return read.computeIfAbsent(
                    chain, name -> NftListing.read(reader, place + name, table.rules.getOrDefault(name, List.of())));
        }
    }

    private static ImmutableList<ChainRule> read(NftRules reader, String place, List<Json.Obj> rules) {
        ImmutableList.Builder<ChainRule> read = ImmutableList.builder();
        for (Json.Obj rule : rules) {
            String handle = rule.get("handle")
                    .map(value -> " " + value.integer(0, LAST_NUMBER))
                    .orElse("");
            String comment = rule.get("comment")
                    .map(value -> " \"" + value.text() + "\"")
                    .orElse("");
            rule.get("expr").ifPresent(expr -> read.addAll(reader.read(place + handle + comment, expr)));
        }
        return read.build();
    }
}
