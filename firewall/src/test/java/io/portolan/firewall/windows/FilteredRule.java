package io.portolan.firewall.windows;

import java.util.List;

/**
 * A rule of Windows Firewall as its documentation explains it, of texts that a script holds. It is for packets of the host
 * in one direction; the other end of them is the remote one.
 *
 * @param inbound whether it is for packets to the host
 * @param protocol {@code TCP}, {@code ICMPv4}, a number ...
 * @param types types of ICMP with or without a code; empty for any
 * @param localPorts ports and ranges; empty for any
 * @param remotePorts ports and ranges; empty for any
 * @param localAddresses addresses, prefixes and ranges; empty for any
 * @param remoteAddresses addresses, prefixes and ranges; empty for any
 */
record FilteredRule(
        boolean inbound,
        String protocol,
        List<String> types,
        List<String> localPorts,
        List<String> remotePorts,
        List<String> localAddresses,
        List<String> remoteAddresses) {
    boolean matches(Sample packet, boolean arriving) {
        return inbound == arriving
                && number() == packet.protocol()
                && matchesType(packet)
                && (!packet.hasPorts()
                        || (hasPort(localPorts, arriving ? packet.second() : packet.first())
                                && hasPort(remotePorts, arriving ? packet.first() : packet.second())))
                && hasAddress(localAddresses, arriving ? packet.destination() : packet.source())
                && hasAddress(remoteAddresses, arriving ? packet.source() : packet.destination());
    }

    private int number() {
        return switch (protocol) {
            case "TCP", "tcp" -> 6;
            case "UDP", "udp" -> 17;
            case "ICMPv4", "icmpv4" -> 1;
            case "ICMPv6", "icmpv6" -> 58;
            default -> Integer.parseInt(protocol);
        };
    }

    private boolean matchesType(Sample packet) {
        return types.isEmpty()
                || types.stream()
                        .anyMatch(type -> type.equals(packet.first() + ":" + packet.second())
                                || type.equals(Integer.toString(packet.first())));
    }

    private static boolean hasPort(List<String> ports, int port) {
        return ports.isEmpty()
                || ports.stream().anyMatch(range -> {
                    int hyphen = range.indexOf('-');
                    int first = Integer.parseInt(hyphen < 0 ? range : range.substring(0, hyphen));
                    int last = Integer.parseInt(range.substring(hyphen + 1));
                    return first <= port && port <= last;
                });
    }

    private static boolean hasAddress(List<String> addresses, String address) {
        return addresses.isEmpty()
                || addresses.stream().anyMatch(each -> {
                    int slash = each.indexOf('/');
                    if (slash >= 0) {
                        int length = Integer.parseInt(each.substring(slash + 1));
                        if (length == 0) {
                            throw new AssertionError("Windows refuses " + each);
                        }
                        return Sample.isIn(address, each.substring(0, slash), length);
                    }
                    int hyphen = each.indexOf('-');
                    return Sample.isBetween(
                            address, hyphen < 0 ? each : each.substring(0, hyphen), each.substring(hyphen + 1));
                });
    }
}
