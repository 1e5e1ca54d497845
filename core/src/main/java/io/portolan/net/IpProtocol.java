package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import io.portolan.internal.Excerpts;
import org.jspecify.annotations.Nullable;

/**
 * An IP protocol: the number in the protocol (IPv4) or next header (IPv6) field of a packet.
 *
 * <p>It is not a port. VRRP is protocol 112, GRE 47, ESP 50: none of them has ports, and no type here lets one give them
 * any. Of the protocols that do, {@link #TCP} and {@link #UDP}, see {@link Transport#tcp} and {@link Transport#udp}.
 *
 * <p>There is one instance for each number, so {@code ==} and {@code equals} agree. The text form is the name for the
 * protocols that have a constant here, and {@code ip:} with the number for all others.
 */
public final class IpProtocol implements Comparable<IpProtocol> {
    private static final IpProtocol[] BY_NUMBER = new IpProtocol[256];

    /** Internet Control Message Protocol for IPv4, protocol 1. */
    public static final IpProtocol ICMP = define(1, "icmp");

    /** Transmission Control Protocol, protocol 6. */
    public static final IpProtocol TCP = define(6, "tcp");

    /** User Datagram Protocol, protocol 17. */
    public static final IpProtocol UDP = define(17, "udp");

    /** Generic Routing Encapsulation, protocol 47. */
    public static final IpProtocol GRE = define(47, "gre");

    /** IPsec Encapsulating Security Payload, protocol 50. */
    public static final IpProtocol ESP = define(50, "esp");

    /** IPsec Authentication Header, protocol 51. */
    public static final IpProtocol AH = define(51, "ah");

    /** Internet Control Message Protocol for IPv6, protocol 58. */
    public static final IpProtocol ICMPV6 = define(58, "icmpv6");

    /** Virtual Router Redundancy Protocol, protocol 112. */
    public static final IpProtocol VRRP = define(112, "vrrp");

    static {
        for (int number = 0; number < BY_NUMBER.length; number++) {
            if (BY_NUMBER[number] == null) {
                define(number, "ip:" + number);
            }
        }
    }

    private final int number;
    private final String text;

    private IpProtocol(int number, String text) {
        this.number = number;
        this.text = text;
    }

    private static IpProtocol define(int number, String text) {
        IpProtocol protocol = new IpProtocol(number, text);
        BY_NUMBER[number] = protocol;
        return protocol;
    }

    /**
     * Returns the protocol with a number.
     *
     * @param number the protocol number, 0 to 255
     * @return the one instance for that number
     * @throws IllegalArgumentException if the number is out of range
     */
    public static IpProtocol of(int number) {
        checkArgument(number >= 0 && number <= 255, "IP protocol out of range: %s; expected 0-255", number);
        return BY_NUMBER[number];
    }

    /**
     * Returns the protocol that a text names: a name in any case ({@code tcp}, {@code VRRP}), a number ({@code 112}), or
     * a number after {@code ip:} ({@code ip:112}).
     *
     * @param text the name or number
     * @return the protocol
     * @throws IllegalArgumentException if the text is neither a name known here nor a number from 0 to 255
     */
    public static IpProtocol parse(String text) {
        String name = Ascii.toLowerCase(text);
        for (IpProtocol protocol : BY_NUMBER) {
            if (protocol.text.equals(name)) {
                return protocol;
            }
        }
        IpProtocol numbered = numbered(name);
        checkArgument(
                numbered != null,
                "not an IP protocol: %s; expected tcp, udp, icmp, icmpv6, gre, esp, ah, vrrp or a number 0-255",
                Excerpts.quote(text));
        return numbered;
    }

    private static @Nullable IpProtocol numbered(String name) {
        String digits = name.startsWith("ip:") ? name.substring(3) : name;
        int number = Decimal.parse(digits, 0, digits.length(), 255);
        return number == Decimal.NONE ? null : BY_NUMBER[number];
    }

    /**
     * Returns the protocol number.
     *
     * @return a number from 0 to 255
     */
    public int number() {
        return number;
    }

    /**
     * Tells whether ports of this protocol are modeled here: true for TCP and UDP alone.
     *
     * @return whether this is TCP or UDP
     */
    public boolean hasPorts() {
        return this == TCP || this == UDP;
    }

    /** Orders by number. */
    @Override
    public int compareTo(IpProtocol other) {
        return Integer.compare(number, other.number);
    }

    /** Returns the name, such as {@code tcp}, or {@code ip:} and the number where there is none; parses back. */
    @Override
    public String toString() {
        return text;
    }
}
