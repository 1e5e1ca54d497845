package io.portolan.catalog;

import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import java.util.Optional;
import org.immutables.value.Value;

/** Packets without ports, which leave nothing to bind: ICMP messages or a bare IP protocol. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class PortlessTraffic implements Traffic {
    PortlessTraffic() {}

    /**
     * Returns the packets.
     *
     * @return ICMP or a bare IP protocol
     */
    @Value.Parameter
    public abstract Transport transport();

    @Override
    public IpProtocol protocol() {
        return transport().protocol();
    }

    /**
     * Returns no ports.
     *
     * @return always empty
     */
    @Override
    public Optional<PortSpec> ports() {
        return Optional.empty();
    }

    /** Returns the transport, such as {@code icmp type 8} or {@code vrrp}. */
    @Override
    public String toString() {
        return transport().toString();
    }
}
