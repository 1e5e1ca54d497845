package io.portolan.planner;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Endpoint;
import io.portolan.planner.address.Peers;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exactly the packets that the flows of a site need between the places of its topology, and why.
 *
 * <p>A packet is allowed if a flow needs it, and only then. Packets between two addresses of one host cross no network: a
 * policy says nothing of them, and a rule may hold some where leaving them out would take more rules.
 *
 * <p>Rules are few: ports merge for equal sources and destinations, addresses for equal ports, and addresses are written as
 * the fewest prefixes. That they hold exactly the packets and that prefixes are the fewest is proven; that rules are few is
 * a heuristic, for to find the fewest is NP-hard. In small cases, where the fewest can be found by trying, 94 % have the
 * fewest rules, and the worst has two more. Rules are the same on every run, and do not depend on the order of places.
 */
public final class Policy {
    /** A few packets are asked for sooner than a matcher is compiled. */
    private static final int QUESTIONS_BEFORE_COMPILING = 1000;

    private final Topology topology;
    private final ImmutableList<Deployment> deployments;
    private final ImmutableList<PlacedFlow> flows;
    private final ImmutableList<LeftOut> leftOut;
    private final Supplier<ImmutableList<Rule>> rules;
    private final Supplier<PolicyMatcher> matcher;
    private final Supplier<Explainer> explainer;

    /** Questions that were answered one by one; not exact where threads ask at a time, for which it need not be. */
    private int asked;

    Policy(
            Topology topology,
            ImmutableList<Deployment> deployments,
            ImmutableList<PlacedFlow> flows,
            ImmutableList<LeftOut> leftOut) {
        this.topology = topology;
        this.deployments = deployments;
        this.flows = flows;
        this.leftOut = leftOut;
        this.rules = Suppliers.memoize(() -> new RuleMaker(flows, topology).rules());
        this.matcher = Suppliers.memoize(() -> PolicyCompiler.compile(topology, flows));
        this.explainer = Suppliers.memoize(() -> new Explainer(this));
    }

    /**
     * Returns where endpoints live.
     *
     * @return the topology
     */
    public Topology topology() {
        return topology;
    }

    /**
     * Returns the deployments whose flows the policy is for.
     *
     * @return the deployments, in the order of reasons
     */
    public ImmutableList<Deployment> deployments() {
        return deployments;
    }

    /**
     * Returns the rules.
     *
     * @return rules by protocol, ports and destinations, made when first asked for
     */
    public ImmutableList<Rule> rules() {
        return rules.get();
    }

    /**
     * Returns the rules as flat entries, as cloud interfaces and tables take them.
     *
     * @return the entries of each rule, in the order of the rules; a stream, for they can be very many
     */
    public Stream<RuleEntry> entries() {
        return rules().stream().flatMap(Rule::entries);
    }

    /**
     * Returns which places talk to which, and why.
     *
     * @return a connection for each pair of different places between which a flow is, by the order of places in the topology;
     *     as many as there are pairs, which can be millions at a large site
     */
    public ImmutableList<Connection> connections() {
        return Connections.of(this);
    }

    /**
     * Returns the flows without a rule.
     *
     * @return flows with the reason, in the order of deployments and documents
     */
    public ImmutableList<LeftOut> leftOut() {
        return leftOut;
    }

    /**
     * Tells whether a packet is allowed.
     *
     * @param packet a packet
     * @return whether a flow needs it
     */
    public boolean allows(Packet packet) {
        if (packet.isBetweenAddresses()
                && (asked >= QUESTIONS_BEFORE_COMPILING || ++asked >= QUESTIONS_BEFORE_COMPILING)) {
            PolicyMatcher compiled = matcher();
            return compiled.isNeeded(packet.verdict(compiled));
        }
        for (PlacedFlow flow : flows) {
            if (packet.isIn(flow.box())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Explains why a packet is allowed, or what is missing.
     *
     * @param packet a packet
     * @return the explanation
     */
    public Explanation explain(Packet packet) {
        return explainer.get().explain(packet);
    }

    /**
     * Returns the policy in the form that traffic asks.
     *
     * @return a matcher whose flows are at the positions of {@link #causes()}, compiled when first asked for
     */
    public PolicyMatcher matcher() {
        return matcher.get();
    }

    /**
     * Returns the flows that have packets between places, in the order of deployments and documents.
     *
     * @return a cause for each; one flow can be there more than once in a policy of what involves a place
     */
    public ImmutableList<Cause> causes() {
        return flows.stream().map(PlacedFlow::cause).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns what is allowed to reach a place: the inbound rules of a host.
     *
     * @param place a place of the topology
     * @return the policy for packets to it
     */
    public Policy inbound(Place place) {
        return inbound(place.peers());
    }

    /**
     * Returns what is allowed to reach some addresses and names, such as those of a zone.
     *
     * @param destinations addresses and names
     * @return the policy for packets to them
     */
    public Policy inbound(Peers destinations) {
        return between(null, destinations);
    }

    /**
     * Returns what a place is allowed to reach: the outbound rules of a host.
     *
     * @param place a place of the topology
     * @return the policy for packets from it
     */
    public Policy outbound(Place place) {
        return outbound(place.peers());
    }

    /**
     * Returns what some addresses and names, such as those of a zone, are allowed to reach.
     *
     * @param sources addresses and names
     * @return the policy for packets from them
     */
    public Policy outbound(Peers sources) {
        return between(sources, null);
    }

    /**
     * Returns what is allowed to reach a place or to leave it: the rules of a firewall on a host.
     *
     * @param place a place of the topology
     * @return the policy for packets to it and from it
     */
    public Policy involving(Place place) {
        return new Policy(
                topology,
                deployments,
                ImmutableList.<PlacedFlow>builder()
                        .addAll(inbound(place).flows)
                        .addAll(outbound(place).flows)
                        .build(),
                ImmutableList.of());
    }

    /**
     * Returns what is allowed from one zone to another.
     *
     * @param from the name of a zone
     * @param to the name of a zone
     * @return the policy for packets from the one to the other
     * @throws IllegalArgumentException if the topology has no such zone
     */
    public Policy betweenZones(String from, String to) {
        return between(topology.zone(from), topology.zone(to));
    }

    private Policy between(@Nullable Peers sources, @Nullable Peers destinations) {
        ImmutableList.Builder<PlacedFlow> inside = ImmutableList.builder();
        for (PlacedFlow flow : flows) {
            Box box = flow.box();
            Box narrowed = new Box(
                    sources == null ? box.sources() : Boxes.intersection(box.sources(), sources),
                    destinations == null ? box.destinations() : Boxes.intersection(box.destinations(), destinations),
                    box.shape());
            if (!topology.isOneHost(narrowed)) {
                inside.add(new PlacedFlow(flow.cause(), narrowed));
            }
        }
        return new Policy(topology, deployments, inside.build(), ImmutableList.of());
    }

    /**
     * Returns what is allowed to reach an endpoint, wherever it lives.
     *
     * @param destination a role or shared endpoint
     * @return the policy for flows that are opened to it
     */
    public Policy to(Endpoint destination) {
        return where(flow -> flow.cause().flow().destination().equals(destination));
    }

    /**
     * Returns the flows that need at least one packet that a rule of a firewall matches.
     *
     * @param rule a rule, whatever its action
     * @return causes in the order of deployments and documents
     */
    public ImmutableList<Cause> causesWithin(ObservedRule rule) {
        return ImmutableSet.copyOf(within(rule).causes()).asList();
    }

    /**
     * Returns the rules for what flows need of the packets that a rule of a firewall matches: what would have to stay if it
     * went.
     *
     * @param rule a rule, whatever its action
     * @return rules, as {@link #rules()} has them
     */
    public ImmutableList<Rule> rulesWithin(ObservedRule rule) {
        return within(rule).rules();
    }

    private Policy within(ObservedRule rule) {
        ImmutableList.Builder<PlacedFlow> inside = ImmutableList.builder();
        for (PlacedFlow flow : flows) {
            List<Shape> shapes = rule.transports().isEmpty()
                    ? List.of(flow.box().shape())
                    : rule.transports().stream().map(Shape::of).toList();
            for (Shape shape : shapes) {
                Boxes.intersection(flow.box(), new Box(rule.sources(), rule.destinations(), shape))
                        .filter(box -> !topology.isOneHost(box))
                        .ifPresent(box -> inside.add(new PlacedFlow(flow.cause(), box)));
            }
        }
        return new Policy(topology, deployments, inside.build(), ImmutableList.of());
    }

    private Policy where(Predicate<PlacedFlow> condition) {
        return new Policy(
                topology,
                deployments,
                flows.stream().filter(condition).collect(ImmutableList.toImmutableList()),
                ImmutableList.of());
    }

    /**
     * Returns the packets that this policy and another do not both allow.
     *
     * @param other the policy to compare with
     * @return the difference; empty if both allow the same packets, however their rules are written
     */
    public PolicyDiff diff(Policy other) {
        return PolicyDiff.between(this, other);
    }

    /**
     * Returns the figures of the policy.
     *
     * @return the figures
     */
    public PolicySummary summary() {
        return PolicySummary.of(this);
    }

    /**
     * Returns the answers to allowed packets, for devices that keep no state and must be told them.
     *
     * @return rules in the other direction, among them answers that do not mirror their question, such as those of TFTP
     */
    public ImmutableList<Rule> replies() {
        return new Replies(flows).rules(topology);
    }

    ImmutableList<PlacedFlow> flows() {
        return flows;
    }

    List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (PlacedFlow flow : flows) {
            boxes.add(flow.box());
        }
        return boxes;
    }

    /** Returns the rules, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Rule rule : rules()) {
            text.append(text.length() == 0 ? "" : "\n").append(rule);
        }
        return text.toString();
    }
}
