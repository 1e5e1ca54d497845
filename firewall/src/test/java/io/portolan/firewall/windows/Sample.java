package io.portolan.firewall.windows;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Packet;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One packet in numbers.
 *
 * @param source its source address
 * @param destination its destination address
 * @param protocol the number of its protocol
 * @param first the source port, or the type of ICMP
 * @param second the destination port, or the code of ICMP
 */
public record Sample(String source, String destination, int protocol, int first, int second) {
    private static final Map<String, byte[]> BYTES = new ConcurrentHashMap<>();

    /** Returns the packet as a policy takes it. */
    public Packet packet() {
        Transport transport = switch (protocol) {
            case 6 -> Transport.tcp(PortSet.of(second)).from(PortSet.of(first));
            case 17 -> Transport.udp(PortSet.of(second)).from(PortSet.of(first));
            case 1 -> Transport.icmp(first, second);
            case 58 -> Transport.icmpV6(first, second);
            default -> Transport.ip(IpProtocol.of(protocol));
        };
        return Packet.of(source, destination, transport);
    }

    public boolean hasPorts() {
        return protocol == 6 || protocol == 17;
    }

    public boolean isIcmp() {
        return protocol == 1 || protocol == 58;
    }

    public boolean isIpv6() {
        return source.indexOf(':') >= 0;
    }

    /** Returns an address as a number, which tells nothing of its family. */
    public static BigInteger number(String address) {
        return new BigInteger(1, bytes(address));
    }

    /** Tells whether an address is in a range of its own family. */
    public static boolean isBetween(String address, String first, String last) {
        return bytes(address).length == bytes(first).length
                && number(first).compareTo(number(address)) <= 0
                && number(address).compareTo(number(last)) <= 0;
    }

    /** Tells whether the first bits of an address are those of a prefix of its own family. */
    public static boolean isIn(String address, String prefix, int length) {
        int bits = bytes(address).length * 8;
        return bytes(prefix).length * 8 == bits
                && number(address)
                        .shiftRight(bits - length)
                        .equals(number(prefix).shiftRight(bits - length));
    }

    /** Returns how many bits an address has. */
    public static int length(String address) {
        return bytes(address).length * 8;
    }

    /** Returns an address some steps away, or the address itself at the ends of its family. */
    public static String moved(String address, int steps) {
        byte[] bytes = bytes(address);
        BigInteger moved = number(address).add(BigInteger.valueOf(steps));
        if (moved.signum() < 0 || moved.bitLength() > bytes.length * 8) {
            return address;
        }
        byte[] all = moved.toByteArray();
        byte[] result = new byte[bytes.length];
        for (int i = 1; i <= Math.min(all.length, result.length); i++) {
            result[result.length - i] = all[all.length - i];
        }
        try {
            String text = InetAddress.getByAddress(result).getHostAddress();
            return bytes(text).length == bytes.length ? text : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String address) {
        return BYTES.computeIfAbsent(address, Sample::parsed);
    }

    private static byte[] parsed(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
