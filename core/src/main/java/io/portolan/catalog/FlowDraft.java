package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a document says, in the words of this model, before a {@link CatalogBuilder} makes flows of it.
 *
 * <p>A draft can stand for several flows: one for each pair of source and destination, and each service and protocol.
 *
 * <pre>{@code
 * flow(GATEWAY, DOMAIN_CONTROLLER).tcp(LDAP, 389).udp(LDAP, 389).purpose("authenticates users")
 * flow(BROKER, SESSION_HOST).tcp(SMB, 445).rpc().purpose("manages sessions")
 * flow(GATEWAY, RADIUS_SERVER).udp(RADIUS, 1812, 1813).when(Features.NPS).purpose("asks the policy server")
 * }</pre>
 *
 * <p>A draft is a mutable builder: every method returns the draft itself, and a catalog takes it as it is when the catalog
 * is built. What only the whole flow shows is checked then, and told with the identifier of the flow.
 */
public final class FlowDraft {
    private final List<Endpoint> sources = new ArrayList<>();
    private final List<Endpoint> destinations = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final List<Erratum> errata = new ArrayList<>();
    private final List<String> formerIds = new ArrayList<>();
    private boolean optional;
    private Cast cast = Cast.UNICAST;
    private @Nullable PortSpec replyPorts;
    private String purpose = "";
    private String variant = "";
    private Approval approval = Approval.none();

    private FlowDraft() {}

    /** A service with its traffic, which is made late, because what is wrong with it is told with the flow's identifier. */
    private abstract static class Line {
        final Service service;
        final IpProtocol protocol;

        Line(Service service, IpProtocol protocol) {
            this.service = checkNotNull(service, "service");
            this.protocol = checkNotNull(protocol, "protocol");
        }

        abstract Traffic traffic();
    }

    private static final class TrafficLine extends Line {
        private final Traffic traffic;

        TrafficLine(Service service, Traffic traffic) {
            super(service, traffic.protocol());
            this.traffic = traffic;
        }

        @Override
        Traffic traffic() {
            return traffic;
        }
    }

    private static final class PortsLine extends Line {
        private final PortSpec ports;

        PortsLine(Service service, IpProtocol protocol, PortSpec ports) {
            super(service, protocol);
            this.ports = checkNotNull(ports, "ports");
        }

        @Override
        Traffic traffic() {
            return Traffic.of(protocol, ports);
        }
    }

    private static final class NumbersLine extends Line {
        private final int port;
        private final int[] others;

        NumbersLine(Service service, IpProtocol protocol, int port, int... others) {
            super(service, protocol);
            this.port = port;
            this.others = checkNotNull(others, "others");
        }

        @Override
        Traffic traffic() {
            return Traffic.of(protocol, PortSpec.of(port, others));
        }
    }

    /**
     * Starts a draft.
     *
     * @param source who opens the connection
     * @param destination to whom it is opened
     * @return a draft
     */
    public static FlowDraft flow(Endpoint source, Endpoint destination) {
        return new FlowDraft().alsoFrom(source).alsoTo(destination);
    }

    /**
     * Adds another source; the row holds for each.
     *
     * @param source who else opens the connection
     * @return this draft
     */
    public FlowDraft alsoFrom(Endpoint source) {
        sources.add(checkNotNull(source, "source"));
        return this;
    }

    /**
     * Adds another destination; the row holds for each.
     *
     * @param destination to whom else it is opened
     * @return this draft
     */
    public FlowDraft alsoTo(Endpoint destination) {
        destinations.add(checkNotNull(destination, "destination"));
        return this;
    }

    /**
     * Adds TCP to ports in numbers.
     *
     * @param service what the packets carry
     * @param port a port, 0 to 65535
     * @param others more ports of the same service
     * @return this draft
     */
    public FlowDraft tcp(Service service, int port, int... others) {
        return add(new NumbersLine(service, IpProtocol.TCP, port, others));
    }

    /**
     * Adds TCP to ports.
     *
     * @param service what the packets carry
     * @param ports the ports as stated
     * @return this draft
     */
    public FlowDraft tcp(Service service, PortSpec ports) {
        return add(new PortsLine(service, IpProtocol.TCP, ports));
    }

    /**
     * Adds UDP to ports in numbers.
     *
     * @param service what the packets carry
     * @param port a port, 0 to 65535
     * @param others more ports of the same service
     * @return this draft
     */
    public FlowDraft udp(Service service, int port, int... others) {
        return add(new NumbersLine(service, IpProtocol.UDP, port, others));
    }

    /**
     * Adds UDP to ports.
     *
     * @param service what the packets carry
     * @param ports the ports as stated
     * @return this draft
     */
    public FlowDraft udp(Service service, PortSpec ports) {
        return add(new PortsLine(service, IpProtocol.UDP, ports));
    }

    /**
     * Adds RPC over TCP: the endpoint mapper on port 135, and the port that it answers, from the dynamic range. One is of
     * no use without the other.
     *
     * @return this draft
     */
    public FlowDraft rpc() {
        return rpc(PortSpec.rpcDynamic());
    }

    /**
     * Adds RPC to a service that can be given one fixed port: the endpoint mapper on TCP 135, and the port that it answers,
     * which is one of the dynamic range unless a site fixed it.
     *
     * @param service the service that listens
     * @return this draft
     */
    public FlowDraft rpc(RpcService service) {
        return rpc(PortSpec.rpcDynamic().of(service));
    }

    private FlowDraft rpc(AllocatedPorts ports) {
        return tcp(Service.RPC_ENDPOINT_MAPPER, 135).tcp(Service.RPC, ports);
    }

    /**
     * Adds any traffic.
     *
     * @param service what the packets carry
     * @param traffic what the packets are
     * @return this draft
     */
    public FlowDraft over(Service service, Traffic traffic) {
        return add(new TrafficLine(service, traffic));
    }

    /**
     * Adds traffic whose protocol is read from data.
     *
     * @param service what the packets carry
     * @param protocol TCP or UDP; any other is refused when the catalog is built
     * @param ports the ports as stated
     * @return this draft
     */
    public FlowDraft over(Service service, IpProtocol protocol, PortSpec ports) {
        return add(new PortsLine(service, protocol, ports));
    }

    private FlowDraft add(Line line) {
        lines.add(line);
        return this;
    }

    /**
     * Adds a condition; all conditions of a flow must hold.
     *
     * @param condition what must hold
     * @return this draft
     */
    public FlowDraft when(Condition condition) {
        conditions.add(checkNotNull(condition, "condition"));
        return this;
    }

    /**
     * Adds the condition that the site has a feature.
     *
     * @param feature the feature
     * @return this draft
     */
    public FlowDraft when(Toggle feature) {
        return when(Condition.enabled(feature));
    }

    /**
     * Adds the condition that the site does not have a feature.
     *
     * @param feature the feature
     * @return this draft
     */
    public FlowDraft unless(Toggle feature) {
        return when(Condition.disabled(feature));
    }

    /**
     * Adds the condition that the site chose one form of a feature.
     *
     * @param <O> the enum of the forms
     * @param choice the feature
     * @param option the form
     * @return this draft
     */
    public <O extends Enum<O> & FeatureOption> FlowDraft when(Choice<O> choice, O option) {
        return when(Condition.chosen(choice, option));
    }

    /**
     * Adds the condition that the host that listens is of a generation of Windows.
     *
     * @param generation the generation
     * @return this draft
     */
    public FlowDraft when(WindowsGeneration generation) {
        return when(Condition.listensOn(generation));
    }

    /**
     * Says that the document calls the flow optional.
     *
     * @return this draft
     */
    public FlowDraft optional() {
        optional = true;
        return this;
    }

    /**
     * Says to how many hosts the packets go; unicast unless set.
     *
     * @param cast the cast
     * @return this draft
     */
    public FlowDraft cast(Cast cast) {
        this.cast = checkNotNull(cast, "cast");
        return this;
    }

    /**
     * Says which ports answers come from, where that is not the port that was asked.
     *
     * @param replyPorts the ports as stated
     * @return this draft
     */
    public FlowDraft repliesFrom(PortSpec replyPorts) {
        this.replyPorts = checkNotNull(replyPorts, "replyPorts");
        return this;
    }

    /**
     * Says what the flow is for; required.
     *
     * @param purpose a short phrase in words of your own
     * @return this draft
     */
    public FlowDraft purpose(String purpose) {
        this.purpose = checkNotNull(purpose, "purpose");
        return this;
    }

    /**
     * Adds what else there is to know.
     *
     * @param note a sentence in words of your own
     * @return this draft
     */
    public FlowDraft note(String note) {
        notes.add(checkNotNull(note, "note"));
        return this;
    }

    /**
     * Adds a place where the documents err or disagree about the flow.
     *
     * @param erratum an erratum of the same catalog
     * @return this draft
     */
    public FlowDraft erratum(Erratum erratum) {
        errata.add(checkNotNull(erratum, "erratum"));
        return this;
    }

    /**
     * Adds a place where the flow is stated. A draft within a {@link Row} has the place of its row.
     *
     * @param citation the place
     * @return this draft
     */
    public FlowDraft cite(Citation citation) {
        citations.add(checkNotNull(citation, "citation"));
        return this;
    }

    /**
     * Tells the flow apart from another with the same parties, service and protocol, as the last part of its identifier.
     *
     * @param variant lower-case letters, digits and hyphens
     * @return this draft
     */
    public FlowDraft variant(String variant) {
        this.variant = checkNotNull(variant, "variant");
        return this;
    }

    /**
     * Says who answers for the flow, and until when, for flows that a site states itself.
     *
     * @param approval the approval
     * @return this draft
     */
    public FlowDraft approval(Approval approval) {
        this.approval = checkNotNull(approval, "approval");
        return this;
    }

    /**
     * Keeps an identifier that was published before the flow was renamed, or before a flow was split into this and others.
     * Whoever still has it finds the flow, and where several have it, the first.
     *
     * @param id the identifier as published
     * @return this draft
     */
    public FlowDraft formerly(String id) {
        formerIds.add(checkNotNull(id, "id"));
        return this;
    }

    /** Makes the flows, in the order of sources, destinations and lines, and leaves the draft as it is. */
    ImmutableList<Flow> build(String catalogId, ImmutableList<Citation> place) {
        checkArgument(
                !lines.isEmpty(),
                "flow %s.%s.%s has no traffic; expected tcp, udp, rpc or over",
                catalogId,
                sources.get(0).id(),
                destinations.get(0).id());
        ImmutableList<Citation> places = ImmutableList.<Citation>builder()
                .addAll(place)
                .addAll(citations)
                .build();
        ImmutableList.Builder<Flow> flows = ImmutableList.builder();
        for (Endpoint source : sources) {
            for (Endpoint destination : destinations) {
                for (Line line : lines) {
                    flows.add(build(catalogId, source, destination, line, places));
                }
            }
        }
        return flows.build();
    }

    private Flow build(
            String catalogId, Endpoint source, Endpoint destination, Line line, ImmutableList<Citation> places) {
        String id = id(catalogId, source, destination, line);
        try {
            if (!variant.isEmpty()) {
                Ids.check("variant", variant);
            }
            checkConditions();
            checkArgument(
                    cast == Cast.UNICAST || line.protocol != IpProtocol.TCP,
                    "TCP goes to one host; it cannot be %s",
                    cast.id());
            checkArgument(!purpose.isBlank(), "it has no purpose; say in a short phrase what it is for");
            checkArgument(!places.isEmpty(), "it has no citation; say which document states it");
            return new ImmutableFlow.Builder()
                    .id(id)
                    .formerIds(formerIds)
                    .source(source)
                    .destination(destination)
                    .service(line.service)
                    .traffic(line.traffic())
                    .necessity(necessity())
                    .conditions(conditions)
                    .cast(cast)
                    .replyPorts(Optional.ofNullable(replyPorts))
                    .purpose(purpose)
                    .notes(notes)
                    .citations(places)
                    .errata(errata)
                    .approval(approval)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("flow " + id + ": " + e.getMessage(), e);
        }
    }

    private void checkConditions() {
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            for (Condition earlier : conditions.subList(0, i)) {
                checkArgument(!condition.equals(earlier), "the condition %s stands twice", condition);
                boolean opposite = condition instanceof ToggleCondition toggle
                        && earlier instanceof ToggleCondition other
                        && toggle.toggle().equals(other.toggle());
                checkArgument(!opposite, "the conditions %s and %s can never hold together", earlier, condition);
            }
        }
    }

    private String id(String catalogId, Endpoint source, Endpoint destination, Line line) {
        String service = line.service.id();
        String protocol = line.protocol.toString().replace(':', '-');
        return catalogId + "." + source.id() + "." + destination.id() + "."
                + (service.equals(protocol) ? service : service + "-" + protocol)
                + (variant.isEmpty() ? "" : "." + variant);
    }

    private Necessity necessity() {
        if (optional) {
            return Necessity.OPTIONAL;
        }
        return conditions.isEmpty() ? Necessity.REQUIRED : Necessity.CONDITIONAL;
    }
}
