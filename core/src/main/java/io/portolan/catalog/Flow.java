package io.portolan.catalog;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that must be able to happen on the network: a source endpoint opens a connection, or sends the first packet,
 * to a destination endpoint.
 *
 * <p>A flow has one protocol. What a document states for "TCP and UDP" is two flows, RPC is two (the endpoint mapper and
 * the port that it answers), and an arrow with two heads is two, each with its own identifier. Replies are not flows.
 *
 * <p>Flows are made by a {@link CatalogBuilder} from {@link FlowDraft}s and found by the queries of a {@link Catalog}.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Flow {
    Flow() {}

    /**
     * Returns the stable identifier: catalog, source, destination, and service with protocol, joined by dots.
     *
     * @return an identifier that is unique among all catalogs, such as {@code rds.gateway.dns-server.dns-udp}
     */
    public abstract String id();

    /**
     * Returns identifiers that the flow had, or of a flow that was split and of which this one is a part.
     *
     * @return identifiers by which the flow is found as well, mostly none
     */
    public abstract ImmutableList<String> formerIds();

    /**
     * Returns who opens the connection.
     *
     * @return the source
     */
    public abstract Endpoint source();

    /**
     * Returns to whom the connection is opened.
     *
     * @return the destination, which listens
     */
    public abstract Endpoint destination();

    /**
     * Returns what the packets carry.
     *
     * @return the application protocol
     */
    public abstract Service service();

    /**
     * Returns what the packets are, with ports as the document states them.
     *
     * @return the traffic
     */
    public abstract Traffic traffic();

    /**
     * Returns whether the product needs the flow.
     *
     * @return {@link Necessity#CONDITIONAL} if it is required under {@link #conditions()}
     */
    public abstract Necessity necessity();

    /**
     * Returns what must hold at the site for the flow to be needed.
     *
     * @return conditions that must all hold; empty if the flow is always needed
     */
    public abstract ImmutableList<Condition> conditions();

    /**
     * Returns to how many hosts the packets go.
     *
     * @return {@link Cast#UNICAST} unless the document says otherwise
     */
    public abstract Cast cast();

    /**
     * Returns the ports that answers come from, where that is not the port that was asked.
     *
     * <p>A stateful firewall passes the answers of a connection by itself if they mirror the question. These do not: TFTP
     * answers from a port of its own choice, and a broadcast is answered by a host to which no packet was addressed.
     *
     * @return the ports as stated, empty if answers mirror the question
     */
    public abstract Optional<PortSpec> replyPorts();

    /**
     * Returns what the flow is for, in our words.
     *
     * @return a short phrase
     */
    public abstract String purpose();

    /**
     * Returns what else there is to know, in our words: who opens the connection where the document leaves it open, and
     * what firewalls must mind.
     *
     * @return sentences, mostly none
     */
    public abstract ImmutableList<String> notes();

    /**
     * Returns where the flow is stated.
     *
     * @return one place or more
     */
    public abstract ImmutableList<Citation> citations();

    /**
     * Returns where the documents err or disagree about this flow.
     *
     * @return errata, mostly none
     */
    public abstract ImmutableList<Erratum> errata();

    /**
     * Returns who answers for the flow, and until when, where a site stated it. Documents say nothing of that.
     *
     * @return the approval, empty for flows of documents
     */
    @Value.Default
    public Approval approval() {
        return Approval.none();
    }

    /**
     * Returns the IP protocol.
     *
     * @return the protocol of the {@link #traffic()}
     */
    public IpProtocol protocol() {
        return traffic().protocol();
    }

    /**
     * Returns the destination ports as the document states them.
     *
     * @return the ports of TCP and UDP; empty for every other protocol
     */
    public Optional<PortSpec> ports() {
        return traffic().ports();
    }

    /**
     * Returns the setting that decides the destination port.
     *
     * @return the setting; empty where the port is not for the site to choose
     */
    public Optional<PortSetting> setting() {
        return ports().orElse(null) instanceof PortSetting setting ? Optional.of(setting) : Optional.empty();
    }

    /** Returns parties, service, traffic, necessity and first citation in one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(source().id())
                .append(" -> ")
                .append(destination().id())
                .append(": ")
                .append(service().title())
                .append(' ')
                .append(traffic())
                .append(", ")
                .append(necessity().id());
        for (int i = 0; i < conditions().size(); i++) {
            text.append(i == 0 ? " " : " and ").append(conditions().get(i).phrase());
        }
        return text.append(" [").append(citations().get(0)).append(']').toString();
    }
}
