package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.List;
import java.util.Optional;

/**
 * What packets a rule is about.
 *
 * @param packets the packets
 * @param notUnderstood what of it was not understood
 */
record RuleTraffic(PacketKinds packets, Optional<String> notUnderstood) {
    /** Reads a rule: ports go with TCP and UDP alone, and what they mean for every protocol is not known. */
    static List<RuleTraffic> of(Json.Obj rule) {
        PortSet sources = ports(rule, "source");
        PortSet destinations = ports(rule, "destination");
        boolean any = sources.equals(PortSet.all()) && destinations.equals(PortSet.all());
        Json protocol = JsonFields.require(rule, "protocol");
        return switch (Ascii.toLowerCase(protocol.text())) {
            case "tcp" -> exactly(Transport.tcp(destinations).from(sources));
            case "udp" -> exactly(Transport.udp(destinations).from(sources));
            case "icmp" -> withoutPorts(any, Transport.icmp());
            case "icmpv6" -> withoutPorts(any, Transport.icmpV6());
            case "esp" -> withoutPorts(any, Transport.ip(IpProtocol.ESP));
            case "ah" -> withoutPorts(any, Transport.ip(IpProtocol.AH));
            case "*", "any" ->
                any
                        ? List.of(new RuleTraffic(PacketKinds.all(), Optional.empty()))
                        : everyProtocol(sources, destinations);
            default ->
                List.of(new RuleTraffic(
                        PacketKinds.all(), Optional.of("the protocol " + Excerpts.quote(protocol.text()))));
        };
    }

    private static List<RuleTraffic> exactly(Transport... transports) {
        return List.of(new RuleTraffic(PacketKinds.of(List.of(transports)), Optional.empty()));
    }

    private static List<RuleTraffic> withoutPorts(boolean any, Transport transport) {
        return List.of(new RuleTraffic(
                PacketKinds.of(List.of(transport)),
                any ? Optional.empty() : Optional.of("ports of a protocol that has none")));
    }

    private static List<RuleTraffic> everyProtocol(PortSet sources, PortSet destinations) {
        return List.of(
                new RuleTraffic(
                        PacketKinds.of(List.of(
                                Transport.tcp(destinations).from(sources),
                                Transport.udp(destinations).from(sources))),
                        Optional.empty()),
                new RuleTraffic(
                        PacketKinds.withoutPorts(), Optional.of("ports for every protocol, of which most have none")));
    }

    private static PortSet ports(Json.Obj rule, String side) {
        PortSet.Builder ports = PortSet.builder();
        JsonFields.list(rule, side + "PortRange").forEach(value -> add(ports, value));
        JsonFields.list(rule, side + "PortRanges").forEach(value -> add(ports, value));
        PortSet all = ports.build();
        if (all.isEmpty()) {
            throw rule.error("the rule has no " + side + " ports; expected ranges or an asterisk");
        }
        return all;
    }

    private static void add(PortSet.Builder ports, Json value) {
        for (String text : Splitter.on(',').trimResults().omitEmptyStrings().split(value.text())) {
            if (text.equals("*") || Ascii.equalsIgnoreCase(text, "any")) {
                ports.addAll(PortSet.all());
            } else {
                try {
                    PortRange range = PortRange.parse(text);
                    ports.addRange(range.first(), range.last());
                } catch (IllegalArgumentException e) {
                    throw value.error(String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
