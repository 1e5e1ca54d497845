package io.portolan.cli;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowSet;
import io.portolan.internal.Nearest;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan flows}: the flows of products, narrowed by questions. */
@Command(
        name = "flows",
        description =
                "Lists the flows of a catalog, in the order of its document. Options narrow the list; all must hold.",
        footer = {
            "",
            "An endpoint is the id of a role, such as gateway, or of shared infrastructure, such as domain-controller."
        })
final class FlowsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogParameter parameter;

    @Option(names = "--from", paramLabel = "ENDPOINT", description = "Flows that this endpoint opens.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "ENDPOINT", description = "Flows that are opened to this endpoint.")
    private @Nullable String to;

    @Option(
            names = "--of",
            paramLabel = "ENDPOINT",
            description = "Flows that this endpoint opens and that are opened to it.")
    private @Nullable String of;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            description = "Flows of this IP protocol: tcp, udp, icmp, another name, or a number.",
            converter = ProtocolArgument.class)
    private @Nullable IpProtocol protocol;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Flows to this port, such as tcp/443, or 443 for either protocol: by number, as default or alternative"
                            + " of a setting, or within the dynamic range.",
            converter = ProtocolPort.Argument.class)
    private @Nullable ProtocolPort port;

    @Mixin
    private FormatOption format;

    @Override
    public void run() {
        Catalog<?> catalog = parameter.get();
        FlowSet<?> flows = catalog.flows();
        if (from != null) {
            flows = flows.fromEndpoint(endpoint("--from", from));
        }
        if (to != null) {
            flows = flows.toEndpoint(endpoint("--to", to));
        }
        if (of != null) {
            flows = flows.involvingEndpoint(endpoint("--of", of));
        }
        if (protocol != null) {
            flows = flows.over(protocol);
        }
        if (port != null) {
            if (protocol != null && !port.protocols().contains(protocol)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--port needs "
                                + (port.protocols().size() > 1
                                        ? "tcp or udp"
                                        : port.protocols().get(0).toString()) + ", but --protocol is " + protocol);
            }
            if (port.protocols().size() == 1) {
                flows = flows.over(port.protocols().get(0));
            }
            flows = flows.on(port.port());
        }
        format.print(List.of(catalog), ImmutableList.copyOf(flows), spec);
    }

    private Endpoint endpoint(String option, String id) {
        Catalog<?> catalog = parameter.get();
        return catalog.endpoint(id).orElseThrow(() -> {
            List<String> known = new ArrayList<>();
            Stream.concat(catalog.roles().stream(), catalog.endpoints().stream())
                    .map(Endpoint::id)
                    .distinct()
                    .forEach(known::add);
            return new ParameterException(spec.commandLine(), option + ": " + Nearest.unknown("endpoint", id, known));
        });
    }
}
