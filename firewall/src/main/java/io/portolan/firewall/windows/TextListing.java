package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules and profiles of a listing that is no JSON, in the keys of the listing that is. */
final class TextListing {
    private final List<Json> rules = new ArrayList<>();
    private final List<Json> profiles = new ArrayList<>();

    /** One object, while its lines are read. */
    static final class Draft {
        private final int line;
        private final Map<String, Json> values = new LinkedHashMap<>();

        Draft(int line) {
            this.line = line;
        }

        int line() {
            return line;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        /** Sets a value that may stand in a list. */
        void set(int at, String key, List<String> texts) {
            ImmutableList.Builder<Json> list = ImmutableList.builder();
            texts.forEach(text -> list.add(new Json.Text(at, 1, text)));
            values.put(key, new Json.Arr(at, 1, list.build()));
        }

        void set(int at, String key, String text) {
            values.put(key, new Json.Text(at, 1, text));
        }

        /** Sets a value unless the listing told one. */
        void setDefault(String key, String text) {
            values.putIfAbsent(key, new Json.Text(line, 1, text));
        }

        private Json object() {
            return new Json.Obj(line, 1, ImmutableMap.copyOf(values));
        }
    }

    void addRule(Draft rule) {
        rules.add(rule.object());
    }

    void addProfile(Draft profile) {
        profiles.add(profile.object());
    }

    boolean isEmpty() {
        return rules.isEmpty() && profiles.isEmpty();
    }

    /** Returns the listing, without profiles if it tells none. */
    Json.Obj object() {
        ImmutableMap.Builder<String, Json> root = ImmutableMap.builder();
        if (!profiles.isEmpty()) {
            root.put("profiles", new Json.Arr(1, 1, ImmutableList.copyOf(profiles)));
        }
        root.put("rules", new Json.Arr(1, 1, ImmutableList.copyOf(rules)));
        return new Json.Obj(1, 1, root.buildOrThrow());
    }
}
