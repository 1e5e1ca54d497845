package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalInt;

/**
 * What packets are, as a filter sees them: TCP or UDP with ports, ICMP with a type, or a bare IP protocol.
 *
 * <p>The three kinds are three types, so that ports can be given to TCP and UDP and to nothing else:
 *
 * <pre>{@code
 * Transport.tcp(PortSet.of(443))            // to TCP port 443, from any port
 * Transport.udp(PortSet.of(68)).from(PortSet.of(67))
 * Transport.icmp(8)                         // echo request
 * Transport.ip(IpProtocol.VRRP)             // IP protocol 112; there is no way to add a port
 * }</pre>
 */
public sealed interface Transport permits PortTransport, IcmpTransport, IpTransport {
    /**
     * Returns the IP protocol of the packets.
     *
     * @return the protocol
     */
    IpProtocol protocol();

    /**
     * Returns TCP to the given ports, from any port.
     *
     * @param destinationPorts at least one port; {@link PortSet#all()} for all
     * @return the transport
     * @throws IllegalArgumentException if the set is empty
     */
    static PortTransport tcp(PortSet destinationPorts) {
        return ImmutablePortTransport.of(IpProtocol.TCP, PortSet.all(), destinationPorts);
    }

    /**
     * Returns UDP to the given ports, from any port.
     *
     * @param destinationPorts at least one port; {@link PortSet#all()} for all
     * @return the transport
     * @throws IllegalArgumentException if the set is empty
     */
    static PortTransport udp(PortSet destinationPorts) {
        return ImmutablePortTransport.of(IpProtocol.UDP, PortSet.all(), destinationPorts);
    }

    /**
     * Returns TCP or UDP to the given ports, from any port.
     *
     * @param protocol TCP or UDP
     * @param destinationPorts at least one port; {@link PortSet#all()} for all
     * @return the transport
     * @throws IllegalArgumentException if the protocol has no ports or the set is empty
     */
    static PortTransport of(IpProtocol protocol, PortSet destinationPorts) {
        checkArgument(protocol.hasPorts(), "%s has no ports; expected tcp or udp", protocol);
        return ImmutablePortTransport.of(protocol, PortSet.all(), destinationPorts);
    }

    /**
     * Returns ICMP for IPv4, every type.
     *
     * @return the transport
     */
    static IcmpTransport icmp() {
        return ImmutableIcmpTransport.of(IpProtocol.ICMP, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Returns ICMP for IPv4 of one type and every code.
     *
     * @param type the ICMP type, 0 to 255; 8 is an echo request
     * @return the transport
     * @throws IllegalArgumentException if the type is out of range
     */
    static IcmpTransport icmp(int type) {
        return ImmutableIcmpTransport.of(IpProtocol.ICMP, OptionalInt.of(type), OptionalInt.empty());
    }

    /**
     * Returns ICMP for IPv4 of one type and code.
     *
     * @param type the ICMP type, 0 to 255
     * @param code the ICMP code, 0 to 255
     * @return the transport
     * @throws IllegalArgumentException if the type or code is out of range
     */
    static IcmpTransport icmp(int type, int code) {
        return ImmutableIcmpTransport.of(IpProtocol.ICMP, OptionalInt.of(type), OptionalInt.of(code));
    }

    /**
     * Returns ICMP for IPv6, every type.
     *
     * @return the transport
     */
    static IcmpTransport icmpV6() {
        return ImmutableIcmpTransport.of(IpProtocol.ICMPV6, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Returns ICMP for IPv6 of one type and every code.
     *
     * @param type the ICMPv6 type, 0 to 255; 128 is an echo request
     * @return the transport
     * @throws IllegalArgumentException if the type is out of range
     */
    static IcmpTransport icmpV6(int type) {
        return ImmutableIcmpTransport.of(IpProtocol.ICMPV6, OptionalInt.of(type), OptionalInt.empty());
    }

    /**
     * Returns ICMP for IPv6 of one type and code.
     *
     * @param type the ICMPv6 type, 0 to 255
     * @param code the ICMPv6 code, 0 to 255
     * @return the transport
     * @throws IllegalArgumentException if the type or code is out of range
     */
    static IcmpTransport icmpV6(int type, int code) {
        return ImmutableIcmpTransport.of(IpProtocol.ICMPV6, OptionalInt.of(type), OptionalInt.of(code));
    }

    /**
     * Returns every packet of an IP protocol that has neither ports nor ICMP types.
     *
     * @param protocol a protocol other than TCP, UDP, ICMP and ICMPv6
     * @return the transport
     * @throws IllegalArgumentException if the protocol is one of those four, which have factories of their own
     */
    static IpTransport ip(IpProtocol protocol) {
        return ImmutableIpTransport.of(protocol);
    }
}
