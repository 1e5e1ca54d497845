package io.portolan.firewall.text;

import io.portolan.catalog.Citation;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.json.JsonText;
import io.portolan.planner.Cause;
import io.portolan.planner.Rule;
import java.util.Collection;
import java.util.LinkedHashSet;
import tools.jackson.core.JsonGenerator;

/** The file that leads from the short name of a rule to its flows, and from those to the rows of documents. */
public final class ReasonsFile {
    private ReasonsFile() {}

    /**
     * Returns the file.
     *
     * @param name what everything that is ours is called
     * @param rules the rules that were rendered, whole
     * @return {@code NAME-reasons.json}
     */
    public static RenderedFile of(String name, Collection<Rule> rules) {
        return new RenderedFile(name + "-reasons.json", JsonText.of(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("rules");
            new LinkedHashSet<>(rules).forEach(rule -> rule(json, rule));
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void rule(JsonGenerator json, Rule rule) {
        json.writeStartObject();
        String sources = rule.sources().toString();
        String destinations = rule.destinations().toString();
        json.writeStringProperty("id", RuleIds.of(sources, destinations, rule.transport()));
        json.writeStringProperty("sources", sources);
        json.writeStringProperty("destinations", destinations);
        json.writeStringProperty("transport", rule.transport().toString());
        json.writeArrayPropertyStart("flows");
        rule.causes().forEach(cause -> cause(json, cause));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cause(JsonGenerator json, Cause cause) {
        json.writeStartObject();
        json.writeStringProperty("flow", cause.id());
        json.writeStringProperty("source", cause.flow().source().id());
        json.writeStringProperty("destination", cause.flow().destination().id());
        json.writeStringProperty("service", cause.flow().service().toString());
        json.writeArrayPropertyStart("citations");
        for (Citation citation : cause.flow().citations()) {
            json.writeString(citation.toString());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("answers");
        cause.resolved().answers().forEach(answer -> json.writeString(answer.toString()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
