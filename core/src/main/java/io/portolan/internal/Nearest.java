package io.portolan.internal;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the name that a user may have meant. */
public final class Nearest {
    private static final int MOST = 32;
    private static final int LONGEST = 200;

    private Nearest() {}

    /**
     * Returns what is wrong with an unknown name: the name, the nearest known one if it is near, and all of them, or the
     * first ones if they are many.
     *
     * @param what what the name should name, such as "catalog"
     * @param name the name, as the user gave it
     * @param known the names that there are, in the order in which they are to be listed
     * @return a sentence without a full stop
     */
    public static String unknown(String what, String name, Collection<String> known) {
        return "unknown " + what + " " + Shown.quote(name) + "; "
                + of(name, known)
                        .map(nearest -> "did you mean " + nearest + "? ")
                        .orElse("")
                + expected(List.copyOf(known));
    }

    /**
     * Returns the known name that is nearest, if one is near: if at most half of the characters, or two of a short name,
     * have to be inserted, deleted or replaced.
     *
     * @param name the name, as the user gave it
     * @param known the names that there are; of two that are equally near, the first is taken
     * @return the name, empty if none is near
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String lowerCase = Ascii.toLowerCase(Ascii.truncate(name, LONGEST, "")).replace('_', '-');
        int shortest = Math.max(2, lowerCase.length() / 2) + 1;
        String nearest = null;
        for (String candidate : known) {
            int distance = distance(lowerCase, candidate, shortest);
            if (distance < shortest) {
                shortest = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Returns the edit distance of Levenshtein, or any number beyond the bound if it is not below it. */
    private static int distance(String one, String other, int bound) {
        if (Math.abs(one.length() - other.length()) >= bound) {
            return bound;
        }
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }

    private static String expected(List<String> known) {
        if (known.isEmpty()) {
            return "there is none";
        }
        String listed = String.join(", ", known.subList(0, Math.min(MOST, known.size())));
        return "expected one of " + listed + (known.size() > MOST ? " and " + (known.size() - MOST) + " others" : "");
    }
}
