package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.flowlogs.Count;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.ReviewCell;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.flowlogs.TrafficReview;
import io.portolan.flowlogs.TrafficReview.FlowReview;
import io.portolan.flowlogs.TrafficReview.RuleReview;
import io.portolan.flowlogs.TrafficReview.Tightening;
import io.portolan.internal.Shown;
import io.portolan.json.text.JsonText;
import io.portolan.planner.Cause;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Rule;
import io.portolan.planner.matcher.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A review as a table for a terminal, as CSV, and as JSON. */
final class ReviewText {
    private static final Duration SHORT = Duration.ofDays(35);
    private static final int MOST_CONVERSATIONS = 50;
    private static final List<String> COLUMNS = List.of(
            "cell",
            "kind",
            "id",
            "sources",
            "destinations",
            "traffic",
            "needed",
            "unneeded",
            "unjudged",
            "rejected",
            "first",
            "last",
            "wider",
            "note");

    private ReviewText() {}

    static String table(TrafficReview review, LogProgress read, PeerNames places, int width) {
        StringBuilder text = new StringBuilder();
        Table table = new Table("FROM", "TO", "TRAFFIC", "RECORDS");
        for (ReviewCell cell : ReviewCell.values()) {
            addCell(table, review, cell, places);
        }
        text.append(table.format(width)).append('\n');
        if (!review.tightening().isEmpty()) {
            text.append("Proposal, not applied: what could go, and what would have to take its place\n");
            for (Tightening each : review.tightening()) {
                text.append("- ").append(line(each.rule())).append('\n');
                for (Rule rule : each.instead()) {
                    text.append("+ ").append(rule).append('\n');
                }
            }
            text.append('\n');
        }
        return text.append(notes(review, read)).toString();
    }

    private static void addCell(Table table, TrafficReview review, ReviewCell cell, PeerNames places) {
        List<FlowReview> flows =
                review.flows().stream().filter(flow -> flow.cell() == cell).toList();
        List<RuleReview> rules =
                review.rules().stream().filter(rule -> rule.cell() == cell).toList();
        List<Unwanted> conversations = conversations(review, cell);
        int total = flows.size() + rules.size() + conversations.size();
        if (total == 0) {
            return;
        }
        table.addHeading(heading(cell) + ": " + ResolutionTable.count(flows.size(), "flow") + ", "
                + ResolutionTable.count(rules.size(), "rule") + ", "
                + ResolutionTable.count(conversations.size(), "conversation"));
        for (FlowReview flow : flows) {
            if (cell != ReviewCell.NEEDED_ALLOWED_USED || flow.note().isPresent()) {
                table.addDetail(
                        "flow " + flow.cause().id() + ": " + flow.cause().flow().purpose() + " ["
                                + flow.cause().flow().citations().get(0) + "]"
                                + flow.note().map(note -> ": " + note).orElse(""));
            }
        }
        for (RuleReview rule : rules) {
            table.add(List.of(
                    places.of(rule.rule().sources()),
                    places.of(rule.rule().destinations()),
                    traffic(rule.rule()),
                    TrafficText.number(records(rule))));
            table.addDetail("rule " + Shown.plain(rule.rule().id()) + about(rule));
        }
        for (Unwanted each : conversations.subList(0, Math.min(MOST_CONVERSATIONS, conversations.size()))) {
            table.add(List.of(
                    places.of(TrafficText.peers(each.conversation().source())),
                    places.of(TrafficText.peers(each.conversation().destination())),
                    TrafficText.traffic(each.conversation())
                            + (each.conversation().guessed() ? " ?" : ""),
                    TrafficText.number(each.count().records())));
        }
        if (conversations.size() > MOST_CONVERSATIONS) {
            table.addDetail("and " + (conversations.size() - MOST_CONVERSATIONS) + " more conversations");
        }
    }

    private static List<Unwanted> conversations(TrafficReview review, ReviewCell cell) {
        return switch (cell) {
            case ALLOWED_USED_NOT_NEEDED -> review.passing();
            case USED_NOT_ALLOWED -> review.attempts();
            case NOT_KNOWN -> review.undecided();
            default -> List.of();
        };
    }

    private static String heading(ReviewCell cell) {
        return switch (cell) {
            case NEEDED_ALLOWED_USED -> "Needed, allowed, used";
            case NEEDED_ALLOWED_UNUSED -> "Needed, allowed, unused in the time of the logs";
            case NEEDED_NOT_ALLOWED -> "Needed, not allowed: broken";
            case ALLOWED_USED_NOT_NEEDED -> "Allowed, used, not needed: a flow is missing, or it should stop";
            case ALLOWED_UNUSED_NOT_NEEDED -> "Allowed, unused, not needed: remove first";
            case USED_NOT_ALLOWED -> "Tried, not allowed, not needed";
            case NOT_KNOWN -> "Not known";
        };
    }

    private static long records(RuleReview rule) {
        return rule.needed().records()
                + rule.unneeded().records()
                + rule.unjudged().records();
    }

    private static String about(RuleReview rule) {
        List<String> words = new ArrayList<>();
        if (!rule.serves().isEmpty()) {
            words.add("serves " + Joiner.on(", ").join(rule.serves()));
        }
        if (rule.isWider()) {
            words.add("lets more pass than flows need");
        }
        if (rule.needed().records() > 0 && rule.unneeded().records() > 0) {
            words.add(TrafficText.number(rule.unneeded().records()) + " records that no flow needs");
        }
        if (rule.unjudged().records() > 0) {
            words.add(TrafficText.number(rule.unjudged().records()) + " records that nobody can judge");
        }
        if (!rule.rule().notUnderstood().isEmpty()) {
            words.add("not understood: " + Joiner.on("; ").join(rule.rule().notUnderstood()));
        }
        rule.near().forEach(near -> words.add("near " + near));
        return words.isEmpty() ? "" : ": " + Shown.plain(Joiner.on("; ").join(words));
    }

    private static String traffic(ObservedRule rule) {
        return rule.transports().isEmpty() ? "any" : Joiner.on(", ").join(rule.transports());
    }

    private static String line(ObservedRule rule) {
        return Shown.plain(rule.id()) + ": " + rule.sources() + " -> " + rule.destinations() + ": " + traffic(rule);
    }

    /** What a reader has to know before "unused" means anything. */
    private static String notes(TrafficReview review, LogProgress read) {
        Count all = review.traffic().all();
        List<String> notes = new ArrayList<>();
        notes.add(review.span()
                .map(span -> "the logs have " + TrafficText.number(all.records()) + " records from "
                        + TrafficText.time(all.first()) + " to " + TrafficText.time(all.last())
                        + (span.compareTo(SHORT) < 0
                                ? ": shorter than what runs once a month, so that unused may only be rare"
                                : ": what runs more seldom looks unused, too"))
                .orElse("the logs tell no time, so that nobody knows how long nothing was used"));
        Count unknown = review.traffic().of(Verdict.UNKNOWN);
        if (unknown.records() > 0) {
            notes.add(
                    TrafficText.number(unknown.records()) + " records cannot be judged; 'portolan traffic' tells why");
        }
        if (review.traffic().further().records() > 0) {
            notes.add(TrafficText.number(review.traffic().further().records())
                    + " unwanted records are of conversations that there was no room to list");
        }
        notes.add(TrafficText.number(read.broken()) + " records are broken");
        read.shown().forEach(broken -> notes.add("  " + broken));
        return Joiner.on('\n').join(notes) + "\n";
    }

    static String csv(TrafficReview review) {
        List<List<String>> lines = new ArrayList<>();
        for (FlowReview flow : review.flows()) {
            Count needed = flow.traffic().needed().plus(flow.traffic().answers());
            lines.add(line(
                    flow.cell(),
                    "flow",
                    flow.cause().id(),
                    List.of("", "", ""),
                    List.of(needed, Count.NONE, Count.NONE),
                    "",
                    flow.note().orElse("")));
        }
        for (RuleReview rule : review.rules()) {
            lines.add(line(
                    rule.cell(),
                    "rule",
                    rule.rule().id(),
                    List.of(
                            rule.rule().sources().toString(),
                            rule.rule().destinations().toString(),
                            traffic(rule.rule())),
                    List.of(rule.needed(), rule.unneeded(), rule.unjudged()),
                    Boolean.toString(rule.isWider()),
                    Joiner.on("; ").join(rule.rule().notUnderstood())));
        }
        for (ReviewCell cell : ReviewCell.values()) {
            for (Unwanted each : conversations(review, cell)) {
                lines.add(line(
                        cell,
                        "conversation",
                        "",
                        List.of(
                                each.conversation().source().toString(),
                                each.conversation().destination().toString(),
                                TrafficText.traffic(each.conversation())),
                        List.of(Count.NONE, each.count(), Count.NONE),
                        "",
                        each.conversation().guessed() ? "guessed by its lower port" : ""));
            }
        }
        return CsvText.of(COLUMNS, lines);
    }

    private static List<String> line(
            ReviewCell cell, String kind, String id, List<String> ends, List<Count> counts, String wider, String note) {
        Count all = counts.get(0).plus(counts.get(1)).plus(counts.get(2));
        List<String> line = new ArrayList<>(List.of(cell.id(), kind, id));
        line.addAll(ends);
        counts.forEach(count -> line.add(Long.toString(count.records())));
        line.addAll(List.of(
                Long.toString(all.rejected()),
                TrafficText.time(all.first()),
                TrafficText.time(all.last()),
                wider,
                note));
        return line;
    }

    static String json(TrafficReview review, LogProgress read, PeerNames places) {
        return JsonText.of(json -> {
            json.writeStartObject();
            TrafficText.object(json, "logs", review.traffic().all());
            json.writeNumberProperty("broken", read.broken());
            TrafficText.object(json, "notListed", review.traffic().further());
            json.writeArrayPropertyStart("flows");
            for (FlowReview flow : review.flows()) {
                json.writeStartObject();
                json.writeStringProperty("cell", flow.cell().id());
                json.writeStringProperty("flow", flow.cause().id());
                json.writeStringProperty(
                        "citation", flow.cause().flow().citations().get(0).toString());
                TrafficText.object(json, "needed", flow.traffic().needed());
                TrafficText.object(json, "answers", flow.traffic().answers());
                flow.interval().ifPresent(interval -> json.writeStringProperty("interval", interval.toString()));
                flow.note().ifPresent(note -> json.writeStringProperty("note", note));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("rules");
            review.rules().forEach(rule -> rule(json, rule));
            json.writeEndArray();
            json.writeArrayPropertyStart("conversations");
            for (ReviewCell cell : ReviewCell.values()) {
                for (Unwanted each : conversations(review, cell)) {
                    json.writeStartObject();
                    json.writeStringProperty("cell", cell.id());
                    TrafficText.ends(json, each.conversation(), places);
                    TrafficText.object(json, "count", each.count());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("tightening");
            for (Tightening each : review.tightening()) {
                json.writeStartObject();
                json.writeStringProperty("remove", line(each.rule()));
                JsonText.strings(
                        json, "add", each.instead().stream().map(Rule::toString).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void rule(JsonGenerator json, RuleReview rule) {
        json.writeStartObject();
        json.writeStringProperty("cell", rule.cell().id());
        json.writeStringProperty("rule", rule.rule().id());
        json.writeStringProperty("sources", rule.rule().sources().toString());
        json.writeStringProperty("destinations", rule.rule().destinations().toString());
        json.writeStringProperty("traffic", traffic(rule.rule()));
        JsonText.strings(json, "serves", rule.serves().stream().map(Cause::id).toList());
        json.writeBooleanProperty("wider", rule.isWider());
        TrafficText.object(json, "needed", rule.needed());
        TrafficText.object(json, "unneeded", rule.unneeded());
        TrafficText.object(json, "unjudged", rule.unjudged());
        JsonText.strings(json, "near", rule.near());
        JsonText.strings(json, "notUnderstood", rule.rule().notUnderstood());
        json.writeEndObject();
    }
}
