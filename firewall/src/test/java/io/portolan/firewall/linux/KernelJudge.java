package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.json.JsonReader;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the kernel which of a few packets pass each of many rulesets; {@code kernel/judge.py} tells how. */
final class KernelJudge {
    /** Hosts of a router: the first and the third have IPv6, too; r0 to r3 lead to them. */
    static final ImmutableList<ImmutableList<String>> HOSTS = ImmutableList.of(
            ImmutableList.of("10.1.1.10", "2001:db8:1::10"),
            ImmutableList.of("10.1.2.20"),
            ImmutableList.of("10.1.3.30", "2001:db8:3::30"),
            ImmutableList.of("10.1.4.40"));

    static final ImmutableList<Probe> PROBES = probes();

    private KernelJudge() {}

    /** A packet that begins a connection: with ports, or with type and code of ICMP. */
    record Probe(String source, String destination, int protocol, int first, int second) {
        boolean isIn(ObservedRule rule) {
            return rule.sources().addresses().contains(source)
                    && rule.destinations().addresses().contains(destination)
                    && (rule.transports().isEmpty()
                            || rule.transports().stream().anyMatch(this::isIn));
        }

        private boolean isIn(Transport transport) {
            if (transport.protocol().number() != protocol) {
                return false;
            }
            if (transport instanceof PortTransport ports) {
                return ports.sourcePorts().contains(first)
                        && ports.destinationPorts().contains(second);
            }
            return !(transport instanceof IcmpTransport icmp)
                    || ((icmp.type().isEmpty() || icmp.type().getAsInt() == first)
                            && (icmp.code().isEmpty() || icmp.code().getAsInt() == second));
        }

        String json() {
            return "[\"" + source + "\", \"" + destination + "\", " + protocol + ", " + first + ", " + second + "]";
        }
    }

    /** Rules to load: for iptables those of both families. */
    record Case(boolean nft, String rules, String rules6) {
        String json() {
            return "{\"kind\": \"" + (nft ? "nft" : "iptables") + "\", \"rules\": " + quote(rules) + ", \"rules6\": "
                    + quote(rules6) + "}";
        }
    }

    /** What the programs list, and which probes arrived; an error if they do not take the rules. */
    record Answer(Optional<String> error, String listing, String passed) {}

    private static ImmutableList<Probe> probes() {
        ImmutableList.Builder<Probe> probes = ImmutableList.builder();
        for (String source : List.of("10.1.1.10", "10.1.2.20")) {
            for (String destination : List.of("10.1.3.30", "10.1.4.40")) {
                for (int port : new int[] {22, 80, 3389}) {
                    probes.add(new Probe(source, destination, 6, 40_000, port));
                }
                probes.add(new Probe(source, destination, 17, 40_000, 53));
                probes.add(new Probe(source, destination, 1, 8, 0));
                probes.add(new Probe(source, destination, 1, 3, 4));
                probes.add(new Probe(source, destination, 47, 0, 0));
            }
        }
        String source = "2001:db8:1::10";
        String destination = "2001:db8:3::30";
        probes.add(new Probe(source, destination, 6, 40_000, 22));
        probes.add(new Probe(source, destination, 17, 40_000, 53));
        probes.add(new Probe(source, destination, 58, 128, 0));
        probes.add(new Probe(source, destination, 58, 1, 0));
        probes.add(new Probe(source, destination, 51, 0, 0));
        probes.add(new Probe(source, destination, 47, 0, 0));
        return probes.build();
    }

    /** Returns an answer for each case. */
    static List<Answer> judge(List<Case> cases) {
        try {
            Path folder = Files.createTempDirectory("portolan");
            String plan = "{\"hosts\": "
                    + HOSTS.stream()
                            .map(host -> host.stream().collect(Collectors.joining("\", \"", "[\"", "\"]")))
                            .collect(Collectors.joining(", ", "[", "]"))
                    + ",\n\"packets\": "
                    + PROBES.stream().map(Probe::json).collect(Collectors.joining(", ", "[", "]"))
                    + ",\n\"cases\": "
                    + cases.stream().map(Case::json).collect(Collectors.joining(",\n", "[", "]")) + "}";
            Files.writeString(folder.resolve("plan.json"), plan, UTF_8);
            Path judge =
                    Path.of("src", "test", "resources", "kernel", "judge.py").toAbsolutePath();
            Programs.Run run = Programs.inNamespace(folder, "python3 " + judge + " plan.json");
            assertThat(run.status()).as(run.err()).isZero();
            Files.delete(folder.resolve("plan.json"));
            Files.delete(folder);
            List<Answer> answers = new ArrayList<>();
            for (String line : Splitter.on('\n').omitEmptyStrings().split(run.out())) {
                Json.Obj answer = JsonReader.read(line).object();
                answers.add(new Answer(
                        answer.get("error").map(Json::text),
                        answer.get("listing").map(Json::text).orElse(""),
                        answer.get("passed").map(Json::text).orElse("")));
            }
            assertThat(answers).hasSameSizeAs(cases);
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What may become of a packet, by rules of which the first that matches counts. */
    static Set<Action> possible(ObservedRules rules, Probe probe) {
        Set<Action> possible = EnumSet.noneOf(Action.class);
        for (ObservedRule rule : rules.rules()) {
            if (probe.isIn(rule)) {
                if (rule.action() == Action.UNKNOWN) {
                    return EnumSet.allOf(Action.class);
                }
                possible.add(rule.action());
                if (rule.isUnderstood()) {
                    return possible;
                }
            }
        }
        possible.add(rules.otherwise());
        return possible;
    }

    /** The rules that may decide of a packet, without what they are about. */
    static String deciding(ObservedRules rules, Probe probe) {
        return rules.rules().stream()
                .filter(probe::isIn)
                .limit(4)
                .map(rule -> rule.id() + " " + rule.action() + " " + rule.notUnderstood())
                .collect(Collectors.joining("\n"));
    }

    private static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }
}
