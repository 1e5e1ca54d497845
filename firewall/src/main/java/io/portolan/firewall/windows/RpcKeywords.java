package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.Cause;
import io.portolan.planner.Rule;
import io.portolan.site.StaticRpcDecision;
import java.util.function.Predicate;

/**
 * Takes from the ports of a rule those that keywords of Windows Firewall can stand for.
 *
 * <p>A rule joins what several flows need. A port goes over to a keyword only if every flow of the rule that needs it, at
 * whatever address, is a flow of dynamic RPC, or one to the endpoint mapper.
 */
final class RpcKeywords {
    private static final PortSet ENDPOINT_MAPPER = PortSet.of(135);

    private RpcKeywords() {}

    /**
     * A part of the ports of a rule.
     *
     * @param ports the ports in numbers
     * @param keyword what stands for them; empty for the numbers themselves
     */
    record Part(PortSet ports, String keyword) {}

    /** Returns the ports at the listening host in parts, those without a keyword first; one part if there is no keyword. */
    static ImmutableList<Part> parts(Rule rule) {
        PortTransport transport = (PortTransport) rule.transport();
        PortSet ports = transport.destinationPorts();
        if (transport.protocol() != IpProtocol.TCP) {
            return ImmutableList.of(new Part(ports, ""));
        }
        PortSet mapper = neededBy(rule, ports.intersection(ENDPOINT_MAPPER), RpcKeywords::isEndpointMapper);
        PortSet dynamic = neededBy(rule, ports.difference(mapper), RpcKeywords::isDynamicRpc);
        PortSet rest = ports.difference(mapper).difference(dynamic);
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        add(parts, rest, "");
        add(parts, mapper, WindowsRule.RPC_ENDPOINT_MAPPER);
        add(parts, dynamic, WindowsRule.RPC);
        return parts.build();
    }

    private static void add(ImmutableList.Builder<Part> parts, PortSet ports, String keyword) {
        if (!ports.isEmpty()) {
            parts.add(new Part(ports, keyword));
        }
    }

    /** Returns the ports that flows of a kind need, and no others. */
    private static PortSet neededBy(Rule rule, PortSet ports, Predicate<Cause> kind) {
        PortSet by = PortSet.none();
        PortSet byOthers = PortSet.none();
        for (Cause cause : rule.causes()) {
            PortSet needed = cause.resolved().transport() instanceof PortTransport transport
                    ? transport.destinationPorts()
                    : PortSet.none();
            if (kind.test(cause)) {
                by = by.union(needed);
            } else {
                byOthers = byOthers.union(needed);
            }
        }
        return ports.intersection(by).difference(byOthers);
    }

    private static boolean isEndpointMapper(Cause cause) {
        return cause.flow().service().equals(Service.RPC_ENDPOINT_MAPPER);
    }

    /** A service that was given a fixed port does not listen on a port of the keyword. */
    private static boolean isDynamicRpc(Cause cause) {
        return cause.flow().ports().orElse(null) instanceof AllocatedPorts range
                && range.owner() == AllocatedPorts.Owner.RPC
                && cause.resolved().answers().stream()
                        .noneMatch(applied -> applied.answer().decision() instanceof StaticRpcDecision);
    }
}
