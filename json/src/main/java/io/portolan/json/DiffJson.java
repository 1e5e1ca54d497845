package io.portolan.json;

import io.portolan.json.text.JsonText;
import io.portolan.planner.PeerNames;
import io.portolan.planner.PolicyDiff;
import io.portolan.planner.Topology;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The difference of two policies as JSON. */
public final class DiffJson {
    private DiffJson() {}

    /**
     * Returns the packets that only one of two policies allows.
     *
     * @param diff the difference
     * @param topologies where endpoints live, whose places are named: those of both policies
     * @return a document as {@code policy.schema.json} describes it
     */
    public static String of(PolicyDiff diff, Topology... topologies) {
        PeerNames places = new PeerNames(topologies);
        return JsonText.of(json -> {
            json.writeStartObject();
            JsonText.version(json);
            json.writeBooleanProperty("same", diff.isEmpty());
            changes(json, "removed", places, diff.removed());
            changes(json, "added", places, diff.added());
            json.writeEndObject();
        });
    }

    private static void changes(JsonGenerator json, String name, PeerNames places, List<PolicyDiff.Change> changes) {
        json.writeArrayPropertyStart(name);
        for (PolicyDiff.Change change : changes) {
            json.writeStartObject();
            RuleJson.properties(json, places, change.rule());
            RuleJson.witness(json, change.witness());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
