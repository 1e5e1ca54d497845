package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.net.PortSet;
import io.portolan.testing.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kernel says what passes: packets to every port of TCP and UDP, of every type of ICMP and of every other protocol are
 * sent between the hosts of the curated site through rules that are rendered and loaded. What passes has to be what a table
 * says that was written by hand. {@code kernel/probe.py} tells how.
 */
class KernelIT {
    private static final int ANY_PORT = 40_000;

    /** One boat of many, and all hosts: IPv4, and IPv6 where there is. */
    private static final Map<String, List<String>> HOSTS = new TreeMap<>(Map.of(
            "quay", List.of("10.1.0.10", "2001:db8:1::10"),
            "pier", List.of("10.1.1.20", "2001:db8:1:1::20"),
            "mole", List.of("10.1.1.21"),
            "crane", List.of("10.1.2.30", "2001:db8:1:2::30"),
            "boat", List.of("10.2.0.7", "2001:db8:2::7")));

    /** What passes, and nothing else: from, to, what; "from" is the source port that it takes. */
    private static final List<String> TABLE = List.of(
            "boat quay tcp 443",
            "boat quay udp 3391",
            "boat quay icmp4 8",
            "boat quay icmp6 128",
            "quay pier tcp 135,3389,5504,8000-8010,49152-65535",
            "quay mole tcp 135,3389,5504,8000-8010,49152-65535",
            "quay crane tcp 88,389,636,3268-3269",
            "quay crane udp 88,123,389",
            "pier crane tcp 7,9,11,13,15,17,19,21,23,25-26,29,31,33,35-37,39,41,43,45,47,49",
            "mole crane tcp 7,9,11,13,15,17,19,21,23,25-26,29,31,33,35-37,39,41,43,45,47,49",
            "pier mole ip 112",
            "mole pier ip 112",
            "pier quay ip 47",
            "mole quay ip 47",
            "crane quay ip 50-51",
            "crane quay icmp4 3/4",
            "crane quay icmp6 2/0",
            "crane pier udp 68,4011 from 67,2000-2009",
            "crane mole udp 68,4011 from 67,2000-2009",
            "pier boat icmp4 any",
            "mole boat icmp4 any");

    /** From, to, what: and whether the other side answers. */
    private static final List<String> TALKS = List.of(
            "10.2.0.7 10.1.0.10 6 443 answered",
            "10.2.0.7 10.1.0.10 6 444 silent",
            "10.1.0.10 10.2.0.7 6 443 silent",
            "2001:db8:2::7 2001:db8:1::10 6 443 answered",
            "2001:db8:2::7 2001:db8:1::10 17 3391 answered",
            "2001:db8:2::7 2001:db8:1::10 17 3392 silent",
            "10.2.0.7 10.1.0.10 1 0 answered",
            "2001:db8:2::7 2001:db8:1::10 58 0 answered",
            "2001:db8:1::10 2001:db8:2::7 58 0 silent",
            "10.1.0.10 10.1.1.20 6 50000 answered",
            "2001:db8:1::10 2001:db8:1:1::20 6 3389 answered",
            "2001:db8:1:1::20 2001:db8:1::10 6 3389 silent",
            "2001:db8:1:1::20 2001:db8:1:2::30 6 7 answered",
            "10.1.1.20 10.2.0.7 1 0 answered");

    /** Types are all sent, each with these codes. */
    private static final int[] CODES = {0, 1, 4};

    private record Pair(String from, String to, String source, String destination) {
        boolean isIpv6() {
            return source.contains(":");
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesAFirewallBetweenNetworksExactly(Loaded firewall, @TempDir Path folder) throws IOException {
        check(firewall, folder, RenderOptions.defaults(), "");
    }

    @ParameterizedTest
    @EnumSource
    void passesTheFirewallOfAHostExactly(Loaded firewall, @TempDir Path folder) throws IOException {
        check(firewall, folder, RenderOptions.forHost(Harbour.PIER), "pier");
    }

    private static void check(Loaded firewall, Path folder, RenderOptions options, String own) throws IOException {
        firewall.require();
        Judge.NFTABLES.require();
        Rendering rendering = firewall.target().render(Harbour.policy(), options);
        Programs.write(folder, rendering.files());
        List<Pair> pairs = pairs(own);
        List<String> talks = TALKS.stream()
                .filter(talk -> own.isEmpty()
                        || HOSTS.getOrDefault(own, List.of()).stream().anyMatch(talk::contains))
                .toList();
        List<List<Object>> sweeps = sweeps(pairs);
        Files.writeString(folder.resolve("plan.json"), plan(firewall.load(options), own, pairs, sweeps, talks), UTF_8);
        Path probe = Path.of("src", "test", "resources", "kernel", "probe.py").toAbsolutePath();
        Programs.Run run = Programs.inNamespace(folder, "python3 " + probe + " plan.json");
        assertThat(run.status()).as(run.err()).isZero();

        List<String> lines = Splitter.on('\n').omitEmptyStrings().splitToList(run.out());
        assertThat(lines.stream().filter(line -> line.startsWith("passed ")))
                .containsExactlyInAnyOrderElementsOf(expected(pairs, sweeps));
        assertThat(lines.stream().filter(line -> line.startsWith("talk ")).map(line -> line.substring(5)))
                .containsExactlyElementsOf(talks);
    }

    /** Every two hosts, of which one has the firewall if it is that of a host. */
    private static List<Pair> pairs(String own) {
        List<Pair> pairs = new ArrayList<>();
        HOSTS.forEach((from, sources) -> HOSTS.forEach((to, destinations) -> {
            if (!from.equals(to) && (own.isEmpty() || own.equals(from) || own.equals(to))) {
                for (String source : sources) {
                    for (String destination : destinations) {
                        if (source.contains(":") == destination.contains(":")) {
                            pairs.add(new Pair(from, to, source, destination));
                        }
                    }
                }
            }
        }));
        return pairs;
    }

    /** Source, destination, protocol and source port, each to all ports. */
    private static List<List<Object>> sweeps(List<Pair> pairs) {
        List<List<Object>> sweeps = new ArrayList<>();
        for (Pair pair : pairs) {
            sweeps.add(List.of(pair.source(), pair.destination(), 6, ANY_PORT));
            sweeps.add(List.of(pair.source(), pair.destination(), 17, ANY_PORT));
            if (pair.from().equals("crane") && pair.to().equals("pier")) {
                for (int port : new int[] {67, 2009, 2010}) {
                    sweeps.add(List.of(pair.source(), pair.destination(), 17, port));
                }
            }
        }
        return sweeps;
    }

    private static String plan(
            String load, String own, List<Pair> pairs, List<List<Object>> sweeps, List<String> talks) {
        List<String> conversations = talks.stream()
                .map(talk -> Splitter.on(' ').splitToList(talk))
                .map(words -> json(List.of(
                        words.get(0), words.get(1), Integer.valueOf(words.get(2)), Integer.valueOf(words.get(3)))))
                .toList();
        return "{\"load\": " + json(load)
                + ",\n\"own\": " + (own.isEmpty() ? "null" : json(HOSTS.getOrDefault(own, List.of())))
                + ",\n\"hosts\": " + json(List.copyOf(HOSTS.values()))
                + ",\n\"ports\": " + json(sweeps)
                + ",\n\"pairs\": "
                + json(pairs.stream()
                        .map(pair -> List.of(pair.source(), pair.destination()))
                        .toList())
                + ",\n\"talks\": [" + Joiner.on(", ").join(conversations) + "]}\n";
    }

    /** Lists, numbers, and texts that need no quoting. */
    private static String json(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(KernelIT::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Integer ? value.toString() : '"' + value.toString() + '"';
    }

    private static List<String> expected(List<Pair> pairs, List<List<Object>> sweeps) {
        List<String> expected = new ArrayList<>();
        for (List<Object> sweep : sweeps) {
            Pair pair = pairs.stream()
                    .filter(each -> each.source().equals(sweep.get(0))
                            && each.destination().equals(sweep.get(1)))
                    .findFirst()
                    .orElseThrow();
            String what = sweep.get(2).equals(6) ? "tcp" : "udp";
            add(expected, pair, sweep.get(2) + " " + sweep.get(3), inTable(pair, what, (Integer) sweep.get(3)));
        }
        for (Pair pair : pairs) {
            add(expected, pair, "icmp -", icmp(pair));
            add(expected, pair, "ip -", inTable(pair, "ip", 0));
        }
        return expected;
    }

    private static void add(List<String> expected, Pair pair, String what, PortSet numbers) {
        if (!numbers.isEmpty()) {
            expected.add("passed " + pair.source() + " " + pair.destination() + " " + what + " " + numbers);
        }
    }

    private static List<List<String>> lines(Pair pair, String what) {
        return TABLE.stream()
                .map(line -> Splitter.on(' ').splitToList(line))
                .filter(words -> words.subList(0, 3).equals(List.of(pair.from(), pair.to(), what)))
                .toList();
    }

    private static PortSet inTable(Pair pair, String what, int sourcePort) {
        PortSet.Builder numbers = PortSet.builder();
        for (List<String> words : lines(pair, what)) {
            if (words.size() == 4 || PortSet.parse(words.get(5)).contains(sourcePort)) {
                numbers.addAll(PortSet.parse(words.get(3)));
            }
        }
        return numbers.build();
    }

    /** Types times 256 and codes, of those that are sent. */
    private static PortSet icmp(Pair pair) {
        PortSet.Builder numbers = PortSet.builder();
        for (List<String> words : lines(pair, pair.isIpv6() ? "icmp6" : "icmp4")) {
            for (int type = 0; type < 256; type++) {
                for (int code : CODES) {
                    List<String> asked = Splitter.on('/').splitToList(words.get(3));
                    boolean ofType = asked.get(0).equals("any") || asked.get(0).equals(Integer.toString(type));
                    if (ofType && (asked.size() == 1 || asked.get(1).equals(Integer.toString(code)))) {
                        numbers.add(type * 256 + code);
                    }
                }
            }
        }
        return numbers.build();
    }
}
