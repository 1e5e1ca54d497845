package io.portolan.firewall.cisco;

import io.portolan.firewall.windows.Sample;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What becomes of a packet at a list of IOS, from the command reference: entries in order, the first that matches decides,
 * and a deny at the end. An entry with a word that depends on more than the packet may match or not; the answer then has
 * both outcomes.
 */
final class IosEvaluator {
    private static final Map<String, Integer> PORTS =
            Map.of("www", 80, "domain", 53, "ntp", 123, "smtp", 25, "ftp", 21, "snmp", 161, "telnet", 23, "bgp", 179);

    private final Map<String, List<String>> blocks = new HashMap<>();

    IosEvaluator(String configuration) {
        List<String> block = new ArrayList<>();
        for (String line : configuration.split("\n", -1)) {
            if (line.startsWith(" ")) {
                block.add(line.trim());
            } else if (!line.startsWith("!") && !line.startsWith("no ") && !line.isBlank()) {
                block = blocks.computeIfAbsent(line, first -> new ArrayList<>());
            }
        }
    }

    /** Returns what may become of the first packet of a connection. */
    Set<Boolean> outcomes(String name, Sample packet) {
        String list = packet.isIpv6() ? "ipv6 access-list " + name + "6" : "ip access-list extended " + name;
        Set<Boolean> outcomes = new HashSet<>();
        for (String line : blocks.getOrDefault(list, List.of())) {
            Deque<String> words = new ArrayDeque<>(Arrays.asList(line.split(" +", -1)));
            if (words.peek().matches("[0-9]+")) {
                words.pop();
            }
            String action = words.pop();
            if (action.equals("remark") || !matches(words, packet)) {
                continue;
            }
            boolean depends = false;
            boolean never = false;
            while (!words.isEmpty()) {
                String word = words.pop();
                if (word.equals("established")) {
                    never = true; // the first packet has neither ACK nor RST
                } else if (!word.startsWith("log")) {
                    depends = true;
                    words.clear();
                }
            }
            if (never) {
                continue;
            }
            outcomes.add(action.equals("permit"));
            if (!depends) {
                return outcomes;
            }
        }
        outcomes.add(false);
        return outcomes;
    }

    private boolean matches(Deque<String> words, Sample packet) {
        String protocol = words.pop();
        int number = switch (protocol) {
            case "ip", "ipv6" -> -1;
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmp" -> packet.isIpv6() ? 58 : 1;
            default -> Integer.parseInt(protocol);
        };
        boolean ports = number == 6 || number == 17;
        boolean source = address(words, packet.source());
        IntPredicate from = ports ? port(words) : any -> true;
        boolean destination = address(words, packet.destination());
        IntPredicate to = ports ? port(words) : any -> true;
        if (number == 1 || number == 58) {
            if (!words.isEmpty() && words.peek().matches("[0-9]+|echo|echo-reply|unreachable|nd-na|nd-ns")) {
                int type = switch (words.peek()) {
                    case "echo" -> 8;
                    case "echo-reply" -> 0;
                    case "unreachable" -> 3;
                    case "nd-ns" -> 135;
                    case "nd-na" -> 136;
                    default -> Integer.parseInt(words.peek());
                };
                words.pop();
                from = seen -> seen == type;
                if (!words.isEmpty() && words.peek().matches("[0-9]+")) {
                    int code = Integer.parseInt(words.pop());
                    to = seen -> seen == code;
                }
            }
        }
        return (number < 0 || number == packet.protocol())
                && source
                && destination
                && from.test(packet.first())
                && to.test(packet.second());
    }

    private boolean address(Deque<String> words, String address) {
        String first = words.pop();
        switch (first) {
            case "any" -> {
                return true;
            }
            case "host" -> {
                return Sample.number(words.pop()).equals(Sample.number(address));
            }
            case "object-group" -> {
                return member(words.pop(), address);
            }
            default -> {
                int slash = first.indexOf('/');
                if (slash >= 0) {
                    return Sample.isIn(
                            address, first.substring(0, slash), Integer.parseInt(first.substring(slash + 1)));
                }
                BigInteger wildcard = Sample.number(words.pop());
                BigInteger differing = Sample.number(first).xor(Sample.number(address));
                return differing.andNot(wildcard).signum() == 0;
            }
        }
    }

    private boolean member(String group, String address) {
        for (String member : blocks.getOrDefault("object-group network " + group, List.of())) {
            String[] words = member.split(" ", -1);
            boolean holds = words[0].equals("host")
                    ? Sample.number(words[1]).equals(Sample.number(address))
                    : Sample.number(words[0])
                                    .xor(Sample.number(address))
                                    .and(Sample.number(words[1]))
                                    .signum()
                            == 0;
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private static IntPredicate port(Deque<String> words) {
        String operator = words.isEmpty() ? "" : words.peek();
        if (!Set.of("eq", "neq", "gt", "lt", "range").contains(operator)) {
            return any -> true;
        }
        words.pop();
        List<Integer> ports = new ArrayList<>();
        while (!words.isEmpty() && (words.peek().matches("[0-9]+") || PORTS.containsKey(words.peek()))) {
            String word = words.pop();
            ports.add(PORTS.containsKey(word) ? PORTS.get(word) : Integer.valueOf(word));
        }
        int first = ports.get(0);
        return switch (operator) {
            case "eq" -> ports::contains;
            case "neq" -> port -> !ports.contains(port);
            case "gt" -> port -> port > first;
            case "lt" -> port -> port < first;
            default -> port -> first <= port && port <= ports.get(1);
        };
    }
}
