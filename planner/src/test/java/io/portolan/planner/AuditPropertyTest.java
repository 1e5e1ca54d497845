package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.TinyWorld.Tiny;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Audits of worlds that are so small that every packet can be looked at. */
class AuditPropertyTest {
    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static ObservedRules unordered(List<ObservedRule> rules) {
        return new ObservedRules(Matching.DENY_WINS, Action.DENY, ImmutableList.copyOf(rules));
    }

    private static Set<String> flows(ImmutableList<Finding> findings) {
        Set<String> flows = new TreeSet<>();
        for (Finding finding : findings) {
            finding.rule().causes().forEach(cause -> flows.add(cause.id()));
        }
        return flows;
    }

    private static Set<Tiny> packets(ImmutableList<Finding> findings) {
        Set<Tiny> packets = new HashSet<>();
        for (Tiny packet : TinyWorld.packets()) {
            for (Finding finding : findings) {
                if (TinyWorld.holds(finding.rule(), packet)) {
                    packets.add(packet);
                }
            }
        }
        return packets;
    }

    /** Packets within a host cross no network: findings are never about them alone, and never show one. */
    private static void assertThatFindingsCross(AuditReport report) {
        Set<Packet> within = new HashSet<>();
        for (Tiny packet : TinyWorld.allPackets()) {
            if (TinyWorld.isWithinHost(packet)) {
                within.add(packet.packet());
            }
        }
        for (Finding finding : report.findings()) {
            assertThat(within).as(finding.toString()).doesNotContain(finding.witness());
        }
    }

    @Property(tries = 200)
    void rulesWithinAHostAreNothingToFind(@ForAll("seeds") long seed) {
        TinyWorld world = new TinyWorld(new Random(seed));
        List<ObservedRule> rules =
                new ArrayList<>(ObservedRules.of(world.policy().rules()).rules());
        Peers host = Peers.parse("10.0.0.0-10.0.0.1");
        rules.add(0, ObservedRule.allow("inside", host, host, world.someTransport()));
        rules.add(1, ObservedRule.unknown("inside, too", host, host, "the interface"));
        AuditReport report = Audit.compare(world.policy(), unordered(rules));
        assertThat(report.isClean()).as(report.toString()).isTrue();
    }

    @Property(tries = 200)
    void aPolicyMeetsItsOwnRules(@ForAll("seeds") long seed) {
        TinyWorld world = new TinyWorld(new Random(seed));
        AuditReport report =
                Audit.compare(world.policy(), ObservedRules.of(world.policy().rules()));
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(report.of(Kind.MET)).hasSameSizeAs(world.policy().flows());
    }

    @Property(tries = 200)
    void withoutOneRuleExactlyItsFlowsAreMissing(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        TinyWorld world = new TinyWorld(random);
        if (world.policy().rules().isEmpty()) {
            return;
        }
        List<ObservedRule> rules =
                new ArrayList<>(ObservedRules.of(world.policy().rules()).rules());
        rules.remove(random.nextInt(rules.size()));
        AuditReport report = Audit.compare(world.policy(), unordered(rules));
        Set<String> flows = new TreeSet<>();
        Set<Tiny> missing = new HashSet<>();
        for (Tiny packet : TinyWorld.packets()) {
            boolean open = rules.stream()
                    .anyMatch(rule -> TinyWorld.holds(
                            rule.sources(),
                            rule.destinations(),
                            rule.transports().get(0),
                            packet));
            if (!open && !world.causes(packet).isEmpty()) {
                flows.addAll(world.causes(packet));
                missing.add(packet);
            }
        }
        assertThat(flows(report.of(Kind.MISSING))).isEqualTo(flows);
        assertThat(packets(report.of(Kind.MISSING))).isEqualTo(missing);
        assertThat(report.of(Kind.EXCESS)).isEmpty();
        for (Finding finding : report.of(Kind.MISSING)) {
            assertThat(world.policy().allows(finding.witness())).isTrue();
        }
    }

    @Property(tries = 200)
    void withOneRuleMoreExactlyWhatItAddsIsExcess(@ForAll("seeds") long seed) {
        TinyWorld world = new TinyWorld(new Random(seed));
        ObservedRule more = ObservedRule.allow("more", world.somePeers(), world.somePeers(), world.someTransport());
        List<ObservedRule> rules =
                new ArrayList<>(ObservedRules.of(world.policy().rules()).rules());
        rules.add(more);
        AuditReport report = Audit.compare(world.policy(), unordered(rules));
        Set<Tiny> excess = new HashSet<>();
        for (Tiny packet : TinyWorld.packets()) {
            if (world.causes(packet).isEmpty()
                    && TinyWorld.holds(
                            more.sources(),
                            more.destinations(),
                            more.transports().get(0),
                            packet)) {
                excess.add(packet);
            }
        }
        Set<Tiny> found = packets(report.of(Kind.EXCESS));
        assertThat(found).isEqualTo(excess);
        assertThat(report.of(Kind.MISSING)).isEmpty();
        for (Finding finding : report.of(Kind.EXCESS)) {
            assertThat(finding.observed()).contains(more);
            assertThat(world.policy().allows(finding.witness())).isFalse();
        }
    }

    /** Rules that were not understood are tried both ways, each on its own: what stays the same is certain. */
    @Property(tries = 300)
    void verdictsAgreeWithTryingEveryMeaning(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        TinyWorld world = new TinyWorld(random);
        List<ObservedRule> rules = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Action action = action(random);
            boolean understood = action != Action.UNKNOWN && random.nextInt(3) > 0;
            rules.add(new ObservedRule(
                    "r" + i,
                    action,
                    world.somePeers(),
                    world.somePeers(),
                    ImmutableList.of(world.someTransport()),
                    understood ? Optional.empty() : Optional.of("interface eth0")));
        }
        Matching matching = random.nextBoolean() ? Matching.FIRST_MATCH : Matching.DENY_WINS;
        Action otherwise = action(random);
        AuditReport report =
                Audit.compare(world.policy(), new ObservedRules(matching, otherwise, ImmutableList.copyOf(rules)));

        Set<Tiny> missing = new HashSet<>();
        Set<Tiny> unknown = new HashSet<>();
        Set<Tiny> excess = new HashSet<>();
        Set<Tiny> possible = new HashSet<>();
        for (Tiny packet : TinyWorld.packets()) {
            boolean everPasses = false;
            boolean alwaysPasses = true;
            for (int meaning = 0; meaning < 1 << count; meaning++) {
                Action becomes = becomes(rules, matching, otherwise, meaning, packet);
                everPasses |= becomes != Action.DENY;
                alwaysPasses &= becomes == Action.ALLOW;
            }
            boolean needed = !world.causes(packet).isEmpty();
            if (needed && !everPasses) {
                missing.add(packet);
            } else if (needed && !alwaysPasses) {
                unknown.add(packet);
            } else if (!needed && alwaysPasses) {
                excess.add(packet);
            } else if (!needed && everPasses) {
                possible.add(packet);
            }
        }
        assertThat(packets(report.of(Kind.MISSING))).isEqualTo(missing);
        assertThat(packets(report.of(Kind.UNKNOWN))).isEqualTo(unknown);
        assertThat(packets(tcp(report.of(Kind.EXCESS)))).isEqualTo(excess);
        assertThat(packets(tcp(report.of(Kind.POSSIBLE_EXCESS)))).isEqualTo(possible);
        assertThatFindingsCross(report);
        for (Finding finding : report.problems()) {
            assertThat(finding.observed().isEmpty()).as(finding.toString()).isEqualTo(finding.kind() == Kind.MISSING);
        }
    }

    private static ImmutableList<Finding> tcp(ImmutableList<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.rule().transport().protocol() == IpProtocol.TCP)
                .collect(ImmutableList.toImmutableList());
    }

    private static Action action(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Action.UNKNOWN;
            case 1, 2, 3 -> Action.ALLOW;
            default -> Action.DENY;
        };
    }

    private static Action becomes(
            List<ObservedRule> rules, Matching matching, Action otherwise, int meaning, Tiny packet) {
        Set<Action> matched = new LinkedHashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            ObservedRule rule = rules.get(i);
            boolean means = rule.isUnderstood() || rule.action() == Action.UNKNOWN || (meaning & 1 << i) != 0;
            if (means
                    && TinyWorld.holds(
                            rule.sources(),
                            rule.destinations(),
                            rule.transports().get(0),
                            packet)) {
                matched.add(rule.action());
            }
        }
        if (matched.isEmpty()) {
            return otherwise;
        }
        if (matching == Matching.FIRST_MATCH) {
            return matched.iterator().next();
        }
        return matched.contains(Action.DENY)
                ? Action.DENY
                : matched.contains(Action.UNKNOWN) ? Action.UNKNOWN : Action.ALLOW;
    }
}
