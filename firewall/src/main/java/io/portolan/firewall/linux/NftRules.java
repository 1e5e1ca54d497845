package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.ChainRule.Unknown;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a table of nftables. */
final class NftRules {
    /** Statements after which a packet goes on as it was, as far as is asked here. */
    private static final ImmutableSet<String> PASSING = ImmutableSet.of(
            "counter",
            "log",
            "notrack",
            "set",
            "map",
            "ct helper",
            "ct timeout",
            "ct expectation",
            "secmark",
            "flow",
            "dup",
            "last",
            "comment",
            "continue");

    /** Statements that match some packets and others not, for reasons that packets do not show. */
    private static final ImmutableSet<String> LIMITING = ImmutableSet.of("limit", "quota", "ct count", "meter");

    private static final ImmutableSet<String> CHANGING =
            ImmutableSet.of("saddr", "daddr", "sport", "dport", "protocol");

    private final NftMatches matches;
    private final Map<String, Json.Obj> maps;

    NftRules(Map<String, Json.Obj> sets, Map<String, Json.Obj> maps) {
        this.matches = new NftMatches(sets);
        this.maps = maps;
    }

    /** Returns what a rule decides: nothing, one thing, or one thing for each entry of a map. */
    ImmutableList<ChainRule> read(String id, Json expressions) {
        Condition condition = Condition.ALWAYS;
        boolean opaque = false;
        for (Json expression : expressions.array()) {
            Json.Obj statement = expression.object();
            if (statement.entries().size() != 1) {
                throw expression.error("a statement has one key, but found "
                        + statement.entries().size());
            }
            String key = statement.entries().keySet().iterator().next();
            Optional<Outcome> verdict = verdict(statement);
            if (verdict.isPresent()) {
                return ImmutableList.of(new ChainRule(id, condition, verdict.get()));
            }
            if (key.equals("vmap")) {
                return vmap(id, condition, statement.require("vmap").object());
            }
            if (key.equals("match")) {
                condition =
                        condition.and(matches.match(statement.require("match").object()));
            } else if (LIMITING.contains(key)) {
                condition = condition.and(Condition.unknown(key));
            } else if (key.equals("xt")) {
                // a match or a target of iptables: only that something follows tells
                condition = condition.and(Condition.unknown("an extension of iptables"));
                opaque = true;
            } else if (!PASSING.contains(key) && !(key.equals("mangle") && !changesEnds(statement))) {
                return ImmutableList.of(new ChainRule(id, condition, new Unknown(key)));
            }
        }
        return opaque
                ? ImmutableList.of(new ChainRule(id, condition, new Unknown("a target of iptables")))
                : ImmutableList.of();
    }

    private static boolean changesEnds(Json.Obj statement) {
        return statement.require("mangle") instanceof Json.Obj mangle
                && mangle.get("key")
                        .filter(Json.Obj.class::isInstance)
                        .map(Json::object)
                        .flatMap(key -> key.get("payload"))
                        .filter(Json.Obj.class::isInstance)
                        .map(payload -> payload.object()
                                .get("field")
                                .filter(Json.Text.class::isInstance)
                                .map(Json::text)
                                .map(CHANGING::contains)
                                .orElse(true))
                        .orElse(false);
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

    private ImmutableList<ChainRule> vmap(String id, Condition condition, Json.Obj vmap) {
        Json key = vmap.require("key");
        Json data = vmap.require("data");
        Optional<Json> entries;
        if (data instanceof Json.Text text && text.value().startsWith("@")) {
            Json.Obj map = maps.get(text.value().substring(1));
            entries = map == null || NftMatches.changes(map) ? Optional.empty() : map.get("elem");
            if (map != null && !NftMatches.changes(map) && entries.isEmpty()) {
                return ImmutableList.of();
            }
        } else {
            entries = data instanceof Json.Obj object ? object.get("set") : Optional.empty();
        }
        if (entries.isEmpty()) {
            return ImmutableList.of(new ChainRule(id, condition, new Unknown("the map " + data.description())));
        }
        ImmutableList.Builder<ChainRule> rules = ImmutableList.builder();
        for (Json entry : entries.get().array()) {
            ImmutableList<Json> pair = entry.array();
            if (pair.size() != 2
                    || !(pair.get(1) instanceof Json.Obj statement)
                    || statement.entries().size() != 1) {
                throw entry.error("expected a key and a verdict, but found " + entry.description());
            }
            Condition both = condition.and(matches.equal(key, NftMatches.bare(pair.get(0))));
            Optional<Outcome> verdict = verdict(statement);
            if (verdict.isPresent()) {
                rules.add(new ChainRule(id, both, verdict.get()));
            } else if (!statement.entries().containsKey("continue")) {
                rules.add(new ChainRule(id, both, new Unknown(NftMatches.describe(statement))));
            }
        }
        return rules.build();
    }
}
