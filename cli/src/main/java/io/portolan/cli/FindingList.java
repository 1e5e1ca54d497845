package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.internal.Shown;
import io.portolan.json.text.RuleCells;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.PeerNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings of an audit as a table for a terminal and as CSV. */
final class FindingList {
    /** So many findings of one rule, and so many names and addresses at an end, are told one by one. */
    private static final int MOST_PARTS = 4;

    private static final int MOST_ENDS = 12;

    private FindingList() {}

    /** Returns what is not met, or everything, kind by kind, and how many findings there are of each. */
    static String table(AuditReport report, PeerNames places, int width, boolean all) {
        Table table = new Table("FROM", "TO", "TRAFFIC");
        List<String> counts = new ArrayList<>();
        boolean empty = true;
        for (Finding.Kind kind : Finding.Kind.values()) {
            List<Finding> findings = report.of(kind);
            counts.add(findings.size() + " " + words(kind));
            if ((kind == Finding.Kind.MET && !all) || findings.isEmpty()) {
                continue;
            }
            empty = false;
            table.addHeading(heading(kind));
            byRule(findings).forEach(alike -> add(table, places, alike, all));
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

    /** Returns the findings, with those that the same rules are behind together. */
    private static List<List<Finding>> byRule(List<Finding> findings) {
        Map<List<ObservedRule>, List<Finding>> byRule = new LinkedHashMap<>();
        List<List<Finding>> lists = new ArrayList<>();
        for (Finding finding : findings) {
            boolean isTooMuch = finding.kind() == Finding.Kind.EXCESS || finding.kind() == Finding.Kind.POSSIBLE_EXCESS;
            if (isTooMuch && finding.observed().size() == 1) {
                byRule.computeIfAbsent(finding.observed(), first -> {
                            List<Finding> list = new ArrayList<>();
                            lists.add(list);
                            return list;
                        })
                        .add(finding);
            } else {
                lists.add(List.of(finding));
            }
        }
        return lists;
    }

    /** Adds findings one by one, or as all that a rule lets pass besides what flows need, where their parts tell nothing. */
    private static void add(Table table, PeerNames places, List<Finding> alike, boolean all) {
        boolean isScattered = alike.size() > MOST_PARTS
                || alike.stream()
                        .map(Finding::rule)
                        .anyMatch(rule -> places.all(rule.sources()).size() > MOST_ENDS
                                || places.all(rule.destinations()).size() > MOST_ENDS);
        if (all || !isScattered || alike.get(0).observed().size() != 1) {
            alike.forEach(finding -> add(table, places, finding));
            return;
        }
        ObservedRule rule = alike.get(0).observed().get(0);
        table.add(List.of(
                places.of(rule.sources()),
                places.of(rule.destinations()),
                rule.transports().isEmpty()
                        ? "every protocol"
                        : rule.transports().size() > MOST_ENDS
                                ? rule.transports().size() + " transports"
                                : Joiner.on("; ").join(rule.transports())));
        table.addDetail("everything else, by rule " + Shown.plain(rule.id())
                + (alike.size() == 1 ? "" : ", in " + alike.size() + " parts"));
        if (!rule.isUnderstood()) {
            table.addDetail(Shown.plain("not understood: " + String.join("; ", rule.notUnderstood())));
        }
        table.addDetail("such as " + alike.get(0).witness());
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
