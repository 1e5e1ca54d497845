package io.portolan.cli;

import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a user may have meant. */
final class Nearest {
    private Nearest() {}

    /** Returns what is wrong with an unknown name: the name, the nearest known one if it is near, and all of them. */
    static String unknown(String what, String name, List<String> known) {
        String nearest = null;
        int shortest = Math.max(2, name.length() / 2) + 1;
        for (String candidate : known) {
            int distance = new LevenshteinDistance(shortest).apply(name, candidate);
            if (distance >= 0 && distance < shortest) {
                shortest = distance;
                nearest = candidate;
            }
        }
        return "unknown " + what + " '" + name + "'; "
                + (nearest == null ? "" : "did you mean " + nearest + "? ")
                + "expected one of " + String.join(", ", known);
    }
}
