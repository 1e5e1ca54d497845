package io.portolan.json;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Approval;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.PortTraffic;
import io.portolan.catalog.PortlessTraffic;
import io.portolan.json.text.FlowCells;
import io.portolan.json.text.JsonText;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.site.ResolvedFlow;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A flow as JSON: the columns of the CSV by the same names, and what does not fit there. */
final class FlowJson {
    private FlowJson() {}

    /** Writes a flow as its document states it. */
    static void write(JsonGenerator json, Flow flow) {
        json.writeStartObject();
        properties(json, flow, FlowCells.ports(flow), flow.replyPorts().map(PortSpec::toString));
        json.writeEndObject();
    }

    /** Writes a flow as it is at a site, with the answers that shaped it. */
    static void write(JsonGenerator json, ResolvedFlow resolved) {
        json.writeStartObject();
        properties(
                json,
                resolved.flow(),
                FlowCells.ports(resolved),
                resolved.replyPorts().map(PortSet::toString));
        if (resolved.transport() instanceof PortTransport transport) {
            JsonText.ranges(json, "portRanges", transport.destinationPorts());
        }
        AnswerJson.applied(json, resolved.answers());
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, Flow flow, String ports, Optional<String> replyPorts) {
        Citation first = flow.citations().get(0);
        json.writeStringProperty("id", flow.id());
        json.writeStringProperty("source", flow.source().id());
        json.writeStringProperty("destination", flow.destination().id());
        json.writeStringProperty("protocol", FlowCells.protocol(flow));
        json.writeStringProperty("ports", ports);
        if (flow.ports().orElse(null) instanceof AllocatedPorts) {
            json.writeBooleanProperty("dynamic", true);
        }
        if (flow.traffic() instanceof PortTraffic traffic
                && !traffic.sourcePorts().equals(PortSet.all())) {
            json.writeStringProperty("sourcePorts", traffic.sourcePorts().toString());
        }
        if (flow.traffic() instanceof PortlessTraffic traffic && traffic.transport() instanceof IcmpTransport icmp) {
            icmp.type().ifPresent(type -> json.writeNumberProperty("icmpType", type));
            icmp.code().ifPresent(code -> json.writeNumberProperty("icmpCode", code));
        }
        json.writeStringProperty("service", flow.service().id());
        json.writeStringProperty("necessity", flow.necessity().id());
        JsonText.strings(
                json,
                "conditions",
                flow.conditions().stream().map(Condition::toString).toList());
        json.writeStringProperty("setting", FlowCells.setting(flow));
        json.writeStringProperty("cast", flow.cast().id());
        replyPorts.ifPresent(text -> json.writeStringProperty("replyPorts", text));
        json.writeStringProperty("document", first.document().id());
        json.writeStringProperty("section", first.section());
        json.writeStringProperty("purpose", flow.purpose());
        if (!flow.notes().isEmpty()) {
            JsonText.strings(json, "notes", flow.notes());
        }
        json.writeArrayPropertyStart("citations");
        flow.citations().forEach(citation -> citation(json, citation));
        json.writeEndArray();
        approval(json, flow.approval());
        if (!flow.errata().isEmpty()) {
            JsonText.strings(
                    json, "errata", flow.errata().stream().map(Erratum::id).toList());
        }
    }

    /** Writes who answers for something; nothing where nobody said so. */
    static void approval(JsonGenerator json, Approval approval) {
        if (approval.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("approval");
        approval.owner().ifPresent(name -> json.writeStringProperty("owner", name));
        approval.approvedBy().ifPresent(name -> json.writeStringProperty("approvedBy", name));
        approval.ticket().ifPresent(number -> json.writeStringProperty("ticket", number));
        approval.expires().ifPresent(day -> json.writeStringProperty("expires", day.toString()));
        approval.review().ifPresent(day -> json.writeStringProperty("review", day.toString()));
        json.writeEndObject();
    }

    static void citation(JsonGenerator json, Citation citation) {
        json.writeStartObject();
        json.writeStringProperty("document", citation.document().id());
        json.writeStringProperty("section", citation.section());
        json.writeStringProperty("row", citation.row());
        json.writeEndObject();
    }
}
