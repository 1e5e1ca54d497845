package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named sets and maps of a table of nftables. */
final class NftSets {
    private static final ImmutableSet<String> CHANGING = ImmutableSet.of("dynamic", "timeout");

    private final Map<String, Json.Obj> sets = new LinkedHashMap<>();
    private final Set<String> updated = new HashSet<>();

    /** Adds a set or a map. */
    void add(Json.Obj set) {
        sets.put(set.require("name").text(), set);
    }

    /** Says that a rule adds elements to a set, or deletes some. */
    void update(String name) {
        updated.add(name);
    }

    /**
     * Returns the elements of a set or a map that does not change by itself.
     *
     * @param name its name
     * @return the elements, pairs of a map as they are; empty if the set is not listed, changes by itself, or has elements
     *     that match by more than their value
     */
    Optional<ImmutableList<Json>> elements(String name) {
        Json.Obj set = sets.get(name);
        if (set == null || updated.contains(name) || changes(set) || hasStatements(set)) {
            return Optional.empty();
        }
        return set.get("elem").map(NftMatches::values).orElse(Optional.of(ImmutableList.of()));
    }

    /** Tells whether a set of the table can have no more than some number of elements. */
    boolean mayBeFull(String name) {
        Json.Obj set = sets.get(name);
        return set == null || set.get("size").isPresent();
    }

    private static boolean changes(Json.Obj set) {
        return set.get("timeout").isPresent()
                || set.get("flags")
                        .map(flags -> NftTexts.of(flags).stream().anyMatch(CHANGING::contains))
                        .orElse(false);
    }

    /** Elements of such a set have limits or quotas; counters match all. */
    private static boolean hasStatements(Json.Obj set) {
        Optional<Json> statements = set.get("stmt");
        if (statements.isEmpty()) {
            return false;
        }
        return !(statements.get() instanceof Json.Arr array)
                || !array.values().stream()
                        .allMatch(each -> each instanceof Json.Obj of
                                && of.entries().keySet().equals(Set.of("counter")));
    }
}
