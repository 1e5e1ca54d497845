package io.portolan.firewall.text;

import com.google.common.hash.Hashing;
import io.portolan.net.Transport;
import io.portolan.planner.Rule;
import java.nio.charset.StandardCharsets;

/** Short names of rules that depend on their packets alone, so that other rules come and go without changing them. */
public final class RuleIds {
    private static final int DIGITS = 10;

    private RuleIds() {}

    /**
     * Returns the short name of a rule.
     *
     * @param rule a rule
     * @return {@code p-} and ten hexadecimal digits, equal for equal packets; two of a million rules share theirs by chance
     *     once in some two runs, which misleads nobody but a reader of comments
     */
    public static String of(Rule rule) {
        return of(rule.sources().toString(), rule.destinations().toString(), rule.transport());
    }

    /** Does so with the texts of both ends at hand, which can be long. */
    static String of(String sources, String destinations, Transport transport) {
        String packets = sources + " -> " + destinations + ": " + transport;
        return "p-"
                + Hashing.sha256()
                        .hashString(packets, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, DIGITS);
    }
}
