package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import io.portolan.cli.text.CsvText;
import java.util.ArrayList;
import java.util.List;

/** Flows as CSV by RFC 4180, one line for each, after a line of column names. */
final class FlowCsv {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
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
            "section");

    private FlowCsv() {}

    static String format(List<Flow> flows) {
        List<List<String>> lines = new ArrayList<>();
        for (Flow flow : flows) {
            lines.add(cells(flow, FlowCells.ports(flow)));
        }
        return CsvText.of(COLUMNS, lines);
    }

    private static List<String> cells(Flow flow, String ports) {
        Citation citation = flow.citations().get(0);
        return List.of(
                flow.id(),
                flow.source().id(),
                flow.destination().id(),
                FlowCells.protocol(flow),
                ports,
                flow.service().id(),
                flow.necessity().id(),
                FlowCells.conditions(flow),
                FlowCells.setting(flow),
                flow.cast().id(),
                citation.document().id(),
                citation.section());
    }
}
