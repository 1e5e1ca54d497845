package io.portolan.sitefile;

import com.google.common.primitives.Ints;
import io.portolan.internal.Nearest;
import io.portolan.internal.Shown;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a value in a file must be. */
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

    /**
     * Reads a list of one text or more, each once.
     *
     * @param of what the texts are, such as "addresses, such as [10.0.0.5]"
     * @param reader reads a text, and throws an {@link IllegalArgumentException} if it is wrong
     */
    static void each(Node value, String of, Consumer<String> reader) {
        if (!(value instanceof Node.Listing listing) || listing.items().isEmpty()) {
            throw expected(
                    value,
                    "a list of " + of,
                    value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT
                            ? "; put it in square brackets"
                            : "");
        }
        Set<String> before = new HashSet<>();
        Problems problems = new Problems();
        for (Node item : listing.items()) {
            problems.attempt(() -> {
                String text = text(item, "one of " + of);
                if (!before.add(text)) {
                    throw item.place().error(Shown.quote(text) + " is in the list twice; expected it once");
                }
                checked(item.place(), () -> reader.accept(text));
            });
        }
        problems.finish();
    }

    /** Reads a text, or a list of one text or more, each once. */
    static void oneOrEach(Node value, String of, Consumer<String> reader) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.TEXT) {
            checked(value.place(), () -> reader.accept(scalar.text()));
        } else {
            each(value, of, reader);
        }
    }

    /** Returns what stands under a key that has to be there. */
    static Node required(Node.Mapping mapping, String key) {
        Node.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            throw mapping.place().error("the key " + key + " is missing");
        }
        return entry.value();
    }

    /** Refuses a mapping with other keys. */
    static void onlyKeys(Node.Mapping mapping, Collection<String> known) {
        Problems problems = new Problems();
        mapping.entries()
                .forEach((key, entry) -> problems.attempt(() -> {
                    if (!known.contains(key)) {
                        throw entry.key().error(Nearest.unknown("key", key, known));
                    }
                }));
        problems.finish();
    }

    /** Returns a number from 0 on. */
    static int number(Node value, int most) {
        if (value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.INTEGER) {
            Integer number = Ints.tryParse(scalar.text());
            if (number != null && number >= 0 && number <= most) {
                return number;
            }
        }
        throw expected(value, "a number, 0-" + most, "");
    }

    /** Returns what is made, and tells the place of what is wrong. */
    static <T> T made(FilePosition place, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()));
        }
    }

    /** Does something, and tells the place of what is wrong. */
    static void checked(FilePosition place, Runnable step) {
        try {
            step.run();
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()));
        }
    }

    /** Tells whether a value is a text, and which. */
    static boolean isText(Node value, String text) {
        return value instanceof Node.Scalar scalar
                && scalar.kind() == Node.Kind.TEXT
                && scalar.text().equals(text);
    }

    static String text(Node value, String expected) {
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

    static InvalidFileException expected(Node value, String expected, String hint) {
        return value.place().error("expected " + expected + ", but found " + value.description() + hint);
    }
}
