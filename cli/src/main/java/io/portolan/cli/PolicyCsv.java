package io.portolan.cli;

import io.portolan.json.text.RuleCells;
import io.portolan.planner.PolicyDiff;
import io.portolan.planner.Rule;
import java.util.ArrayList;
import java.util.List;

/** Rules and their differences as CSV by RFC 4180, one line for each. */
final class PolicyCsv {
    private PolicyCsv() {}

    static String format(List<PolicyView> views) {
        List<String> columns = new ArrayList<>(RuleCells.COLUMNS);
        boolean directed = views.size() > 1;
        if (directed) {
            columns.add("direction");
        }
        List<List<String>> lines = new ArrayList<>();
        for (PolicyView view : views) {
            for (Rule rule : view.policy().rules()) {
                List<String> cells = new ArrayList<>(RuleCells.of(rule));
                if (directed) {
                    cells.add(view.direction());
                }
                lines.add(cells);
            }
        }
        return CsvText.of(columns, lines);
    }

    static String diff(PolicyDiff diff) {
        List<String> columns = new ArrayList<>(RuleCells.COLUMNS);
        columns.addAll(0, List.of("change"));
        columns.add("witness");
        List<List<String>> lines = new ArrayList<>();
        add(lines, "removed", diff.removed());
        add(lines, "added", diff.added());
        return CsvText.of(columns, lines);
    }

    private static void add(List<List<String>> lines, String kind, List<PolicyDiff.Change> changes) {
        for (PolicyDiff.Change change : changes) {
            List<String> cells = new ArrayList<>();
            cells.add(kind);
            cells.addAll(RuleCells.of(change.rule()));
            cells.add(change.witness().toString());
            lines.add(cells);
        }
    }
}
