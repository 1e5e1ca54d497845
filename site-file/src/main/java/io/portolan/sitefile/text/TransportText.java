package io.portolan.sitefile.text;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import io.portolan.internal.Shown;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import java.util.List;
import java.util.OptionalInt;

/** Transports as users write them: {@code tcp/443}, {@code udp/137-138}, {@code icmp/8} or {@code vrrp}. */
public final class TransportText {
    private static final String EXPECTED = "; expected a form such as tcp/443, icmp/8 or vrrp";
    private static final int LARGEST_TYPE = 255;

    private TransportText() {}

    /**
     * Returns what a text states: a protocol by name or number; after a slash the ports of TCP or UDP, or the type of ICMP,
     * and after another slash its code. Without a slash it is every port or type.
     *
     * @param text such as {@code tcp/80,443}, {@code icmp/3/4} or {@code 112}
     * @return the transport
     * @throws IllegalArgumentException if the text is anything else; the message tells what would be right
     */
    public static Transport parse(String text) {
        List<String> parts = Splitter.on('/').splitToList(text);
        IpProtocol protocol = IpProtocol.parse(parts.get(0));
        boolean isIcmp = protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6;
        if (parts.size() > (isIcmp ? 3 : protocol.hasPorts() ? 2 : 1)) {
            throw new IllegalArgumentException(Shown.quote(text) + " says more than " + protocol + " has" + EXPECTED);
        }
        if (protocol.hasPorts()) {
            PortSet ports = parts.size() == 1 ? PortSet.all() : PortSet.parse(parts.get(1));
            if (ports.isEmpty()) {
                throw new IllegalArgumentException(Shown.quote(text) + " names no port" + EXPECTED);
            }
            return of(protocol, ports);
        }
        return portless(
                protocol,
                parts.size() > 1 ? OptionalInt.of(type(text, parts.get(1))) : OptionalInt.empty(),
                parts.size() > 2 ? OptionalInt.of(type(text, parts.get(2))) : OptionalInt.empty());
    }

    /**
     * Returns the text that states a transport.
     *
     * @param transport a transport from any source port
     * @return a text that {@link #parse} takes, such as {@code tcp/80,443}
     */
    public static String of(Transport transport) {
        if (transport instanceof PortTransport ports) {
            return ports.protocol()
                    + (ports.destinationPorts().equals(PortSet.all()) ? "" : "/" + ports.destinationPorts());
        }
        StringBuilder text = new StringBuilder(transport.protocol().toString());
        if (transport instanceof IcmpTransport icmp) {
            icmp.type().ifPresent(type -> text.append('/').append(type));
            icmp.code().ifPresent(code -> text.append('/').append(code));
        }
        return text.toString();
    }

    private static int type(String text, String number) {
        Integer type = Ints.tryParse(number);
        if (type == null || type < 0 || type > LARGEST_TYPE) {
            throw new IllegalArgumentException(
                    Shown.quote(text) + " is no type of ICMP; expected numbers 0-255, such as icmp/8 or icmp/3/4");
        }
        return type;
    }

    private static Transport of(IpProtocol protocol, PortSet ports) {
        return protocol == IpProtocol.TCP ? Transport.tcp(ports) : Transport.udp(ports);
    }

    /**
     * Returns packets of a protocol to some ports, from some ports.
     *
     * @param protocol TCP or UDP
     * @param ports the destination ports, one or more
     * @param sourcePorts the source ports, one or more
     * @return the transport
     */
    public static Transport withPorts(IpProtocol protocol, PortSet ports, PortSet sourcePorts) {
        return protocol == IpProtocol.TCP
                ? Transport.tcp(ports).from(sourcePorts)
                : Transport.udp(ports).from(sourcePorts);
    }

    /**
     * Returns packets of a protocol that has no ports.
     *
     * @param protocol any but TCP and UDP
     * @param type the type, for ICMP alone; empty for every type
     * @param code the code, if there is a type; empty for every code
     * @return the transport
     */
    public static Transport portless(IpProtocol protocol, OptionalInt type, OptionalInt code) {
        if (protocol == IpProtocol.ICMP) {
            return type.isEmpty()
                    ? Transport.icmp()
                    : code.isEmpty()
                            ? Transport.icmp(type.getAsInt())
                            : Transport.icmp(type.getAsInt(), code.getAsInt());
        }
        if (protocol == IpProtocol.ICMPV6) {
            return type.isEmpty()
                    ? Transport.icmpV6()
                    : code.isEmpty()
                            ? Transport.icmpV6(type.getAsInt())
                            : Transport.icmpV6(type.getAsInt(), code.getAsInt());
        }
        return Transport.ip(protocol);
    }
}
