package io.portolan.sitefile;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.json.text.JsonText;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON Schema of the site file, made of the catalogs, so that editors complete the keys and explain them.
 *
 * <p>What it refuses, {@link SiteFile} refuses. Not the other way round: a schema cannot tell that YAML has an anchor, or
 * that two ports contradict each other.
 */
final class SiteSchema {
    private static final String PORTS = "[0-9]{1,5}(-[0-9]{1,5})?(,[0-9]{1,5}(-[0-9]{1,5})?)*";

    private static final String SHARED_ENDPOINTS = "shared-endpoints";

    private final JsonGenerator json;
    private final CatalogSet catalogs;

    private SiteSchema(JsonGenerator json, CatalogSet catalogs) {
        this.json = json;
        this.catalogs = catalogs;
    }

    /**
     * Returns the schema.
     *
     * @param catalogs the catalogs of which sites can have deployments
     * @return a JSON document of draft 2020-12
     */
    static String of(CatalogSet catalogs) {
        return JsonText.of(json -> new SiteSchema(json, catalogs).document());
    }

    private void document() {
        json.writeStartObject();
        json.writeStringProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.writeStringProperty("$id", "https://portolan.io/site.schema.json");
        json.writeStringProperty("title", "Portolan site file");
        json.writeStringProperty(
                "description",
                "What a site answers, for all deployments at the top and for each below it, and where it all lives.");
        startMapping();
        commonAnswers(SHARED_ENDPOINTS);
        json.writeName(SiteFile.DEPLOYMENTS);
        deployments();
        json.writeName(SiteFile.TOPOLOGY);
        new TopologySchema(json, catalogs).section();
        json.writeName(OwnFlows.NAME);
        new OwnFlowsSchema(json).section();
        endMapping();
        json.writeObjectPropertyStart("$defs");
        hostAnswers();
        ApprovalSchema.definitions(json);
        new TopologySchema(json, catalogs).definitions();
        json.writeName(HostAnswers.STATIC_RPC);
        staticRpc();
        json.writeName(SHARED_ENDPOINTS);
        endpoints(EndpointNames.shared(catalogs).keySet());
        for (Catalog<?> catalog : catalogs.catalogs()) {
            json.writeName(endpointsOf(catalog));
            endpoints(EndpointNames.of(catalog).keySet());
            json.writeName(schemaOf(catalog.id()));
            deployment(catalog);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void deployments() {
        json.writeStartObject();
        json.writeStringProperty(
                "description",
                "Installations by name. One that is named like a catalog is of that catalog; any other tells its catalog.");
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeObjectPropertyStart("propertyNames");
        json.writeStringProperty("pattern", "^" + DeploymentsSection.NAME + "$");
        json.writeNumberProperty("maxLength", DeploymentsSection.LONGEST_NAME);
        json.writeEndObject();
        List<String> ids = new ArrayList<>();
        json.writeObjectPropertyStart("properties");
        for (Catalog<?> catalog : catalogs.catalogs()) {
            ids.add(catalog.id());
            json.writeName(catalog.id());
            reference(schemaOf(catalog.id()));
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("additionalProperties");
        json.writeStringProperty("type", "object");
        JsonText.strings(json, "required", List.of(DeploymentsSection.CATALOG));
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart(DeploymentsSection.CATALOG);
        json.writeStringProperty("description", "The product that is deployed.");
        JsonText.strings(json, "enum", ids);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("allOf");
        ids.forEach(this::ifOfCatalog);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void ifOfCatalog(String catalog) {
        json.writeStartObject();
        json.writeObjectPropertyStart("if");
        JsonText.strings(json, "required", List.of(DeploymentsSection.CATALOG));
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart(DeploymentsSection.CATALOG);
        json.writeStringProperty("const", catalog);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeName("then");
        reference(schemaOf(catalog));
        json.writeEndObject();
    }

    private void deployment(Catalog<?> catalog) {
        json.writeStartObject();
        json.writeStringProperty("description", catalog.title() + ", edition " + catalog.edition());
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart(DeploymentsSection.CATALOG);
        json.writeStringProperty("const", catalog.id());
        json.writeEndObject();
        commonAnswers(endpointsOf(catalog));
        new CatalogSchema(json, catalog).properties();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the properties that stand at the top and can stand in each deployment again. */
    private void commonAnswers(String endpoints) {
        for (String answer : List.of(HostAnswers.WINDOWS, HostAnswers.DYNAMIC_PORTS, HostAnswers.STATIC_RPC)) {
            json.writeName(answer);
            reference(answer);
        }
        json.writeObjectPropertyStart(CommonAnswers.OPTIONAL_FLOWS);
        json.writeStringProperty("description", "Whether flows that the product can do without are wanted.");
        ApprovalSchema.answer(json, () -> json.writeStringProperty("type", "boolean"));
        json.writeEndObject();
        json.writeName(CommonAnswers.ENDPOINTS);
        reference(endpoints);
    }

    private void hostAnswers() {
        json.writeObjectPropertyStart(HostAnswers.WINDOWS);
        json.writeStringProperty(
                "description",
                "The generations of Windows that listen, and with them the dynamic range: modern is Windows Server 2008"
                        + " and later.");
        List<String> estates = new ArrayList<>();
        for (WindowsEstate estate : WindowsEstate.values()) {
            estates.add(estate.id());
        }
        ApprovalSchema.answer(json, () -> JsonText.strings(json, "enum", estates));
        json.writeStringProperty("default", WindowsEstate.MODERN.id());
        json.writeEndObject();
        json.writeObjectPropertyStart(HostAnswers.DYNAMIC_PORTS);
        json.writeStringProperty(
                "description",
                "The dynamic range: modern, legacy, mixed, a range such as 50000-50999, or ports for RPC alone such as"
                        + " rpc:5001-5100.");
        ApprovalSchema.answer(json, () -> {
            json.writeStringProperty("type", "string");
            json.writeStringProperty("pattern", "^(modern|legacy|mixed|[0-9]{4,5}-[0-9]{4,5}|rpc:" + PORTS + ")$");
        });
        json.writeEndObject();
    }

    private void staticRpc() {
        json.writeStartObject();
        json.writeStringProperty("description", "RPC services that were given one fixed port.");
        startMapping();
        for (RpcService service : RpcService.values()) {
            json.writeObjectPropertyStart(service.id());
            json.writeStringProperty("description", service.title() + ", set in " + service.configuredIn());
            ApprovalSchema.answer(json, () -> CatalogSchema.port(json, PortSet.ofRange(1, 65_535)));
            json.writeEndObject();
        }
        endMapping();
        json.writeEndObject();
    }

    private void endpoints(Set<String> ids) {
        json.writeStartObject();
        json.writeStringProperty("description", "Answers about the hosts of an endpoint.");
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeObjectPropertyStart("propertyNames");
        JsonText.strings(json, "enum", ids);
        json.writeEndObject();
        json.writeObjectPropertyStart("additionalProperties");
        startMapping();
        for (String answer : List.of(HostAnswers.WINDOWS, HostAnswers.DYNAMIC_PORTS, HostAnswers.STATIC_RPC)) {
            json.writeName(answer);
            reference(answer);
        }
        endMapping();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A catalog can be named like a key of the file, as windows is. */
    private static String schemaOf(String catalog) {
        return "deployment-" + catalog;
    }

    private static String endpointsOf(Catalog<?> catalog) {
        return "endpoints-" + catalog.id();
    }

    private void startMapping() {
        CatalogSchema.startMapping(json);
    }

    private void endMapping() {
        json.writeEndObject();
    }

    private void reference(String definition) {
        json.writeStartObject();
        json.writeStringProperty("$ref", "#/$defs/" + definition);
        json.writeEndObject();
    }
}
