package io.portolan.firewall.azure;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives rules priorities that depend on their names, so that a new rule moves no other, but for those that it collides with.
 * The order of rules that all allow does not matter.
 */
final class Priorities {
    static final int FIRST = 100;

    /** The last of all is for the rule that denies what no other allows. */
    static final int LAST = 4095;

    private static final int COUNT = LAST - FIRST + 1;

    private Priorities() {}

    /** Returns a priority for each of at most 3,996 names. */
    static Map<String, Integer> of(Collection<String> names) {
        if (names.size() > COUNT) {
            throw new IllegalArgumentException(names.size() + " rules, but there are " + COUNT + " priorities");
        }
        Map<String, Integer> priorities = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (String name : new TreeSet<>(names)) {
            int priority = at(name, 0);
            for (int attempt = 1; !taken.add(priority); attempt++) {
                priority = attempt < COUNT ? at(name, attempt) : FIRST + (priority - FIRST + 1) % COUNT;
            }
            priorities.put(name, priority);
        }
        return priorities;
    }

    private static int at(String name, int attempt) {
        long hash = Hashing.sha256()
                .hashString(name + " " + attempt, StandardCharsets.UTF_8)
                .asLong();
        return FIRST + (int) Long.remainderUnsigned(hash, COUNT);
    }
}
