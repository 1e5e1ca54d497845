package io.portolan.json;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Document;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Feature;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Reading;
import io.portolan.catalog.Toggle;
import io.portolan.json.text.JsonText;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Catalogs and flows as JSON: an object with {@code catalogs} and {@code flows}. A flow has the columns of the CSV by the
 * same names, and what does not fit there. What is empty is left out, but for the columns of the CSV.
 */
public final class CatalogJson {
    private final JsonGenerator json;

    private CatalogJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Returns flows with the catalogs that were asked.
     *
     * @param catalogs the catalogs, each once
     * @param flows the flows, in the order in which they are listed
     * @return a document as {@code export.schema.json} describes it
     */
    public static String flows(Collection<? extends Catalog<?>> catalogs, Collection<Flow> flows) {
        return JsonText.of(json -> new CatalogJson(json).document(catalogs, false, flows));
    }

    /**
     * Returns a whole catalog.
     *
     * @param catalog the catalog
     * @return a document as {@code export.schema.json} describes it
     */
    public static String of(Catalog<?> catalog) {
        return JsonText.of(
                json -> new CatalogJson(json).document(List.of(catalog), true, List.copyOf(catalog.flows())));
    }

    /** Writes the property {@code catalogs}: what was asked, without its contents. */
    static void catalogs(JsonGenerator json, Collection<? extends Catalog<?>> catalogs) {
        new CatalogJson(json).catalogs(catalogs, false);
    }

    private void document(Collection<? extends Catalog<?>> catalogs, boolean whole, Collection<Flow> flows) {
        json.writeStartObject();
        JsonText.version(json);
        catalogs(catalogs, whole);
        json.writeArrayPropertyStart("flows");
        flows.forEach(flow -> FlowJson.write(json, flow));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void catalogs(Collection<? extends Catalog<?>> catalogs, boolean whole) {
        json.writeArrayPropertyStart("catalogs");
        for (Catalog<?> catalog : catalogs) {
            catalog(catalog, whole);
        }
        json.writeEndArray();
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
            JsonText.strings(json, "remarks", catalog.remarks());
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
        FlowJson.citation(json, setting.citation());
        json.writeEndObject();
    }

    private void coupling(PortCoupling coupling) {
        json.writeStartObject();
        json.writeStringProperty("setting", coupling.when().id());
        boolean onePort = coupling.ports().size() == 1;
        int first = coupling.ports().ranges().get(0).first();
        if (onePort) {
            json.writeNumberProperty("port", first);
        } else {
            json.writeStringProperty("ports", coupling.ports().toString());
        }
        json.writeStringProperty("demandsSetting", coupling.then().id());
        if (onePort) {
            json.writeNumberProperty("demandsPort", first + coupling.offset());
        } else {
            json.writeNumberProperty("demandsOffset", coupling.offset());
        }
        json.writeName("citation");
        FlowJson.citation(json, coupling.citation());
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
        FlowJson.citation(json, feature.citation());
        json.writeEndObject();
    }

    private void erratum(Erratum erratum) {
        json.writeStartObject();
        json.writeStringProperty("id", erratum.id());
        json.writeArrayPropertyStart("readings");
        for (Reading reading : erratum.readings()) {
            json.writeStartObject();
            json.writeName("citation");
            FlowJson.citation(json, reading.citation());
            json.writeStringProperty("says", reading.says());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("taken", erratum.taken());
        json.writeStringProperty("reason", erratum.reason());
        json.writeEndObject();
    }
}
