package io.portolan.cli;

import com.google.common.base.Ascii;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a user may have meant. */
final class Nearest {
    private Nearest() {}

    /** Returns what is wrong with an unknown name: the name, the nearest known one if it is near, and all of them. */
    static String unknown(String what, String name, List<String> known) {
        String nearest = null;
        String lowerCase = Ascii.toLowerCase(name).replace('_', '-');
        int shortest = Math.max(2, name.length() / 2) + 1;
        for (String candidate : known) {
            int distance = new LevenshteinDistance(shortest).apply(lowerCase, candidate);
            if (distance >= 0 && distance < shortest) {
                shortest = distance;
                nearest = candidate;
            }
        }
        return "unknown " + what + " " + Shown.quote(name) + "; "
                + (nearest == null ? "" : "did you mean " + nearest + "? ")
                + "expected one of " + String.join(", ", known);
    }
}
