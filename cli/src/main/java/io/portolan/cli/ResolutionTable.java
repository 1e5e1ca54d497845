package io.portolan.cli;

import com.google.common.base.Joiner;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Flow;
import io.portolan.planner.Deployment;
import io.portolan.site.Advice;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.RuledOutFlow;
import io.portolan.site.WaitingFlow;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** What a site makes of catalogs, as tables for a terminal: the flows, then what it does not need, and what is open. */
final class ResolutionTable {
    private final StringBuilder text = new StringBuilder();
    private final int width;

    private ResolutionTable(int width) {
        this.width = width;
    }

    static String format(List<Deployment> deployments, int width) {
        ResolutionTable table = new ResolutionTable(width);
        for (Deployment deployment : deployments) {
            table.add(deployment);
        }
        return table.text.toString();
    }

    private void add(Deployment deployment) {
        Resolution resolution = deployment.resolution();
        String catalog = resolution.catalog().id();
        line((text.length() == 0 ? "" : "\n")
                + deployment.name()
                + (deployment.name().equals(catalog) ? ": " : " (" + catalog + "): ")
                + resolution.catalog().title());
        text.append('\n');
        flows(resolution.flows());
        ruledOut(resolution.ruledOut());
        waiting(resolution.waiting());
        for (Advice advice : resolution.advice()) {
            line("Advice: " + advice.text() + " (" + count(advice.flows().size(), "flow") + ")");
        }
        line(count(resolution.flows().size(), "flow") + ", "
                + resolution.ruledOut().size() + " ruled out, "
                + resolution.waiting().size() + " waiting; "
                + count(resolution.questions().size(), "open question")
                + (resolution.questions().isEmpty() ? "" : ", which 'portolan questions' lists"));
        resolution.catalog().remarks().forEach(this::line);
    }

    private void flows(List<ResolvedFlow> flows) {
        Table table = new Table("FROM", "TO", "SERVICE", "PORTS", "NEEDED");
        String heading = "";
        for (ResolvedFlow resolved : flows) {
            Flow flow = resolved.flow();
            Citation citation = flow.citations().get(0);
            String section = citation.document().id() + ": " + citation.section();
            if (!section.equals(heading)) {
                heading = section;
                table.addHeading(heading);
            }
            table.add(List.of(
                    flow.source().id(),
                    flow.destination().id(),
                    flow.service().title(),
                    resolved.transport().toString(),
                    flow.necessity().id()));
            table.addDetail(citation.row() + ": " + flow.purpose()
                    + (resolved.answers().isEmpty()
                            ? ""
                            : "; by " + Joiner.on(", ").join(resolved.answers())));
        }
        print(flows.isEmpty(), table);
    }

    private void ruledOut(List<RuledOutFlow> flows) {
        Table table = new Table("RULED OUT", "BY");
        for (RuledOutFlow flow : flows) {
            table.add(List.of(flow.flow().id(), Joiner.on(", ").join(flow.answers())));
        }
        print(flows.isEmpty(), table);
    }

    private void waiting(List<WaitingFlow> flows) {
        Table table = new Table("WAITING", "FOR");
        for (WaitingFlow flow : flows) {
            table.add(List.of(flow.flow().id(), Joiner.on(", ").join(flow.decisions())));
        }
        print(flows.isEmpty(), table);
    }

    private void print(boolean isEmpty, Table table) {
        if (!isEmpty) {
            text.append(table.format(width)).append('\n');
        }
    }

    private void line(String line) {
        text.append(WordUtils.wrap(line, width, "\n", false)).append('\n');
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
