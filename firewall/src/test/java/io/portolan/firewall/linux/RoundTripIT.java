package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.linux.RandomSite.Sample;
import io.portolan.planner.Audit;
import io.portolan.planner.Cause;
import io.portolan.planner.Finding;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is rendered, loaded into the kernel, listed and read again is the policy. */
class RoundTripIT {
    private static final int SITES = 25;

    @ParameterizedTest
    @EnumSource
    void aFirewallBetweenNetworks(Loaded firewall) {
        firewall.require();
        check(firewall, Harbour.policy());
        for (long seed = 0; seed < SITES; seed++) {
            check(firewall, RandomSite.of(seed).policy());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirewallOfAHost(Loaded firewall) {
        firewall.require();
        check(firewall, Harbour.policy(), Harbour.QUAY);
        for (long seed = 0; seed < SITES; seed++) {
            Sample sample = RandomSite.of(seed);
            check(firewall, sample.policy(), sample.host());
        }
    }

    private static void check(Loaded firewall, Policy policy) {
        RenderOptions options = RenderOptions.defaults();
        Rendering rendering = firewall.target().render(policy, options);
        ObservedRules observed = firewall.listing().read(firewall.listing(rendering, options), ReadOptions.none());
        check(policy, observed, rendering);
    }

    private static void check(Loaded firewall, Policy policy, Place host) {
        RenderOptions options = RenderOptions.forHost(host);
        Rendering rendering = firewall.target().render(policy, options);
        ObservedRules observed =
                firewall.listing().read(firewall.listing(rendering, options), ReadOptions.forHost(host));
        AddressSet own = host.peers().addresses();
        check(policy.inbound(host), only(observed, own, true), rendering);
        check(policy.outbound(host), only(observed, own, false), rendering);
    }

    /** The rules for what a host receives or sends. */
    private static ObservedRules only(ObservedRules observed, AddressSet own, boolean inbound) {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (ObservedRule rule : observed.rules()) {
            AddressSet end = (inbound ? rule.destinations() : rule.sources()).addresses();
            if (own.contains(end)) {
                rules.add(rule);
            }
        }
        return new ObservedRules(observed.matching(), observed.otherwise(), rules.build());
    }

    private static void check(Policy policy, ObservedRules observed, Rendering rendering) {
        Set<Cause> unsaid = new HashSet<>();
        rendering
                .limitations()
                .forEach(limitation -> unsaid.addAll(limitation.rule().causes()));
        for (Finding finding : Audit.compare(policy, observed).findings()) {
            boolean expected = finding.kind() == Kind.MET
                    || (finding.kind() == Kind.MISSING
                            && unsaid.containsAll(finding.rule().causes()));
            assertThat(expected).as("%s of\n%s", finding, policy).isTrue();
        }
    }
}
