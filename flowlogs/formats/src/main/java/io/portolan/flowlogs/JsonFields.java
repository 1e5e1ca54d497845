package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads an object of JSON into the fields of a record, of which objects within objects are parted by dots. */
final class JsonFields {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 16)
                    .maxNumberLength(40)
                    .build())
            .build();

    private JsonFields() {}

    static JsonParser parser(byte[] bytes, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length);
    }

    /** Reads an object whose first token was read; a value that is no text, number or truth is passed over. */
    static void read(JsonParser tokens, Dialect dialect, RawRecord raw) {
        raw.start();
        object(tokens, dialect, raw, "");
    }

    private static void object(JsonParser tokens, Dialect dialect, RawRecord raw, String path) {
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String key = Ascii.toLowerCase(String.valueOf(tokens.currentName()));
            String name = path.isEmpty() ? key : path + "." + key;
            Field named = dialect.fields().get(path + ".*");
            if (named != null) {
                raw.set(named, key); // the key itself is the value
            }
            JsonToken token = tokens.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(tokens, dialect, raw, name);
            } else if (token == JsonToken.START_ARRAY) {
                tokens.skipChildren();
            } else {
                Field field = dialect.fields().get(name);
                if (field != null && token != JsonToken.VALUE_NULL) {
                    raw.set(field, String.valueOf(tokens.getString()));
                }
            }
        }
    }
}
