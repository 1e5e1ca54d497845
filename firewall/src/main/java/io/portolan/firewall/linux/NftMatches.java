package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.planner.address.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the matches of nftables say of packets that begin a connection. */
final class NftMatches {
    private static final int LAST_PORT = 65_535;
    private static final String CATCH_ALL = "*";

    /** What an element may have beside its value without matching less. */
    private static final ImmutableSet<String> HARMLESS = ImmutableSet.of("val", "comment", "counter");

    private static final ImmutableMap<String, Region> FAMILIES =
            ImmutableMap.of("ip", Region.of(AddressFamily.IPV4), "ip6", Region.of(AddressFamily.IPV6));

    private final NftSets sets;
    private final Context context;

    NftMatches(NftSets sets, Context context) {
        this.sets = sets;
        this.context = context;
    }

    /** Returns which packets a match holds for. */
    Condition match(Json.Obj match) {
        String operator = match.get("op").map(Json::text).orElse("==");
        Json left = match.require("left");
        Json right = match.require("right");
        return switch (operator) {
            case "==" -> equal(left, right, false);
            case "!=" -> equal(left, right, true);
            case "in" -> any(left, right, false);
            case "!" -> any(left, right, true);
            default -> ordered(operator, left, right);
        };
    }

    /** Returns which packets have the value of a map's key. */
    Condition equal(Json left, Json right) {
        return equal(left, right, false);
    }

    private Condition any(Json left, Json right, boolean negative) {
        Optional<NftField> field =
                left instanceof Json.Obj expression ? NftField.of(expression, context) : Optional.empty();
        if (field.isPresent() && field.get().hasBits()) {
            Optional<Condition> condition = field.get().any(right);
            if (condition.isEmpty()) {
                return domain(left).and(Condition.unknown(describe(left) + " " + describe(right)));
            }
            return negative ? opposite(condition.get(), field.get().domain()) : condition.get();
        }
        return equal(left, right, negative);
    }

    /** Returns the packets of which an expression has a value at all, as far as that is known. */
    Condition domain(Json expression) {
        Condition domain = Condition.ALWAYS;
        for (Json part : parts(expression)) {
            if (part instanceof Json.Obj object) {
                Optional<NftField> field = NftField.of(object, context);
                domain = domain.and(field.isPresent() ? field.get().domain() : Condition.of(family(object)));
            }
        }
        return domain;
    }

    private static Region family(Json.Obj expression) {
        if (expression.get("payload").orElse(expression) instanceof Json.Obj payload
                && payload.get("protocol").orElse(payload) instanceof Json.Text protocol) {
            return FAMILIES.getOrDefault(protocol.value(), Region.EVERYTHING);
        }
        return Region.EVERYTHING;
    }

    private static ImmutableList<Json> parts(Json expression) {
        return expression instanceof Json.Obj object && object.get("concat").isPresent()
                ? object.require("concat").array()
                : ImmutableList.of(expression);
    }

    private Condition equal(Json left, Json right, boolean negative) {
        Optional<ImmutableList<Json>> elements = elements(right);
        if (elements.isEmpty()) {
            return domain(left).and(Condition.unknown(describe(left) + " " + describe(right)));
        }
        Condition condition = oneOf(left, elements.get());
        return negative ? opposite(condition, domain(left)) : condition;
    }

    private static Condition opposite(Condition condition, Condition domain) {
        return condition.not().and(domain);
    }

    /** Returns which packets have any of some values. */
    private Condition oneOf(Json left, List<Json> elements) {
        ImmutableList<Json> parts = parts(left);
        List<Optional<NftField>> fields = new ArrayList<>();
        boolean understood = false;
        for (Json part : parts) {
            Optional<NftField> field =
                    part instanceof Json.Obj object ? NftField.of(object, context) : Optional.empty();
            fields.add(field);
            understood |= field.isPresent();
        }
        if (!understood) {
            return domain(left).and(Condition.unknown(describe(left)));
        }
        Conditions conditions = new Conditions();
        for (Json element : elements) {
            if (element instanceof Json.Text text && text.value().equals(CATCH_ALL)) {
                return domain(left);
            }
            Condition condition = parts.size() == 1 && parts.get(0) == left
                    ? value(fields.get(0), left, element)
                    : combined(fields, parts, element);
            conditions.add(condition);
        }
        return conditions.any();
    }

    private Condition value(Optional<NftField> field, Json expression, Json element) {
        return field.flatMap(of -> of.value(element))
                .orElseGet(() -> domain(expression)
                        .and(Condition.unknown(
                                field.isPresent()
                                        ? describe(expression) + " with " + element.description()
                                        : describe(expression))));
    }

    private Condition combined(List<Optional<NftField>> fields, ImmutableList<Json> parts, Json element) {
        ImmutableList<Json> values =
                element instanceof Json.Obj object && object.get("concat").isPresent()
                        ? object.require("concat").array()
                        : ImmutableList.of();
        if (values.size() != parts.size()) {
            return Condition.unknown("a concatenation with " + element.description());
        }
        Condition condition = Condition.ALWAYS;
        for (int i = 0; i < values.size(); i++) {
            condition = condition.and(value(fields.get(i), parts.get(i), bare(values.get(i))));
        }
        return condition;
    }

    private Condition ordered(String operator, Json left, Json right) {
        if (left instanceof Json.Obj expression && right instanceof Json.Num) {
            Optional<NftField> field = NftField.of(expression, context).filter(NftField::hasPorts);
            if (field.isPresent()) {
                int number = right.integer(0, LAST_PORT);
                return switch (operator) {
                    case "<" -> range(field.get(), right, 0, number - 1);
                    case "<=" -> range(field.get(), right, 0, number);
                    case ">" -> range(field.get(), right, number + 1, LAST_PORT);
                    case ">=" -> range(field.get(), right, number, LAST_PORT);
                    default -> Condition.unknown("the operator " + operator);
                };
            }
        }
        return domain(left).and(Condition.unknown(describe(left) + " " + operator));
    }

    private static Condition range(NftField field, Json at, int first, int last) {
        if (first > last) {
            return Condition.NEVER;
        }
        ImmutableList<Json> ends = ImmutableList.of(number(at, first), number(at, last));
        Json range = new Json.Obj(
                at.line(), at.column(), ImmutableMap.of("range", new Json.Arr(at.line(), at.column(), ends)));
        return field.value(range).orElse(Condition.NEVER);
    }

    private static Json number(Json at, int number) {
        return new Json.Num(at.line(), at.column(), Integer.toString(number));
    }

    /** The values of a match: one, those of a set in the rule, or those of a set of the table that does not change by itself. */
    private Optional<ImmutableList<Json>> elements(Json right) {
        if (right instanceof Json.Text text && text.value().startsWith("@")) {
            return sets.elements(text.value().substring(1));
        }
        if (right instanceof Json.Obj object && object.get("set").isPresent()) {
            return values(object.require("set"));
        }
        return Optional.of(ImmutableList.of(right));
    }

    /** Returns the values of a set, empty if one may match less than it says. */
    static Optional<ImmutableList<Json>> values(Json set) {
        ImmutableList<Json> elements = set instanceof Json.Arr array ? array.values() : ImmutableList.of(set);
        ImmutableList.Builder<Json> values = ImmutableList.builderWithExpectedSize(elements.size());
        for (Json element : elements) {
            if (isLimited(element)) {
                return Optional.empty();
            }
            values.add(bare(element));
        }
        return Optional.of(values.build());
    }

    /** Tells whether an element has a limit, a quota or the like of its own. */
    static boolean isLimited(Json element) {
        return element instanceof Json.Obj object
                && object.get("elem").filter(NftMatches::saysMoreThanAValue).isPresent();
    }

    private static boolean saysMoreThanAValue(Json element) {
        return element instanceof Json.Obj object
                && !HARMLESS.containsAll(object.entries().keySet());
    }

    /** Returns an element without its counter or comment. */
    static Json bare(Json element) {
        return element instanceof Json.Obj object && object.get("elem").isPresent()
                ? object.require("elem").object().require("val")
                : element;
    }

    /** Returns what an expression looks at, in a few words. */
    static String describe(Json expression) {
        if (expression instanceof Json.Text text && text.value().startsWith("@")) {
            return text.value();
        }
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
