package io.portolan.firewall.windows;

import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;

/** Which way packets pass the host, and so which of their ends is its own. */
public enum Direction {
    /** Packets to the host: its own end is the destination. */
    INBOUND("Inbound", "in") {
        @Override
        Policy of(Policy policy, Place host) {
            return policy.inbound(host);
        }

        @Override
        AddressSet local(Peers sources, Peers destinations) {
            return destinations.addresses();
        }

        @Override
        PortSet localPorts(PortTransport ports) {
            return ports.destinationPorts();
        }

        @Override
        PortSet remotePorts(PortTransport ports) {
            return ports.sourcePorts();
        }
    },
    /** Packets from the host: its own end is the source. */
    OUTBOUND("Outbound", "out") {
        @Override
        Policy of(Policy policy, Place host) {
            return policy.outbound(host);
        }

        @Override
        AddressSet local(Peers sources, Peers destinations) {
            return sources.addresses();
        }

        @Override
        PortSet localPorts(PortTransport ports) {
            return ports.sourcePorts();
        }

        @Override
        PortSet remotePorts(PortTransport ports) {
            return ports.destinationPorts();
        }
    };

    private final String title;
    private final String id;

    Direction(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /**
     * Returns what PowerShell calls the direction.
     *
     * @return {@code Inbound} or {@code Outbound}
     */
    public String title() {
        return title;
    }

    /**
     * Returns what netsh calls the direction.
     *
     * @return {@code in} or {@code out}
     */
    public String id() {
        return id;
    }

    /** Returns the part of a policy that is about packets of a host in this direction. */
    abstract Policy of(Policy policy, Place host);

    /** Returns the addresses at the end of the host. */
    abstract AddressSet local(Peers sources, Peers destinations);

    /** Returns the addresses at the other end. */
    AddressSet remote(Peers sources, Peers destinations) {
        return local(/* sources= */ destinations, /* destinations= */ sources);
    }

    /** Returns the ports at the end of the host. */
    abstract PortSet localPorts(PortTransport ports);

    /** Returns the ports at the other end. */
    abstract PortSet remotePorts(PortTransport ports);
}
