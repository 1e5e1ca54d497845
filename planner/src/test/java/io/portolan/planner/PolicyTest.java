package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.address.Peers;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Topology TOPOLOGY = Topology.builder()
            .add(Place.network("users").address("10.9.0.0/16").endpoint(Role.A).build())
            .add(Place.host("web1").address("10.0.1.1").endpoint(Role.B).build())
            .add(Place.host("web2").address("10.0.1.2").endpoint(Role.B).build())
            .add(Place.host("sql").address("10.0.2.1").endpoint(Role.C).build())
            .add(Place.outside("cloud")
                    .outsideName("api.cloud.example")
                    .endpoint(Role.D)
                    .build())
            .zone("dmz", List.of("web1", "web2"))
            .zone("lan", List.of("sql", "users"))
            .build();
    private final Policy policy = Lab.plan(
            TOPOLOGY,
            flow(Role.A, Role.B).tcp(Service.HTTPS, 443),
            flow(Role.A, Role.B).tcp(Service.HTTP, 80),
            flow(Role.B, Role.C).tcp(Service.of("sql", "SQL"), 1433),
            flow(Role.B, Role.D).tcp(Service.HTTPS, 443),
            flow(Role.C, Role.B).tcp(Service.SMB, 445));

    private static Place place(String name) {
        return TOPOLOGY.place(name).orElseThrow();
    }

    private static Packet packet(String source, String destination, int port) {
        return Packet.of(source, destination, Transport.tcp(PortSet.of(port)));
    }

    @Test
    void mergesPortsAndAddressesAndKeepsEveryReason() {
        assertThat(policy.rules())
                .extracting(Rule::toString)
                .containsExactly(
                        "10.9.0.0/16 -> 10.0.1.1,10.0.1.2: tcp 80,443 (lab.a.b.https-tcp, lab.a.b.http-tcp)",
                        "10.0.1.1,10.0.1.2 -> api.cloud.example: tcp 443 (lab.b.d.https-tcp)",
                        "10.0.2.1 -> 10.0.1.1,10.0.1.2: tcp 445 (lab.c.b.smb-tcp)",
                        "10.0.1.1,10.0.1.2 -> 10.0.2.1: tcp 1433 (lab.b.c.sql-tcp)");
    }

    @Test
    void allowsWhatAFlowNeedsAndNothingElse() {
        assertThat(policy.allows(packet("10.9.1.1", "10.0.1.1", 443))).isTrue();
        assertThat(policy.allows(packet("10.9.1.1", "10.0.1.1", 444))).isFalse();
        assertThat(policy.allows(packet("10.9.1.1", "10.0.2.1", 443))).isFalse();
        assertThat(policy.allows(packet("10.0.1.1", "api.cloud.example", 443))).isTrue();
        assertThat(policy.allows(packet("10.0.1.1", "www.cloud.example", 443))).isFalse();
    }

    @Nested
    class TheViewOf {
        @Test
        void oneHostInbound() {
            assertThat(policy.inbound(place("web1")).rules())
                    .extracting(Rule::toString)
                    .containsExactly(
                            "10.9.0.0/16 -> 10.0.1.1: tcp 80,443 (lab.a.b.https-tcp, lab.a.b.http-tcp)",
                            "10.0.2.1 -> 10.0.1.1: tcp 445 (lab.c.b.smb-tcp)");
        }

        @Test
        void oneHostOutbound() {
            assertThat(policy.outbound(place("web1")).rules())
                    .extracting(Rule::toString)
                    .containsExactly(
                            "10.0.1.1 -> api.cloud.example: tcp 443 (lab.b.d.https-tcp)",
                            "10.0.1.1 -> 10.0.2.1: tcp 1433 (lab.b.c.sql-tcp)");
        }

        @Test
        void oneHostInBothDirections() {
            Policy both = policy.involving(place("web1"));
            assertThat(both.diff(policy.inbound(place("web1"))).isEmpty()).isFalse();
            assertThat(both.rules())
                    .extracting(Rule::toString)
                    .containsExactly(
                            "10.9.0.0/16 -> 10.0.1.1: tcp 80,443 (lab.a.b.https-tcp, lab.a.b.http-tcp)",
                            "10.0.1.1 -> api.cloud.example: tcp 443 (lab.b.d.https-tcp)",
                            "10.0.2.1 -> 10.0.1.1: tcp 445 (lab.c.b.smb-tcp)",
                            "10.0.1.1 -> 10.0.2.1: tcp 1433 (lab.b.c.sql-tcp)");
        }

        @Test
        void somethingOutside() {
            assertThat(policy.inbound(place("cloud")).rules())
                    .hasToString("[10.0.1.1,10.0.1.2 -> api.cloud.example: tcp 443 (lab.b.d.https-tcp)]");
            assertThat(policy.outbound(place("cloud")).rules()).isEmpty();
        }

        @Test
        void twoZones() {
            assertThat(policy.betweenZones("lan", "dmz").rules())
                    .extracting(rule -> rule.sources() + " " + rule.transport())
                    .containsExactly("10.9.0.0/16 tcp 80,443", "10.0.2.1 tcp 445");
            assertThat(policy.betweenZones("dmz", "dmz").rules()).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> policy.betweenZones("lan", "wan"))
                    .withMessage("the topology has no zone \"wan\"; it has [dmz, lan]");
        }

        @Test
        void aDestinationRole() {
            assertThat(policy.to(Role.C).rules())
                    .hasToString("[10.0.1.1,10.0.1.2 -> 10.0.2.1: tcp 1433 (lab.b.c.sql-tcp)]");
            assertThat(policy.to(Role.F).rules()).isEmpty();
        }

        @Test
        void someAddressesNarrowsRulesToThem() {
            assertThat(policy.outbound(Peers.parse("10.9.3.0/24"))
                            .inbound(Peers.parse("10.0.1.0/31"))
                            .rules())
                    .hasToString("[10.9.3.0/24 -> 10.0.1.1: tcp 80,443 (lab.a.b.https-tcp, lab.a.b.http-tcp)]");
            assertThat(policy.inbound(Peers.none()).rules()).isEmpty();
        }

        @Test
        void everybodyIsEverythingButNames() {
            assertThat(policy.inbound(Peers.any()).rules()).hasSize(3);
            assertThat(policy.outbound(Peers.any()).rules()).isEqualTo(policy.rules());
        }
    }

    @Test
    void isMadeOfBothFamiliesInOneRuleWhereBothHaveTheSameReasons() {
        Policy both = Lab.plan(
                Lab.topology(Lab.host(Role.A, "10.0.0.1", "2001:db8::1"), Lab.host(Role.B, "10.0.1.1", "2001:db8::2")),
                flow(Role.A, Role.B).tcp(Service.HTTPS, 443));
        assertThat(both.rules())
                .hasToString("[10.0.0.1,2001:db8::1 -> 10.0.1.1,2001:db8::2: tcp 443 (lab.a.b.https-tcp)]");
    }

    @Test
    void neverCrossesProtocolsAndPorts() {
        Policy pairs = Lab.plan(
                Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1")),
                flow(Role.A, Role.B).tcp(Service.LDAP, 389).udp(Service.LDAP, 389),
                flow(Role.A, Role.B).tcp(Service.KERBEROS, 88));
        assertThat(pairs.rules())
                .extracting(rule -> rule.transport().toString())
                .containsExactly("tcp 88,389", "udp 389");
    }
}
