package io.portolan.site;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Endpoint;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * Flows as they are at a site, in document order, narrowed by questions that chain.
 *
 * <pre>{@code
 * resolution.to(Role.GATEWAY).over(IpProtocol.TCP).ports(IpProtocol.TCP)     // 443
 * }</pre>
 *
 * <p>It is an immutable list.
 */
public final class ResolvedFlows extends AbstractList<ResolvedFlow> implements RandomAccess {
    private final ImmutableList<ResolvedFlow> flows;

    ResolvedFlows(ImmutableList<ResolvedFlow> flows) {
        this.flows = flows;
    }

    /**
     * Returns the flows from an endpoint.
     *
     * @param source who opens connections
     * @return the flows that it opens; empty if it opens none
     */
    public ResolvedFlows from(Endpoint source) {
        return where(flow -> flow.flow().source().equals(source));
    }

    /**
     * Returns the flows to an endpoint.
     *
     * @param destination who listens
     * @return the flows that are opened to it; empty if none are
     */
    public ResolvedFlows to(Endpoint destination) {
        return where(flow -> flow.flow().destination().equals(destination));
    }

    /**
     * Returns the flows of a protocol.
     *
     * @param protocol a protocol
     * @return the flows over it
     */
    public ResolvedFlows over(IpProtocol protocol) {
        return where(flow -> flow.transport().protocol().equals(protocol));
    }

    /**
     * Returns the flows to a port.
     *
     * @param protocol TCP or UDP; no other protocol has ports
     * @param port a port, 0 to 65535
     * @return the flows whose ports hold it, be it alone or in a range
     */
    public ResolvedFlows on(IpProtocol protocol, int port) {
        return over(protocol)
                .where(flow -> flow.transport() instanceof PortTransport transport
                        && transport.destinationPorts().contains(port));
    }

    /**
     * Returns the ports to which connections are opened.
     *
     * @param protocol TCP or UDP; no other protocol has ports
     * @return the destination ports of all flows over the protocol; empty if there are none
     */
    public PortSet ports(IpProtocol protocol) {
        PortSet ports = PortSet.none();
        for (ResolvedFlow flow : flows) {
            if (flow.transport() instanceof PortTransport transport
                    && transport.protocol().equals(protocol)) {
                ports = ports.union(transport.destinationPorts());
            }
        }
        return ports;
    }

    private ResolvedFlows where(Predicate<ResolvedFlow> condition) {
        return new ResolvedFlows(flows.stream().filter(condition).collect(ImmutableList.toImmutableList()));
    }

    @Override
    public ResolvedFlow get(int index) {
        return flows.get(index);
    }

    @Override
    public int size() {
        return flows.size();
    }
}
