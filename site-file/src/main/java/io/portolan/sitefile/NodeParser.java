package io.portolan.sitefile;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Shown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads the text of a file token by token.
 *
 * <p>Of YAML it takes what JSON has, too, and comments. Anchors, aliases, tags and merge keys make a file mean something
 * else than what stands there, so they are refused rather than followed.
 */
final class NodeParser {
    /** Deeper than any key of a file, and shallow enough to read by recursion. */
    private static final int DEEPEST = 16;

    private static final int LONGEST_REASON = 200;

    /** The library stops at 3 MB of its own accord; how long a file may be is for {@link FileText} to say. */
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(FileText.LONGEST_RULES)
                    .setAllowDuplicateKeys(true) // refused here, with the place of the first
                    .build())
            .build();

    /** What the parser adds for who configured it. */
    private static final Pattern PARSER_TALK = Pattern.compile(" \\((start marker|not recognized) .*", Pattern.DOTALL);

    private final String file;
    private final Contents contents;
    /** The text by code points, as YAML counts them. */
    private final int[] characters;

    private final JsonParser tokens;

    /**
     * What a file is expected to hold.
     *
     * @param plural what its keys are, in words, such as "answers"
     * @param hint how to come by such a file, after a semicolon; or empty
     */
    record Contents(String plural, String hint) {}

    private NodeParser(String file, Contents contents, String text, JsonParser tokens) {
        this.file = file;
        this.contents = contents;
        this.characters = text.codePoints().toArray();
        this.tokens = tokens;
    }

    /** Returns what a text holds: JSON if the name of the file ends in {@code .json}, else YAML. */
    static Node parse(String file, String text, Contents contents) {
        boolean isJson = Ascii.toLowerCase(file).endsWith(".json");
        try (JsonParser tokens = isJson
                ? new JsonFactory().createParser(ObjectReadContext.empty(), text)
                : YAML.createParser(ObjectReadContext.empty(), text)) {
            return new NodeParser(file, contents, text, tokens).root();
        } catch (JacksonException e) {
            throw malformed(file, isJson ? "JSON" : "YAML", e);
        } catch (YamlEngineException e) {
            throw new FilePosition(file, 1, 1, "").error("is not YAML: " + reason(e.getMessage()));
        }
    }

    private Node root() {
        JsonToken token = tokens.nextToken();
        FilePosition start = new FilePosition(file, 1, 1, "");
        if (token == null || token == JsonToken.VALUE_NULL) {
            throw start.error("holds no " + contents.plural() + contents.hint());
        }
        Node root = node(token, here(start), 0);
        if (tokens.nextToken() != null) {
            throw here(start)
                    .error("something follows the " + contents.plural()
                            + "; expected one document that is one mapping");
        }
        return root;
    }

    private Node node(JsonToken token, FilePosition place, int depth) {
        if (depth > DEEPEST) {
            throw place.error("is nested more than " + DEEPEST + " levels deep; expected fewer");
        }
        refuseReferences(place);
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> listing(place, depth);
            case VALUE_STRING -> scalar(place, Node.Kind.TEXT);
            case VALUE_NUMBER_INT -> scalar(place, Node.Kind.INTEGER);
            case VALUE_NUMBER_FLOAT -> scalar(place, Node.Kind.DECIMAL);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Node.Kind.TRUTH);
            case VALUE_NULL -> scalar(place, Node.Kind.NOTHING);
            default -> throw place.error("expected a value");
        };
    }

    private Node scalar(FilePosition place, Node.Kind kind) {
        return new Node.Scalar(place, kind, String.valueOf(tokens.getString()));
    }

    private Node listing(FilePosition place, int depth) {
        ImmutableList.Builder<Node> items = ImmutableList.builder();
        int number = 0;
        for (JsonToken token = next(place); token != JsonToken.END_ARRAY; token = next(place)) {
            FilePosition item = here(place);
            items.add(node(token, token == JsonToken.START_OBJECT ? item.item(number) : item, depth + 1));
            number++;
        }
        return new Node.Listing(place, items.build());
    }

    private Node mapping(FilePosition place, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        while (next(place) != JsonToken.END_OBJECT) {
            String key = tokens.currentName();
            FilePosition atKey = here(place);
            refuseReferences(atKey);
            atKey = place.below(key, atKey.line(), atKey.column());
            Node.Entry before = entries.get(key);
            if (before != null) {
                throw atKey.error(
                        "the key is given twice, first in line " + before.key().line() + "; expected it once");
            }
            if (key.equals("<<")
                    && tokens instanceof YAMLParser yaml
                    && characterAt(yaml.currentTokenLocation()) == '<') { // a quoted one is a text
                throw atKey.error("merge keys are not read; write out what is meant");
            }
            JsonToken token = next(atKey);
            entries.put(key, new Node.Entry(atKey, node(token, here(atKey), depth + 1)));
        }
        return new Node.Mapping(place, ImmutableMap.copyOf(entries));
    }

    private JsonToken next(FilePosition place) {
        JsonToken token = tokens.nextToken();
        if (token == null) { // the parsers tell of an end inside a value themselves
            throw place.error("ends before it is complete");
        }
        return token;
    }

    /** Refuses what makes a value mean something else than what stands there. */
    private void refuseReferences(FilePosition place) {
        if (!(tokens instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.isCurrentAlias()) {
            throw place.error("aliases such as *name are not read; write out what is meant");
        }
        int first = characterAt(yaml.currentTokenLocation());
        if (first == '&') {
            throw place.error("anchors such as &name are not read; write out what is meant where it is meant");
        }
        if (first == '!') {
            throw place.error("tags such as !!str are not read; leave the tag out");
        }
    }

    /** Returns the first character of a token. Only an anchor or a tag begins with theirs; a text would be quoted. */
    private int characterAt(TokenStreamLocation location) {
        long offset = location.getCharOffset();
        return offset >= 0 && offset < characters.length ? characters[Math.toIntExact(offset)] : -1;
    }

    private FilePosition here(FilePosition under) {
        TokenStreamLocation location = tokens.currentTokenLocation();
        return under.at(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static InvalidFileException malformed(String file, String language, JacksonException e) {
        @Nullable TokenStreamLocation location = e.getLocation();
        FilePosition place = location == null
                ? new FilePosition(file, 1, 1, "")
                : new FilePosition(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), "");
        String reason =
                PARSER_TALK.matcher(String.valueOf(e.getOriginalMessage())).replaceFirst("");
        if (e.getCause() instanceof MarkedYamlEngineException cause) { // knows the place better than who wraps it
            Optional<Mark> mark = cause.getProblemMark();
            if (mark.isPresent()) {
                place = place.at(mark.get().getLine() + 1, mark.get().getColumn() + 1);
            }
            reason = cause.getContext() == null
                    ? String.valueOf(cause.getProblem())
                    : cause.getContext() + ", " + cause.getProblem();
        }
        return place.error("is not " + language + ": " + reason(reason));
    }

    private static String reason(@Nullable String message) {
        return Ascii.truncate(Shown.plain(String.valueOf(message)), LONGEST_REASON, "...");
    }
}
