package io.portolan.sitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.portolan.catalog.Approval;
import io.portolan.catalog.Flow;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.LeftOut;
import io.portolan.planner.Packet;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.rds.Rds;
import io.portolan.site.Decision;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Flows that a site states itself, and who answers for what it decided. */
class OwnFlowsTest {
    private static final String SITE = """
            deployments: {rds: {}}
            topology:
              hosts:
                GW1.corp: {addresses: [192.0.2.10], roles: {rds: [gateway]}}
                sh1: {addresses: [10.0.0.5], roles: {rds: [session-host]}}
                dc1: {addresses: [10.0.0.1], endpoints: [domain-controller]}
              networks:
                admins: {addresses: [198.51.100.0/28]}
              zones:
                servers: [sh1, GW1.corp]
            own-flows:
              admin-ssh:
                from: admins
                to: [servers, dc1]
                traffic: [tcp/22, tcp/5985-5986, icmp/8]
                purpose: administers servers
                owner: Platform team
                approved-by: J. Doe
                ticket: CHG-1
                expires: 2027-03-31
                review: 2026-12-01
              backup: {from: rds/session-host, to: domain-controller, traffic: udp/5000, purpose: backs up}
            """;

    private static Policy policy() {
        return SiteFile.parse(SITE).plan();
    }

    private static Packet tcp(String from, String to, int port) {
        return Packet.of(from, to, Transport.tcp(PortSet.of(port)));
    }

    @Test
    void arePlannedLikeThoseOfDocuments() {
        Policy policy = policy();
        assertThat(policy.allows(tcp("198.51.100.3", "192.0.2.10", 22))).isTrue();
        assertThat(policy.allows(tcp("198.51.100.3", "10.0.0.5", 5986))).isTrue();
        assertThat(policy.allows(tcp("198.51.100.3", "10.0.0.1", 22))).isTrue();
        assertThat(policy.allows(tcp("10.0.0.5", "192.0.2.10", 22))).isFalse();
        assertThat(policy.allows(Packet.of("10.0.0.5", "10.0.0.1", Transport.udp(PortSet.of(5000)))))
                .isTrue();
        assertThat(policy.allows(Packet.of("192.0.2.10", "10.0.0.1", Transport.udp(PortSet.of(5000)))))
                .isFalse();
    }

    @Test
    void areExplainedByFileAndLine() {
        Flow flow = policy().deployments().get(1).resolution().flows().get(0).flow();
        assertThat(flow.id()).isEqualTo("own-flows.place-admins.zone-servers.admin-ssh-icmp");
        assertThat(flow.citations().get(0)).hasToString("site-file: own-flows > admin-ssh, line 12");
        assertThat(flow.citations().get(0).document().title()).isEqualTo("site.yaml");
        assertThat(flow.purpose()).isEqualTo("administers servers");
        assertThat(policy().explain(tcp("198.51.100.3", "192.0.2.10", 22)).toString())
                .contains("admin-ssh");
    }

    @Test
    void sayWhoAnswersForThem() {
        Approval approval = Approval.none()
                .owner("Platform team")
                .approvedBy("J. Doe")
                .ticket("CHG-1")
                .expires(LocalDate.of(2027, 3, 31))
                .review(LocalDate.of(2026, 12, 1));
        assertThat(SiteFile.parse(SITE).ownFlows().get(0).approval()).isEqualTo(approval);
        assertThat(policy().rules().stream()
                        .map(Rule::causes)
                        .flatMap(causes -> causes.stream())
                        .filter(cause -> cause.flow().id().contains("admin-ssh")))
                .isNotEmpty()
                .allSatisfy(cause -> assertThat(cause.flow().approval()).isEqualTo(approval));
    }

    @Test
    void answersSayIt() {
        SiteFile file = SiteFile.parse("""
                windows: {answer: modern, owner: Server team}
                deployments:
                  rds:
                    settings:
                      rdp-port: {answer: 3390, ticket: CHG-2, expires: 2026-06-30}
                """);
        Approval approval = file.deployment("rds")
                .orElseThrow()
                .resolution()
                .site()
                .answer(Decision.of(Rds.Ports.RDP))
                .orElseThrow()
                .approval();
        assertThat(approval).isEqualTo(Approval.none().ticket("CHG-2").expires(LocalDate.of(2026, 6, 30)));
        assertThat(file.common().answer(Decision.windows()).orElseThrow().approval())
                .isEqualTo(Approval.none().owner("Server team"));
    }

    @Test
    void whatIsPlacedNowhereIsLeftOut() {
        Policy policy = SiteFile.parse("""
                        deployments: {rds: {}}
                        topology: {hosts: {a: {addresses: [10.0.0.5]}}}
                        own-flows: {time: {from: a, to: dns-server, traffic: udp/53, purpose: resolves}}
                        """).plan();
        assertThat(policy.leftOut())
                .filteredOn(left -> left.deployment().equals("own-flows"))
                .extracting(LeftOut::reason)
                .containsExactly(LeftOut.Reason.NOT_PLACED);
    }

    @Test
    void everythingThatIsWrongIsToldInOneRun() {
        InvalidFileException e = catchThrowableOfType(InvalidFileException.class, () -> SiteFile.parse("""
                        windows: vista
                        deployments:
                          rds: {settings: {rdp-port: 0, rdp: 1}}
                          ras: {features: {nps: true}}
                        topology:
                          hosts:
                            a: {addresses: [10.0.0.300], roles: {rds: [gateway]}}
                            b: {addresses: [10.0.0.2], roles: {rdx: [gateway], ras: [broker]}}
                          zones: {z: [a, c]}
                        own-flows:
                          x: {from: a, to: b, traffic: [tcp/70000, tpc/1]}
                        """));
        assertThat(e.problems())
                .extracting(problem -> problem.position().orElseThrow().line() + " "
                        + problem.position().orElseThrow().path())
                .containsExactly(
                        "1 windows",
                        "3 deployments.rds.settings.rdp-port",
                        "3 deployments.rds.settings.rdp",
                        "4 deployments.ras.features.nps",
                        "7 topology.hosts.a.addresses",
                        "8 topology.hosts.b.roles.rdx",
                        "9 topology.zones.z",
                        "11 own-flows.x.traffic",
                        "11 own-flows.x.traffic");
    }

    @Test
    void namesThatThereAreNotAreTold() {
        InvalidFileException e = catchThrowableOfType(
                InvalidFileException.class,
                () -> SiteFile.parse(SITE.replace("from: admins", "from: admin")
                        .replace("from: rds/session-host", "from: rds/broker")));
        assertThat(e.problems()).hasSize(2);
        assertThat(e.problems().get(0).toString())
                .startsWith(
                        "site.yaml:12:3: own-flows.admin-ssh.from: unknown place, zone, endpoint or role 'admin'; did you"
                                + " mean admins? expected one of GW1.corp, ");
    }
}
