package io.portolan.benchmarks.render;

import com.google.common.base.Ascii;
import com.google.common.base.Joiner;
import io.portolan.catalog.Endpoint;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Cause;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.site.ResolvedFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a user of Capirca writes for the flows of a site: a network for each role with its hosts, and a term for each flow
 * between two roles, so that protocols and ports stay paired. Names and types of ICMP are left
 * out, as Capirca's nftables has no names and fails on types.
 */
final class CapircaInput {
    private final Map<String, AddressSet> networks = new LinkedHashMap<>();
    private final Map<PortSet, String> services = new LinkedHashMap<>();
    private final StringBuilder terms = new StringBuilder();
    private int count;

    private CapircaInput() {}

    /** Writes definitions and the policy below a folder, and returns how many terms there are. */
    static int write(Policy policy, Path folder) throws IOException {
        CapircaInput input = new CapircaInput();
        Set<Cause> causes = new LinkedHashSet<>();
        for (Rule rule : policy.rules()) {
            causes.addAll(rule.causes());
        }
        for (Deployment deployment : policy.deployments()) {
            for (ResolvedFlow flow : deployment.resolution().flows()) {
                if (causes.contains(new Cause(deployment.name(), flow))) {
                    input.term(policy.topology(), flow);
                }
            }
        }
        Path definitions = Files.createDirectories(folder.resolve("def"));
        Files.writeString(definitions.resolve("site.net"), input.networks());
        Files.writeString(definitions.resolve("site.svc"), input.services());
        Path policies = Files.createDirectories(folder.resolve("pol"));
        Files.writeString(
                policies.resolve("site.pol"), "header {\n  target:: nftables mixed input 0\n}\n" + input.terms);
        return input.count;
    }

    private void term(Topology topology, ResolvedFlow flow) {
        String source = network(topology, flow.flow().source());
        String destination = network(topology, flow.flow().destination());
        if (source.isEmpty() || destination.isEmpty()) {
            return;
        }
        Transport transport = flow.transport();
        terms.append("term t").append(count++).append(" {\n");
        line("source-address", source);
        line("destination-address", destination);
        line("protocol", Ascii.toLowerCase(transport.protocol().toString()));
        if (transport instanceof PortTransport ports) {
            if (!ports.sourcePorts().equals(PortSet.all())) {
                line("source-port", service(ports.sourcePorts()));
            }
            if (!ports.destinationPorts().equals(PortSet.all())) {
                line("destination-port", service(ports.destinationPorts()));
            }
        }
        line("action", "accept");
        terms.append("}\n");
    }

    private void line(String key, String value) {
        terms.append("  ").append(key).append(":: ").append(value).append('\n');
    }

    private String network(Topology topology, Endpoint endpoint) {
        String name = Ascii.toUpperCase(endpoint.getClass().getPackageName() + "_" + endpoint.id())
                .replaceAll("[^A-Z0-9]", "_");
        AddressSet addresses = networks.computeIfAbsent(name, key -> {
            AddressSet.Builder all = AddressSet.builder();
            for (Place place : topology.places()) {
                if (place.placements().stream()
                        .anyMatch(placement -> placement.endpoint().equals(endpoint))) {
                    all.addAll(place.peers().addresses());
                }
            }
            return all.build();
        });
        return addresses.isEmpty() ? "" : name;
    }

    private String service(PortSet ports) {
        return services.computeIfAbsent(ports, key -> "PORTS_" + services.size());
    }

    private String networks() {
        StringBuilder text = new StringBuilder();
        networks.forEach((name, addresses) -> {
            List<String> lines = new ArrayList<>();
            for (AddressRange prefix : addresses.prefixes()) {
                lines.add(prefix.toString());
            }
            if (!lines.isEmpty()) {
                text.append(name)
                        .append(" = ")
                        .append(Joiner.on("\n  ").join(lines))
                        .append('\n');
            }
        });
        return text.toString();
    }

    private String services() {
        StringBuilder text = new StringBuilder();
        services.forEach((ports, name) -> {
            List<String> entries = new ArrayList<>();
            for (PortRange range : ports.ranges()) {
                entries.add(range + "/tcp");
                entries.add(range + "/udp");
            }
            text.append(name)
                    .append(" = ")
                    .append(Joiner.on("\n  ").join(entries))
                    .append('\n');
        });
        return text.toString();
    }
}
