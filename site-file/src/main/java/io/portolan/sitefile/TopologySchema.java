package io.portolan.sitefile;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.json.text.JsonText;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The part of the schema that tells where endpoints live. */
final class TopologySchema {
    private static final String SHARED = "placed-endpoints";
    private static final String ROLES = "placed-roles";

    private final JsonGenerator json;
    private final CatalogSet catalogs;

    TopologySchema(JsonGenerator json, CatalogSet catalogs) {
        this.json = json;
        this.catalogs = catalogs;
    }

    /** Writes the schema of the section. */
    void section() {
        start("Which endpoints live where: hosts, networks, outside sites, and zones of these.");
        property(TopologySection.HOSTS, "Machines by name.", () -> place("Its addresses, one by one.", false, false));
        property(
                TopologySection.NETWORKS,
                "Addresses of machines that are alike, by name.",
                () -> place("Addresses, prefixes and ranges, or any.", true, false));
        property(
                TopologySection.OUTSIDE,
                "Sites outside that are known by name or address.",
                () -> place("Addresses, prefixes and ranges, or any.", true, true));
        property(TopologySection.ZONES, "Groups of places by name.", () -> texts("Names of places.", List.of()));
        end();
    }

    /** Writes the definitions to which the section refers. */
    void definitions() {
        json.writeName(SHARED);
        texts(
                "Shared endpoints that live here.",
                Placements.withoutSameHost(EndpointNames.shared(catalogs)).keySet());
        json.writeName(ROLES);
        json.writeStartObject();
        json.writeStringProperty(
                "description", "Endpoints of each deployment that live here, by the name of the deployment.");
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeObjectPropertyStart("properties");
        for (Catalog<?> catalog : catalogs.catalogs()) {
            json.writeName(catalog.id());
            texts(
                    "Endpoints of " + catalog.title() + ".",
                    Placements.withoutSameHost(EndpointNames.of(catalog)).keySet());
        }
        json.writeEndObject();
        json.writeName("additionalProperties");
        texts("Endpoints of the deployment of this name.", List.of());
        json.writeEndObject();
    }

    private void property(String name, String description, Runnable value) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", description);
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeName("additionalProperties");
        value.run();
        json.writeEndObject();
    }

    private void place(String addresses, boolean canBeAny, boolean hasNames) {
        start("Where it is, and which endpoints live there.");
        json.writeName(PlaceReader.ADDRESSES);
        if (canBeAny) {
            json.writeStartObject();
            json.writeStringProperty("description", addresses);
            json.writeArrayPropertyStart("anyOf");
            json.writeStartObject();
            json.writeStringProperty("const", PlaceReader.ANY);
            json.writeEndObject();
            texts("", List.of());
            anyExcept();
            json.writeEndArray();
            json.writeEndObject();
        } else {
            texts(addresses, List.of());
        }
        if (hasNames) {
            json.writeName(PlaceReader.NAMES);
            texts("Host names such as login.example.com, and service tags such as tag:AzureCloud.", List.of());
        }
        reference(Placements.ROLES, ROLES);
        reference(Placements.ENDPOINTS, SHARED);
        json.writeEndObject();
        if (hasNames) {
            json.writeArrayPropertyStart("anyOf");
            required(PlaceReader.ADDRESSES);
            required(PlaceReader.NAMES);
            json.writeEndArray();
        } else {
            JsonText.strings(json, "required", List.of(PlaceReader.ADDRESSES));
        }
        json.writeEndObject();
    }

    private void anyExcept() {
        json.writeStartObject();
        json.writeStringProperty("description", "Any address but some.");
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        JsonText.strings(json, "required", List.of(AnyExcept.ANY));
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart(AnyExcept.ANY);
        json.writeBooleanProperty("const", true);
        json.writeEndObject();
        json.writeName(AnyExcept.EXCEPT);
        texts(
                "What is not meant: private, for what is not routed on the internet; places, for the addresses of all"
                        + " other places; addresses, prefixes and ranges.",
                List.of());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void required(String key) {
        json.writeStartObject();
        JsonText.strings(json, "required", List.of(key));
        json.writeEndObject();
    }

    private void reference(String property, String definition) {
        json.writeObjectPropertyStart(property);
        json.writeStringProperty("$ref", "#/$defs/" + definition);
        json.writeEndObject();
    }

    /** Writes the schema of a list of one text or more, each once and one of those that are known, if any are. */
    private void texts(String description, Collection<String> known) {
        json.writeStartObject();
        if (!description.isEmpty()) {
            json.writeStringProperty("description", description);
        }
        json.writeStringProperty("type", "array");
        json.writeNumberProperty("minItems", 1);
        json.writeBooleanProperty("uniqueItems", true);
        json.writeObjectPropertyStart("items");
        if (known.isEmpty()) {
            json.writeStringProperty("type", "string");
        } else {
            JsonText.strings(json, "enum", known);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void start(String description) {
        json.writeStartObject();
        json.writeStringProperty("description", description);
        CatalogSchema.startMapping(json);
    }

    private void end() {
        json.writeEndObject();
        json.writeEndObject();
    }
}
