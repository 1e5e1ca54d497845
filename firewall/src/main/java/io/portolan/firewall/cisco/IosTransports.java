package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What packets are, in the words of entries and of groups of services. */
final class IosTransports {
    private static final int LAST_PORT = 65_535;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private IosTransports() {}

    /** Tells that words are not understood. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** Returns the number of a protocol; empty for every protocol. */
    static OptionalInt protocol(String word, boolean ipv6) throws NotUnderstood {
        if (word.equals("ip") || word.equals("ipv6") || (word.equals("0") && !ipv6)) {
            return OptionalInt.empty();
        }
        if (ipv6 && word.equals("icmp")) {
            return OptionalInt.of(IpProtocol.ICMPV6.number());
        }
        OptionalInt number = IosNames.number(word, IosNames.PROTOCOLS, 255);
        if (number.isEmpty()) {
            throw new NotUnderstood("the protocol " + word);
        }
        return number;
    }

    static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP;
    }

    static Transport ports(int protocol, PortSet from, PortSet to) {
        return (protocol == TCP ? Transport.tcp(to) : Transport.udp(to)).from(from);
    }

    /** Takes what tells ports, if something does; every port if not. */
    static PortSet ports(Deque<String> words, int protocol) throws NotUnderstood {
        String operator = words.isEmpty() ? "" : words.peek();
        Map<String, Integer> names = protocol == TCP ? IosNames.TCP_PORTS : IosNames.UDP_PORTS;
        switch (operator) {
            case "eq", "neq" -> {
                words.pop();
                PortSet.Builder listed = PortSet.builder().add(port(words, names));
                while (!words.isEmpty()
                        && IosNames.number(words.peek(), names, LAST_PORT).isPresent()) {
                    listed.add(port(words, names));
                }
                PortSet ports = listed.build();
                return operator.equals("eq") ? ports : PortSet.all().difference(ports);
            }
            case "gt" -> {
                words.pop();
                int port = port(words, names);
                return port == LAST_PORT ? PortSet.none() : PortSet.ofRange(port + 1, LAST_PORT);
            }
            case "lt" -> {
                words.pop();
                int port = port(words, names);
                return port == 0 ? PortSet.none() : PortSet.ofRange(0, port - 1);
            }
            case "range" -> {
                words.pop();
                int first = port(words, names);
                int last = port(words, names);
                // IOS takes both ends in either order
                return PortSet.ofRange(Math.min(first, last), Math.max(first, last));
            }
            default -> {
                return PortSet.all();
            }
        }
    }

    private static int port(Deque<String> words, Map<String, Integer> names) throws NotUnderstood {
        String word = words.isEmpty() ? "" : words.pop();
        OptionalInt port = IosNames.number(word, names, LAST_PORT);
        if (port.isEmpty()) {
            throw new NotUnderstood("the port " + (word.isEmpty() ? "that is missing" : word));
        }
        return port.getAsInt();
    }

    /** Takes the type of a message of ICMP, if there is one. */
    static Transport icmp(Deque<String> words, boolean ipv6) throws NotUnderstood {
        String word = words.isEmpty() ? "" : words.peek();
        IosNames.IcmpType named = IosNames.icmp(word, ipv6);
        if (named != null) {
            words.pop();
            return icmp(OptionalInt.of(named.type()), named.code(), ipv6);
        }
        OptionalInt type = IosNames.number(word, Map.of(), 255);
        if (type.isEmpty()) {
            return icmp(OptionalInt.empty(), OptionalInt.empty(), ipv6);
        }
        words.pop();
        OptionalInt code = words.isEmpty() ? OptionalInt.empty() : IosNames.number(words.peek(), Map.of(), 255);
        if (code.isPresent()) {
            words.pop();
        }
        return icmp(type, code, ipv6);
    }

    private static Transport icmp(OptionalInt type, OptionalInt code, boolean ipv6) {
        if (type.isEmpty()) {
            return ipv6 ? Transport.icmpV6() : Transport.icmp();
        }
        if (code.isEmpty()) {
            return ipv6 ? Transport.icmpV6(type.getAsInt()) : Transport.icmp(type.getAsInt());
        }
        return ipv6
                ? Transport.icmpV6(type.getAsInt(), code.getAsInt())
                : Transport.icmp(type.getAsInt(), code.getAsInt());
    }

    /** Returns the transports of a line of a group of services; empty if it is not understood. */
    static Optional<ImmutableList<Transport>> service(List<String> line, boolean ipv6) {
        Deque<String> words = new ArrayDeque<>(line);
        try {
            String first = words.pop();
            ImmutableList.Builder<Transport> transports = ImmutableList.builder();
            if (first.equals("tcp-udp")) {
                for (int protocol : List.of(TCP, UDP)) {
                    Deque<String> rest = new ArrayDeque<>(words);
                    transports.add(service(protocol, rest));
                    if (!rest.isEmpty()) {
                        return Optional.empty();
                    }
                }
                return Optional.of(transports.build());
            }
            OptionalInt protocol = protocol(first, ipv6);
            if (protocol.isEmpty()) {
                return Optional.empty();
            }
            int number = protocol.getAsInt();
            Transport transport = hasPorts(number)
                    ? service(number, words)
                    : isIcmp(number, ipv6) ? icmp(words, ipv6) : Transport.ip(IpProtocol.of(number));
            return words.isEmpty() ? Optional.of(ImmutableList.of(transport)) : Optional.empty();
        } catch (NotUnderstood | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Transport service(int protocol, Deque<String> words) throws NotUnderstood {
        PortSet from = PortSet.all();
        if ("source".equals(words.peek())) {
            words.pop();
            from = ports(words, protocol);
        }
        PortSet to = ports(words, protocol);
        // a line of a group may name its port without an operator
        if (!words.isEmpty() && to.equals(PortSet.all())) {
            words.push("eq");
            to = ports(words, protocol);
        }
        return ports(protocol, from, to);
    }

    static boolean isIcmp(int protocol, boolean ipv6) {
        return protocol == (ipv6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP).number();
    }
}
