package io.portolan.cli;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Feature;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Reading;
import io.portolan.json.text.FlowCells;
import io.portolan.sitefile.text.FeatureAnswers;
import java.util.ArrayList;
import java.util.List;

/** Catalogs and flows as Markdown with tables, for reading. */
final class CatalogMarkdown {
    private static final CharMatcher MARKUP = CharMatcher.anyOf("\\`*_{}[]<>|#&~");

    private final StringBuilder text = new StringBuilder();

    private CatalogMarkdown() {}

    /** Returns flows under the headings of their documents. */
    static String flows(List<Flow> flows) {
        return new CatalogMarkdown().sections(flows).text.toString();
    }

    /** Returns a whole catalog. */
    static String export(Catalog<?> catalog) {
        CatalogMarkdown markdown = new CatalogMarkdown();
        markdown.head(catalog);
        markdown.endpoints(catalog.endpoints());
        markdown.settings(catalog.settings(), catalog.couplings());
        markdown.features(catalog.features());
        markdown.sections(List.copyOf(catalog.flows()));
        markdown.errata(catalog.errata());
        return markdown.text.toString();
    }

    private void head(Catalog<?> catalog) {
        line("# " + escape(catalog.title()));
        line("");
        line("Catalog `" + catalog.id() + "`, edition " + catalog.edition() + ", "
                + catalog.flows().size() + " flows.");
        for (String remark : catalog.remarks()) {
            line("");
            line("> " + escape(remark));
        }
        line("");
        for (Document document : catalog.documents()) {
            line("- `" + document.id() + "`: [" + escape(document.title()) + "](" + document.address() + "), "
                    + escape(document.publisher()) + ", " + document.date());
        }
    }

    private void endpoints(List<Endpoint> endpoints) {
        titles("Endpoints", "Id", "Name", "Address");
        for (Endpoint endpoint : endpoints) {
            row(
                    code(endpoint.id()),
                    escape(endpoint.title()),
                    endpoint instanceof OutsideSite site ? address(site) : "");
        }
    }

    private static String address(OutsideSite site) {
        List<String> parts = new ArrayList<>();
        site.address().map(CatalogMarkdown::code).ifPresent(parts::add);
        site.serviceTag().map(tag -> "service tag " + code(tag)).ifPresent(parts::add);
        return String.join(", ", parts);
    }

    private void settings(List<PortSetting> settings, List<PortCoupling> couplings) {
        titles("Settings", "Id", "Name", "Default", "Allowed", "Configured in", "Source");
        for (PortSetting setting : settings) {
            row(
                    code(setting.id()),
                    escape(setting.title()),
                    escape(setting.toString()),
                    setting.allowed().toString(),
                    escape(setting.configuredIn()),
                    escape(setting.citation().toString()));
        }
        for (PortCoupling coupling : couplings) {
            line("");
            line(rule(coupling) + " (" + escape(coupling.citation().toString()) + ").");
        }
    }

    private void features(List<Feature> features) {
        titles("Features", "Id", "Statement", "Default", "Source");
        for (Feature feature : features) {
            row(
                    code(feature.id()),
                    escape(FeatureAnswers.statement(feature)),
                    FeatureAnswers.byDefault(feature),
                    escape(feature.citation().toString()));
        }
    }

    private CatalogMarkdown sections(List<Flow> flows) {
        if (flows.isEmpty()) {
            line("No flows.");
        }
        String place = "";
        for (Flow flow : flows) {
            Citation citation = flow.citations().get(0);
            String section = code(citation.document().id()) + ": " + escape(citation.section());
            if (!section.equals(place)) {
                place = section;
                titles(place, "Row", "From", "To", "Service", "Ports", "Setting", "Needed", "Purpose and notes");
            }
            row(
                    escape(citation.row().replaceFirst("^row ", "")),
                    code(flow.source().id()),
                    code(flow.destination().id()),
                    escape(flow.service().title()),
                    escape(flow.traffic().toString()),
                    code(FlowCells.setting(flow)),
                    escape((flow.necessity().id() + " " + FlowCells.conditionsInWords(flow)).trim()),
                    remarks(flow));
        }
        return this;
    }

    private static String remarks(Flow flow) {
        StringBuilder remarks = new StringBuilder(escape(flow.purpose()));
        flow.replyPorts()
                .ifPresent(ports -> remarks.append(". Answers come from ").append(escape(answering(ports))));
        for (String note : flow.notes()) {
            remarks.append(". ").append(escape(note.replaceFirst("\\.$", "")));
        }
        if (!flow.errata().isEmpty()) {
            remarks.append(". Errata: ").append(Joiner.on(", ").join(flow.errata()));
        }
        return remarks.append('.').toString();
    }

    private void errata(List<Erratum> errata) {
        titles("Errata", "Id", "What is said", "Taken", "Reason");
        for (Erratum erratum : errata) {
            List<String> readings = new ArrayList<>();
            for (Reading reading : erratum.readings()) {
                readings.add(escape(reading.toString()));
            }
            row(code(erratum.id()), String.join("<br>", readings), escape(erratum.taken()), escape(erratum.reason()));
        }
    }

    private void titles(String heading, String... columns) {
        if (text.length() > 0) {
            line("");
        }
        line("## " + heading);
        line("");
        row(columns);
        line("|" + " --- |".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String code(String id) {
        return id.isEmpty() ? "" : "`" + id + "`";
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(MARKUP.matches(c) ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    private static String rule(PortCoupling coupling) {
        String when = code(coupling.when().id());
        String then = code(coupling.then().id());
        if (coupling.ports().size() == 1) {
            int port = coupling.ports().ranges().get(0).first();
            return "Where " + when + " is " + port + ", " + then + " must be " + (port + coupling.offset());
        }
        String distance = Math.abs(coupling.offset()) + (coupling.offset() < 0 ? " below " : " above ");
        return "Where " + when + " is any of " + coupling.ports() + ", " + then + " must be " + distance + "it";
    }

    private static String answering(PortSpec ports) {
        return ports instanceof AllocatedPorts allocated && allocated.stated().isEmpty()
                ? "a dynamic port of the host that answers"
                : ports.toString();
    }
}
