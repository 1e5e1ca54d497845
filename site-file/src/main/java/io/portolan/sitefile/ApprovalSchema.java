package io.portolan.sitefile;

import io.portolan.json.text.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The part of the schema that tells who answers for what a site decided. */
final class ApprovalSchema {
    private static final String APPROVED = "approved";

    private ApprovalSchema() {}

    /** Writes the definitions to which answers refer. */
    static void definitions(JsonGenerator json) {
        json.writeObjectPropertyStart(APPROVED);
        json.writeStringProperty("description", "An answer with who answers for it, and until when.");
        json.writeStringProperty("type", "object");
        JsonText.strings(json, "required", List.of(Approved.ANSWER));
        json.writeObjectPropertyStart("properties");
        properties(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes the properties of an approval. */
    static void properties(JsonGenerator json) {
        text(json, Approved.OWNER, "Who answers for it.");
        text(json, Approved.APPROVED_BY, "Who approved it.");
        text(json, Approved.TICKET, "Where it was asked for.");
        day(json, Approved.EXPIRES, "The last day on which it holds.");
        day(json, Approved.REVIEW, "The day on which it is to be looked at again.");
    }

    /** Writes, into an object, that a value is an answer, or an answer with its approval. */
    static void answer(JsonGenerator json, Runnable answer) {
        json.writeArrayPropertyStart("anyOf");
        json.writeStartObject();
        answer.run();
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringProperty("$ref", "#/$defs/" + APPROVED);
        json.writeObjectPropertyStart("properties");
        json.writeObjectPropertyStart(Approved.ANSWER);
        answer.run();
        json.writeEndObject();
        json.writeEndObject();
        json.writeBooleanProperty("unevaluatedProperties", false);
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String description) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", description);
        json.writeStringProperty("type", "string");
        json.writeStringProperty("pattern", "\\S");
        json.writeEndObject();
    }

    private static void day(JsonGenerator json, String name, String description) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("description", description);
        json.writeStringProperty("type", "string");
        json.writeStringProperty("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        json.writeEndObject();
    }
}
