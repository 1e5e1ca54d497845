package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.LeftOut.Reason;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.Peers;
import io.portolan.site.Resolution;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Topologies and flows that nobody should have, and some that everybody has: the right answer, or a clear error. */
class AdversarialTest {
    private static final Place.Builder SERVER = Lab.host(Role.B, "10.0.1.1");

    private static Policy https(Place.Builder... places) {
        return Lab.plan(Lab.topology(places), flow(Role.A, Role.B).tcp(Service.HTTPS, 443));
    }

    private static Place.Builder network(String name, Role role, String... addresses) {
        Place.Builder network = Place.network(name).endpoint(role);
        for (String address : addresses) {
            network.address(address);
        }
        return network;
    }

    private static List<String> ends(Policy policy) {
        return policy.rules().stream()
                .map(rule -> rule.sources() + " -> " + rule.destinations())
                .toList();
    }

    @Nested
    class Networks {
        @Test
        void thatOverlapCountOnce() {
            assertThat(ends(https(
                            network("a", Role.A, "10.8.0.0/16"),
                            network("b", Role.A, "10.8.4.0/24", "10.9.0.0/16"),
                            SERVER)))
                    .containsExactly("10.8.0.0/15 -> 10.0.1.1");
        }

        @Test
        void thatAreEveryAddressStayOnePrefix() {
            assertThat(ends(https(network("all", Role.A, "0.0.0.0/0"), SERVER)))
                    .containsExactly("0.0.0.0/0 -> 10.0.1.1");
            assertThat(ends(https(network("all", Role.A, "::/0"), Lab.host(Role.B, "2001:db8::1"))))
                    .containsExactly("::/0 -> 2001:db8::1");
            assertThat(ends(https(Place.network("all").anyAddress().endpoint(Role.A, Role.B))))
                    .containsExactly("any -> any");
        }

        @Test
        void thatHoldAHostOfTheSameRoleGetNoHole() {
            Place.Builder both = Place.host("h").address("10.0.0.5").endpoint(Role.A, Role.B);
            assertThat(ends(https(network("n", Role.A, "10.0.0.0/24"), both)))
                    .containsExactly("10.0.0.0/24 -> 10.0.0.5");
            Place.Builder sourceOfAll = Place.host("h").address("10.0.0.5").endpoint(Role.A, Role.B);
            assertThat(ends(https(network("n", Role.B, "10.0.0.0/24"), sourceOfAll)))
                    .containsExactly("10.0.0.5 -> 10.0.0.0/24");
        }

        @Test
        void thatAreTheOtherHostItselfNeedNoRule() {
            Policy policy = https(Lab.host(Role.A, "10.0.0.1"), network("one", Role.B, "10.0.0.1/32"));
            assertThat(policy.rules()).isEmpty();
            assertThat(policy.leftOut()).extracting(LeftOut::reason).containsExactly(Reason.SAME_HOST);
        }

        @Test
        void thatPlayBothRolesTalkAmongThemselves() {
            assertThat(ends(https(Place.network("n").address("10.0.0.0/24").endpoint(Role.A, Role.B))))
                    .containsExactly("10.0.0.0/24 -> 10.0.0.0/24");
        }
    }

    @Nested
    class Addresses {
        @Test
        void ofIpv4InIpv6FormAreRefusedWithTheirIpv4Form() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Place.host("h").address("::ffff:10.0.0.1"))
                    .withMessageStartingWith("host h: ")
                    .withMessageContaining("10.0.0.1");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Packet.of("::ffff:10.0.0.1", "2001:db8::1", Transport.ip(IpProtocol.GRE)))
                    .withMessageStartingWith("source of a packet: ");
        }

        @Test
        void besideThoseAreWitnessed() {
            Policy below = https(network("n", Role.A, "::-::fffe:ffff:ffff"), Lab.host(Role.B, "2001:db8::1"));
            Policy above = https(network("n", Role.A, "::1:0:0:0/80"), Lab.host(Role.B, "2001:db8::1"));
            Policy all = https(network("n", Role.A, "::-::1:ffff:ffff:ffff"), Lab.host(Role.B, "2001:db8::1"));
            assertThat(below.diff(all).added().get(0).witness()).hasToString("::1:0:0:0 -> 2001:db8::1: tcp 443");
            Policy without = Lab.plan(
                    Lab.topology(
                            network("n", Role.A, "::-::fffe:ffff:ffff", "::1:0:0:0/80"),
                            Lab.host(Role.B, "2001:db8::1")),
                    flow(Role.A, Role.B).tcp(Service.HTTPS, 443));
            assertThat(without.diff(all).added()).hasSize(1);
            assertThat(above.diff(above).isEmpty()).isTrue();
        }

        @Test
        void atTheEndsOfBothFamiliesAreExact() {
            String last = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
            Policy policy = https(
                    network("ends", Role.A, "0.0.0.0", "255.255.255.255", "::", last),
                    Lab.host(Role.B, "10.0.1.1", "2001:db8::1"));
            assertThat(ends(policy)).containsExactly("0.0.0.0,255.255.255.255,::," + last + " -> 10.0.1.1,2001:db8::1");
        }
    }

    @Nested
    class Hosts {
        @Test
        void withoutAddressesDoNotDisturbTheOthers() {
            assertThat(ends(https(
                            Place.host("planned").endpoint(Role.A, Role.B), Lab.host(Role.A, "10.0.0.1"), SERVER)))
                    .containsExactly("10.0.0.1 -> 10.0.1.1");
        }

        @Test
        void withThousandsOfRolesAndDeploymentsAreNoMatter() {
            Resolution resolution =
                    Site.empty().resolve(Lab.catalog(flow(Role.A, Role.B).tcp(Service.HTTPS, 443)));
            List<Deployment> deployments = new ArrayList<>();
            Place.Builder crowded = Place.host("crowded").address("10.0.0.1");
            for (int i = 0; i < 1000; i++) {
                deployments.add(new Deployment("d" + i, resolution));
                crowded.endpointIn("d" + i, Role.values());
            }
            Place other = Place.host("other")
                    .address("10.0.0.2")
                    .endpointIn("d7", Role.B)
                    .build();
            Policy policy = Planner.plan(
                    Topology.builder().add(crowded.build()).add(other).build(), deployments);
            assertThat(policy.rules()).hasToString("[10.0.0.1 -> 10.0.0.2: tcp 443 (d7/lab.a.b.https-tcp)]");
            assertThat(policy.leftOut())
                    .hasSize(999)
                    .allSatisfy(left -> assertThat(left.reason()).isEqualTo(Reason.SAME_HOST));
        }

        @Test
        void withThousandsOfAddressesTalkToOthersOnly() {
            Place.Builder many = Place.host("many").endpoint(Role.A, Role.B);
            for (int i = 0; i < 4096; i++) {
                many.address("10.3." + i / 256 + "." + i % 256);
            }
            assertThat(ends(https(many, Lab.host(Role.B, "10.0.1.1")))).containsExactly("10.3.0.0/20 -> 10.0.1.1");
        }
    }

    @Nested
    class Ports {
        private static PortSet every(int remainder) {
            PortSet.Builder ports = PortSet.builder();
            for (int port = remainder; port <= 65_535; port += 2) {
                ports.addRange(port, port);
            }
            return ports.build();
        }

        @Test
        void ofHugeSetsMergeWhereTheyFillEachOther() {
            Policy policy = Lab.plan(
                    Lab.topology(Lab.host(Role.A, "10.0.0.1"), SERVER),
                    flow(Role.A, Role.B).tcp(Service.of("even", "even"), PortSpec.of(every(0))),
                    flow(Role.A, Role.B).tcp(Service.of("odd", "odd"), PortSpec.of(every(1))));
            assertThat(policy.rules())
                    .hasToString("[10.0.0.1 -> 10.0.1.1: tcp 0-65535 (lab.a.b.even-tcp, lab.a.b.odd-tcp)]");
        }

        @Test
        void ofHugeSetsStayApartWhereSourcesDo() {
            Policy policy = Lab.plan(
                    Lab.topology(Lab.host(Role.A, "10.0.0.1"), SERVER, Lab.host(Role.C, "10.0.2.1")),
                    flow(Role.A, Role.B).tcp(Service.of("even", "even"), PortSpec.of(every(0))),
                    flow(Role.C, Role.B).tcp(Service.of("odd", "odd"), PortSpec.of(every(1))));
            assertThat(policy.rules()).hasSize(2);
            assertThat(((PortTransport) policy.rules().get(0).transport()).destinationPorts())
                    .isEqualTo(every(0));
        }

        @Test
        void ofSourcesStayApart() {
            Policy policy = Lab.plan(
                    Lab.topology(Lab.host(Role.A, "10.0.0.1"), SERVER),
                    flow(Role.A, Role.B)
                            .over(
                                    Service.of("x", "X"),
                                    Traffic.udp(PortSpec.of(67)).from(PortSet.of(68))),
                    flow(Role.A, Role.B).udp(Service.of("y", "Y"), 69));
            assertThat(policy.rules())
                    .extracting(rule -> rule.transport().toString())
                    .containsExactly("udp 67 from 68", "udp 69");
            assertThat(policy.allows(Packet.of("10.0.0.1", "10.0.1.1", Transport.udp(PortSet.of(67)))))
                    .as("from every port")
                    .isFalse();
        }
    }

    @Test
    void aRuleForEverythingLeavesExcessBesideEveryAddress() {
        Policy policy = https(Lab.host(Role.A, "10.0.0.1", "2001:db8::1"), Lab.host(Role.B, "10.0.1.1", "2001:db8::2"));
        ObservedRule all =
                new ObservedRule("all", Action.ALLOW, Peers.any(), Peers.any(), ImmutableList.of(), Optional.empty());
        AuditReport report =
                Audit.compare(policy, new ObservedRules(Matching.FIRST_MATCH, Action.DENY, ImmutableList.of(all)));
        assertThat(report.of(Finding.Kind.MISSING)).isEmpty();
        for (Finding finding : report.of(Finding.Kind.EXCESS)) {
            assertThat(policy.allows(finding.witness())).isFalse();
        }
    }
}
