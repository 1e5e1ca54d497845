package io.portolan.firewall.cisco;

import io.portolan.firewall.CiscoIos;
import io.portolan.firewall.CiscoIosReader;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.testing.AuditJudge;
import io.portolan.firewall.windows.Sample;
import io.portolan.firewall.windows.Samples;
import io.portolan.firewall.windows.Voyage;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists that somebody changed: nothing is met that is closed, and nothing that is open goes unsaid. */
class CiscoIosMutationTest {
    private static final List<String> ENTRIES = List.of(
            "permit ip any any",
            "permit tcp any any established",
            "permit tcp any any neq 445 3389",
            "permit udp any gt 1023 any eq domain ntp",
            "permit tcp 10.0.0.0 0.0.255.1 any range 400 500 log",
            "permit tcp any 10.0.0.0 0.0.0.254 lt 1024",
            "permit icmp any any echo",
            "permit icmp any any unreachable",
            "permit tcp any any eq www time-range OFFICE",
            "permit udp any any dscp ef",
            "permit 47 any any",
            "deny tcp any any eq 443 time-range NIGHT",
            "deny tcp any any eq 135",
            "deny udp any any",
            "deny ip host 10.0.0.3 any log-input",
            "deny tcp any any fragments",
            "deny ip any any");

    private static final List<String> ENTRIES6 = List.of(
            "permit ipv6 any any",
            "permit tcp 2001:db8::/48 any range 1 1023 log",
            "permit udp any any eq domain",
            "permit tcp any any established",
            "permit icmp any any 128",
            "permit tcp any any eq bgp time-range OFFICE",
            "deny tcp any any eq 443",
            "deny ipv6 any any flow-label 7",
            "deny ipv6 host 2001:db8::1 any",
            "deny ipv6 any any");

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isReadAsItDecides(long seed) {
        Random random = new Random(seed);
        Policy policy = new Voyage(random).policy();
        String text = mutated(CiscoIos.render(policy).files().get(0).text(), random, 1 + random.nextInt(4));
        IosEvaluator evaluator = new IosEvaluator(text);
        AuditReport report = Audit.compare(policy, CiscoIosReader.read(text, ReadOptions.none()));
        List<Rule> replies = policy.replies();
        Samples samples = new Samples(random);
        samples.near(policy.rules(), 6);
        samples.near(replies, 3);
        for (Sample packet : Samples.once(samples.between(policy.topology(), policy.rules(), 80))) {
            boolean discovery =
                    packet.isIpv6() && packet.protocol() == 58 && (packet.first() == 135 || packet.first() == 136);
            if (discovery || isOneHost(policy, packet)) {
                continue;
            }
            AuditJudge.check(policy, report, packet, evaluator.outcomes("PORTOLAN", packet), "\n" + text);
        }
    }

    private static String mutated(String text, Random random, int changes) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (int i = 0; i < changes; i++) {
            List<Integer> entries = new ArrayList<>();
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).matches(" (permit|deny) .*")) {
                    entries.add(line);
                }
            }
            if (entries.isEmpty()) {
                return text;
            }
            int at = entries.get(random.nextInt(entries.size()));
            String entry = lines.get(at);
            boolean ipv6 = at > lines.indexOf("ipv6 access-list PORTOLAN6");
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.set(at, entry.replace("permit", "deny"));
                case 2 -> lines.set(at, entry.replaceFirst("(host \\S+|object-group \\S+)", "any"));
                case 3 -> lines.set(at, entry + " time-range LATE");
                case 4 -> lines.set(at, entry.replaceFirst(" eq [0-9 ]+$", " gt 1000"));
                case 5 -> lines.set(at, entry + " log");
                default -> {
                    List<String> others = ipv6 ? ENTRIES6 : ENTRIES;
                    lines.add(at, " " + others.get(random.nextInt(others.size())));
                }
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isOneHost(Policy policy, Sample packet) {
        return policy.topology().places().stream()
                .anyMatch(place -> place.kind() == Place.Kind.HOST
                        && place.peers().addresses().contains(packet.source())
                        && place.peers().addresses().contains(packet.destination()));
    }
}
