package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Explanation.NearMiss;
import io.portolan.planner.Lab.Role;
import io.portolan.site.Site;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final PortSetting WEB = PortSetting.builder()
            .id("web-port")
            .title("web port")
            .defaultPort(8530)
            .configuredIn("web.conf")
            .citation(Lab.PLACE)
            .build();
    private static final Toggle SYNC = Toggle.of("sync", "hosts are kept in step", Lab.PLACE);
    private static final Toggle MAIL = Toggle.of("mail", "hosts send mail", Lab.PLACE);
    private static final Catalog<Role> CATALOG = Lab.builder()
            .settings(WEB)
            .features(SYNC, MAIL)
            .flows(
                    flow(Role.A, Role.B).tcp(Service.HTTP, WEB).cite(Lab.PLACE).purpose("browses"),
                    flow(Role.A, Role.B).tcp(Service.HTTPS, 443).cite(Lab.PLACE).purpose("browses safely"),
                    flow(Role.A, Role.C)
                            .tcp(Service.SMB, 445)
                            .when(SYNC)
                            .cite(Lab.PLACE)
                            .purpose("copies"),
                    flow(Role.A, Role.C)
                            .tcp(Service.of("smtp", "SMTP"), 25)
                            .when(MAIL)
                            .cite(Lab.PLACE)
                            .purpose("sends"),
                    flow(Role.B, Role.C)
                            .over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP)))
                            .cite(Lab.PLACE)
                            .purpose("keeps an address alive"))
            .build();
    private static final Policy POLICY = Planner.plan(
            Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1"), Lab.host(Role.C, "10.0.2.1")),
            Site.builder().set(WEB, 8080).disable(SYNC).build().resolve(CATALOG));

    private static Explanation explain(String source, String destination, int port) {
        return POLICY.explain(Packet.of(source, destination, Transport.tcp(PortSet.of(port))));
    }

    @Nested
    class OfAnAllowedPacket {
        private final Explanation explanation = explain("10.0.0.1", "10.0.1.1", 8080);

        @Test
        void tellsTheRuleTheFlowTheAnswerAndTheDocument() {
            assertThat(explanation.isAllowed()).isTrue();
            assertThat(explanation.rules()).extracting(Rule::transport).hasToString("[tcp 443,8080]");
            assertThat(explanation.causes()).extracting(Cause::id).containsExactly("lab.a.b.http-tcp");
            assertThat(explanation.causes().get(0).resolved().answers()).hasToString("[web-port=8080]");
            assertThat(explanation.causes().get(0).flow().citations()).containsExactly(Lab.PLACE);
            assertThat(explanation.nearest()).isEmpty();
        }

        @Test
        void readsAsALineForEachReason() {
            assertThat(explanation).hasToString("""
                            allowed: 10.0.0.1 -> 10.0.1.1: tcp 8080
                              lab.a.b.http-tcp: browses [web-port=8080] [notes: Lab, text]""");
        }

        @Test
        void canBeOfAProtocolWithoutPorts() {
            assertThat(POLICY.explain(Packet.of("10.0.1.1", "10.0.2.1", Transport.ip(IpProtocol.VRRP)))
                            .causes())
                    .extracting(Cause::id)
                    .containsExactly("lab.b.c.vrrp");
        }
    }

    @Nested
    class OfAPacketThatNoFlowNeeds {
        @Test
        void tellsAnotherPort() {
            Explanation explanation = explain("10.0.0.1", "10.0.1.1", 8530);
            assertThat(explanation.isAllowed()).isFalse();
            assertThat(explanation.rules()).isEmpty();
            assertThat(explanation.nearest())
                    .extracting(NearMiss::toString)
                    .containsExactly(
                            "lab.a.b.http-tcp: the traffic is tcp 8080", "lab.a.b.https-tcp: the traffic is tcp 443");
            assertThat(explanation).hasToString("""
                            not allowed: 10.0.0.1 -> 10.0.1.1: tcp 8530
                              nearest: lab.a.b.http-tcp: the traffic is tcp 8080
                              nearest: lab.a.b.https-tcp: the traffic is tcp 443""");
        }

        @Test
        void tellsAnotherSourceOrDestination() {
            assertThat(explain("10.7.0.1", "10.0.1.1", 443).nearest())
                    .hasToString("[lab.a.b.https-tcp: the source is no a]");
            assertThat(explain("10.0.0.1", "10.0.7.1", 443).nearest())
                    .hasToString("[lab.a.b.https-tcp: the destination is no b]");
        }

        @Test
        void tellsTheAnswerThatRulesAFlowOut() {
            assertThat(explain("10.0.0.1", "10.0.2.1", 445).nearest())
                    .hasToString("[lab.a.c.smb-tcp: it is ruled out by [sync=no]]");
        }

        @Test
        void tellsTheAnswerForWhichAFlowWaits() {
            assertThat(explain("10.0.0.1", "10.0.2.1", 25).nearest())
                    .hasToString("[lab.a.c.smtp-tcp: the site has to say [mail]]");
        }

        @Test
        void tellsNothingWhereNothingIsNear() {
            Explanation explanation = explain("10.7.0.1", "10.7.0.2", 4711);
            assertThat(explanation.nearest()).isEmpty();
            assertThat(explanation).hasToString("not allowed: 10.7.0.1 -> 10.7.0.2: tcp 4711");
        }
    }

    @Test
    void aPacketFromAnOpenPortIsAllowedFromAnyPort() {
        assertThat(POLICY.explain(Packet.of(
                                "10.0.0.1",
                                "10.0.1.1",
                                Transport.tcp(PortSet.of(443)).from(PortSet.of(50_000))))
                        .isAllowed())
                .isTrue();
    }
}
