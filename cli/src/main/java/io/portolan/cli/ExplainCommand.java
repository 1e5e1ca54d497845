package io.portolan.cli;

import io.portolan.internal.Shown;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Explanation;
import io.portolan.planner.Packet;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portolan explain}: why packets are allowed, or what is missing. */
@Command(
        name = "explain",
        description = "Tells whether the policy for a site allows packets from one place to another, and why: by which"
                + " rules, flows, answers and documents; or which flow comes nearest and what is missing.",
        footer = {
            "",
            "A place that has several addresses stands for each of them; a network stands for an address of it that is no"
                    + " host's, and a zone for each of its places."
        },
        exitCodeList = {
            " 0:allowed, from every address to every other",
            " 2:wrong usage",
            " 1:any other failure",
            " 3:not allowed, or not between all addresses"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SiteFileParameter file;

    @Mixin
    private OpenOption open;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "PLACE",
            description =
                    "Where packets come from: the name of a place or zone, an address, or the name of an outside site.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "PLACE", description = "Where they go, likewise.")
    private String to;

    @Option(
            names = "--port",
            required = true,
            paramLabel = "TRAFFIC",
            description =
                    "What they are: a port such as tcp/135, or 135 for either protocol; a type of ICMP such as icmp/8;"
                            + " or a protocol such as vrrp or ip:112.",
            converter = TransportArgument.class)
    private TransportArgument.Transports port;

    @Option(
            names = "--source-port",
            paramLabel = "PORT",
            description = "The port they come from; any if not given, so that only flows for which it does not matter"
                    + " allow them.",
            converter = PortArgument.class)
    private @Nullable Integer sourcePort;

    @Override
    public Integer call() {
        List<Transport> transports = transports();
        try (Progress progress = Portolan.progress(spec)) {
            PlannedSite site = PlannedSite.of(file.get(), open.get(), progress);
            Policy policy = site.policy();
            TopologyNames names = new TopologyNames(policy.topology(), spec);
            List<String> sources = names.ends("--from", from);
            List<String> destinations = names.ends("--to", to);
            Optional<Place> oneHost = oneHost(policy, sources, destinations);
            if (oneHost.isPresent()) {
                spec.commandLine()
                        .getOut()
                        .println("allowed: packets of "
                                + Shown.plain(oneHost.get().name()) + " to itself cross no network, and need no rule");
                return 0;
            }
            progress.say("explaining");
            List<Explanation> explanations = new ArrayList<>();
            for (Transport transport : transports) {
                for (Packet packet : packets(sources, destinations, transport)) {
                    explanations.add(policy.explain(packet));
                }
            }
            spec.commandLine().getOut().print(ExplanationText.of(policy.topology(), explanations));
            return explanations.stream().allMatch(Explanation::isAllowed) ? 0 : Portolan.NO;
        }
    }

    private List<Transport> transports() {
        List<Transport> transports = new ArrayList<>();
        for (Transport transport : port.all()) {
            transports.add(withSourcePort(transport));
        }
        if (transports.size() > 1 && transports.get(0) instanceof PortTransport tcp) {
            ProtocolPort.tellChoice(spec, tcp.destinationPorts().first());
        }
        return transports;
    }

    private Transport withSourcePort(Transport transport) {
        if (sourcePort == null) {
            return transport;
        }
        if (transport instanceof PortTransport ports) {
            return ports.from(PortSet.of((int) sourcePort));
        }
        throw new ParameterException(
                spec.commandLine(),
                "--source-port needs tcp or udp, but --port is " + transport + ", which has no ports");
    }

    /** Returns the host at which all packets begin and end, if there is one. */
    private static Optional<Place> oneHost(Policy policy, List<String> sources, List<String> destinations) {
        for (Place place : policy.topology().places()) {
            if (place.kind() == Place.Kind.HOST && isAll(place, sources) && isAll(place, destinations)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static boolean isAll(Place place, List<String> ends) {
        return !ends.isEmpty() && ends.stream().allMatch(end -> place.peers().contains(Peers.parse(end)));
    }

    /** No packet goes from one family to another, and ICMP has a protocol in each: what is left has to be something. */
    private List<Packet> packets(List<String> sources, List<String> destinations, Transport transport) {
        List<Packet> packets = new ArrayList<>();
        Optional<String> wrong = Optional.empty();
        for (String source : sources) {
            for (String destination : destinations) {
                try {
                    packets.add(Packet.of(source, destination, transport));
                } catch (IllegalArgumentException e) {
                    wrong = wrong.or(() -> Optional.of(String.valueOf(e.getMessage())));
                }
            }
        }
        if (packets.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), wrong.orElse("a place without addresses sends and receives nothing"));
        }
        return packets;
    }
}
