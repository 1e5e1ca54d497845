package io.portolan.catalog;

import io.portolan.net.IpProtocol;
import java.util.Optional;

/**
 * The questions that a {@link Catalog} and a {@link CatalogSet} answer.
 *
 * <p>Each returns a {@link FlowSet}, which asks on:
 *
 * <pre>{@code
 * catalog.flowsTo(Infrastructure.DOMAIN_CONTROLLER).from(Role.GATEWAY).over(IpProtocol.TCP)
 * }</pre>
 *
 * @param <R> the roles that can be asked for
 */
public sealed interface FlowQueries<R extends ProductRole> permits Catalog, CatalogSet {
    /**
     * Returns all flows.
     *
     * @return every flow, in document order
     */
    FlowSet<R> flows();

    /**
     * Returns the flow with an identifier.
     *
     * @param id an identifier, such as {@code rds.gateway.dns-server.dns-udp}
     * @return the flow, empty if there is none
     */
    default Optional<Flow> flow(String id) {
        return flows().withId(id);
    }

    /**
     * Returns the flows that a role opens.
     *
     * @param source the role
     * @return the flows, in document order
     */
    default FlowSet<R> flowsFrom(R source) {
        return flows().from(source);
    }

    /**
     * Returns the flows that an endpoint opens.
     *
     * @param source infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    default FlowSet<R> flowsFrom(SharedEndpoint source) {
        return flows().from(source);
    }

    /**
     * Returns the flows that are opened to a role.
     *
     * @param destination the role
     * @return the flows, in document order
     */
    default FlowSet<R> flowsTo(R destination) {
        return flows().to(destination);
    }

    /**
     * Returns the flows that are opened to an endpoint.
     *
     * @param destination infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    default FlowSet<R> flowsTo(SharedEndpoint destination) {
        return flows().to(destination);
    }

    /**
     * Returns the flows that a role opens and those that are opened to it.
     *
     * @param party the role
     * @return the flows, in document order
     */
    default FlowSet<R> flowsInvolving(R party) {
        return flows().involving(party);
    }

    /**
     * Returns the flows that an endpoint opens and those that are opened to it.
     *
     * @param party infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    default FlowSet<R> flowsInvolving(SharedEndpoint party) {
        return flows().involving(party);
    }

    /**
     * Returns the flows between two roles, in either direction.
     *
     * @param one a role
     * @param other a role
     * @return the flows, in document order
     */
    default FlowSet<R> flowsBetween(R one, R other) {
        return flows().between(one, other);
    }

    /**
     * Returns the flows between a role and another endpoint, in either direction.
     *
     * @param one a role
     * @param other infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    default FlowSet<R> flowsBetween(R one, SharedEndpoint other) {
        return flows().between(one, other);
    }

    /**
     * Returns the flows between an endpoint and a role, in either direction.
     *
     * @param one infrastructure, an outside site, or the same host
     * @param other a role
     * @return the flows, in document order
     */
    default FlowSet<R> flowsBetween(SharedEndpoint one, R other) {
        return flows().between(one, other);
    }

    /**
     * Returns the flows of an IP protocol.
     *
     * @param protocol the protocol
     * @return the flows, in document order
     */
    default FlowSet<R> flowsOver(IpProtocol protocol) {
        return flows().over(protocol);
    }

    /**
     * Returns the flows to a port, as documents lead one to expect it: by number, as the default or an alternative of a
     * setting, or within the dynamic range (see {@link PortSpec#expected()}).
     *
     * @param protocol TCP or UDP
     * @param port a port, 0 to 65535
     * @return the flows, in document order
     * @throws IllegalArgumentException if the protocol has no ports or the port is out of range
     */
    default FlowSet<R> flowsOn(IpProtocol protocol, int port) {
        return flows().on(protocol, port);
    }

    /**
     * Returns the flows to a port over TCP or UDP; see {@link #flowsOn(IpProtocol, int)}.
     *
     * @param port a port, 0 to 65535
     * @return the flows, in document order
     * @throws IllegalArgumentException if the port is out of range
     */
    default FlowSet<R> flowsOn(int port) {
        return flows().on(port);
    }
}
