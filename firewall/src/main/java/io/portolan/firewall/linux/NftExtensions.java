package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.linux.ChainRule.Outcome;
import java.util.Optional;

/**
 * Matches and targets of iptables that nft lists by name alone. The names say enough of some; for the others
 * {@code iptables-save} tells more.
 */
final class NftExtensions {
    /** Matches that ask for nothing. */
    private static final ImmutableSet<String> PLAIN = ImmutableSet.of("comment");

    private NftExtensions() {}

    private static String word(Json value, String key) {
        return value instanceof Json.Obj object && object.get(key).orElse(value) instanceof Json.Text text
                ? text.value()
                : "";
    }

    /** Returns what an extension asks for so that its rule goes on. */
    static Condition match(Json value) {
        String name = word(value, "name");
        return word(value, "type").equals("target") || PLAIN.contains(name)
                ? Condition.ALWAYS
                : Condition.unknown("-m " + name + ", which iptables-save tells more of");
    }

    /** Returns what an extension decides or changes, empty if nothing. */
    static Optional<Outcome> target(Json value) {
        String name = word(value, "name");
        String type = word(value, "type");
        if (type.equals("match")) {
            return Optional.empty();
        }
        // without its options CT may untrack or not, which Untrack takes for possible
        return IptablesTargets.extension(
                name.isEmpty() ? "of iptables" : name,
                "the target " + (name.isEmpty() ? "of an extension" : name) + ", which iptables-save tells more of");
    }
}
