package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Excerpts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a text of one's own mean, such as {@code separator=tab,source=from,destination=to,
 * destination-port=service,protocol=proto}. The names stand in the first line of the text; a number is the position of a
 * column, from 1 on, and then there is no such line.
 *
 * <p>Properties: {@code source, destination, source-port, destination-port, protocol, packets, bytes, start, end, action,
 * icmp-type, icmp-code}; {@code separator} is {@code comma} if it is not given, {@code semicolon}, {@code tab}, {@code
 * blanks} or {@code bar}; {@code orientation=question} says that sources opened all connections. Times are in seconds or
 * milliseconds since 1970, or as in ISO 8601. Actions are accept, allow, pass, forwarded or 1 and reject, deny, drop, block,
 * dropped or 0, in any case of letters.
 */
public final class ColumnNames {
    private static final ImmutableMap<String, Field> PROPERTIES = ImmutableMap.<String, Field>builder()
            .put("source", Field.SOURCE)
            .put("destination", Field.DESTINATION)
            .put("source-port", Field.SOURCE_PORT)
            .put("destination-port", Field.DESTINATION_PORT)
            .put("protocol", Field.PROTOCOL)
            .put("packets", Field.PACKETS)
            .put("bytes", Field.BYTES)
            .put("start", Field.START)
            .put("end", Field.END)
            .put("action", Field.ACTION)
            .put("icmp-type", Field.ICMP_TYPE)
            .put("icmp-code", Field.ICMP_CODE)
            .buildOrThrow();

    private static final ImmutableMap<String, Separator> SEPARATORS = ImmutableMap.of(
            "comma", Separator.COMMA,
            "semicolon", Separator.SEMICOLON,
            "tab", Separator.TAB,
            "blanks", Separator.BLANKS,
            "bar", Separator.BAR);

    private final ImmutableMap<Field, String> columns;
    private final Separator separator;
    private final boolean sourcesAsk;

    private ColumnNames(ImmutableMap<Field, String> columns, Separator separator, boolean sourcesAsk) {
        this.columns = columns;
        this.separator = separator;
        this.sourcesAsk = sourcesAsk;
    }

    /**
     * Returns what a text says about columns.
     *
     * @param text properties as {@code name=value}, joined by commas
     * @return the names
     * @throws IllegalArgumentException if a property is unknown, given twice or empty, or source, destination or protocol is
     *     missing
     */
    public static ColumnNames parse(String text) {
        Map<Field, String> columns = new LinkedHashMap<>();
        Separator separator = Separator.COMMA;
        boolean sourcesAsk = false;
        for (String property : Splitter.on(',').trimResults().omitEmptyStrings().split(text)) {
            List<String> parts = Splitter.on('=').limit(2).trimResults().splitToList(property);
            String name = Ascii.toLowerCase(parts.get(0));
            String value = parts.size() == 2 ? parts.get(1) : "";
            Field field = PROPERTIES.get(name);
            if (value.isEmpty()) {
                throw wrong(property, "expected a name, = and a value");
            } else if (name.equals("separator")) {
                Separator named = SEPARATORS.get(Ascii.toLowerCase(value));
                if (named == null) {
                    throw wrong(property, "expected one of " + SEPARATORS.keySet());
                }
                separator = named;
            } else if (name.equals("orientation")) {
                if (!value.equals("question")) {
                    throw wrong(property, "expected question, or no orientation where the log does not tell");
                }
                sourcesAsk = true;
            } else if (field == null) {
                throw wrong(property, "expected separator, orientation or one of " + PROPERTIES.keySet());
            } else if (columns.putIfAbsent(field, value) != null) {
                throw wrong(property, name + " is given twice");
            }
        }
        for (Field needed : List.of(Field.SOURCE, Field.DESTINATION, Field.PROTOCOL)) {
            if (!columns.containsKey(needed)) {
                throw wrong(text, "expected source, destination and protocol at least");
            }
        }
        long numbered = columns.values().stream().filter(ColumnNames::isNumber).count();
        if (numbered != 0 && numbered != columns.size()) {
            throw wrong(text, "expected names of columns or their positions, not both");
        }
        return new ColumnNames(ImmutableMap.copyOf(columns), separator, sourcesAsk);
    }

    private static IllegalArgumentException wrong(String text, String expected) {
        return new IllegalArgumentException("not names of columns: " + Excerpts.quote(text) + ": " + expected);
    }

    private static boolean isNumber(String column) {
        return column.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean arePositions() {
        return columns.values().stream().allMatch(ColumnNames::isNumber);
    }

    ImmutableMap<Field, String> columns() {
        return columns;
    }

    Separator separator() {
        return separator;
    }

    boolean sourcesAsk() {
        return sourcesAsk;
    }
}
