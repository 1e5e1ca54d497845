package io.portolan.sitefile;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Feature;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Toggle;
import io.portolan.json.text.JsonText;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.sitefile.text.FeatureAnswers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The part of the schema that is of one catalog: its settings, features and optional flows. */
final class CatalogSchema {
    private final JsonGenerator json;
    private final Catalog<?> catalog;

    CatalogSchema(JsonGenerator json, Catalog<?> catalog) {
        this.json = json;
        this.catalog = catalog;
    }

    /** Writes the properties; a catalog without settings has no property {@code settings}, and so on. */
    void properties() {
        if (!catalog.settings().isEmpty()) {
            json.writeObjectPropertyStart(CatalogAnswers.SETTINGS);
            json.writeStringProperty("description", "Ports that the site may change.");
            startMapping(json);
            catalog.settings().forEach(this::setting);
            json.writeEndObject();
            json.writeEndObject();
        }
        if (!catalog.features().isEmpty()) {
            json.writeObjectPropertyStart(CatalogAnswers.FEATURES);
            json.writeStringProperty("description", "Questions about the site on which flows depend.");
            startMapping(json);
            catalog.features().forEach(this::feature);
            json.writeEndObject();
            json.writeEndObject();
        }
        List<Flow> optional = new ArrayList<>(catalog.flows());
        optional.removeIf(flow -> flow.necessity() != Necessity.OPTIONAL);
        if (!optional.isEmpty()) {
            json.writeObjectPropertyStart(CatalogAnswers.FLOWS);
            json.writeStringProperty("description", "Optional flows by identifier, and whether each is wanted.");
            startMapping(json);
            for (Flow flow : optional) {
                json.writeObjectPropertyStart(flow.id());
                json.writeStringProperty(
                        "description", flow.purpose() + " [" + flow.citations().get(0) + "]");
                ApprovalSchema.answer(json, () -> json.writeStringProperty("type", "boolean"));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void setting(PortSetting setting) {
        json.writeObjectPropertyStart(setting.id());
        json.writeStringProperty("description", describe(setting) + " [" + setting.citation() + "]");
        ApprovalSchema.answer(json, () -> port(json, setting.allowed()));
        setting.defaultPort().ifPresent(port -> json.writeNumberProperty("default", port));
        if (!setting.alternatives().isEmpty()) {
            json.writeArrayPropertyStart("examples");
            setting.alternatives().forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void feature(Feature feature) {
        json.writeObjectPropertyStart(feature.id());
        json.writeStringProperty("description", FeatureAnswers.statement(feature) + " [" + feature.citation() + "]");
        if (feature instanceof Toggle toggle) {
            ApprovalSchema.answer(json, () -> json.writeStringProperty("type", "boolean"));
            toggle.enabledByDefault().ifPresent(enabled -> json.writeBooleanProperty("default", enabled));
        } else if (feature instanceof Choice<?> choice) {
            ApprovalSchema.answer(json, () -> JsonText.strings(json, "enum", FeatureAnswers.all(feature)));
            choice.defaultOption().ifPresent(option -> json.writeStringProperty("default", option.id()));
        }
        json.writeEndObject();
    }

    /** Returns what port a setting is, where it is set, and the documented alternatives. */
    static String describe(PortSetting setting) {
        return setting.title() + ", set in " + setting.configuredIn()
                + (setting.alternatives().isEmpty()
                        ? ""
                        : "; documented: " + setting.toString().replace("|", " or "));
    }

    /** Writes what a port must be: a whole number within one of the ranges. */
    static void port(JsonGenerator json, PortSet allowed) {
        json.writeStringProperty("type", "integer");
        json.writeNumberProperty("minimum", allowed.first());
        json.writeNumberProperty("maximum", allowed.last());
        if (allowed.ranges().size() > 1) {
            json.writeArrayPropertyStart("anyOf");
            for (PortRange range : allowed.ranges()) {
                json.writeStartObject();
                json.writeNumberProperty("minimum", range.first());
                json.writeNumberProperty("maximum", range.last());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** Starts the properties of a mapping of one known key or more; to be ended twice by the caller. */
    static void startMapping(JsonGenerator json) {
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeBooleanProperty("additionalProperties", false);
        json.writeObjectPropertyStart("properties");
    }
}
