package io.portolan.cli;

import io.portolan.flowlogs.Conversation;
import io.portolan.flowlogs.Count;
import io.portolan.flowlogs.FlowRecord;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.TrafficReport;
import io.portolan.flowlogs.TrafficReport.FlowTraffic;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.json.text.JsonText;
import io.portolan.net.IpProtocol;
import io.portolan.planner.PeerNames;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What became of records of traffic, as a table for a terminal, as CSV, and as JSON. */
final class TrafficText {
    private static final List<String> COLUMNS = List.of(
            "verdict",
            "reason",
            "flow",
            "source",
            "destination",
            "protocol",
            "port",
            "guessed",
            "records",
            "rejected",
            "packets",
            "bytes",
            "first",
            "last");

    private TrafficText() {}

    static String table(TrafficReport report, LogProgress read, PeerNames places, int most, int width) {
        StringBuilder text = new StringBuilder();
        Table verdicts = new Table("VERDICT", "RECORDS", "BYTES", "FIRST", "LAST");
        report.verdicts().forEach((verdict, count) -> addRow(verdicts, verdict.id(), count));
        report.reasons().forEach((reason, count) -> addRow(verdicts, reason.id(), count));
        text.append(verdicts.format(width));
        if (!report.unwanted().isEmpty()) {
            Table unwanted = new Table("FROM", "TO", "TRAFFIC", "RECORDS", "REJECTED");
            unwanted.addHeading("Unwanted: between addresses that are known, and no flow needs it");
            for (Unwanted each : report.unwanted()
                    .subList(0, Math.min(most, report.unwanted().size()))) {
                Conversation conversation = each.conversation();
                unwanted.add(List.of(
                        places.of(peers(conversation.source())),
                        places.of(peers(conversation.destination())),
                        traffic(conversation) + (conversation.guessed() ? " ?" : ""),
                        number(each.count().records()),
                        number(each.count().rejected())));
            }
            text.append(unwanted.format(width));
            int left = Math.max(0, report.unwanted().size() - most);
            if (left > 0) {
                text.append("and ").append(number(left)).append(" more\n");
            }
        }
        text.append('\n').append(notes(report, read));
        return text.toString();
    }

    private static void addRow(Table table, String name, Count count) {
        table.add(
                List.of(name, number(count.records()), number(count.bytes()), time(count.first()), time(count.last())));
    }

    /** What a reader has to know before the figures mean anything. */
    private static String notes(TrafficReport report, LogProgress read) {
        List<String> notes = new ArrayList<>();
        long seen = report.flows().stream().filter(FlowTraffic::isUsed).count();
        notes.add(number(seen) + " of " + number(report.flows().size()) + " flows were seen");
        if (report.triedBothWays() > 0) {
            notes.add(number(report.triedBothWays())
                    + " records do not tell who opened the connection, so that both ways were tried; "
                    + number(report.fitBothWays()) + " fit both and are needed; ? marks a service that is only guessed"
                    + " by its lower port");
        }
        if (report.further().records() > 0) {
            notes.add(number(report.further().records())
                    + " unwanted records are of conversations that there was no room to list");
        }
        if (read.others() > 0) {
            notes.add(number(read.others()) + " entries of the logs are no records of traffic");
        }
        notes.add(number(read.broken()) + " records are broken");
        for (LogProgress.Broken broken : read.shown()) {
            notes.add("  " + broken);
        }
        if (read.broken() > read.shown().size()) {
            notes.add("  and " + number(read.broken() - read.shown().size()) + " more");
        }
        return String.join("\n", notes) + "\n";
    }

    static String csv(TrafficReport report, LogProgress read) {
        List<List<String>> lines = new ArrayList<>();
        for (FlowTraffic flow : report.flows()) {
            lines.add(line(Verdict.NEEDED.id(), "", flow.flow(), List.of("", "", "", "", ""), flow.needed()));
            if (flow.answers().records() > 0) {
                lines.add(line(Verdict.ANSWER.id(), "", flow.flow(), List.of("", "", "", "", ""), flow.answers()));
            }
        }
        for (Unwanted each : report.unwanted()) {
            Conversation conversation = each.conversation();
            lines.add(line(
                    Verdict.UNWANTED.id(),
                    "",
                    "",
                    List.of(
                            conversation.source().toString(),
                            conversation.destination().toString(),
                            IpProtocol.of(conversation.protocol()).toString(),
                            Integer.toString(conversation.selector()),
                            Boolean.toString(conversation.guessed())),
                    each.count()));
        }
        List<String> nobody = List.of("", "", "", "", "");
        if (report.further().records() > 0) {
            lines.add(line(Verdict.UNWANTED.id(), "not-listed", "", nobody, report.further()));
        }
        report.reasons()
                .forEach((reason, count) -> lines.add(line(Verdict.UNKNOWN.id(), reason.id(), "", nobody, count)));
        if (read.broken() > 0) {
            Count broken = new Count(read.broken(), 0, 0, 0, FlowRecord.NO_TIME, FlowRecord.NO_TIME);
            lines.add(line("broken", "", "", nobody, broken));
        }
        return CsvText.of(COLUMNS, lines);
    }

    private static List<String> line(String verdict, String reason, String flow, List<String> ends, Count count) {
        List<String> line = new ArrayList<>(List.of(verdict, reason, flow));
        line.addAll(ends);
        line.addAll(List.of(
                Long.toString(count.records()),
                Long.toString(count.rejected()),
                Long.toString(count.packets()),
                Long.toString(count.bytes()),
                time(count.first()),
                time(count.last())));
        return line;
    }

    static String json(TrafficReport report, LogProgress read, PeerNames places) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("read");
            json.writeNumberProperty("records", report.all().records());
            json.writeNumberProperty("others", read.others());
            json.writeNumberProperty("broken", read.broken());
            JsonText.strings(
                    json,
                    "shown",
                    read.shown().stream().map(LogProgress.Broken::toString).toList());
            json.writeNumberProperty("triedBothWays", report.triedBothWays());
            json.writeNumberProperty("fitBothWays", report.fitBothWays());
            json.writeEndObject();
            json.writeObjectPropertyStart("verdicts");
            report.verdicts().forEach((verdict, count) -> object(json, verdict.id(), count));
            json.writeEndObject();
            json.writeObjectPropertyStart("unknown");
            for (Reason reason : Reason.values()) {
                Count count = report.reasons().get(reason);
                if (count != null) {
                    object(json, reason.id(), count);
                }
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("flows");
            for (FlowTraffic flow : report.flows()) {
                json.writeStartObject();
                json.writeStringProperty("flow", flow.flow());
                object(json, "needed", flow.needed());
                object(json, "answers", flow.answers());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("unwanted");
            for (Unwanted each : report.unwanted()) {
                json.writeStartObject();
                ends(json, each.conversation(), places);
                properties(json, each.count());
                json.writeEndObject();
            }
            json.writeEndArray();
            object(json, "notListed", report.further());
            json.writeEndObject();
        });
    }

    static void ends(JsonGenerator json, Conversation conversation, PeerNames places) {
        json.writeStringProperty("source", conversation.source().toString());
        json.writeStringProperty("sourcePlace", places.of(peers(conversation.source())));
        json.writeStringProperty("destination", conversation.destination().toString());
        json.writeStringProperty("destinationPlace", places.of(peers(conversation.destination())));
        json.writeStringProperty("traffic", traffic(conversation));
        json.writeBooleanProperty("guessed", conversation.guessed());
    }

    static void object(JsonGenerator json, String name, Count count) {
        json.writeObjectPropertyStart(name);
        properties(json, count);
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, Count count) {
        json.writeNumberProperty("records", count.records());
        json.writeNumberProperty("rejected", count.rejected());
        json.writeNumberProperty("packets", count.packets());
        json.writeNumberProperty("bytes", count.bytes());
        if (count.first() != FlowRecord.NO_TIME) {
            json.writeStringProperty("first", time(count.first()));
            json.writeStringProperty("last", time(count.last()));
        }
    }

    /** Returns what was sent, such as {@code tcp 443} or {@code icmp 8/0}. */
    static String traffic(Conversation conversation) {
        IpProtocol protocol = IpProtocol.of(conversation.protocol());
        if (protocol.hasPorts()) {
            return protocol + " " + (conversation.selector() < 0 ? "?" : conversation.selector());
        }
        boolean isIcmp = protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
        return isIcmp
                ? protocol + " " + conversation.selector() / 256 + "/" + conversation.selector() % 256
                : protocol.toString();
    }

    static Peers peers(Address address) {
        return Peers.of(AddressSet.of(AddressRange.of(address, address)));
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String time(long milliseconds) {
        return milliseconds == FlowRecord.NO_TIME
                ? ""
                : Instant.ofEpochMilli(milliseconds).toString();
    }
}
