package io.portolan.firewall.text;

import io.portolan.firewall.api.Capability;
import io.portolan.planner.Cause;
import io.portolan.planner.Rule;

/** The reasons of rules, as far as comments have room for them. */
public final class Comments {
    private static final String MORE = " +";

    private Comments() {}

    /**
     * Returns the short name of a rule and the flows that caused it, as many as fit, and how many more there are.
     *
     * @param rule a rule
     * @param capability what comments the firewall takes
     * @return the comment, of {@link Capability#commentLength()} characters at most; empty if that is 0
     */
    public static String of(Rule rule, Capability capability) {
        int room = capability.commentLength();
        StringBuilder comment = new StringBuilder(RuleIds.of(rule));
        int left = rule.causes().size();
        for (Cause cause : rule.causes()) {
            int needed = comment.length()
                    + 1
                    + cause.id().length()
                    + (left > 1 ? more(left - 1).length() : 0);
            if (needed > room) {
                break;
            }
            comment.append(' ').append(cause.id());
            left--;
        }
        if (left > 0) {
            comment.append(more(left));
        }
        return plain(comment.length() > room ? comment.substring(0, room) : comment.toString(), capability);
    }

    private static String more(int flows) {
        return MORE + flows;
    }

    /**
     * Returns a text with an underscore for each character that comments may not have, cut to their length.
     *
     * @param text any text, such as a name that a user chose
     * @param capability what comments the firewall takes
     * @return a text that is safe in a comment
     */
    public static String plain(String text, Capability capability) {
        int end = Math.min(text.length(), capability.commentLength());
        StringBuilder safe = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            safe.append(capability.commentCharacters().has(character) ? character : '_');
        }
        return safe.toString();
    }
}
