package io.portolan.firewall.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.windows.Sample;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A router that takes the commands of the lists as the command reference of IOS explains them, and nothing else. It knows
 * what IOS refuses: a second list of a name, an object group that is in use, more than ten ports after {@code eq}, or more
 * than one in a list for IPv6.
 */
final class IosRouter {
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final Map<String, List<Entry>> compiled = new HashMap<>();
    private List<String> open = new ArrayList<>();

    /** Takes a configuration, on top of what there is. */
    void load(String commands) {
        compiled.clear();
        assertThat(commands.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~' && c != '?'));
        for (String line : commands.split("\n", -1)) {
            if (line.isEmpty() || line.startsWith("!") || line.equals("end")) {
                continue;
            }
            if (line.startsWith(" ")) {
                check(line.substring(1));
                open.add(line.substring(1));
            } else if (line.startsWith("no object-group network ")) {
                String name = line.substring(24);
                assertThat(lists.values())
                        .as("uses of " + name)
                        .noneMatch(
                                entries -> entries.stream().anyMatch(entry -> entry.contains("object-group " + name)));
                groups.remove(name);
            } else if (line.startsWith("object-group network ")) {
                open = groups.computeIfAbsent(line.substring(21), first -> new ArrayList<>());
            } else if (line.startsWith("no ")) {
                lists.remove(line.substring(3));
            } else {
                assertThat(line).matches("(ip access-list extended|ipv6 access-list) [A-Z][A-Z0-9-]*");
                String name = line.substring(line.lastIndexOf(' '));
                assertThat(lists.keySet()).noneMatch(other -> other.endsWith(name) && !other.equals(line));
                open = lists.computeIfAbsent(line, first -> new ArrayList<>());
            }
        }
    }

    /** An IPv6 list has no noncontiguous ports. */
    private static void check(String line) {
        if (line.contains(":")) {
            assertThat(line).doesNotContainPattern("eq [0-9]+ [0-9]+( |$)");
        }
        if (line.startsWith("remark ")) {
            assertThat(line.length() - "remark ".length()).isBetween(1, 100);
        }
    }

    Map<String, List<String>> lists() {
        return lists;
    }

    /**
     * Tells whether a packet passes.
     *
     * @param established whether it is of TCP with ACK or RST
     */
    boolean permits(String name, Sample packet, boolean established) {
        String list = packet.isIpv6() ? "ipv6 access-list " + name + "6" : "ip access-list extended " + name;
        List<String> entries = lists.getOrDefault(list, List.of());
        assertThat(entries).as("a list without entries lets everything pass").isNotEmpty();
        for (Entry entry : compiled(list, entries)) {
            if (entry.matches(packet, established)) {
                return entry.permits();
            }
        }
        return packet.isIpv6() && packet.protocol() == 58 && (packet.first() == 135 || packet.first() == 136);
    }

    private List<Entry> compiled(String list, List<String> entries) {
        return compiled.computeIfAbsent(
                list,
                first -> entries.stream()
                        .filter(entry -> !entry.startsWith("remark "))
                        .map(this::entry)
                        .toList());
    }

    private record Range(BigInteger first, BigInteger last) {}

    /** An entry in numbers; no ranges of ports, no type and no code are any. */
    private record Entry(
            boolean permits,
            IntPredicate protocol,
            List<Range> sources,
            IntPredicate first,
            List<Range> destinations,
            IntPredicate second,
            boolean onlyEstablished) {
        boolean matches(Sample packet, boolean established) {
            return protocol.test(packet.protocol())
                    && first.test(packet.first())
                    && second.test(packet.second())
                    && (established || !onlyEstablished)
                    && isIn(sources, packet.source())
                    && isIn(destinations, packet.destination());
        }

        private static boolean isIn(List<Range> ranges, String address) {
            BigInteger number = Sample.number(address);
            return ranges.stream()
                    .anyMatch(range -> range.first().compareTo(number) <= 0 && number.compareTo(range.last()) <= 0);
        }
    }

    private Entry entry(String text) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(text.split(" ", -1)));
        String action = words.pop();
        assertThat(action).isIn("permit", "deny");
        String protocol = words.pop();
        boolean ports = protocol.equals("tcp") || protocol.equals("udp");
        List<Range> sources = addresses(words);
        IntPredicate first = ports ? port(words) : any -> true;
        List<Range> destinations = addresses(words);
        IntPredicate second = ports ? port(words) : any -> true;
        if (protocol.equals("icmp") && !words.isEmpty()) {
            int type = type(words.pop());
            first = number -> number == type;
            if (!words.isEmpty()) {
                int code = Integer.parseInt(words.pop());
                second = number -> number == code;
            }
        }
        boolean established = protocol.equals("tcp") && !words.isEmpty();
        if (established) {
            assertThat(words.pop()).isEqualTo("established");
        }
        assertThat(words).as(text).isEmpty();
        return new Entry(
                action.equals("permit"), protocol(protocol), sources, first, destinations, second, established);
    }

    private static int type(String word) {
        return switch (word) {
            case "nd-na" -> 136;
            case "nd-ns" -> 135;
            default -> Integer.parseInt(word);
        };
    }

    /** The number 0 is another way to write {@code ip}; {@code icmp} is that of the family of the list. */
    private static IntPredicate protocol(String word) {
        return switch (word) {
            case "ip", "ipv6", "0" -> number -> true;
            case "tcp" -> number -> number == 6;
            case "udp" -> number -> number == 17;
            case "icmp" -> number -> number == 1 || number == 58;
            default -> {
                int own = Integer.parseInt(word);
                yield number -> number == own;
            }
        };
    }

    private List<Range> addresses(Deque<String> words) {
        String first = words.pop();
        return switch (first) {
            case "any" -> List.of(new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(128)));
            case "host" -> List.of(new Range(Sample.number(words.peek()), Sample.number(words.pop())));
            case "object-group" -> members(words.pop());
            default -> {
                int slash = first.indexOf('/');
                if (slash >= 0) {
                    int host = 128 - Integer.parseInt(first.substring(slash + 1));
                    yield List.of(range(
                            first.substring(0, slash),
                            BigInteger.ONE.shiftLeft(host).subtract(BigInteger.ONE)));
                }
                yield List.of(range(first, Sample.number(words.pop())));
            }
        };
    }

    /** Returns the addresses that differ from the first in the bits of a wildcard alone, which here are its last ones. */
    private static Range range(String first, BigInteger wildcard) {
        assertThat(wildcard.and(wildcard.add(BigInteger.ONE)))
                .as("one run of ones: " + wildcard)
                .isZero();
        assertThat(wildcard.and(Sample.number(first)))
                .as("bits of hosts in " + first)
                .isZero();
        return new Range(Sample.number(first), Sample.number(first).or(wildcard));
    }

    /** In groups ones are the bits that matter, in entries zeros are. */
    private List<Range> members(String name) {
        List<String> members = groups.getOrDefault(name, List.of());
        assertThat(members).as("an empty group").isNotEmpty();
        List<Range> ranges = new ArrayList<>();
        for (String member : members) {
            String[] words = member.split(" ", -1);
            assertThat(words).hasSize(2);
            ranges.add(
                    words[0].equals("host")
                            ? range(words[1], BigInteger.ZERO)
                            : range(words[0], Sample.number(words[1]).xor(Sample.number("255.255.255.255"))));
        }
        return ranges;
    }

    private static IntPredicate port(Deque<String> words) {
        if ("eq".equals(words.peek())) {
            words.pop();
            Set<Integer> ports = new HashSet<>();
            while (!words.isEmpty() && words.peek().matches("[0-9]+")) {
                ports.add(Integer.parseInt(words.pop()));
            }
            assertThat(ports).hasSizeBetween(1, 10);
            return ports::contains;
        }
        if ("range".equals(words.peek())) {
            words.pop();
            int first = Integer.parseInt(words.pop());
            int last = Integer.parseInt(words.pop());
            assertThat(first).isLessThan(last);
            return port -> first <= port && port <= last;
        }
        return port -> true;
    }
}
