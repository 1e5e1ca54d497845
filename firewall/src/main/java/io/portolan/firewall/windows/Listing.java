package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;

/**
 * Values as {@code ConvertTo-Json} writes them: a list of one as the one, a list as an object with its {@code value}, an enum
 * as its name or number.
 */
final class Listing {
    private Listing() {}

    /** Returns the objects of a list. */
    static ImmutableList<Json.Obj> objects(Json value) {
        return values(value).stream().map(Json::object).collect(ImmutableList.toImmutableList());
    }

    /** Returns the texts of a key; empty if it is absent or null. */
    static ImmutableList<String> texts(Json.Obj object, String key) {
        return object.get(key)
                .map(value -> values(value).stream().map(Listing::text).collect(ImmutableList.toImmutableList()))
                .orElse(ImmutableList.of());
    }

    /** Returns the only text of a key; empty if it is absent or null. */
    static String text(Json.Obj object, String key) {
        ImmutableList<String> texts = texts(object, key);
        if (texts.size() > 1) {
            throw object.error(key + " has " + texts.size() + " values; expected one");
        }
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /** Tells whether the value of a key is one of some names or numbers, in any case. */
    static boolean is(Json.Obj object, String key, ImmutableSet<String> names) {
        return names.contains(Ascii.toLowerCase(text(object, key)));
    }

    private static ImmutableList<Json> values(Json value) {
        ImmutableList<Json> values = value instanceof Json.Arr list
                ? list.values()
                : value instanceof Json.Obj object && object.get("value").orElse(null) instanceof Json.Arr list
                        ? list.values()
                        : ImmutableList.of(value);
        return values.stream().filter(each -> !each.isNull()).collect(ImmutableList.toImmutableList());
    }

    private static String text(Json value) {
        if (value instanceof Json.Num number) {
            return number.value();
        }
        return value instanceof Json.Bool bool ? Boolean.toString(bool.value()) : value.text();
    }
}
