package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.json.Json;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.List;

/** What packets are, as filters of ports list it. */
final class TransportListing {
    /** Keywords stand for ports on which programs listen at the time; any but 0 could be one. */
    private static final PortSet LISTENING = PortSet.ofRange(1, 65_535);

    private static final PortSet ENDPOINT_MAPPER = PortSet.of(135);
    private static final String ANY = "any";
    private static final ImmutableMap<String, IpProtocol> NAMES = ImmutableMap.of(
            "tcp", IpProtocol.TCP,
            "udp", IpProtocol.UDP,
            "icmpv4", IpProtocol.ICMP,
            "icmpv6", IpProtocol.ICMPV6);

    private TransportListing() {}

    /** Returns the transports of a rule; empty for packets of every protocol. */
    static ImmutableList<Transport> of(Json.Obj rule, Direction direction, Uncertainties uncertain) {
        String name = Ascii.toLowerCase(Listing.text(rule, "Protocol"));
        if (name.equals(ANY) || name.equals("256")) {
            return ImmutableList.of();
        }
        IpProtocol protocol;
        try {
            protocol = NAMES.containsKey(name) ? NAMES.get(name) : IpProtocol.parse(name);
        } catch (IllegalArgumentException e) {
            uncertain.add("Protocol is " + Uncertainties.quote(List.of(name)));
            return ImmutableList.of();
        }
        if (protocol.hasPorts()) {
            return ImmutableList.of(ports(rule, protocol, direction, uncertain));
        }
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            return icmp(rule, protocol, uncertain);
        }
        return ImmutableList.of(Transport.ip(protocol));
    }

    private static PortTransport ports(
            Json.Obj rule, IpProtocol protocol, Direction direction, Uncertainties uncertain) {
        PortSet local = ports("LocalPort", Listing.texts(rule, "LocalPort"), protocol, uncertain);
        PortSet remote = ports("RemotePort", Listing.texts(rule, "RemotePort"), protocol, uncertain);
        PortSet to = direction == Direction.INBOUND ? local : remote;
        PortSet from = direction == Direction.INBOUND ? remote : local;
        return (protocol == IpProtocol.TCP ? Transport.tcp(to) : Transport.udp(to)).from(from);
    }

    private static PortSet ports(String key, List<String> values, IpProtocol protocol, Uncertainties uncertain) {
        PortSet ports = PortSet.none();
        for (String value : values) {
            ports = ports.union(ports(key, value, protocol, uncertain));
        }
        return ports.isEmpty() ? PortSet.all() : ports;
    }

    private static PortSet ports(String key, String value, IpProtocol protocol, Uncertainties uncertain) {
        if (Ascii.equalsIgnoreCase(value, ANY) || value.equals("*")) {
            return PortSet.all();
        }
        if (Ascii.equalsIgnoreCase(value, WindowsRule.RPC_ENDPOINT_MAPPER) && protocol == IpProtocol.TCP) {
            return ENDPOINT_MAPPER;
        }
        try {
            return PortSet.parse(value);
        } catch (IllegalArgumentException e) {
            uncertain.add(key + " is " + Uncertainties.quote(List.of(value)));
            return LISTENING;
        }
    }

    private static ImmutableList<Transport> icmp(Json.Obj rule, IpProtocol protocol, Uncertainties uncertain) {
        ImmutableList.Builder<Transport> types = ImmutableList.builder();
        List<String> values = Listing.texts(rule, "IcmpType");
        for (String value : values.isEmpty() ? List.of(ANY) : values) {
            try {
                types.add(icmp(value, protocol));
            } catch (IllegalArgumentException e) {
                uncertain.add("IcmpType is " + Uncertainties.quote(List.of(value)));
                types.add(icmp(ANY, protocol));
            }
        }
        return types.build();
    }

    private static Transport icmp(String value, IpProtocol protocol) {
        boolean v4 = protocol == IpProtocol.ICMP;
        if (Ascii.equalsIgnoreCase(value, ANY)) {
            return v4 ? Transport.icmp() : Transport.icmpV6();
        }
        int colon = value.indexOf(':');
        String code = colon < 0 ? ANY : value.substring(colon + 1);
        int type = Integer.parseInt(colon < 0 ? value : value.substring(0, colon));
        if (Ascii.equalsIgnoreCase(code, ANY) || code.equals("*")) {
            return v4 ? Transport.icmp(type) : Transport.icmpV6(type);
        }
        return v4 ? Transport.icmp(type, Integer.parseInt(code)) : Transport.icmpV6(type, Integer.parseInt(code));
    }
}
