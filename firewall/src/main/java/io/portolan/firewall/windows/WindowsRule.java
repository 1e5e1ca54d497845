package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import java.util.Optional;

/**
 * One rule of the firewall of a host, as Windows divides it: the end of the host, and the other.
 *
 * @param name a name that no other rule of the host has: letters, digits and hyphens
 * @param comment the reasons
 * @param direction which way packets go
 * @param protocol what packets are
 * @param icmp the type of messages; empty for other protocols
 * @param localPorts ports at the host; empty if every one
 * @param remotePorts ports at the other end; empty if every one
 * @param localAddresses addresses of the host: addresses, prefixes and ranges
 * @param remoteAddresses the other end; empty if every address of the families of the host's end
 */
public record WindowsRule(
        String name,
        String comment,
        Direction direction,
        IpProtocol protocol,
        Optional<IcmpTransport> icmp,
        ImmutableList<String> localPorts,
        ImmutableList<String> remotePorts,
        ImmutableList<String> localAddresses,
        ImmutableList<String> remoteAddresses) {
    /** Stands in {@link #localPorts()} for the ports on which RPC of the host listens. */
    public static final String RPC = "RPC";

    /** Stands in {@link #localPorts()} for the port of the endpoint mapper of RPC, which is 135. */
    public static final String RPC_ENDPOINT_MAPPER = "RPCEPMap";
}
