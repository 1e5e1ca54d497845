package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.IpTransport;
import io.portolan.net.PortSet;
import java.util.Optional;

/**
 * The packets of a flow as its document states them: what a {@link io.portolan.net.Transport} is once the site has bound
 * the ports.
 *
 * <p>As there, ports can be given to TCP and UDP and to nothing else.
 */
public sealed interface Traffic permits PortTraffic, PortlessTraffic {
    /**
     * Returns TCP to ports, from any port.
     *
     * @param ports the destination ports
     * @return the traffic
     */
    static PortTraffic tcp(PortSpec ports) {
        return ImmutablePortTraffic.of(IpProtocol.TCP, PortSet.all(), ports);
    }

    /**
     * Returns UDP to ports, from any port.
     *
     * @param ports the destination ports
     * @return the traffic
     */
    static PortTraffic udp(PortSpec ports) {
        return ImmutablePortTraffic.of(IpProtocol.UDP, PortSet.all(), ports);
    }

    /**
     * Returns TCP or UDP to ports, for callers that read the protocol from data.
     *
     * @param protocol TCP or UDP
     * @param ports the destination ports
     * @return the traffic
     * @throws IllegalArgumentException if the protocol has no ports
     */
    static PortTraffic of(IpProtocol protocol, PortSpec ports) {
        checkArgument(
                protocol.hasPorts(), "%s has no ports, but ports %s are given; only tcp and udp have", protocol, ports);
        return ImmutablePortTraffic.of(protocol, PortSet.all(), ports);
    }

    /**
     * Returns ICMP messages.
     *
     * @param icmp the messages
     * @return the traffic
     */
    static PortlessTraffic of(IcmpTransport icmp) {
        return ImmutablePortlessTraffic.of(icmp);
    }

    /**
     * Returns the packets of a protocol that has no ports.
     *
     * @param ip the packets
     * @return the traffic
     */
    static PortlessTraffic of(IpTransport ip) {
        return ImmutablePortlessTraffic.of(ip);
    }

    /**
     * Returns the IP protocol.
     *
     * @return the protocol
     */
    IpProtocol protocol();

    /**
     * Returns the destination ports.
     *
     * @return the ports of TCP and UDP; empty for every other protocol
     */
    Optional<PortSpec> ports();
}
