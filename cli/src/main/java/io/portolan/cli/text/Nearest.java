package io.portolan.cli.text;

import com.google.common.base.Ascii;
import java.util.Collection;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a user may have meant. */
public final class Nearest {
    private static final int MOST = 32;

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
        String nearest = null;
        String lowerCase = Ascii.toLowerCase(Ascii.truncate(name, 200, "")).replace('_', '-');
        int shortest = Math.max(2, lowerCase.length() / 2) + 1;
        for (String candidate : known) {
            int distance = new LevenshteinDistance(shortest).apply(lowerCase, candidate);
            if (distance >= 0 && distance < shortest) {
                shortest = distance;
                nearest = candidate;
            }
        }
        return "unknown " + what + " " + Shown.quote(name) + "; "
                + (nearest == null ? "" : "did you mean " + nearest + "? ")
                + expected(List.copyOf(known));
    }

    private static String expected(List<String> known) {
        if (known.isEmpty()) {
            return "there is none";
        }
        String listed = String.join(", ", known.subList(0, Math.min(MOST, known.size())));
        return "expected one of " + listed + (known.size() > MOST ? " and " + (known.size() - MOST) + " others" : "");
    }
}
