package io.portolan.json;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.json.text.JsonText;
import io.portolan.planner.EditionDiff;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The changes between two editions of a catalog as JSON, for programs that poll it. */
public final class ChangesJson {
    /** The version of the format, which changes whenever a property changes its meaning or goes. */
    private static final int VERSION = 1;

    private ChangesJson() {}

    /**
     * Returns the changes between two editions.
     *
     * @param before the earlier edition
     * @param after the later edition
     * @param diff their difference
     * @param topology where endpoints live, if the places that the difference touches are wanted
     * @return a document as {@code changes.schema.json} describes it
     */
    public static String of(Catalog<?> before, Catalog<?> after, EditionDiff diff, Optional<Topology> topology) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberProperty("version", VERSION);
            json.writeStringProperty("catalog", after.id());
            json.writeStringProperty("from", before.edition().toString());
            json.writeStringProperty("to", after.edition().toString());
            flows(json, "added", diff.added());
            flows(json, "removed", diff.removed());
            json.writeArrayPropertyStart("changed");
            diff.changed().forEach(change -> change(json, change));
            json.writeEndArray();
            if (topology.isPresent()) {
                json.writeArrayPropertyStart("touched");
                for (Place place : diff.touched(topology.get())) {
                    json.writeString(place.name());
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        });
    }

    private static void flows(JsonGenerator json, String name, List<Flow> flows) {
        json.writeArrayPropertyStart(name);
        for (Flow flow : flows) {
            json.writeStartObject();
            json.writeStringProperty("id", flow.id());
            json.writeStringProperty("source", flow.source().id());
            json.writeStringProperty("destination", flow.destination().id());
            json.writeStringProperty("service", flow.service().id());
            json.writeStringProperty("traffic", flow.traffic().toString());
            json.writeStringProperty("necessity", flow.necessity().id());
            json.writeStringProperty("place", flow.citations().get(0).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void change(JsonGenerator json, EditionDiff.Change change) {
        json.writeStartObject();
        json.writeStringProperty("id", change.after().id());
        json.writeBooleanProperty("ofPackets", change.isOfPackets());
        json.writeArrayPropertyStart("differences");
        for (EditionDiff.Difference difference : change.differences()) {
            json.writeStartObject();
            json.writeStringProperty("what", difference.what());
            json.writeStringProperty("before", difference.before());
            json.writeStringProperty("after", difference.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
