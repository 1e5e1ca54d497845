package io.portolan.sitefile;

import io.portolan.json.text.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The part of the schema that describes flows of a site's own. */
final class OwnFlowsSchema {
    private final JsonGenerator json;

    OwnFlowsSchema(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the schema of the section. */
    void section() {
        json.writeStartObject();
        json.writeStringProperty(
                "description", "Flows that no document states, but the site itself, by name: who opens what to whom.");
        json.writeStringProperty("type", "object");
        json.writeNumberProperty("minProperties", 1);
        json.writeObjectPropertyStart("propertyNames");
        json.writeStringProperty("pattern", "^" + DeploymentsSection.NAME + "$");
        json.writeNumberProperty("maxLength", DeploymentsSection.LONGEST_NAME);
        json.writeEndObject();
        json.writeObjectPropertyStart("additionalProperties");
        json.writeStringProperty("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        JsonText.strings(
                json,
                "required",
                List.of(OwnFlowsSection.FROM, OwnFlowsSection.TO, OwnFlowsSection.TRAFFIC, OwnFlowsSection.PURPOSE));
        json.writeObjectPropertyStart("properties");
        texts(OwnFlowsSection.FROM, "Who opens connections: places, zones, endpoints, and roles such as rds/gateway.");
        texts(OwnFlowsSection.TO, "Who listens: places, zones, endpoints, and roles such as rds/gateway.");
        texts(OwnFlowsSection.TRAFFIC, "What is opened, such as tcp/22, udp/5000-5100 or icmp/8.");
        json.writeObjectPropertyStart(OwnFlowsSection.PURPOSE);
        json.writeStringProperty("description", "What the flow is for.");
        json.writeStringProperty("type", "string");
        json.writeStringProperty("pattern", "\\S");
        json.writeEndObject();
        ApprovalSchema.properties(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void texts(String name, String description) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", description);
        json.writeArrayPropertyStart("anyOf");
        json.writeStartObject();
        json.writeStringProperty("type", "string");
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("type", "array");
        json.writeNumberProperty("minItems", 1);
        json.writeBooleanProperty("uniqueItems", true);
        json.writeObjectPropertyStart("items");
        json.writeStringProperty("type", "string");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
