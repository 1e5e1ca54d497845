package io.portolan.cli;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;

/** Whether a host that drops everything else can still be administered over the network. */
final class Administration {
    /** SSH, Remote Desktop, and WinRM over HTTP and HTTPS, at their usual ports. */
    private static final PortSet PORTS = PortSet.of(22, 3389, 5985, 5986);

    private Administration() {}

    /** Tells whether a policy lets anybody open a connection that administers the host. */
    static boolean isPossible(Policy policy, Place host) {
        for (Rule rule : policy.inbound(host).rules()) {
            if (rule.transport() instanceof PortTransport transport
                    && transport.protocol() == IpProtocol.TCP
                    && transport.destinationPorts().intersects(PORTS)) {
                return true;
            }
        }
        return false;
    }
}
