package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSetting;
import io.portolan.json.text.FlowCells;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.WordUtils;

/** Flows as a table for a terminal, under the headings of their documents, each with its purpose below it. */
final class FlowTable {
    private FlowTable() {}

    static String format(List<Catalog<?>> catalogs, List<Flow> flows, int width) {
        Table table = new Table("FROM", "TO", "SERVICE", "PORTS", "NEEDED");
        Set<Document> documents = new LinkedHashSet<>();
        Set<String> settings = new LinkedHashSet<>();
        String heading = "";
        for (Flow flow : flows) {
            Citation citation = flow.citations().get(0);
            documents.add(citation.document());
            flow.setting().map(PortSetting::id).ifPresent(settings::add);
            String section = citation.document().id() + ": " + citation.section();
            if (!section.equals(heading)) {
                heading = section;
                table.addHeading(heading);
            }
            table.add(List.of(
                    flow.source().id(),
                    flow.destination().id(),
                    flow.service().title(),
                    flow.traffic() + (flow.setting().isPresent() ? "*" : ""),
                    flow.necessity().id()));
            String conditions = FlowCells.conditionsInWords(flow);
            table.addDetail(citation.row() + ": " + flow.purpose() + (conditions.isEmpty() ? "" : "; " + conditions));
        }
        StringBuilder text = new StringBuilder(flows.isEmpty() ? "" : table.format(width) + "\n");
        line(text, width, flows.size() == 1 ? "1 flow" : flows.size() + " flows");
        if (!settings.isEmpty()) {
            line(text, width, "* the site may change it: " + String.join(", ", settings));
        }
        for (Document document : documents) {
            line(text, width, document.id() + " is " + document + ", " + document.address());
        }
        for (Catalog<?> catalog : catalogs) {
            if (!catalog.remarks().isEmpty() && anyOf(catalog, flows)) {
                catalog.remarks().forEach(remark -> line(text, width, remark));
            }
        }
        return text.toString();
    }

    private static boolean anyOf(Catalog<?> catalog, List<Flow> flows) {
        for (Flow flow : flows) {
            if (catalog.flow(flow.id()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static void line(StringBuilder text, int width, String line) {
        text.append(WordUtils.wrap(line, width, "\n", false)).append('\n');
    }
}
