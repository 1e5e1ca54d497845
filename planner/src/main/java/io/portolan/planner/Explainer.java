package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Flow;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.PortTraffic;
import io.portolan.catalog.PortlessTraffic;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Explanation.NearMiss;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Shape;
import io.portolan.site.RuledOutFlow;
import io.portolan.site.WaitingFlow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Explains packets by the flows of a policy, and by those that its sites ruled out or left open. */
final class Explainer {
    private static final int MOST_MISSES = 3;

    private final Policy policy;
    private final FlowPlacer placer;

    Explainer(Policy policy) {
        this.policy = policy;
        this.placer = new FlowPlacer(policy.topology(), policy.deployments());
    }

    Explanation explain(Packet packet) {
        ImmutableList.Builder<Cause> causes = ImmutableList.builder();
        for (PlacedFlow flow : policy.flows()) {
            if (packet.isIn(flow.box())) {
                causes.add(flow.cause());
            }
        }
        ImmutableList<Cause> found = causes.build();
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        if (!found.isEmpty()) {
            for (Rule rule : policy.rules()) {
                if (packet.isIn(new Box(rule.sources(), rule.destinations(), Shape.of(rule.transport())))) {
                    rules.add(rule);
                }
            }
        }
        return new Explanation(packet, rules.build(), found, found.isEmpty() ? nearest(packet) : ImmutableList.of());
    }

    private record Candidate(NearMiss miss, int differences) {}

    private ImmutableList<NearMiss> nearest(Packet packet) {
        List<Candidate> candidates = new ArrayList<>();
        for (PlacedFlow flow : policy.flows()) {
            compare(packet, flow.cause().deployment(), flow.cause().flow(), flow.box(), Optional.empty())
                    .ifPresent(candidates::add);
        }
        for (Deployment deployment : policy.deployments()) {
            for (RuledOutFlow flow : deployment.resolution().ruledOut()) {
                compareUnresolved(packet, deployment, flow.flow(), "it is ruled out by " + flow.answers())
                        .ifPresent(candidates::add);
            }
            for (WaitingFlow flow : deployment.resolution().waiting()) {
                compareUnresolved(packet, deployment, flow.flow(), "the site has to say " + flow.decisions())
                        .ifPresent(candidates::add);
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::differences));
        ImmutableList.Builder<NearMiss> nearest = ImmutableList.builder();
        for (int i = 0; i < candidates.size() && i < MOST_MISSES; i++) {
            if (candidates.get(i).differences() == candidates.get(0).differences()) {
                nearest.add(candidates.get(i).miss());
            }
        }
        return nearest.build();
    }

    private Optional<Candidate> compareUnresolved(Packet packet, Deployment deployment, Flow flow, String why) {
        Optional<Transport> transport = expected(flow);
        if (transport.isEmpty()) {
            return Optional.empty();
        }
        Box box = new Box(
                placer.peers(deployment, flow.source()),
                placer.peers(deployment, flow.destination()),
                Shape.of(transport.get()));
        return compare(packet, deployment.name(), flow, box, Optional.of(why));
    }

    /** What the document leads one to expect of a flow that is not resolved; empty if it gives no port at all. */
    private static Optional<Transport> expected(Flow flow) {
        if (flow.traffic() instanceof PortlessTraffic portless) {
            return Optional.of(portless.transport());
        }
        PortSet ports = flow.ports().map(PortSpec::expected).orElse(PortSet.none());
        return ports.isEmpty() ? Optional.empty() : Optional.of(((PortTraffic) flow.traffic()).bind(ports));
    }

    /** A flow is near if it shares at least one end and the port, or both ends; each difference is told. */
    private static Optional<Candidate> compare(
            Packet packet, String deployment, Flow flow, Box box, Optional<String> why) {
        List<String> differences = new ArrayList<>();
        boolean source = packet.isFrom(box.sources());
        boolean destination = packet.isTo(box.destinations());
        boolean shape = box.shape().contains(packet.shape());
        if (!source) {
            differences.add("the source is no " + flow.source().id());
        }
        if (!destination) {
            differences.add("the destination is no " + flow.destination().id());
        }
        if (!shape) {
            differences.add("the traffic is " + box.shape().transports().get(0));
        }
        if (differences.size() > 1) {
            return Optional.empty();
        }
        why.ifPresent(differences::add);
        return Optional.of(new Candidate(
                new NearMiss(deployment, flow, String.join(", and ", differences)),
                rank(differences.size(), shape, source && destination, packet, box)));
    }

    /** Fewer differences first; among those with another port, the same protocol first. */
    private static int rank(int differences, boolean shape, boolean ends, Packet packet, Box box) {
        int rank = differences * 4;
        if (!shape && ends) {
            rank += packet.shape().protocol() == box.shape().protocol() ? 1 : 2;
        }
        return rank;
    }
}
