package io.portolan.json;

import io.portolan.json.text.FlowCells;
import io.portolan.json.text.JsonText;
import io.portolan.json.text.RuleCells;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Cause;
import io.portolan.planner.Packet;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Rules and packets as JSON: the columns of the CSV by the same names. */
final class RuleJson {
    private RuleJson() {}

    /** Writes the properties of a rule into an object. */
    static void properties(JsonGenerator json, PeerNames places, Rule rule) {
        peers(json, "sources", places, rule.sources());
        peers(json, "destinations", places, rule.destinations());
        transport(json, rule.transport());
        causes(json, rule.causes());
    }

    private static void peers(JsonGenerator json, String name, PeerNames places, Peers peers) {
        json.writeObjectPropertyStart(name);
        JsonText.strings(
                json,
                "addresses",
                peers.addresses().prefixes().stream()
                        .map(AddressRange::toString)
                        .toList());
        JsonText.strings(
                json, "names", peers.names().stream().map(OutsideName::toString).toList());
        JsonText.strings(json, "places", places.all(peers));
        json.writeEndObject();
    }

    private static void transport(JsonGenerator json, Transport transport) {
        json.writeStringProperty("protocol", FlowCells.protocol(transport.protocol()));
        json.writeStringProperty("ports", RuleCells.ports(transport));
        if (transport instanceof PortTransport tcpOrUdp) {
            JsonText.ranges(json, "portRanges", tcpOrUdp.destinationPorts());
        }
        String sourcePorts = RuleCells.sourcePorts(transport);
        if (!sourcePorts.isEmpty()) {
            json.writeStringProperty("sourcePorts", sourcePorts);
        }
        RuleCells.icmpType(transport).ifPresent(type -> json.writeNumberProperty("icmpType", type));
        RuleCells.icmpCode(transport).ifPresent(code -> json.writeNumberProperty("icmpCode", code));
    }

    private static void causes(JsonGenerator json, List<Cause> causes) {
        json.writeArrayPropertyStart("causes");
        for (Cause cause : causes) {
            json.writeStartObject();
            json.writeStringProperty("deployment", cause.deployment());
            json.writeStringProperty("flow", cause.flow().id());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the property {@code witness}, one packet. */
    static void witness(JsonGenerator json, Packet packet) {
        json.writeObjectPropertyStart("witness");
        json.writeStringProperty("source", packet.source().toString());
        json.writeStringProperty("destination", packet.destination().toString());
        transport(json, packet.transport());
        json.writeEndObject();
    }
}
