package io.portolan.sitefile;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Shown;

/** What a file holds, as it is written there: nothing is known of its meaning yet. */
sealed interface Node {
    /** Returns where it begins. */
    FilePosition place();

    /** Returns what it is, in words with an article. */
    String description();

    /** Keys with values, each key once, in the order of the file. */
    record Mapping(FilePosition place, ImmutableMap<String, Entry> entries) implements Node {
        @Override
        public String description() {
            return entries.isEmpty() ? "an empty mapping" : "a mapping";
        }
    }

    /**
     * A key with its value.
     *
     * @param key where the key is
     * @param value what stands under it
     */
    record Entry(FilePosition key, Node value) {}

    /** Values in the order of the file. */
    record Listing(FilePosition place, ImmutableList<Node> items) implements Node {
        @Override
        public String description() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A single value. */
    record Scalar(FilePosition place, Kind kind, String text) implements Node {
        @Override
        public String description() {
            return switch (kind) {
                case TEXT -> "the text " + Shown.quote(text);
                case INTEGER, DECIMAL -> "the number " + Shown.plain(Ascii.truncate(text, 20, "..."));
                case TRUTH -> text;
                case NOTHING -> "nothing";
            };
        }
    }

    /** What a single value is. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        TRUTH,
        NOTHING
    }
}
