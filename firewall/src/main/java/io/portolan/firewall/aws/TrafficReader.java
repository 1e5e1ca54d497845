package io.portolan.firewall.aws;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.json.Json;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.Optional;

/** Reads what packets a permission of a security group is about. */
final class TrafficReader {
    private static final int ALL = -1;
    private static final int LAST_PORT = 65535;
    private static final int LAST_TYPE = 255;

    private TrafficReader() {}

    /** Transports, of which none stands for every protocol, and what of them was not understood. */
    record ReadTraffic(ImmutableList<Transport> transports, Optional<String> notUnderstood) {}

    static ReadTraffic read(Json.Obj permission) {
        Json name = permission.require("IpProtocol");
        String text = name instanceof Json.Num number ? number.value() : Ascii.toLowerCase(name.text());
        if (text.equals("-1") || text.equals("all")) {
            return exactly();
        }
        IpProtocol protocol = protocol(name, text);
        if (protocol.hasPorts()) {
            PortSet ports = ports(permission);
            return exactly(protocol == IpProtocol.TCP ? Transport.tcp(ports) : Transport.udp(ports));
        }
        return Traffic.isIcmp(protocol) ? icmp(protocol, permission) : exactly(Transport.ip(protocol));
    }

    private static ReadTraffic exactly(Transport... transports) {
        return new ReadTraffic(ImmutableList.copyOf(transports), Optional.empty());
    }

    private static IpProtocol protocol(Json name, String text) {
        try {
            return text.equals("ipv6-icmp") ? IpProtocol.ICMPV6 : IpProtocol.parse(text);
        } catch (IllegalArgumentException e) {
            throw name.error(String.valueOf(e.getMessage()));
        }
    }

    private static PortSet ports(Json.Obj permission) {
        int first = number(permission, "FromPort", LAST_PORT);
        int last = number(permission, "ToPort", LAST_PORT);
        if (first == ALL && last == ALL) {
            return PortSet.all();
        }
        if (first == ALL || first > last) {
            throw permission.error(
                    "the ports " + first + " to " + last + " are no range; expected the lower port first");
        }
        return PortSet.ofRange(first, last);
    }

    private static ReadTraffic icmp(IpProtocol protocol, Json.Obj permission) {
        int type = number(permission, "FromPort", LAST_TYPE);
        int code = number(permission, "ToPort", LAST_TYPE);
        boolean v4 = protocol == IpProtocol.ICMP;
        if (type == ALL) {
            ImmutableList<Transport> every = ImmutableList.of(v4 ? Transport.icmp() : Transport.icmpV6());
            return new ReadTraffic(
                    every, code == ALL ? Optional.empty() : Optional.of("code " + code + " of every type of ICMP"));
        }
        if (code == ALL) {
            return exactly(v4 ? Transport.icmp(type) : Transport.icmpV6(type));
        }
        return exactly(v4 ? Transport.icmp(type, code) : Transport.icmpV6(type, code));
    }

    /** What is absent is as -1: all there are. */
    private static int number(Json.Obj permission, String key, int last) {
        return permission.get(key).map(value -> value.integer(ALL, last)).orElse(ALL);
    }
}
