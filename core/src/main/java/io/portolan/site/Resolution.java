package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.net.IpProtocol;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The flows of a catalog as they are at a site.
 *
 * <p>Each flow of the catalog is in exactly one of {@link #flows()}, {@link #ruledOut()} and {@link #waiting()}. Nothing is
 * assumed in silence: what the site did not say is in {@link #questions()}, and what was taken in its place stands with
 * each flow.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Resolution {
    Resolution() {}

    /**
     * Returns the catalog.
     *
     * @return the catalog whose flows were resolved
     */
    public abstract Catalog<?> catalog();

    /**
     * Returns the site.
     *
     * @return the answers that were given
     */
    public abstract Site site();

    /**
     * Returns what became of open questions.
     *
     * @return the policy under which the flows were resolved
     */
    public abstract OpenQuestions openQuestions();

    /**
     * Returns the flows that the site needs.
     *
     * @return flows in numbers, in document order
     */
    public abstract ImmutableList<ResolvedFlow> flows();

    /**
     * Returns the flows that the site does not need.
     *
     * @return flows with the answers that rule them out, in document order
     */
    public abstract ImmutableList<RuledOutFlow> ruledOut();

    /**
     * Returns the flows that cannot be resolved until the site answers.
     *
     * @return flows with the decisions that they wait for, in document order
     */
    public abstract ImmutableList<WaitingFlow> waiting();

    /**
     * Returns what the site did not say, whether or not a default or alternatives were taken in its place.
     *
     * @return questions in the order of the catalog: settings, features, Windows, optional flows
     */
    public abstract ImmutableList<Question> questions();

    /**
     * Returns what is better decided otherwise.
     *
     * @return advice, mostly none
     */
    public abstract ImmutableList<Advice> advice();

    /**
     * Returns the defaults that were taken, as answers that a site can be merged with to make them its own.
     *
     * @return the answers on the basis of {@link Basis#DEFAULT}; empty under any policy but {@link OpenQuestions#DEFAULTS}
     */
    public abstract Site assumed();

    /**
     * Returns the resolved flow with an identifier.
     *
     * @param id an identifier, such as {@code rds.gateway.dns-server.dns-udp}
     * @return the flow, empty if there is none, or it is ruled out or waits
     */
    public Optional<ResolvedFlow> flow(String id) {
        for (ResolvedFlow flow : flows()) {
            if (flow.flow().id().equals(id)) {
                return Optional.of(flow);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the flows that the site needs from an endpoint, to be narrowed further.
     *
     * @param source who opens connections
     * @return the flows that it opens; empty if it opens none
     */
    public ResolvedFlows from(Endpoint source) {
        return new ResolvedFlows(flows()).from(source);
    }

    /**
     * Returns the flows that the site needs to an endpoint, to be narrowed further.
     *
     * @param destination who listens
     * @return the flows that are opened to it; empty if none are
     */
    public ResolvedFlows to(Endpoint destination) {
        return new ResolvedFlows(flows()).to(destination);
    }

    /**
     * Returns the flows that the site needs over a protocol, to be narrowed further.
     *
     * @param protocol a protocol
     * @return the flows over it
     */
    public ResolvedFlows over(IpProtocol protocol) {
        return new ResolvedFlows(flows()).over(protocol);
    }

    /**
     * Returns the flows that the site needs to a port, to be narrowed further.
     *
     * @param protocol TCP or UDP; no other protocol has ports
     * @param port a port, 0 to 65535
     * @return the flows whose ports hold it, be it alone or in a range
     */
    public ResolvedFlows on(IpProtocol protocol, int port) {
        return new ResolvedFlows(flows()).on(protocol, port);
    }

    /** Returns how many flows of which catalog are resolved, ruled out, and wait. */
    @Override
    public String toString() {
        return catalog().id() + ": " + flows().size() + " flows, " + ruledOut().size() + " ruled out, "
                + waiting().size() + " waiting, " + questions().size() + " questions";
    }
}
