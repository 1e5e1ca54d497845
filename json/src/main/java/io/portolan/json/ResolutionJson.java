package io.portolan.json;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.json.text.JsonText;
import io.portolan.planner.Deployment;
import io.portolan.site.Advice;
import io.portolan.site.Decision;
import io.portolan.site.Resolution;
import io.portolan.site.RuledOutFlow;
import io.portolan.site.WaitingFlow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** What a site makes of catalogs, as JSON: an object with {@code catalogs} and {@code deployments}. */
public final class ResolutionJson {
    private ResolutionJson() {}

    /**
     * Returns everything: flows, what is ruled out, what waits, questions and advice.
     *
     * @param deployments the deployments of a site
     * @return a document as {@code resolution.schema.json} describes it
     */
    public static String of(List<Deployment> deployments) {
        return document(deployments, (json, resolution) -> {
            json.writeStringProperty("open", resolution.openQuestions().id());
            AnswerJson.stated(json, resolution.site().answers());
            json.writeArrayPropertyStart("flows");
            resolution.flows().forEach(flow -> FlowJson.write(json, flow));
            json.writeEndArray();
            json.writeArrayPropertyStart("ruledOut");
            resolution.ruledOut().forEach(flow -> ruledOut(json, flow));
            json.writeEndArray();
            json.writeArrayPropertyStart("waiting");
            resolution.waiting().forEach(flow -> waiting(json, flow));
            json.writeEndArray();
            AnswerJson.questions(json, resolution.questions());
            json.writeArrayPropertyStart("advice");
            resolution.advice().forEach(advice -> advice(json, advice));
            json.writeEndArray();
        });
    }

    /**
     * Returns the questions alone.
     *
     * @param deployments the deployments of a site
     * @return a document as {@code resolution.schema.json} describes it
     */
    public static String questions(List<Deployment> deployments) {
        return document(deployments, (json, resolution) -> AnswerJson.questions(json, resolution.questions()));
    }

    private interface Body {
        void write(JsonGenerator json, Resolution resolution);
    }

    private static String document(List<Deployment> deployments, Body body) {
        Set<Catalog<?>> catalogs = new LinkedHashSet<>();
        deployments.forEach(deployment -> catalogs.add(deployment.resolution().catalog()));
        return JsonText.of(json -> {
            json.writeStartObject();
            JsonText.version(json);
            CatalogJson.catalogs(json, List.copyOf(catalogs));
            json.writeArrayPropertyStart("deployments");
            for (Deployment deployment : deployments) {
                json.writeStartObject();
                json.writeStringProperty("deployment", deployment.name());
                json.writeStringProperty(
                        "catalog", deployment.resolution().catalog().id());
                body.write(json, deployment.resolution());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void ruledOut(JsonGenerator json, RuledOutFlow flow) {
        json.writeStartObject();
        json.writeStringProperty("flow", flow.flow().id());
        AnswerJson.applied(json, flow.answers());
        json.writeEndObject();
    }

    private static void waiting(JsonGenerator json, WaitingFlow flow) {
        json.writeStartObject();
        json.writeStringProperty("flow", flow.flow().id());
        JsonText.strings(
                json, "decisions", flow.decisions().stream().map(Decision::id).toList());
        json.writeEndObject();
    }

    private static void advice(JsonGenerator json, Advice advice) {
        json.writeStartObject();
        json.writeStringProperty("kind", advice.kind().id());
        json.writeStringProperty("text", advice.text());
        JsonText.strings(json, "flows", advice.flows().stream().map(Flow::id).toList());
        json.writeEndObject();
    }
}
