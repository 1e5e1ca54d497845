package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import org.immutables.value.Value;

/** TCP or UDP packets, by destination and source ports; see {@link Transport#tcp} and {@link Transport#udp}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class PortTransport implements Transport {
    PortTransport() {}

    @Override
    @Value.Parameter
    public abstract IpProtocol protocol();

    /**
     * Returns the ports that packets come from.
     *
     * @return at least one port; {@link PortSet#all()} unless said otherwise
     */
    @Value.Parameter
    public abstract PortSet sourcePorts();

    /**
     * Returns the ports that packets go to.
     *
     * @return at least one port
     */
    @Value.Parameter
    public abstract PortSet destinationPorts();

    @Value.Check
    void check() {
        checkArgument(!destinationPorts().isEmpty(), "%s without a destination port matches nothing", protocol());
        checkArgument(!sourcePorts().isEmpty(), "%s without a source port matches nothing", protocol());
    }

    /**
     * Returns the same packets, but only those that come from the given ports.
     *
     * @param sourcePorts at least one port
     * @return the narrower transport
     * @throws IllegalArgumentException if the set is empty
     */
    public PortTransport from(PortSet sourcePorts) {
        return ImmutablePortTransport.of(protocol(), sourcePorts, destinationPorts());
    }

    /** Returns protocol and ports, such as {@code tcp 80,443} or {@code udp 68 from 67}. */
    @Override
    public String toString() {
        String to = protocol() + " " + destinationPorts();
        return sourcePorts().equals(PortSet.all()) ? to : to + " from " + sourcePorts();
    }
}
