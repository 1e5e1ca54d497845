package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.Optional;
import org.immutables.value.Value;

/** TCP or UDP packets whose destination ports may still be a name; see {@link Traffic#tcp} and {@link Traffic#udp}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class PortTraffic implements Traffic {
    PortTraffic() {}

    @Override
    @Value.Parameter
    public abstract IpProtocol protocol();

    /**
     * Returns the ports that packets come from.
     *
     * @return {@link PortSet#all()} unless the document states them
     */
    @Value.Parameter
    public abstract PortSet sourcePorts();

    /**
     * Returns the ports that packets go to.
     *
     * @return the ports as stated
     */
    @Value.Parameter
    public abstract PortSpec destinationPorts();

    @Value.Check
    void check() {
        checkArgument(!sourcePorts().isEmpty(), "%s without a source port matches nothing", protocol());
    }

    @Override
    public Optional<PortSpec> ports() {
        return Optional.of(destinationPorts());
    }

    /**
     * Returns the same packets, but only those that come from the given ports.
     *
     * @param sourcePorts the ports as stated
     * @return the narrower traffic
     * @throws IllegalArgumentException if the set is empty
     */
    public PortTraffic from(PortSet sourcePorts) {
        return ImmutablePortTraffic.of(protocol(), sourcePorts, destinationPorts());
    }

    /**
     * Returns the packets once the destination ports are known.
     *
     * @param destinationPorts at least one port
     * @return the transport
     * @throws IllegalArgumentException if the set is empty
     */
    public PortTransport bind(PortSet destinationPorts) {
        PortTransport transport =
                protocol() == IpProtocol.TCP ? Transport.tcp(destinationPorts) : Transport.udp(destinationPorts);
        return transport.from(sourcePorts());
    }

    /** Returns protocol and ports, such as {@code tcp 443} or {@code udp 68 from 67}. */
    @Override
    public String toString() {
        String to = protocol() + " " + destinationPorts();
        return sourcePorts().equals(PortSet.all()) ? to : to + " from " + sourcePorts();
    }
}
