package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What comes back, for devices that keep no state. */
class RepliesTest {
    private static final Topology IPV4 = Lab.topology(Lab.host(Role.A, "10.0.0.1"), Lab.host(Role.B, "10.0.1.1"));
    private static final Topology IPV6 = Lab.topology(Lab.host(Role.A, "2001:db8::a"), Lab.host(Role.B, "2001:db8::b"));
    private static final Service SERVICE = Service.of("s", "S");

    private static String reply(Topology topology, FlowDraft flow) {
        return Lab.plan(topology, flow).replies().toString();
    }

    @Test
    void mirrorTheQuestion() {
        assertThat(reply(IPV4, flow(Role.A, Role.B).tcp(Service.HTTPS, 443)))
                .isEqualTo("[10.0.1.1 -> 10.0.0.1: tcp 0-65535 from 443 (lab.a.b.https-tcp)]");
        assertThat(reply(IPV4, flow(Role.A, Role.B).udp(Service.DNS, 53)))
                .isEqualTo("[10.0.1.1 -> 10.0.0.1: udp 0-65535 from 53 (lab.a.b.dns-udp)]");
    }

    @Test
    void mergeAsRulesDo() {
        Policy policy = Lab.plan(
                IPV4,
                flow(Role.A, Role.B).tcp(Service.HTTP, 80),
                flow(Role.A, Role.B).tcp(Service.HTTPS, 443));
        assertThat(policy.replies())
                .hasToString("[10.0.1.1 -> 10.0.0.1: tcp 0-65535 from 80,443 (lab.a.b.http-tcp, lab.a.b.https-tcp)]");
    }

    @Nested
    class ThatAreNoMirror {
        @Test
        void comeFromAPortOfItsOwnInTftp() {
            assertThat(reply(
                            IPV4,
                            flow(Role.A, Role.B)
                                    .udp(SERVICE, 69)
                                    .repliesFrom(PortSpec.of(PortSet.ofRange(49_152, 65_535)))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: udp 0-65535 from 49152-65535 (lab.a.b.s-udp)]");
        }

        @Test
        void goToThePortOfTheClientInDhcp() {
            assertThat(reply(
                            IPV4,
                            flow(Role.A, Role.B)
                                    .over(SERVICE, Traffic.udp(PortSpec.of(67)).from(PortSet.of(68)))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: udp 68 from 67 (lab.a.b.s-udp)]");
        }

        @Test
        void haveTheSamePortOnBothSidesInNetBios() {
            assertThat(reply(
                            IPV4,
                            flow(Role.A, Role.B)
                                    .over(
                                            Service.NETBIOS_NAME,
                                            Traffic.udp(PortSpec.of(137)).from(PortSet.of(137)))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: udp 137 from 137 (lab.a.b.netbios-name-udp)]");
        }
    }

    @Nested
    class WithoutPorts {
        @Test
        void answerAnEchoRequestByAnEchoReply() {
            assertThat(reply(IPV4, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.icmp(8)))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: icmp type 0 (lab.a.b.s-icmp)]");
            assertThat(reply(IPV6, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.icmpV6(128)))))
                    .isEqualTo("[2001:db8::b -> 2001:db8::a: icmpv6 type 129 (lab.a.b.s-icmpv6)]");
        }

        @Test
        void goBothWaysForIcmpOfAnyType() {
            assertThat(reply(IPV4, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.icmp()))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: icmp (lab.a.b.s-icmp)]");
        }

        @Test
        void areNoneForMessagesThatNobodyAnswers() {
            assertThat(reply(IPV4, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.icmp(3)))))
                    .isEqualTo("[]");
            assertThat(reply(IPV6, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.icmpV6(1)))))
                    .isEqualTo("[]");
        }

        @Test
        void goBothWaysInTunnels() {
            assertThat(reply(IPV4, flow(Role.A, Role.B).over(SERVICE, Traffic.of(Transport.ip(IpProtocol.GRE)))))
                    .isEqualTo("[10.0.1.1 -> 10.0.0.1: gre (lab.a.b.s-gre)]");
        }
    }
}
