package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.linux.States.State;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What nftables asks connection tracking about packets that belong to no known connection. */
final class NftConnections {
    private static final ImmutableMap<String, State> STATES = ImmutableMap.<String, State>builder()
            .put("invalid", State.INVALID)
            .put("established", State.ESTABLISHED)
            .put("related", State.RELATED)
            .put("new", State.NEW)
            .put("untracked", State.UNTRACKED)
            // the numbers that nft prints with -n
            .put("1", State.INVALID)
            .put("2", State.ESTABLISHED)
            .put("4", State.RELATED)
            .put("8", State.NEW)
            .put("64", State.UNTRACKED)
            .buildOrThrow();

    /** What no first packet of a connection has before it has passed. */
    private static final ImmutableSet<String> NOT_YET = ImmutableSet.of("seen-reply", "assured", "2", "4");

    private NftConnections() {}

    /** Returns a key of connection tracking as a field, empty if it is not understood. */
    static Optional<NftField> field(Json.Obj ct, Context context) {
        String key = ct.get("key").map(Json::text).orElse("");
        return switch (key) {
            case "state" ->
                Optional.of(NftField.ofBits(
                        Condition.ALWAYS,
                        value -> one(states(NftTexts.of(value)), context),
                        value -> states(NftTexts.of(value)).map(states -> States.of(states, context))));
            case "status" ->
                Optional.of(NftField.ofBits(
                        States.tracked(context),
                        value -> status(NftTexts.of(value), context),
                        value -> status(NftTexts.of(value), context)));
            case "direction" ->
                Optional.of(NftField.ofBits(
                        States.tracked(context),
                        value -> direction(NftTexts.of(value), context),
                        value -> Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** No packet has two states at once. */
    private static Optional<Condition> one(Optional<Set<State>> states, Context context) {
        return states.map(of -> of.size() == 1 ? States.of(of, context) : Condition.NEVER);
    }

    private static Optional<Set<State>> states(Set<String> names) {
        if (names.isEmpty() || !STATES.keySet().containsAll(names)) {
            return Optional.empty();
        }
        Set<State> states = EnumSet.noneOf(State.class);
        names.forEach(name -> states.add(STATES.getOrDefault(name, State.INVALID)));
        return Optional.of(states);
    }

    /** Whether any of some things has happened to the connection. */
    private static Optional<Condition> status(Set<String> names, Context context) {
        Condition condition = Condition.NEVER;
        for (String name : names) {
            switch (name) {
                case "dnat", "32" -> condition = condition.or(translated(context));
                case "snat", "16" -> {
                    if (context.hasMasquerades()) {
                        return Optional.empty();
                    }
                }
                case "expected", "1" -> {
                    if (context.hasHelpers()) {
                        return Optional.empty();
                    }
                }
                default -> {
                    if (!NOT_YET.contains(name)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(condition);
    }

    /** Returns the packets whose destination was changed: never what was sent to where it arrives. */
    static Condition translated(Context context) {
        return new Condition(ImmutableList.of(), context.arrivals());
    }

    private static Optional<Condition> direction(Set<String> names, Context context) {
        if (names.equals(Set.of("original")) || names.equals(Set.of("0"))) {
            return Optional.of(States.tracked(context));
        }
        return names.equals(Set.of("reply")) || names.equals(Set.of("1"))
                ? Optional.of(Condition.NEVER)
                : Optional.empty();
    }
}
