package io.portolan.firewall.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.Netsh;
import io.portolan.firewall.WindowsFirewall;
import io.portolan.firewall.WindowsFirewallReader;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.planner.Audit;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sites by chance, and what others read of the scripts for their hosts. */
@JudgedBy(Judge.POWERSHELL)
class WindowsProofPropertyTest {
    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.longs().map(Random::new);
    }

    @Property(tries = 150)
    void scriptsForPowerShellAllowThePolicyAndNothingElse(@ForAll("randoms") Random random) {
        PowerShellParser parser = PowerShellParser.get();
        Policy policy = new Voyage(random).policy();
        for (Place host : hosts(policy)) {
            Rendering rendering = WindowsFirewall.render(policy, RenderOptions.forHost(host));
            PowerShellParser.Script script =
                    parser.read(rendering.files().get(0).text());
            assertThat(script.group()).isEqualTo("portolan");
            List<FilteredRule> rules = script.rules().stream()
                    .map(WindowsProofPropertyTest::filtered)
                    .toList();
            check(policy, host, rules, random);
            checkNames(script.rules());
        }
    }

    @Property(tries = 150)
    void scriptsForNetshAllowThePolicyAndNothingElse(@ForAll("randoms") Random random) {
        Policy policy = new Voyage(random).policy();
        for (Place host : hosts(policy)) {
            Rendering rendering = Netsh.render(policy, RenderOptions.forHost(host));
            NetshProgram program = new NetshProgram(rendering.files().get(0).text());
            assertThat(program.deleted()).containsExactly("portolan-rules");
            assertThat(program.rules()).allSatisfy(rule -> assertThat(rule).containsEntry("name", "portolan-rules"));
            check(policy, host, program.filtered(), random);
        }
    }

    @Property(tries = 100)
    void whatIsListedOfAScriptReadsBackAsThePolicy(@ForAll("randoms") Random random) {
        PowerShellParser parser = PowerShellParser.get();
        Policy policy = new Voyage(random).policy();
        for (Place host : hosts(policy)) {
            Rendering rendering = WindowsFirewall.render(policy, RenderOptions.forHost(host));
            String listing = parser.read(rendering.files().get(0).text()).listing();
            if (listing.isEmpty() || host.peers().isEmpty()) {
                continue;
            }
            ObservedRules observed = WindowsFirewallReader.read(listing, ReadOptions.forHost(host));
            checkReadBack(policy.involving(host), observed, rendering);
        }
    }

    private static void checkReadBack(Policy policy, ObservedRules observed, Rendering rendering) {
        for (Finding finding : Audit.compare(policy, observed).findings()) {
            boolean limited = finding.kind() == Finding.Kind.MISSING
                    && rendering.limitations().stream()
                            .anyMatch(limitation -> limitation
                                    .rule()
                                    .causes()
                                    .containsAll(finding.rule().causes()));
            assertThat(limited || finding.kind() == Finding.Kind.MET)
                    .as(finding.toString())
                    .isTrue();
        }
    }

    private static List<Place> hosts(Policy policy) {
        return policy.topology().places().stream()
                .filter(place -> place.kind() == Place.Kind.HOST)
                .toList();
    }

    private static FilteredRule filtered(Map<String, List<String>> rule) {
        assertThat(rule).containsEntry("Action", List.of("Allow"));
        assertThat(rule).containsEntry("Enabled", List.of("True")).containsEntry("Profile", List.of("Any"));
        assertThat(one(rule, "Direction")).isIn("Inbound", "Outbound");
        return new FilteredRule(
                one(rule, "Direction").equals("Inbound"),
                one(rule, "Protocol"),
                rule.getOrDefault("IcmpType", List.of()),
                rule.getOrDefault("LocalPort", List.of()),
                rule.getOrDefault("RemotePort", List.of()),
                rule.getOrDefault("LocalAddress", List.of()),
                rule.getOrDefault("RemoteAddress", List.of()));
    }

    private static String one(Map<String, List<String>> rule, String key) {
        List<String> values = rule.getOrDefault(key, List.of());
        assertThat(values).as(key).hasSize(1);
        return values.get(0);
    }

    private static void checkNames(List<Map<String, List<String>>> rules) {
        Set<String> names = new HashSet<>();
        for (Map<String, List<String>> rule : rules) {
            String name = one(rule, "Name");
            assertThat(name).matches("[a-z0-9-]+");
            assertThat(names.add(name)).as(name).isTrue();
            assertThat(one(rule, "Description")).matches("[A-Za-z0-9 ._:/,+-]*");
        }
    }

    private static void check(Policy policy, Place host, List<FilteredRule> rules, Random random) {
        Samples samples = new Samples(random);
        samples.near(policy.inbound(host).rules(), 12);
        samples.near(policy.outbound(host).rules(), 12);
        AddressSet own = host.peers().addresses();
        for (Sample packet : Samples.once(samples.between(policy.topology(), policy.rules(), 60))) {
            boolean from = own.contains(packet.source());
            boolean to = own.contains(packet.destination());
            if (from == to) {
                // none of its packets cross a network; nor may a rule be for addresses that are not its own
                if (!from) {
                    assertThat(rules).noneMatch(rule -> rule.matches(packet, true) || rule.matches(packet, false));
                }
                continue;
            }
            boolean passes = rules.stream().anyMatch(rule -> rule.matches(packet, to));
            assertThat(passes)
                    .as(() -> packet + " at " + host + " with " + rules)
                    .isEqualTo(policy.allows(packet.packet()));
        }
    }
}
