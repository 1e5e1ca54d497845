package io.portolan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import io.portolan.site.Harbor.Role;
import io.portolan.site.Harbor.Tide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SiteTest {
    @Test
    void keepsAnswersOfEveryKind() {
        Site site = Site.builder()
                .set(Harbor.RADIO, 3390)
                .enable(Harbor.FOG)
                .disable(Harbor.NIGHT)
                .choose(Harbor.TIDE, Tide.EBB)
                .windows(WindowsEstate.MODERN)
                .windows(Role.QUAY, WindowsEstate.LEGACY)
                .dynamicPorts(DynamicPorts.of(50_000, 50_999))
                .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.MODERN)
                .staticRpc(RpcService.NTDS, 50_001)
                .staticRpc(Role.TOWER, RpcService.WMI, 24_158)
                .optionalFlows(false)
                .optionalFlow(Harbor.CATALOG.flow(Harbor.id("extra")).orElseThrow(), true)
                .build();

        assertThat(site)
                .hasToString("[dynamic-ports=50000-50999, dynamic-ports@domain-controller=modern, fog=yes, night=no,"
                        + " optional-flows=no, optional-flows@harbor.pilot.quay.extra-tcp=yes, radio-port=3390,"
                        + " static-rpc.ntds=50001, static-rpc.wmi@tower=24158, tide=ebb, windows=modern,"
                        + " windows@quay=legacy]");
        assertThat(site.answers()).hasSize(12);
        assertThat(site.answer(Decision.of(Harbor.RADIO)).orElseThrow().value()).isEqualTo(3390);
        assertThat(site.answer(Decision.of(Harbor.TIDE)).orElseThrow().value()).isEqualTo(Tide.EBB);
        assertThat(site.answer(Decision.windows(Role.TOWER)))
                .as("an answer for the site is none for an endpoint")
                .isEmpty();
        assertThat(site.answer(Decision.of(Harbor.HTTP))).isEmpty();
    }

    @Test
    void isEqualToTheSameAnswersInAnyOrder() {
        Site one = Site.builder().enable(Harbor.FOG).set(Harbor.RADIO, 1).build();
        Site other = Site.builder().set(Harbor.RADIO, 1).enable(Harbor.FOG).build();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Site.empty()).isNotEqualTo("fog");
        assertThat(Site.builder().build()).isSameAs(Site.empty());
    }

    @Test
    void takesTheLaterAnswerAndTakesAnswersBack() {
        Site site = Site.builder().enable(Harbor.FOG).disable(Harbor.FOG).build();
        assertThat(site).hasToString("[fog=no]");
        assertThat(site.toBuilder().leaveOpen(Decision.of(Harbor.FOG)).build()).isEqualTo(Site.empty());
    }

    @Test
    void mergesSoThatTheLaterSiteWins() {
        Site base = Site.builder().enable(Harbor.FOG).set(Harbor.RADIO, 1).build();
        Site farm = Site.builder().set(Harbor.RADIO, 2).enable(Harbor.NIGHT).build();
        assertThat(base.mergedWith(farm)).hasToString("[fog=yes, night=yes, radio-port=2]");
        assertThat(farm.mergedWith(base)).hasToString("[fog=yes, night=yes, radio-port=1]");
    }

    @Test
    void tellsWhatAnotherSiteAnswersDifferently() {
        Site before = Site.builder().enable(Harbor.FOG).set(Harbor.RADIO, 1).build();
        Site after = Site.builder()
                .enable(Harbor.FOG)
                .set(Harbor.RADIO, 2)
                .choose(Harbor.TIDE, Tide.FLOOD)
                .build();
        assertThat(before.differences(after)).hasToString("[radio-port: 1 -> 2, tide: ? -> flood]");
        assertThat(after.differences(before)).hasToString("[radio-port: 2 -> 1, tide: flood -> ?]");
        assertThat(before.differences(before)).isEmpty();
        assertThat(before.differences(after).get(0).decision()).isEqualTo(Decision.of(Harbor.RADIO));
    }

    @Nested
    class Refuses {
        @Test
        void aPortThatTheSettingDoesNotAllow() {
            Site.Builder site = Site.builder();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> site.set(Harbor.HIGH, 80))
                    .withMessage("setting high-port does not allow port 80; expected one of 1024-49151");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> site.set(Harbor.RADIO, 0))
                    .withMessage("setting radio-port does not allow port 0; expected one of 1-65535");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> site.set(Harbor.RADIO, 70_000))
                    .withMessage("setting radio-port does not allow port 70000; expected one of 1-65535");
            assertThat(site.build()).isEqualTo(Site.empty());
        }

        @Test
        void aFixedPortThatIsNone() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Site.builder().staticRpc(RpcService.DFSR, 65_536))
                    .withMessage("static-rpc.dfsr cannot be port 65536; expected one of 1-65535");
        }

        @Test
        void aDecisionOnAFlowThatIsNotOptional() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Site.builder()
                            .optionalFlow(
                                    Harbor.CATALOG.flow(Harbor.id("fixed")).orElseThrow(), false))
                    .withMessage(
                            "flow harbor.pilot.tower.fixed-tcp is not optional, so that a site has nothing to decide"
                                    + " about it");
        }

        @Test
        @SuppressWarnings({"unchecked", "rawtypes"}) // as a program that reads answers from data could
        void anOptionOfAnotherChoice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Answer.of((Decision) Decision.of(Harbor.TIDE), WindowsEstate.MIXED))
                    .withMessage("MIXED is no form of tide; expected ebb or flood or slack");
        }
    }

    @Test
    void decisionsSayWhatIsAskedAndWhatCanBeAnswered() {
        assertThat(Decision.of(Harbor.RADIO).statement()).isEqualTo("radio-port, set in the log");
        assertThat(Decision.of(Harbor.HIGH).allowed()).isEqualTo("1024-49151");
        assertThat(Decision.of(Harbor.FOG).statement()).isEqualTo("there is fog");
        assertThat(Decision.of(Harbor.TIDE).allowed()).isEqualTo("ebb or flood or slack");
        assertThat(Decision.windows(Role.QUAY).statement())
                .isEqualTo("the generations of Windows that listen, and with them the dynamic range on QUAY");
        assertThat(Decision.dynamicPorts().statement()).isEqualTo("the dynamic range");
        assertThat(Decision.dynamicPorts().allowed()).contains("50000-50999");
        assertThat(Decision.staticRpc(RpcService.DFSR).statement())
                .isEqualTo("the fixed port of DFS Replication, set in dfsrdiag StaticRPC");
        assertThat(Decision.staticRpc(RpcService.DFSR).allowed()).isEqualTo("1-65535");
        assertThat(Decision.optionalFlows().statement()).isEqualTo("flows that the product can do without are wanted");
        assertThat(Decision.optionalFlow(Harbor.CATALOG.flow(Harbor.id("extra")).orElseThrow())
                        .statement())
                .isEqualTo("the optional flow harbor.pilot.quay.extra-tcp is wanted");
        assertThat(Decision.optionalFlows().allowed()).isEqualTo("yes or no");
        assertThat(Decision.windows()).hasToString("windows").isEqualTo(Decision.windows());
    }
}
