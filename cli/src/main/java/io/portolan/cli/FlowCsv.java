package io.portolan.cli;

import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Flows as CSV by RFC 4180, one line for each, after a line of column names. */
final class FlowCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "source",
                    "destination",
                    "protocol",
                    "ports",
                    "service",
                    "necessity",
                    "conditions",
                    "setting",
                    "cast",
                    "document",
                    "section")
            .get();

    private FlowCsv() {}

    static String format(List<Flow> flows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (Flow flow : flows) {
                Citation citation = flow.citations().get(0);
                csv.printRecord(
                        flow.id(),
                        flow.source().id(),
                        flow.destination().id(),
                        FlowCells.protocol(flow),
                        FlowCells.ports(flow),
                        flow.service().id(),
                        flow.necessity().id(),
                        FlowCells.conditions(flow),
                        FlowCells.setting(flow),
                        flow.cast().id(),
                        citation.document().id(),
                        citation.section());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder throws none
        }
        return text.toString();
    }
}
