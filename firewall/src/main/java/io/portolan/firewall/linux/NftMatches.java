package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the matches of nftables say of packets that begin a connection. */
final class NftMatches {
    private static final ImmutableSet<String> INTERFACES = ImmutableSet.of("iif", "iifname", "oif", "oifname");
    private static final ImmutableSet<String> BEGINNING_NOTHING = ImmutableSet.of("established", "related", "invalid");
    /** The numbers that nft prints with -n. */
    private static final ImmutableMap<String, String> STATES =
            ImmutableMap.of("1", "invalid", "2", "established", "4", "related", "8", "new", "64", "untracked");

    private static final ImmutableMap<String, String> FLAGS =
            ImmutableMap.of("1", "fin", "2", "syn", "4", "rst", "8", "psh", "16", "ack", "32", "urg");

    private static final int PORTS = 65_535;

    /** The sets of the table. */
    private final Map<String, Json.Obj> sets;

    NftMatches(Map<String, Json.Obj> sets) {
        this.sets = sets;
    }

    /** Returns which packets a match holds for. */
    Condition match(Json.Obj match) {
        String operator = match.get("op").map(Json::text).orElse("==");
        Json left = match.require("left");
        Json right = match.require("right");
        boolean negative = operator.equals("!=");
        if (!negative && !operator.equals("==") && !operator.equals("in")) {
            return ordered(operator, left, right);
        }
        return equal(left, right, negative);
    }

    /** Returns which packets have the value of a map's key. */
    Condition equal(Json left, Json right) {
        return equal(left, right, false);
    }

    private Condition equal(Json left, Json right, boolean negative) {
        if (!(left instanceof Json.Obj expression)) {
            return Condition.unknown("match of " + left.description());
        }
        Optional<Json.Obj> ct = key(expression, "ct");
        if (ct.isPresent() && isText(ct.get().get("key"), "state")) {
            return state(right, negative);
        }
        Optional<String> device = key(expression, "meta")
                .flatMap(meta -> meta.get("key"))
                .filter(Json.Text.class::isInstance)
                .map(Json::text)
                .filter(INTERFACES::contains);
        if (device.isPresent()) {
            Condition through = device(device.get(), right);
            return negative ? through.not() : through;
        }
        return flags(expression, right, negative).orElseGet(() -> regions(expression, right, negative));
    }

    private static Optional<Json.Obj> key(Json.Obj expression, String key) {
        return expression.get(key).filter(Json.Obj.class::isInstance).map(Json::object);
    }

    private static boolean isText(Optional<Json> value, String text) {
        return value.isPresent()
                && value.get() instanceof Json.Text is
                && is.value().equals(text);
    }

    /** What begins a connection is new; what belongs to one, or to none, begins nothing. */
    private static Condition state(Json right, boolean negative) {
        Set<String> states = named(texts(right), STATES);
        if (states.contains("new")) {
            return negative ? Condition.NEVER : Condition.ALWAYS;
        }
        if (!BEGINNING_NOTHING.containsAll(states) || states.isEmpty()) {
            return Condition.unknown("ct state " + states);
        }
        return negative ? Condition.ALWAYS : Condition.NEVER;
    }

    /** What passes lo stays within the host. */
    private static Condition device(String which, Json right) {
        Set<String> names = texts(right);
        if (names.isEmpty()) {
            return Condition.unknown(which);
        }
        names.remove("lo");
        return names.isEmpty() ? Condition.NEVER : Condition.unknown(which + " " + names);
    }

    /** The first packet of a TCP connection has SYN set, and neither FIN, RST nor ACK. */
    private static Optional<Condition> flags(Json.Obj expression, Json right, boolean negative) {
        Optional<Json> masked = expression.get("&").filter(Json.Arr.class::isInstance);
        if (masked.isPresent() && masked.get().array().size() == 2) {
            Json what = masked.get().array().get(0);
            if (isFlags(what)) {
                Set<String> mask = named(texts(masked.get().array().get(1)), FLAGS);
                Set<String> value = named(texts(right), FLAGS);
                if (!mask.isEmpty() && !value.isEmpty()) {
                    boolean holds = value.equals(mask.contains("syn") ? Set.of("syn") : Set.of());
                    return Optional.of(holds == negative ? Condition.NEVER : ofTcp());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFlags(Json what) {
        return what instanceof Json.Obj object
                && key(object, "payload")
                        .map(payload -> isText(payload.get("protocol"), "tcp") && isText(payload.get("field"), "flags"))
                        .orElse(false);
    }

    private static Condition ofTcp() {
        return Condition.of(Region.protocols(PortSet.of(6)));
    }

    private static Set<String> named(Set<String> texts, ImmutableMap<String, String> names) {
        Set<String> named = new LinkedHashSet<>();
        texts.forEach(text -> named.add(names.getOrDefault(text, text)));
        return named;
    }

    /** Texts and numbers alone, in an array, a set, or joined by bars. */
    private static Set<String> texts(Json value) {
        Set<String> texts = new LinkedHashSet<>();
        if (value instanceof Json.Text text) {
            texts.add(text.value());
        } else if (value instanceof Json.Num number) {
            texts.add(number.value());
        } else if (value instanceof Json.Arr array) {
            array.values().forEach(each -> texts.addAll(texts(each)));
        } else if (value instanceof Json.Obj object) {
            for (String key : new String[] {"set", "|"}) {
                object.get(key).ifPresent(values -> texts.addAll(texts(values)));
            }
        }
        return texts;
    }

    private static Condition ordered(String operator, Json left, Json right) {
        if (left instanceof Json.Obj expression && right instanceof Json.Num) {
            Optional<NftField> field = NftField.of(expression).filter(NftField::hasPorts);
            if (field.isPresent()) {
                int number = right.integer(0, PORTS);
                return switch (operator) {
                    case "<" -> range(field.get(), right, 0, number - 1);
                    case "<=" -> range(field.get(), right, 0, number);
                    case ">" -> range(field.get(), right, number + 1, PORTS);
                    case ">=" -> range(field.get(), right, number, PORTS);
                    default -> Condition.unknown("the operator " + operator);
                };
            }
        }
        return Condition.unknown(describe(left) + " " + operator);
    }

    private static Condition range(NftField field, Json at, int first, int last) {
        if (first > last) {
            return Condition.NEVER;
        }
        ImmutableList<Json> ends = ImmutableList.of(number(at, first), number(at, last));
        Json range = new Json.Obj(
                at.line(), at.column(), ImmutableMap.of("range", new Json.Arr(at.line(), at.column(), ends)));
        return field.region(range).map(Condition::of).orElse(Condition.NEVER);
    }

    private static Json number(Json at, int number) {
        return new Json.Num(at.line(), at.column(), Integer.toString(number));
    }

    private Condition regions(Json.Obj expression, Json right, boolean negative) {
        List<NftField> fields = new ArrayList<>();
        Region domain = Region.EVERYTHING;
        boolean several = expression.get("concat").isPresent();
        for (Json part : several ? expression.require("concat").array() : ImmutableList.<Json>of(expression)) {
            Optional<NftField> field = part instanceof Json.Obj object ? NftField.of(object) : Optional.empty();
            if (field.isEmpty()) {
                return Condition.unknown(describe(part));
            }
            fields.add(field.get());
            domain = domain.intersection(field.get().domain());
        }
        Optional<ImmutableList<Json>> elements = elements(right);
        if (elements.isEmpty()) {
            return Condition.unknown(describe(expression) + " " + describe(right));
        }
        Regions regions = new Regions();
        for (Json element : elements.get()) {
            Optional<Region> region =
                    several ? combined(fields, element) : fields.get(0).region(element);
            if (region.isEmpty()) {
                return Condition.unknown(describe(expression) + " with " + element.description());
            }
            regions.add(region.get());
        }
        Condition condition = Condition.anyOf(regions.all());
        return negative ? condition.not().and(Condition.of(domain)) : condition;
    }

    private static Optional<Region> combined(List<NftField> fields, Json element) {
        if (!(element instanceof Json.Obj object) || object.get("concat").isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Json> values = object.require("concat").array();
        if (values.size() != fields.size()) {
            return Optional.empty();
        }
        Region region = Region.EVERYTHING;
        for (int i = 0; i < values.size(); i++) {
            Optional<Region> part = fields.get(i).region(values.get(i));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            region = region.intersection(part.get());
        }
        return Optional.of(region);
    }

    /** The values of a match: one, those of a set in the rule, or those of a set of the table that does not change by itself. */
    private Optional<ImmutableList<Json>> elements(Json right) {
        if (right instanceof Json.Text text && text.value().startsWith("@")) {
            Json.Obj set = sets.get(text.value().substring(1));
            if (set == null || changes(set)) {
                return Optional.empty();
            }
            return Optional.of(set.get("elem").map(NftMatches::values).orElse(ImmutableList.of()));
        }
        if (right instanceof Json.Obj object && object.get("set").isPresent()) {
            return Optional.of(values(object.require("set")));
        }
        return Optional.of(ImmutableList.of(bare(right)));
    }

    static boolean changes(Json.Obj set) {
        return set.get("flags").map(NftMatches::values).orElse(ImmutableList.of()).stream()
                .anyMatch(flag -> isText(Optional.of(flag), "dynamic") || isText(Optional.of(flag), "timeout"));
    }

    static ImmutableList<Json> values(Json set) {
        return set instanceof Json.Arr array
                ? array.values().stream().map(NftMatches::bare).collect(ImmutableList.toImmutableList())
                : ImmutableList.of(bare(set));
    }

    /** An element without its counter or comment. */
    static Json bare(Json element) {
        return element instanceof Json.Obj object && object.get("elem").isPresent()
                ? object.require("elem").object().require("val")
                : element;
    }

    /** Returns what an expression looks at, in a few words. */
    static String describe(Json expression) {
        if (!(expression instanceof Json.Obj object) || object.entries().isEmpty()) {
            return expression.description();
        }
        Map.Entry<String, Json> first = object.entries().entrySet().iterator().next();
        StringBuilder words = new StringBuilder(first.getKey());
        if (first.getValue() instanceof Json.Obj of) {
            of.entries().values().forEach(value -> {
                if (value instanceof Json.Text text) {
                    words.append(' ').append(text.value());
                }
            });
        }
        return words.toString().replaceFirst("^payload ", "");
    }
}
