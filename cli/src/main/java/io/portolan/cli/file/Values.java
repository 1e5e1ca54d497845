package io.portolan.cli.file;

import com.google.common.primitives.Ints;
import io.portolan.cli.text.Nearest;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import java.util.Map;
import java.util.regex.Pattern;

/** What a value in a site file must be. */
final class Values {
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final String NO_QUOTES = "; leave out the quotes";

    private Values() {}

    /** Returns a mapping of one key or more. */
    static Node.Mapping mapping(Node value, String of) {
        if (value instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
            return mapping;
        }
        throw expected(
                value,
                "a mapping of " + of,
                isEmpty(value) && !value.place().path().isEmpty() ? "; leave the key out" : "");
    }

    static boolean yesOrNo(Node value) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TRUTH) {
            return Boolean.parseBoolean(scalar.text());
        }
        throw expected(value, "true or false", isQuoted(value, TRUTH) ? NO_QUOTES : "");
    }

    /** Returns a port that is allowed. */
    static int port(Node value, PortSet allowed) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER) {
            Integer port = Ints.tryParse(scalar.text());
            if (port != null && port >= 0 && port <= 65_535 && allowed.contains((int) port)) {
                return port;
            }
        }
        throw expected(value, "a port, " + allowed, isQuoted(value, NUMBER) ? NO_QUOTES : "");
    }

    /** Returns what one of several names stands for. */
    static <T> T oneOf(Node value, String what, Map<String, T> known) {
        String name = text(value, "one of " + String.join(", ", known.keySet()));
        T named = known.get(name);
        if (named == null) {
            throw value.place().error(Nearest.unknown(what, name, known.keySet()));
        }
        return named;
    }

    static DynamicPorts dynamicPorts(Node value) {
        String text = text(value, "modern, legacy, mixed, a range such as 50000-50999, or rpc:5001-5100");
        try {
            return DynamicPorts.parse(text);
        } catch (IllegalArgumentException e) {
            throw value.place().error(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Node value, String expected) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
            return scalar.text();
        }
        throw expected(value, expected, "");
    }

    private static boolean isEmpty(Node value) {
        return value instanceof Node.Mapping
                || (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING);
    }

    private static boolean isQuoted(Node value, Pattern unquoted) {
        return value instanceof Node.Scalar scalar
                && scalar.kind() == Node.Kind.TEXT
                && unquoted.matcher(scalar.text()).matches();
    }

    private static SiteFileException expected(Node value, String expected, String hint) {
        return value.place().error("expected " + expected + ", but found " + value.description() + hint);
    }
}
