package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is better decided otherwise in resolved flows. */
final class AdviceFinder {
    private final SiteAnswers answers;
    private final List<ResolvedFlow> flows;
    private final Map<Matter, Set<Flow>> found = new LinkedHashMap<>();

    AdviceFinder(SiteAnswers answers, List<ResolvedFlow> flows) {
        this.answers = answers;
        this.flows = flows;
    }

    ImmutableList<Advice> advice() {
        Map<Listener, List<ResolvedFlow>> byListener = new LinkedHashMap<>();
        for (ResolvedFlow flow : flows) {
            if (flow.transport() instanceof PortTransport transport) {
                Listener listener = new Listener(flow.flow().destination(), transport.protocol());
                byListener.computeIfAbsent(listener, first -> new ArrayList<>()).add(flow);
                if (flow.flow().ports().orElseThrow() instanceof AllocatedPorts) {
                    adviseOnRange(flow);
                } else if (!(flow.flow().destination() instanceof OutsideSite)) {
                    adviseOnFixedPort(flow, transport);
                }
            }
        }
        byListener.values().forEach(this::adviseOnCollisions);
        ImmutableList.Builder<Advice> advice = ImmutableList.builder();
        found.forEach((matter, concerned) ->
                advice.add(ImmutableAdvice.of(matter.kind(), matter.text(), ImmutableList.copyOf(concerned))));
        return advice.build();
    }

    private record Matter(Advice.Kind kind, String text) {}

    /** A host and protocol on which a port can be taken once. */
    private record Listener(Endpoint endpoint, IpProtocol protocol) {}

    private void adviseOnRange(ResolvedFlow flow) {
        PortSet both = PortSet.none();
        for (AppliedAnswer applied : flow.answers()) {
            Answer<?> answer = applied.answer();
            if (answer.decision() instanceof DynamicPortsDecision) {
                advise(answer.toString(), (DynamicPorts) answer.value(), flow.flow());
            } else if (answer.decision() instanceof WindowsDecision) {
                both = both.union(
                        ((WindowsEstate) answer.value()).dynamicPorts().ports());
            }
        }
        for (WindowsEstate estate : WindowsEstate.values()) {
            if (estate.dynamicPorts().ports().equals(both)) {
                advise("windows=" + estate.id(), estate.dynamicPorts(), flow.flow());
            }
        }
    }

    private void advise(String answer, DynamicPorts ports, Flow flow) {
        for (DynamicPorts.Advice advice : ports.advice()) {
            Advice.Kind kind = switch (advice) {
                case FEWER_THAN_100_PORTS -> Advice.Kind.SMALL_DYNAMIC_RANGE;
                case STARTS_BELOW_5001 -> Advice.Kind.LOW_DYNAMIC_RANGE;
                case BOTH_GENERATIONS -> Advice.Kind.BOTH_GENERATIONS;
            };
            add(kind, answer + ": " + advice, flow);
        }
    }

    private void adviseOnFixedPort(ResolvedFlow flow, PortTransport transport) {
        PortSet dynamic = dynamicPorts(flow.flow().destination());
        for (PortRange ports : transport.destinationPorts().ranges()) {
            if (dynamic.contains(ports)) {
                add(
                        Advice.Kind.FIXED_PORT_IN_DYNAMIC_RANGE,
                        transport.protocol() + " " + ports + " of "
                                + flow.flow().destination().id() + " is inside the dynamic range " + dynamic
                                + ", so that the host can hand it to another program first; reserve it there, or move the"
                                + " range",
                        flow.flow());
            }
        }
    }

    /** The range of the hosts of an endpoint: what the site says, or else the default of current Windows. */
    private PortSet dynamicPorts(Endpoint listener) {
        Optional<Answer<DynamicPorts>> stated = answers.ownDynamicPorts(listener)
                .or(answers::dynamicPorts)
                .filter(answer -> !answer.value().isRpcOnly());
        if (stated.isPresent()) {
            return stated.get().value().ports();
        }
        PortSet ports = PortSet.none();
        for (AppliedAnswer estate : answers.windows(listener)) {
            ports = ports.union(
                    ((WindowsEstate) estate.answer().value()).dynamicPorts().ports());
        }
        return ports.isEmpty() ? DynamicPorts.MODERN.ports() : ports;
    }

    /**
     * Two services cannot take one port. Where documents give two settings the same port they mean one service, as for the
     * two databases of a SQL Server; so only a port that a site chose is told.
     */
    private void adviseOnCollisions(List<ResolvedFlow> sameListener) {
        for (ResolvedFlow moved : sameListener) {
            if (moved.flow().ports().orElseThrow() instanceof PortSetting setting) {
                for (int port : chosen(setting, moved)) {
                    adviseOnCollision(setting, port, moved, sameListener);
                }
            }
        }
    }

    private static Set<Integer> chosen(PortSetting setting, ResolvedFlow flow) {
        Set<Integer> ports = new LinkedHashSet<>();
        PortSet bound = ((PortTransport) flow.transport()).destinationPorts();
        bound.difference(setting.expected()).ports().forEach(ports::add);
        return ports;
    }

    private void adviseOnCollision(PortSetting setting, int port, ResolvedFlow moved, List<ResolvedFlow> sameListener) {
        for (ResolvedFlow other : sameListener) {
            PortSpec spec = other.flow().ports().orElseThrow();
            PortTransport transport = (PortTransport) other.transport();
            if (!spec.equals(setting)
                    && !(spec instanceof AllocatedPorts)
                    && transport.destinationPorts().contains(port)) {
                String text = setting.id() + "=" + port + " collides with "
                        + (spec instanceof PortSetting rival
                                ? rival.id()
                                : other.flow().service().title())
                        + " on " + transport.protocol() + " " + port + " of "
                        + moved.flow().destination().id();
                add(Advice.Kind.PORT_COLLISION, text, moved.flow());
                add(Advice.Kind.PORT_COLLISION, text, other.flow());
            }
        }
    }

    private void add(Advice.Kind kind, String text, Flow flow) {
        found.computeIfAbsent(new Matter(kind, text), first -> new LinkedHashSet<>())
                .add(flow);
    }
}
