package io.portolan.firewall.hcl;

import com.google.common.base.Strings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes blocks and attributes, with quotes that keep every text what it is. */
public final class Hcl {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> attributes = new LinkedHashMap<>();

    /**
     * Writes lines that nothing reads but people.
     *
     * @param lines plain text, without line feeds
     * @return this
     */
    public Hcl comment(String... lines) {
        for (String line : lines) {
            text.append(line.isEmpty() ? "#" : "# ").append(line).append('\n');
        }
        return this;
    }

    /**
     * Starts a block, after an empty line.
     *
     * @param type the type
     * @param labels the labels
     * @return this
     */
    public Hcl open(String type, String... labels) {
        text.append('\n').append(type);
        for (String label : labels) {
            text.append(' ').append(quote(label));
        }
        text.append(" {\n");
        return this;
    }

    /**
     * Ends the block, which has attributes alone, in a column as Terraform formats them.
     *
     * @return this
     */
    public Hcl close() {
        int width = 0;
        for (String name : attributes.keySet()) {
            width = Math.max(width, name.length());
        }
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            text.append("  ")
                    .append(Strings.padEnd(attribute.getKey(), width, ' '))
                    .append(" = ")
                    .append(attribute.getValue())
                    .append('\n');
        }
        attributes.clear();
        text.append("}\n");
        return this;
    }

    /**
     * Writes an attribute that is a text.
     *
     * @param name the name
     * @param value any text
     * @return this
     */
    public Hcl string(String name, String value) {
        return expression(name, quote(value));
    }

    /**
     * Writes an attribute that is a number.
     *
     * @param name the name
     * @param value the number
     * @return this
     */
    public Hcl number(String name, int value) {
        return expression(name, Integer.toString(value));
    }

    /**
     * Writes an attribute that is a list of texts.
     *
     * @param name the name
     * @param values the texts
     * @return this
     */
    public Hcl strings(String name, Iterable<String> values) {
        StringBuilder list = new StringBuilder("[");
        for (String value : values) {
            list.append(list.length() == 1 ? "" : ", ").append(quote(value));
        }
        return expression(name, list.append(']').toString());
    }

    /**
     * Writes an attribute that Terraform is to work out.
     *
     * @param name the name
     * @param value an expression
     * @return this
     */
    public Hcl expression(String name, String value) {
        attributes.put(name, value);
        return this;
    }

    /**
     * Returns a text in quotes, in which nothing is an expression or a directive.
     *
     * @param value any text
     * @return a template of HCL that stands for the text
     */
    public static String quote(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean braceFollows = i + 1 < value.length() && value.charAt(i + 1) == '{';
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '$', '%' -> quoted.append(c).append(braceFollows ? Character.toString(c) : "");
                default -> append(quoted, value, i);
            }
        }
        return quoted.append('"').toString();
    }

    /** Other control characters, marks of direction and separators are escaped, so that a line reads as it is. */
    private static void append(StringBuilder quoted, String value, int i) {
        char c = value.charAt(i);
        boolean plain = switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SURROGATE ->
                Character.isHighSurrogate(c)
                        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
            default -> true;
        };
        if (plain) {
            quoted.append(c);
        } else {
            // half of a pair is no character: HCL takes the one that stands for what is none
            quoted.append(String.format("\\u%04x", Character.isSurrogate(c) ? 0xFFFD : (int) c));
        }
    }

    /** Returns what was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
