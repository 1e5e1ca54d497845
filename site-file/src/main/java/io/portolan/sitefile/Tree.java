package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Finds values in what another tool wrote, of which most is of no interest. */
final class Tree {
    private static final NodeParser.Contents CONTENTS = new NodeParser.Contents("hosts", "");

    private Tree() {}

    static Node parse(String file, String text) {
        return NodeParser.parse(file, text, CONTENTS);
    }

    /** Returns the value under keys that lead to it; empty if there is none, or nothing stands there. */
    static Optional<Node> at(Node node, String... keys) {
        Node found = node;
        for (String key : keys) {
            if (!(found instanceof Node.Mapping mapping) || !mapping.entries().containsKey(key)) {
                return Optional.empty();
            }
            found = mapping.entries().get(key).value();
        }
        return found instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING
                ? Optional.empty()
                : Optional.of(found);
    }

    /** Returns the text under keys that lead to it; empty if there is none. */
    static Optional<String> text(Node node, String... keys) {
        return at(node, keys).map(found -> {
            if (found instanceof Node.Scalar scalar) {
                return scalar.text();
            }
            throw Values.expected(found, "a text", "");
        });
    }

    /** Returns the items under keys that lead to them; none if there is no list. */
    static ImmutableList<Node> items(Node node, String... keys) {
        return at(node, keys)
                .map(found -> {
                    if (found instanceof Node.Listing listing) {
                        return listing.items();
                    }
                    throw Values.expected(found, "a list", "");
                })
                .orElse(ImmutableList.of());
    }

    /** Returns the entries of a mapping under keys that lead to it; none if there is none. */
    static Map<String, Node.Entry> entries(Node node, String... keys) {
        return at(node, keys)
                .map(found -> {
                    if (found instanceof Node.Mapping mapping) {
                        return mapping.entries();
                    }
                    throw Values.expected(found, "a mapping", "");
                })
                .orElse(ImmutableMap.of());
    }
}
