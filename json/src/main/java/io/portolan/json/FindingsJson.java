package io.portolan.json;

import io.portolan.json.text.JsonText;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Topology;

/** The findings of an audit as JSON. */
public final class FindingsJson {
    private FindingsJson() {}

    /**
     * Returns the findings of an audit, and how many there are of each kind.
     *
     * @param report the report
     * @param topology where endpoints live, whose places are named
     * @return a document as {@code findings.schema.json} describes it
     */
    public static String of(AuditReport report, Topology topology) {
        PeerNames places = new PeerNames(topology);
        return JsonText.of(json -> {
            json.writeStartObject();
            JsonText.version(json);
            json.writeBooleanProperty("clean", report.isClean());
            json.writeObjectPropertyStart("summary");
            for (Finding.Kind kind : Finding.Kind.values()) {
                json.writeNumberProperty(kind.id(), report.of(kind).size());
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("findings");
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                json.writeStringProperty("kind", finding.kind().id());
                RuleJson.properties(json, places, finding.rule());
                JsonText.strings(
                        json,
                        "observed",
                        finding.observed().stream().map(ObservedRule::id).toList());
                JsonText.strings(
                        json,
                        "notUnderstood",
                        finding.observed().stream()
                                .flatMap(rule -> rule.notUnderstood().stream())
                                .distinct()
                                .limit(ObservedRule.MOST_REASONS)
                                .toList());
                finding.detail().ifPresent(detail -> json.writeStringProperty("detail", detail));
                RuleJson.witness(json, finding.witness());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
