package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Shape;
import io.portolan.site.ResolvedFlow;
import java.util.Optional;

/** Turns flows around: what comes back for what was sent. */
final class Replies {
    private static final int ECHO_REQUEST = 8;
    private static final int ECHO_REQUEST_V6 = 128;

    private final ImmutableList<PlacedFlow> flows;

    Replies(ImmutableList<PlacedFlow> flows) {
        this.flows = flows;
    }

    /**
     * Returns the rules. They are made of answers turned around, which look like questions, and turned back: so answers are
     * gathered into as few rules as questions are.
     */
    ImmutableList<Rule> rules(Topology topology) {
        ImmutableList.Builder<PlacedFlow> turned = ImmutableList.builder();
        for (PlacedFlow flow : flows) {
            Optional<Transport> answer = asQuestion(flow.cause().resolved());
            if (answer.isPresent()) {
                turned.add(new PlacedFlow(
                        flow.cause(),
                        new Box(flow.box().sources(), flow.box().destinations(), Shape.of(answer.get()))));
            }
        }
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        for (Rule rule : new RuleMaker(turned.build(), topology).rules()) {
            rules.add(new Rule(
                    /* sources= */ rule.destinations(),
                    /* destinations= */ rule.sources(),
                    mirrored(rule.transport()),
                    rule.causes()));
        }
        return rules.build();
    }

    /** Returns the packets that answer a flow, turned around, so that they look like questions; empty if none do. */
    static Optional<Transport> asQuestion(ResolvedFlow flow) {
        return answer(flow).map(Replies::mirrored);
    }

    /** Returns packets with their ports exchanged; all others are as they were. */
    private static Transport mirrored(Transport transport) {
        if (!(transport instanceof PortTransport ports)) {
            return transport;
        }
        PortTransport back = ports.protocol() == IpProtocol.TCP
                ? Transport.tcp(ports.sourcePorts())
                : Transport.udp(ports.sourcePorts());
        return back.from(ports.destinationPorts());
    }

    /** Returns the packets that answer, empty if none do. */
    private static Optional<Transport> answer(ResolvedFlow flow) {
        if (flow.transport() instanceof PortTransport ports) {
            PortTransport back = (PortTransport) mirrored(ports);
            return Optional.of(flow.replyPorts().map(back::from).orElse(back));
        }
        if (flow.transport() instanceof IcmpTransport icmp) {
            return answer(icmp);
        }
        return Optional.of(flow.transport()); // tunnels and the like go both ways
    }

    /** An echo request is answered by an echo reply; every other message is none that is answered. */
    private static Optional<Transport> answer(IcmpTransport icmp) {
        if (icmp.type().isEmpty()) {
            return Optional.of(icmp);
        }
        if (icmp.protocol() == IpProtocol.ICMP && icmp.type().getAsInt() == ECHO_REQUEST) {
            return Optional.of(Transport.icmp(0));
        }
        if (icmp.protocol() == IpProtocol.ICMPV6 && icmp.type().getAsInt() == ECHO_REQUEST_V6) {
            return Optional.of(Transport.icmpV6(ECHO_REQUEST_V6 + 1));
        }
        return Optional.empty();
    }
}
