package io.portolan.cli;

import io.portolan.catalog.Flow;
import io.portolan.planner.Cause;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules as a table for a terminal: places by name, and below each rule the flows that caused it. */
final class RuleTable {
    private final Table table;
    private final PeerNames places;

    RuleTable(PeerNames places) {
        this.places = places;
        this.table = new Table("FROM", "TO", "ALLOW");
    }

    void addHeading(String heading) {
        table.addHeading(heading);
    }

    void add(Rule rule) {
        table.add(List.of(
                places.of(rule.sources()),
                places.of(rule.destinations()),
                rule.transport().toString()));
        addCauses(table, rule);
    }

    /** Adds who opens a connection to whom and over what, in one line for each two endpoints. */
    static void addCauses(Table table, Rule rule) {
        Map<String, Set<String>> services = new LinkedHashMap<>();
        for (Cause cause : rule.causes()) {
            Flow flow = cause.flow();
            services.computeIfAbsent(
                            cause.deployment() + ": " + flow.source().id() + " -> "
                                    + flow.destination().id(),
                            first -> new LinkedHashSet<>())
                    .add(flow.service().title());
        }
        services.forEach((ends, titles) -> table.addDetail(ends + ": " + String.join(", ", titles)));
    }

    void addDetail(String detail) {
        table.addDetail(detail);
    }

    String format(int width) {
        return table.format(width);
    }
}
