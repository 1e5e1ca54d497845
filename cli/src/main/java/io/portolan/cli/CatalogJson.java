package io.portolan.cli;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Document;
import io.portolan.catalog.DynamicRange;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortTraffic;
import io.portolan.catalog.PortlessTraffic;
import io.portolan.catalog.Reading;
import io.portolan.catalog.Toggle;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortSet;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Catalogs and flows as JSON: an object with {@code catalogs} and {@code flows}. A flow has the columns of the CSV by the
 * same names, and what does not fit there. What is empty is left out, but for the columns of the CSV.
 */
final class CatalogJson {
    private final JsonGenerator json;

    private CatalogJson(JsonGenerator json) {
        this.json = json;
    }

    private interface Body {
        void write(CatalogJson json);
    }

    /** Returns flows with the catalogs that were asked. */
    static String flows(List<Catalog<?>> catalogs, List<Flow> flows) {
        return write(json -> json.document(catalogs, false, flows));
    }

    /** Returns a whole catalog. */
    static String export(Catalog<?> catalog) {
        return write(json -> json.document(List.of(catalog), true, List.copyOf(catalog.flows())));
    }

    private static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(new Indented(), text)) {
            body.write(new CatalogJson(generator));
        }
        return text.append('\n').toString();
    }

    /** Two blanks a level and line feeds, the same on every machine. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private void document(List<Catalog<?>> catalogs, boolean whole, List<Flow> flows) {
        json.writeStartObject();
        json.writeArrayPropertyStart("catalogs");
        for (Catalog<?> catalog : catalogs) {
            catalog(catalog, whole);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("flows");
        flows.forEach(this::flow);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void catalog(Catalog<?> catalog, boolean whole) {
        json.writeStartObject();
        json.writeStringProperty("id", catalog.id());
        json.writeStringProperty("title", catalog.title());
        json.writeStringProperty("version", catalog.edition().version());
        json.writeStringProperty("asOf", catalog.edition().asOf().toString());
        json.writeArrayPropertyStart("documents");
        catalog.documents().forEach(this::document);
        json.writeEndArray();
        if (!catalog.remarks().isEmpty()) {
            strings("remarks", catalog.remarks());
        }
        if (whole) {
            json.writeArrayPropertyStart("endpoints");
            catalog.endpoints().forEach(this::endpoint);
            json.writeEndArray();
            json.writeArrayPropertyStart("settings");
            catalog.settings().forEach(this::setting);
            json.writeEndArray();
            if (!catalog.couplings().isEmpty()) {
                json.writeArrayPropertyStart("couplings");
                catalog.couplings().forEach(this::coupling);
                json.writeEndArray();
            }
            json.writeArrayPropertyStart("features");
            catalog.features().forEach(this::feature);
            json.writeEndArray();
            json.writeArrayPropertyStart("errata");
            catalog.errata().forEach(this::erratum);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void document(Document document) {
        json.writeStartObject();
        json.writeStringProperty("id", document.id());
        json.writeStringProperty("title", document.title());
        json.writeStringProperty("publisher", document.publisher());
        json.writeStringProperty("address", document.address());
        json.writeStringProperty("date", document.date().toString());
        json.writeEndObject();
    }

    private void endpoint(Endpoint endpoint) {
        json.writeStartObject();
        json.writeStringProperty("id", endpoint.id());
        json.writeStringProperty("title", endpoint.title());
        if (endpoint instanceof OutsideSite site) {
            site.address().ifPresent(address -> json.writeStringProperty("address", address));
            site.serviceTag().ifPresent(tag -> json.writeStringProperty("serviceTag", tag));
        }
        json.writeEndObject();
    }

    private void setting(PortSetting setting) {
        json.writeStartObject();
        json.writeStringProperty("id", setting.id());
        json.writeStringProperty("title", setting.title());
        setting.defaultPort().ifPresent(port -> json.writeNumberProperty("default", port));
        if (!setting.alternatives().isEmpty()) {
            json.writeArrayPropertyStart("alternatives");
            setting.alternatives().forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeStringProperty("allowed", setting.allowed().toString());
        json.writeStringProperty("configuredIn", setting.configuredIn());
        json.writeName("citation");
        citation(setting.citation());
        json.writeEndObject();
    }

    private void coupling(PortCoupling coupling) {
        json.writeStartObject();
        json.writeStringProperty("setting", coupling.when().id());
        json.writeNumberProperty("port", coupling.port());
        json.writeStringProperty("demandsSetting", coupling.then().id());
        json.writeNumberProperty("demandsPort", coupling.required());
        json.writeName("citation");
        citation(coupling.citation());
        json.writeEndObject();
    }

    private void feature(Feature feature) {
        json.writeStartObject();
        json.writeStringProperty("id", feature.id());
        json.writeStringProperty("statement", feature.statement());
        if (feature instanceof Toggle toggle) {
            toggle.enabledByDefault().ifPresent(enabled -> json.writeBooleanProperty("default", enabled));
        } else if (feature instanceof Choice<?> choice) {
            choice.defaultOption().map(FeatureOption::id).ifPresent(id -> json.writeStringProperty("default", id));
            json.writeArrayPropertyStart("options");
            for (FeatureOption option : choice.options()) {
                json.writeStartObject();
                json.writeStringProperty("id", option.id());
                json.writeStringProperty("title", option.title());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeName("citation");
        citation(feature.citation());
        json.writeEndObject();
    }

    private void erratum(Erratum erratum) {
        json.writeStartObject();
        json.writeStringProperty("id", erratum.id());
        json.writeArrayPropertyStart("readings");
        for (Reading reading : erratum.readings()) {
            json.writeStartObject();
            json.writeName("citation");
            citation(reading.citation());
            json.writeStringProperty("says", reading.says());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("taken", erratum.taken());
        json.writeStringProperty("reason", erratum.reason());
        json.writeEndObject();
    }

    private void flow(Flow flow) {
        Citation first = flow.citations().get(0);
        json.writeStartObject();
        json.writeStringProperty("id", flow.id());
        json.writeStringProperty("source", flow.source().id());
        json.writeStringProperty("destination", flow.destination().id());
        json.writeStringProperty("protocol", FlowCells.protocol(flow));
        json.writeStringProperty("ports", FlowCells.ports(flow));
        if (flow.ports().orElse(null) instanceof DynamicRange) {
            json.writeBooleanProperty("dynamic", true);
        }
        if (flow.traffic() instanceof PortTraffic traffic
                && !traffic.sourcePorts().equals(PortSet.all())) {
            json.writeStringProperty("sourcePorts", traffic.sourcePorts().toString());
        }
        if (flow.traffic() instanceof PortlessTraffic traffic && traffic.transport() instanceof IcmpTransport icmp) {
            icmp.type().ifPresent(type -> json.writeNumberProperty("icmpType", type));
            icmp.code().ifPresent(code -> json.writeNumberProperty("icmpCode", code));
        }
        json.writeStringProperty("service", flow.service().id());
        json.writeStringProperty("necessity", flow.necessity().id());
        strings(
                "conditions",
                flow.conditions().stream().map(Condition::toString).toList());
        json.writeStringProperty("setting", FlowCells.setting(flow));
        json.writeStringProperty("cast", flow.cast().id());
        flow.replyPorts().ifPresent(ports -> json.writeStringProperty("replyPorts", ports.toString()));
        json.writeStringProperty("document", first.document().id());
        json.writeStringProperty("section", first.section());
        json.writeStringProperty("purpose", flow.purpose());
        if (!flow.notes().isEmpty()) {
            strings("notes", flow.notes());
        }
        json.writeArrayPropertyStart("citations");
        flow.citations().forEach(this::citation);
        json.writeEndArray();
        if (!flow.errata().isEmpty()) {
            strings("errata", flow.errata().stream().map(Erratum::id).toList());
        }
        json.writeEndObject();
    }

    private void citation(Citation citation) {
        json.writeStartObject();
        json.writeStringProperty("document", citation.document().id());
        json.writeStringProperty("section", citation.section());
        json.writeStringProperty("row", citation.row());
        json.writeEndObject();
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
