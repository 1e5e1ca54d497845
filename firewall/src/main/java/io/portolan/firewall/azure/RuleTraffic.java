package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.json.Json;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What packets a rule is about.
 *
 * @param transports the packets, none for every protocol
 * @param notUnderstood what of it was not understood
 */
record RuleTraffic(ImmutableList<Transport> transports, Optional<String> notUnderstood) {
    /** Reads a rule: ports go with TCP and UDP alone, and what they mean for every protocol is not known. */
    static List<RuleTraffic> of(Json.Obj rule) {
        PortSet sources = ports(rule, "source");
        PortSet destinations = ports(rule, "destination");
        boolean any = sources.equals(PortSet.all()) && destinations.equals(PortSet.all());
        Json protocol = rule.require("protocol");
        return switch (Ascii.toLowerCase(protocol.text())) {
            case "tcp" -> exactly(Transport.tcp(destinations).from(sources));
            case "udp" -> exactly(Transport.udp(destinations).from(sources));
            case "icmp" -> withoutPorts(any, Transport.icmp());
            case "esp" -> withoutPorts(any, Transport.ip(IpProtocol.ESP));
            case "ah" -> withoutPorts(any, Transport.ip(IpProtocol.AH));
            case "*", "any" -> any ? exactly() : everyProtocol(sources, destinations);
            default ->
                throw protocol.error(
                        "expected Tcp, Udp, Icmp, Esp, Ah or an asterisk, but found " + protocol.description());
        };
    }

    private static List<RuleTraffic> exactly(Transport... transports) {
        return List.of(new RuleTraffic(ImmutableList.copyOf(transports), Optional.empty()));
    }

    private static List<RuleTraffic> withoutPorts(boolean any, Transport transport) {
        return List.of(new RuleTraffic(
                ImmutableList.of(transport),
                any ? Optional.empty() : Optional.of("ports of a protocol that has none")));
    }

    private static List<RuleTraffic> everyProtocol(PortSet sources, PortSet destinations) {
        List<RuleTraffic> traffic = new ArrayList<>(exactly(
                Transport.tcp(destinations).from(sources),
                Transport.udp(destinations).from(sources)));
        List<Transport> others = new ArrayList<>();
        others.add(Transport.icmp());
        others.add(Transport.icmpV6());
        for (int number = 0; number < 256; number++) {
            IpProtocol protocol = IpProtocol.of(number);
            if (!protocol.hasPorts() && protocol != IpProtocol.ICMP && protocol != IpProtocol.ICMPV6) {
                others.add(Transport.ip(protocol));
            }
        }
        traffic.add(new RuleTraffic(
                ImmutableList.copyOf(others), Optional.of("ports for every protocol, of which most have none")));
        return traffic;
    }

    private static PortSet ports(Json.Obj rule, String side) {
        PortSet.Builder ports = PortSet.builder();
        rule.get(side + "PortRange").ifPresent(value -> add(ports, value));
        EndReader.list(rule, side + "PortRanges").forEach(value -> add(ports, value));
        PortSet all = ports.build();
        if (all.isEmpty()) {
            throw rule.error("the rule has no " + side + " ports; expected ranges or an asterisk");
        }
        return all;
    }

    private static void add(PortSet.Builder ports, Json value) {
        String text = value.text();
        if (text.equals("*")) {
            ports.addAll(PortSet.all());
        } else if (!text.isEmpty()) {
            try {
                PortRange range = PortRange.parse(text);
                ports.addRange(range.first(), range.last());
            } catch (IllegalArgumentException e) {
                throw value.error(String.valueOf(e.getMessage()));
            }
        }
    }
}
