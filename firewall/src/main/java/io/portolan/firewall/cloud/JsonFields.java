package io.portolan.firewall.cloud;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.json.JsonReader;
import io.portolan.internal.Excerpts;
import java.util.Optional;

/** Fields of objects that clouds list, whose programs differ in capitals and in whether one value is an array. */
public final class JsonFields {
    private static final int LONGEST = 255;

    private JsonFields() {}

    /**
     * Returns the value of a key.
     *
     * @param object an object
     * @param key a key, in any capitals
     * @return the value, empty if the key is absent, or the value null
     */
    public static Optional<Json> get(Json.Obj object, String key) {
        Optional<Json> exact = object.get(key);
        if (exact.isPresent()) {
            return exact;
        }
        return object.entries().entrySet().stream()
                .filter(entry -> Ascii.equalsIgnoreCase(entry.getKey(), key))
                .findFirst()
                .flatMap(entry -> object.get(entry.getKey()));
    }

    /**
     * Returns the value of a key that must be there.
     *
     * @param object an object
     * @param key a key, in any capitals
     * @return the value
     */
    public static Json require(Json.Obj object, String key) {
        return get(object, key).orElseGet(() -> object.require(key));
    }

    /**
     * Returns the text of a key.
     *
     * @param object an object
     * @param key a key, in any capitals
     * @return the text, empty if there is none or it is empty
     */
    public static Optional<String> text(Json.Obj object, String key) {
        return get(object, key).map(Json::text).filter(text -> !text.isEmpty());
    }

    /**
     * Returns the values of a key.
     *
     * @param object an object
     * @param key a key, in any capitals
     * @return the values of its array, its only value if that is no array, and none if the key is absent
     */
    public static ImmutableList<Json> list(Json.Obj object, String key) {
        return get(object, key)
                .map(value -> value instanceof Json.Arr array ? array.values() : ImmutableList.of(value))
                .orElse(ImmutableList.of());
    }

    /**
     * Returns the object in which a resource of Azure has what it says: {@code properties}, or the object itself.
     *
     * @param object a resource
     * @return an object
     */
    public static Json.Obj properties(Json.Obj object) {
        return get(object, "properties").map(Json::object).orElse(object);
    }

    /**
     * Returns the identifiers that a list of references has.
     *
     * @param object an object
     * @param key a key, in any capitals
     * @return the text {@code id} of each
     */
    public static ImmutableList<String> ids(Json.Obj object, String key) {
        return list(object, key).stream()
                .map(value -> value instanceof Json.Text text
                        ? text.value()
                        : require(value.object(), "id").text())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what a listing holds.
     *
     * @param text JSON
     * @param wrapper the key under which programs print it, whose value is returned if it is there
     * @return one or several values
     */
    public static ImmutableList<Json> values(String text, String wrapper) {
        return values(JsonReader.read(text), wrapper);
    }

    /**
     * Returns what a listing holds.
     *
     * @param json a listing
     * @param wrapper the key under which programs print it, whose value is returned if it is there
     * @return one or several values
     */
    public static ImmutableList<Json> values(Json json, String wrapper) {
        if (json instanceof Json.Obj object && get(object, wrapper).isPresent()) {
            return list(object, wrapper);
        }
        return json instanceof Json.Arr array ? array.values() : ImmutableList.of(json);
    }

    /**
     * Returns what findings show of a text of a listing.
     *
     * @param text a text
     * @return the text, or what stands for it in quotes
     */
    public static String plain(String text) {
        return text.isBlank() || !Excerpts.isPlain(text) || text.length() > LONGEST ? Excerpts.quote(text) : text;
    }
}
