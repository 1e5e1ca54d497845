package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Masquerade;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.ChainRule.Unknown;
import io.portolan.firewall.linux.ChainRule.Untrack;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a table of nftables, as they hold at a place. */
final class NftRules {
    /** Statements after which a packet goes on as it was, as far as is asked here. */
    private static final ImmutableSet<String> PASSING = ImmutableSet.of(
            "counter", "log", "ct helper", "ct timeout", "secmark", "dup", "last", "comment", "continue");

    /**
     * Statements that go on for some packets and end the rule for others, for reasons that packets do not show: flow goes on
     * for known connections alone.
     */
    private static final ImmutableSet<String> LIMITING =
            ImmutableSet.of("limit", "quota", "ct count", "ct expectation", "flow", "reset", "optstrip");

    private static final ImmutableSet<String> TARGETS =
            ImmutableSet.of("dnat", "redirect", "tproxy", "fwd", "synproxy");

    /** What a rule can set without that it may end there. */
    private static final ImmutableSet<String> SAFE = ImmutableSet.of("numgen", "jhash", "symhash");

    private final NftSets sets;
    private final NftMatches matches;

    NftRules(NftSets sets, Context context) {
        this.sets = sets;
        this.matches = new NftMatches(sets, context);
    }

    /** Returns what a rule decides or changes: nothing, one thing, or one thing for each entry of a map. */
    ImmutableList<ChainRule> read(String id, Json expressions) {
        Condition condition = Condition.ALWAYS;
        ImmutableList.Builder<ChainRule> rules = ImmutableList.builder();
        for (Json expression : expressions.array()) {
            Json.Obj statement = expression.object();
            if (statement.entries().size() != 1) {
                throw expression.error("a statement has one key, but found "
                        + statement.entries().size());
            }
            Map.Entry<String, Json> only =
                    statement.entries().entrySet().iterator().next();
            String key = only.getKey();
            if (key.equals("match")) {
                condition = condition.and(matches.match(only.getValue().object()));
                continue;
            }
            if (key.equals("vmap")) {
                return rules.addAll(vmap(id, condition, only.getValue().object()))
                        .build();
            }
            condition = condition.and(lookups(only.getValue()));
            if (key.equals("notrack")) {
                rules.add(new ChainRule(id, condition, new Untrack()));
                continue;
            }
            Optional<Outcome> end = end(statement);
            if (end.isPresent()) {
                return rules.add(new ChainRule(id, condition, end.get())).build();
            }
            condition = condition.and(going(key, only.getValue()));
            if (key.equals("xt")) {
                Optional<Outcome> target = NftExtensions.target(only.getValue());
                if (target.isPresent()) {
                    rules.add(new ChainRule(id, condition, target.get()));
                    if (!(target.get() instanceof Untrack)) {
                        return rules.build();
                    }
                }
            }
        }
        return rules.build();
    }

    /** What a statement that decides nothing asks for so that the rule goes on. */
    private Condition going(String key, Json value) {
        if (PASSING.contains(key)) {
            return Condition.ALWAYS;
        }
        return switch (key) {
            case "set", "map" -> update(value);
            case "meter" ->
                (value instanceof Json.Obj meter && meter.get("key").isPresent()
                                ? matches.domain(NftMatches.bare(meter.require("key")))
                                : Condition.ALWAYS)
                        .and(Condition.unknown(key));
            case "mangle" -> set(value);
            case "xt" -> NftExtensions.match(value);
            default -> LIMITING.contains(key) ? Condition.unknown(key) : Condition.unknown("the statement " + key);
        };
    }

    /** An update goes on if the packet has the key, there is room, and limits within the statement hold. */
    private Condition update(Json value) {
        Json.Obj update = value.object();
        Condition condition = update.get("elem").isPresent()
                ? matches.domain(NftMatches.bare(update.require("elem")))
                : Condition.ALWAYS;
        String name = update.get("set")
                .or(() -> update.get("map"))
                .filter(Json.Text.class::isInstance)
                .map(Json::text)
                .orElse("");
        if (update.get("stmt").isPresent()) {
            return condition.and(Condition.unknown("a statement within the set " + name));
        }
        return sets.mayBeFull(name.startsWith("@") ? name.substring(1) : name)
                ? condition.and(Condition.unknown("whether the set " + name + " is full"))
                : condition;
    }

    private static Condition set(Json value) {
        return isSafe(value.object().require("value")) ? Condition.ALWAYS : Condition.unknown("what mangle reads");
    }

    /** Constants, marks of packets, and what is calculated from these are always there. */
    private static boolean isSafe(Json value) {
        if (!(value instanceof Json.Obj object)) {
            return !(value instanceof Json.Arr array) || array.values().stream().allMatch(NftRules::isSafe);
        }
        return object.entries().entrySet().stream().allMatch(entry -> switch (entry.getKey()) {
            case "meta" ->
                entry.getValue() instanceof Json.Obj meta
                        && meta.get("key").orElse(meta) instanceof Json.Text key
                        && (key.value().equals("mark") || key.value().equals("priority"));
            case "|", "&", "^", "<<", ">>" -> isSafe(entry.getValue());
            case "map" -> true; // asked for by what looks it up
            default -> SAFE.contains(entry.getKey());
        });
    }

    /** A rule ends where a map that it looks up has no entry. */
    private Condition lookups(Json value) {
        if (value instanceof Json.Arr array) {
            Condition condition = Condition.ALWAYS;
            for (Json each : array.values()) {
                condition = condition.and(lookups(each));
            }
            return condition;
        }
        if (!(value instanceof Json.Obj object)) {
            return Condition.ALWAYS;
        }
        if (object.get("map").orElse(object) instanceof Json.Obj map
                && map.get("key").isPresent()
                && map.get("data").isPresent()) {
            return hits(map.require("key"), map.require("data"));
        }
        Condition condition = Condition.ALWAYS;
        for (Json each : object.entries().values()) {
            condition = condition.and(lookups(each));
        }
        return condition;
    }

    private Condition hits(Json key, Json data) {
        Optional<ImmutableList<Json>> entries = entries(data);
        if (entries.isEmpty()) {
            return matches.domain(key).and(Condition.unknown("an entry of the map " + NftMatches.describe(data)));
        }
        Conditions conditions = new Conditions();
        for (Json entry : entries.get()) {
            conditions.add(matches.equal(key, pair(entry).get(0)));
        }
        return conditions.any();
    }

    private static ImmutableList<Json> pair(Json entry) {
        ImmutableList<Json> pair = entry.array();
        if (pair.size() != 2) {
            throw entry.error("expected a key and a value, but found " + entry.description());
        }
        return NftMatches.isLimited(pair.get(0)) ? pair : ImmutableList.of(NftMatches.bare(pair.get(0)), pair.get(1));
    }

    private Optional<ImmutableList<Json>> entries(Json data) {
        Optional<ImmutableList<Json>> entries = Optional.empty();
        if (data instanceof Json.Text text && text.value().startsWith("@")) {
            entries = sets.elements(text.value().substring(1));
        } else if (data instanceof Json.Obj object && object.get("set").isPresent()) {
            entries = Optional.of(object.require("set").array());
        }
        return entries.filter(all -> all.stream()
                .noneMatch(entry -> entry instanceof Json.Arr pair
                        && !pair.values().isEmpty()
                        && NftMatches.isLimited(pair.values().get(0))));
    }

    private static Optional<Outcome> verdict(Json.Obj statement) {
        Map.Entry<String, Json> only = statement.entries().entrySet().iterator().next();
        return switch (only.getKey()) {
            case "accept" -> Optional.of(new Accept());
            case "drop", "reject" -> Optional.of(new Drop());
            case "return" -> Optional.of(new Return());
            case "jump" ->
                Optional.of(new Jump(only.getValue().object().require("target").text(), true));
            case "goto" ->
                Optional.of(new Jump(only.getValue().object().require("target").text(), false));
            default -> Optional.empty();
        };
    }

    /** What ends a rule: a verdict, or what sends packets elsewhere. */
    private static Optional<Outcome> end(Json.Obj statement) {
        Map.Entry<String, Json> only = statement.entries().entrySet().iterator().next();
        String key = only.getKey();
        if (key.equals("queue")) {
            return Optional.of(new Unknown(key));
        }
        if (TARGETS.contains(key)) {
            return Optional.of(NftTranslations.of(key, only.getValue()));
        }
        if (key.equals("snat") || key.equals("masquerade")) {
            return Optional.of(new Masquerade(key));
        }
        return key.equals("mangle") ? NftTranslations.ofPayload(only.getValue().object()) : verdict(statement);
    }

    private List<ChainRule> vmap(String id, Condition condition, Json.Obj vmap) {
        Json key = vmap.require("key");
        Json data = vmap.require("data");
        Optional<ImmutableList<Json>> entries = entries(data);
        if (entries.isEmpty()) {
            return ImmutableList.of(new ChainRule(id, condition, new Unknown("the map " + NftMatches.describe(data))));
        }
        ImmutableList.Builder<ChainRule> rules = ImmutableList.builder();
        ImmutableList.Builder<ChainRule> last = ImmutableList.builder();
        Condition kept = Condition.ALWAYS;
        for (Json entry : entries.get()) {
            ImmutableList<Json> pair = pair(entry);
            if (!(pair.get(1) instanceof Json.Obj statement)
                    || statement.entries().size() != 1) {
                throw entry.error("expected a key and a verdict, but found " + entry.description());
            }
            Condition both = condition.and(matches.equal(key, pair.get(0)));
            boolean catchesAll =
                    pair.get(0) instanceof Json.Text text && text.value().equals("*");
            // a verdict "continue" takes packets from a catch-all only: they go on behind the rule
            if (statement.entries().containsKey("continue")) {
                kept = kept.and(both.not());
                continue;
            }
            Outcome outcome = verdict(statement).orElseGet(() -> new Unknown(NftMatches.describe(statement)));
            (catchesAll ? last : rules).add(new ChainRule(id, both, outcome));
        }
        Condition uncaught = kept;
        last.build()
                .forEach(rule -> rules.add(new ChainRule(id, rule.condition().and(uncaught), rule.outcome())));
        return rules.build();
    }
}
