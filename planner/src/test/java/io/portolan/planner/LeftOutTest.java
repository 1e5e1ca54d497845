package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Cast;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.SameHost;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.Traffic;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.LeftOut.Reason;
import io.portolan.site.Site;
import org.junit.jupiter.api.Test;

/** What no rule stands for, and why. */
class LeftOutTest {
    static final PortSetting WMI = PortSetting.builder()
            .id("wmi-port")
            .title("fixed WMI port")
            .configuredIn("wmi.conf")
            .citation(Lab.PLACE)
            .build();
    static final Toggle SYNC = Toggle.of("sync", "hosts are kept in step", Lab.PLACE);
    static final Catalog<Role> WITH_QUESTIONS = Lab.builder()
            .settings(WMI)
            .features(SYNC)
            .flows(
                    flow(Role.A, Role.B).tcp(Service.WMI, WMI).cite(Lab.PLACE).purpose("manages"),
                    flow(Role.A, Role.B)
                            .tcp(Service.SMB, 445)
                            .when(SYNC)
                            .cite(Lab.PLACE)
                            .purpose("copies"))
            .build();

    private static Policy plan(FlowDraft flow, Place.Builder... places) {
        return Lab.plan(Lab.topology(places), flow.tcp(Service.HTTPS, 443));
    }

    private static LeftOut only(Policy policy) {
        assertThat(policy.rules()).isEmpty();
        assertThat(policy.leftOut()).hasSize(1);
        return policy.leftOut().get(0);
    }

    @Test
    void aFlowFromOrToWhatLivesNowhereIsToldWithWhatToPlace() {
        LeftOut toNowhere = only(plan(flow(Role.A, Role.B), Lab.host(Role.A, "10.0.0.1")));
        assertThat(toNowhere.reason()).isEqualTo(Reason.NOT_PLACED);
        assertThat(toNowhere.deployment()).isEqualTo("lab");
        assertThat(toNowhere)
                .hasToString("lab.a.b.https-tcp: b is not placed; add it to the topology to get its rules");
        assertThat(only(plan(flow(Role.A, Role.B), Lab.host(Role.B, "10.0.0.1"))))
                .hasToString("lab.a.b.https-tcp: a is not placed; add it to the topology to get its rules");
        assertThat(only(plan(flow(Role.A, Role.B), Place.host("empty"))))
                .hasToString("lab.a.b.https-tcp: a and b are not placed; add them to the topology to get their rules");
    }

    @Test
    void aFlowWithinTheHostIsToldAsSuch() {
        LeftOut local = only(plan(flow(Role.A, SameHost.LOCALHOST), Lab.host(Role.A, "10.0.0.1")));
        assertThat(local.reason()).isEqualTo(Reason.SAME_HOST);
        assertThat(local.detail()).isEqualTo("it stays on its host");
    }

    @Test
    void twoRolesOnOneHostNeedNoRule() {
        LeftOut one = only(plan(
                flow(Role.A, Role.B),
                Place.host("h").address("10.0.0.1").address("10.0.0.2").endpoint(Role.A, Role.B)));
        assertThat(one.reason()).isEqualTo(Reason.SAME_HOST);
        assertThat(one.detail()).isEqualTo("both of its ends are on [h] alone");
    }

    @Test
    void twoRolesOnSeveralHostsNeedRulesBetweenThemAlone() {
        Policy policy = plan(
                flow(Role.A, Role.B),
                Place.host("h").address("10.0.0.1").endpoint(Role.A, Role.B),
                Place.host("i").address("10.0.0.9").endpoint(Role.B));
        assertThat(policy.rules()).hasToString("[10.0.0.1 -> 10.0.0.9: tcp 443 (lab.a.b.https-tcp)]");
        assertThat(policy.leftOut()).isEmpty();
    }

    @Test
    void aBroadcastOrMulticastIsToldForRoutersDoNotPassItOn() {
        for (Cast cast : new Cast[] {Cast.BROADCAST, Cast.MULTICAST}) {
            LeftOut left = only(Lab.plan(
                    Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1")),
                    flow(Role.A, Role.B).udp(Service.of("dhcp", "DHCP"), 67).cast(cast)));
            assertThat(left.reason()).isEqualTo(Reason.NOT_UNICAST);
            assertThat(left.detail()).startsWith("it is sent by " + cast.id() + ", which routers do not pass on");
        }
    }

    @Test
    void endsWithoutACommonFamilyAreTold() {
        LeftOut left = only(plan(flow(Role.A, Role.B), Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "2001:db8::1")));
        assertThat(left.reason()).isEqualTo(Reason.NO_COMMON_FAMILY);
        assertThat(left.detail()).isEqualTo("a and b have no addresses of a family that both have and tcp 443 uses");
    }

    @Test
    void icmpOfTheOtherFamilyIsTold() {
        LeftOut left = only(Lab.plan(
                Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1")),
                flow(Role.A, Role.B).over(Service.of("ping", "Ping"), Traffic.of(Transport.icmpV6(128)))));
        assertThat(left.reason()).isEqualTo(Reason.NO_COMMON_FAMILY);
    }

    @Test
    void aHostWithoutAddressesIsNamed() {
        LeftOut left = only(plan(flow(Role.A, Role.B), Lab.host(Role.A), Lab.host(Role.B, "10.0.0.1")));
        assertThat(left.reason()).isEqualTo(Reason.NO_ADDRESS);
        assertThat(left.detail()).isEqualTo("[a1] has no address; add addresses to get the rules");
    }

    @Test
    void aHostWithoutAddressesIsNamedWhereTheOtherEndIsOnTheSameHostBesides() {
        LeftOut left = only(plan(
                flow(Role.A, Role.B),
                Place.host("h").address("10.0.0.1").endpoint(Role.A, Role.B),
                Place.host("i").endpoint(Role.B)));
        assertThat(left.reason()).isEqualTo(Reason.NO_ADDRESS);
        assertThat(left.detail()).startsWith("[i] has no address");
    }

    @Test
    void aFlowThatWaitsForAnAnswerIsToldIfItsEndsArePlaced() {
        Topology both = Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1"));
        Policy policy = Planner.plan(both, Site.empty().resolve(WITH_QUESTIONS));
        assertThat(policy.rules()).isEmpty();
        assertThat(policy.leftOut())
                .allSatisfy(left -> assertThat(left.reason()).isEqualTo(Reason.OPEN_QUESTION))
                .extracting(LeftOut::toString)
                .containsExactly(
                        "lab.a.b.wmi-tcp: the site has to say [wmi-port]",
                        "lab.a.b.smb-tcp: the site has to say [sync]");
        Topology one = Lab.topology(Lab.host(Role.A, "10.0.0.1"));
        assertThat(Planner.plan(one, Site.empty().resolve(WITH_QUESTIONS)).leftOut())
                .isEmpty();
    }
}
