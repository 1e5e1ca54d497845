package io.portolan.planner;

import com.google.common.hash.Hashing;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.Peers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes rules apart. */
final class RuleEntries {
    private static final int DIGITS = 10;
    private static final int NO_PORT = -1;

    private RuleEntries() {}

    static String id(String sources, String destinations, Transport transport) {
        String packets = sources + " -> " + destinations + ": " + transport;
        return "p-"
                + Hashing.sha256()
                        .hashString(packets, StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, DIGITS);
    }

    static Stream<RuleEntry> of(Rule rule) {
        String id = rule.id();
        List<Transport> transports = transports(rule.transport());
        return Stream.of(AddressFamily.values())
                .filter(family -> family.carries(rule.transport().protocol()))
                .flatMap(family -> {
                    List<String> sources = ends(rule.sources(), family);
                    List<String> destinations = ends(rule.destinations(), family);
                    return sources.stream()
                            .flatMap(source -> destinations.stream()
                                    .flatMap(destination -> transports.stream()
                                            .map(transport ->
                                                    entry(family, source, destination, transport, id, rule))));
                });
    }

    private static RuleEntry entry(
            AddressFamily family, String source, String destination, Transport transport, String id, Rule rule) {
        boolean hasPorts = transport instanceof PortTransport;
        return new RuleEntry(
                family,
                source,
                destination,
                transport,
                hasPorts ? ((PortTransport) transport).destinationPorts().first() : NO_PORT,
                hasPorts ? ((PortTransport) transport).destinationPorts().last() : NO_PORT,
                id,
                rule.causes());
    }

    private static List<String> ends(Peers peers, AddressFamily family) {
        List<String> ends = new ArrayList<>();
        for (AddressRange prefix : peers.addresses().of(family).prefixes()) {
            ends.add(prefix.first() + "/" + prefix.prefixLength().orElseThrow());
        }
        peers.names().forEach(name -> ends.add(name.toString()));
        return ends;
    }

    /** Returns one transport for each range of destination ports and each of source ports. */
    private static List<Transport> transports(Transport transport) {
        if (!(transport instanceof PortTransport ports)) {
            return List.of(transport);
        }
        List<Transport> transports = new ArrayList<>();
        for (PortRange to : ports.destinationPorts().ranges()) {
            for (PortRange from : ports.sourcePorts().ranges()) {
                transports.add(Transport.of(ports.protocol(), PortSet.ofRange(to.first(), to.last()))
                        .from(PortSet.ofRange(from.first(), from.last())));
            }
        }
        return transports;
    }
}
