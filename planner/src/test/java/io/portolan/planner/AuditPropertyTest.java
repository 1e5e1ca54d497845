package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.TinyWorld.Tiny;
import java.util.ArrayList;
import java.util.HashSet;
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
            rules.add(new ObservedRule(
                    "r" + i,
                    random.nextBoolean() ? Action.ALLOW : Action.DENY,
                    world.somePeers(),
                    world.somePeers(),
                    ImmutableList.of(world.someTransport()),
                    random.nextInt(3) == 0 ? Optional.of("interface eth0") : Optional.empty()));
        }
        Matching matching = random.nextBoolean() ? Matching.FIRST_MATCH : Matching.DENY_WINS;
        Action otherwise = random.nextInt(4) == 0 ? Action.ALLOW : Action.DENY;
        AuditReport report =
                Audit.compare(world.policy(), new ObservedRules(matching, otherwise, ImmutableList.copyOf(rules)));

        Set<Tiny> missing = new HashSet<>();
        Set<Tiny> unknown = new HashSet<>();
        Set<Tiny> excess = new HashSet<>();
        for (Tiny packet : TinyWorld.packets()) {
            boolean everPasses = false;
            boolean alwaysPasses = true;
            for (int meaning = 0; meaning < 1 << count; meaning++) {
                boolean passes = passes(rules, matching, otherwise, meaning, packet);
                everPasses |= passes;
                alwaysPasses &= passes;
            }
            boolean needed = !world.causes(packet).isEmpty();
            if (needed && !everPasses) {
                missing.add(packet);
            } else if (needed && !alwaysPasses) {
                unknown.add(packet);
            } else if (!needed && alwaysPasses) {
                excess.add(packet);
            }
        }
        assertThat(packets(report.of(Kind.MISSING))).isEqualTo(missing);
        assertThat(packets(report.of(Kind.UNKNOWN))).isEqualTo(unknown);
        ImmutableList<Finding> tcp = report.of(Kind.EXCESS).stream()
                .filter(finding -> finding.rule().transport().protocol() == io.portolan.net.IpProtocol.TCP)
                .collect(ImmutableList.toImmutableList());
        assertThat(packets(tcp)).isEqualTo(excess);
        for (Finding finding : report.of(Kind.UNKNOWN)) {
            assertThat(finding.observed()).isNotEmpty();
        }
    }

    private static boolean passes(
            List<ObservedRule> rules, Matching matching, Action otherwise, int meaning, Tiny packet) {
        boolean denied = false;
        boolean allowed = false;
        for (int i = 0; i < rules.size(); i++) {
            ObservedRule rule = rules.get(i);
            boolean means = rule.notUnderstood().isEmpty() || (meaning & 1 << i) != 0;
            if (means
                    && TinyWorld.holds(
                            rule.sources(),
                            rule.destinations(),
                            rule.transports().get(0),
                            packet)) {
                if (matching == Matching.FIRST_MATCH) {
                    return rule.action() == Action.ALLOW;
                }
                denied |= rule.action() == Action.DENY;
                allowed |= rule.action() == Action.ALLOW;
            }
        }
        return !denied && (allowed || otherwise == Action.ALLOW);
    }
}
