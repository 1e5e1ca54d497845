package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.internal.Shown;
import io.portolan.json.text.RuleCells;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.PeerNames;
import java.util.ArrayList;
import java.util.List;

/** The findings of an audit as a table for a terminal and as CSV. */
final class FindingList {
    private FindingList() {}

    /** Returns what is not met, kind by kind, and how many findings there are of each. */
    static String table(AuditReport report, PeerNames places, int width) {
        Table table = new Table("FROM", "TO", "TRAFFIC");
        List<String> counts = new ArrayList<>();
        boolean empty = true;
        for (Finding.Kind kind : Finding.Kind.values()) {
            List<Finding> findings = report.of(kind);
            counts.add(findings.size() + " " + words(kind));
            if (kind == Finding.Kind.MET || findings.isEmpty()) {
                continue;
            }
            empty = false;
            table.addHeading(heading(kind));
            for (Finding finding : findings) {
                add(table, places, finding);
            }
        }
        return (empty ? "" : table.format(width) + "\n") + String.join(", ", counts) + "\n";
    }

    private static String words(Finding.Kind kind) {
        return kind.id().replace('-', ' ');
    }

    private static String heading(Finding.Kind kind) {
        return switch (kind) {
            case MET -> "Met";
            case MISSING -> "Missing: a flow needs it, and it does not pass";
            case UNKNOWN -> "Unknown: whether it passes depends on what was not understood or not listed, or on a name";
            case EXCESS -> "Excess: it passes, and no flow needs it";
            case POSSIBLE_EXCESS -> "Possible excess: it may be open, and no flow needs it";
            case OPEN_QUESTION -> "Open question: the answer tells whether a flow needs it";
            case NOT_CLOSED -> "Not closed: it passes, though it must not";
        };
    }

    private static void add(Table table, PeerNames places, Finding finding) {
        table.add(List.of(
                places.of(finding.rule().sources()),
                places.of(finding.rule().destinations()),
                finding.rule().transport().toString()));
        RuleTable.addCauses(table, finding.rule());
        if (!finding.observed().isEmpty()) {
            table.addDetail((finding.observed().size() == 1 ? "by rule " : "by rules ")
                    + Shown.plain(Joiner.on(", ").join(ids(finding))));
        }
        finding.detail().ifPresent(detail -> table.addDetail(Shown.plain(detail)));
        table.addDetail("such as " + finding.witness());
    }

    private static List<String> ids(Finding finding) {
        return finding.observed().stream().map(ObservedRule::id).toList();
    }

    static String csv(AuditReport report) {
        List<String> columns = new ArrayList<>();
        columns.add("kind");
        columns.addAll(RuleCells.COLUMNS);
        columns.addAll(List.of("observed", "detail", "witness"));
        List<List<String>> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            List<String> cells = new ArrayList<>();
            cells.add(finding.kind().id());
            cells.addAll(RuleCells.of(finding.rule()));
            cells.add(Joiner.on(';').join(ids(finding)));
            cells.add(finding.detail().orElse(""));
            cells.add(finding.witness().toString());
            lines.add(cells);
        }
        return CsvText.of(columns, lines);
    }
}
