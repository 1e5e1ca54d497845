package io.portolan.firewall.json;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.internal.Excerpts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON that may be hostile: its length, depth, and the lengths of its texts and numbers have limits. */
public final class JsonReader {
    /** Longer than the listing of a million rules. */
    private static final int LONGEST_TEXT = 1 << 29;

    private static final int DEEPEST = 64;
    private static final int LONGEST_VALUE = 1 << 20;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_REASON = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_VALUE)
                    .maxNameLength(LONGEST_VALUE)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final JsonParser tokens;

    private JsonReader(JsonParser tokens) {
        this.tokens = tokens;
    }

    /**
     * Returns what a text holds. A byte order mark at its start, which PowerShell writes, is skipped.
     *
     * @param text one value of JSON
     * @return the value
     * @throws FirewallFormatException if the text is anything else, gives a key twice, or passes a limit
     */
    public static Json read(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new FirewallFormatException(
                    1, 1, "the text has " + text.length() + " characters; expected " + LONGEST_TEXT + " at most");
        }
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser tokens = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            JsonReader reader = new JsonReader(tokens);
            Json value = reader.value(tokens.nextToken());
            if (tokens.nextToken() != null) {
                throw reader.error("something follows the value; expected the end of the text");
            }
            return value;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private Json value(@Nullable JsonToken token) {
        if (token == null) {
            throw new FirewallFormatException(1, 1, "the text is empty; expected JSON");
        }
        TokenStreamLocation place = tokens.currentTokenLocation();
        int line = Math.max(1, place.getLineNr());
        int column = Math.max(1, place.getColumnNr());
        return switch (token) {
            case START_OBJECT -> new Json.Obj(line, column, entries());
            case START_ARRAY -> new Json.Arr(line, column, values());
            case VALUE_STRING -> new Json.Text(line, column, tokens.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(line, column, tokens.getString());
            case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(line, column, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new Json.Null(line, column);
            default -> throw error("expected a value");
        };
    }

    private ImmutableMap<String, Json> entries() {
        Map<String, Json> entries = new LinkedHashMap<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String key = tokens.currentName();
            if (entries.containsKey(key)) {
                throw error("the key " + Excerpts.quote(key) + " is given twice; expected it once");
            }
            entries.put(key, value(tokens.nextToken()));
        }
        return ImmutableMap.copyOf(entries);
    }

    private ImmutableList<Json> values() {
        ImmutableList.Builder<Json> values = ImmutableList.builder();
        for (JsonToken token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
            values.add(value(token));
        }
        return values.build();
    }

    private FirewallFormatException error(String message) {
        TokenStreamLocation place = tokens.currentTokenLocation();
        return new FirewallFormatException(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), message);
    }

    private static FirewallFormatException malformed(JacksonException e) {
        @Nullable TokenStreamLocation place = e.getLocation();
        String message = Ascii.truncate(String.valueOf(e.getOriginalMessage()), LONGEST_REASON, "...");
        String reason = Excerpts.isPlain(message) ? message : Excerpts.quote(message);
        return place == null
                ? new FirewallFormatException(1, 1, "is not JSON: " + reason)
                : new FirewallFormatException(
                        Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), "is not JSON: " + reason);
    }
}
