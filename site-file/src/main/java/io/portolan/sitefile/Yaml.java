package io.portolan.sitefile;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes mappings, lists of texts, and values as YAML that reads back as what it was. */
final class Yaml {
    /** What can be taken for nothing but a text: no number, no truth, no day. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");

    private static final ImmutableSet<String> OTHER_THAN_TEXT =
            ImmutableSet.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private Yaml() {}

    /** Returns a document. Values are mappings, lists of texts, texts, numbers, or truths. */
    static String of(Map<String, ?> mapping) {
        StringBuilder yaml = new StringBuilder();
        write(yaml, 0, mapping);
        return yaml.toString();
    }

    private static void write(StringBuilder yaml, int depth, Map<?, ?> mapping) {
        mapping.forEach((key, value) -> {
            yaml.append("  ".repeat(depth)).append(scalar(key)).append(':');
            if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                yaml.append('\n');
                write(yaml, depth + 1, inner);
            } else {
                yaml.append(' ').append(flat(value)).append('\n');
            }
        });
    }

    private static String flat(Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            list.forEach(item -> items.add(scalar(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        return PLAIN.matcher(text).matches() && !OTHER_THAN_TEXT.contains(Ascii.toLowerCase(text))
                ? text
                : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    /** Returns the parts of an identifier such as {@code windows@session-host}. */
    static List<String> parts(String id) {
        return Splitter.on('@').limit(2).splitToList(id);
    }
}
