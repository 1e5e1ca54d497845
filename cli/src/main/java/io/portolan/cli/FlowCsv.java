package io.portolan.cli;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import io.portolan.json.text.FlowCells;
import io.portolan.planner.Deployment;
import io.portolan.site.ResolvedFlow;
import java.util.ArrayList;
import java.util.List;

/**
 * Flows as CSV by RFC 4180, one line for each, after a line of column names.
 *
 * <p>Flows of a site have their ports in numbers and a last column {@code answers}. Where several deployments are printed
 * together, one more column {@code deployment} tells whose flow it is.
 */
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

    static String resolved(List<Deployment> deployments) {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.add("answers");
        boolean several = deployments.size() > 1;
        if (several) {
            columns.add("deployment");
        }
        List<List<String>> lines = new ArrayList<>();
        for (Deployment deployment : deployments) {
            for (ResolvedFlow resolved : deployment.resolution().flows()) {
                List<String> cells = cells(resolved.flow(), FlowCells.ports(resolved));
                cells.add(Joiner.on(';').join(resolved.answers()));
                if (several) {
                    cells.add(deployment.name());
                }
                lines.add(cells);
            }
        }
        return CsvText.of(columns, lines);
    }

    private static List<String> cells(Flow flow, String ports) {
        Citation citation = flow.citations().get(0);
        return new ArrayList<>(List.of(
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
                citation.section()));
    }
}
