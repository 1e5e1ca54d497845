package io.portolan.draft;

import java.util.Map;
import java.util.TreeMap;

/** The headings that lead to where a reader is. The first heading of the highest level is the title and leads nowhere. */
final class Headings {
    private final Map<Integer, String> open = new TreeMap<>();
    private boolean titleSeen;

    void enter(int level, String text) {
        open.keySet().removeIf(each -> each >= level);
        if (level == 1 && !titleSeen) {
            titleSeen = true;
            return;
        }
        if (!text.isBlank()) {
            open.put(level, text.strip());
        }
    }

    String path() {
        return open.isEmpty() ? "Table" : String.join(" > ", open.values());
    }
}
