package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.address.Peers;
import org.junit.jupiter.api.Test;

/** What programs ask of a policy. */
class PolicyQueriesTest {
    private static final Topology TOPOLOGY = Lab.topology(
            Place.host("a1").address("10.0.0.1").address("2001:db8::1").endpoint(Role.A),
            Place.host("b1").address("10.0.1.1").address("2001:db8:1::1").endpoint(Role.B),
            Place.network("clients").address("10.0.4.0-10.0.6.255").endpoint(Role.C),
            Place.outside("cloud").outsideName("cloud.example").endpoint(Role.D));

    private final Policy policy = Lab.plan(
            TOPOLOGY,
            flow(Role.A, Role.B).tcp(Service.of("web", "Web"), PortSpec.of(PortSet.of(80, 443))),
            flow(Role.C, Role.A)
                    .over(
                            Service.of("lamp", "Lamp"),
                            Traffic.udp(PortSpec.of(PortSet.of(68))).from(PortSet.of(67))),
            flow(Role.A, Role.D).tcp(Service.of("cloud", "Cloud"), 443),
            flow(Role.A, Role.B).over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8))));

    @Test
    void rulesAreFlatEntriesOfOneFamilyAndOneRangeOfPorts() {
        assertThat(policy.entries())
                .extracting(entry -> entry.family() + " " + entry.source() + " " + entry.destination() + " "
                        + entry.transport() + " " + entry.firstPort() + "-" + entry.lastPort())
                .containsExactlyInAnyOrder(
                        "IPv4 10.0.0.1/32 10.0.1.1/32 icmp type 8 -1--1",
                        "IPv4 10.0.0.1/32 10.0.1.1/32 tcp 80 80-80",
                        "IPv4 10.0.0.1/32 10.0.1.1/32 tcp 443 443-443",
                        "IPv6 2001:db8::1/128 2001:db8:1::1/128 tcp 80 80-80",
                        "IPv6 2001:db8::1/128 2001:db8:1::1/128 tcp 443 443-443",
                        "IPv4 10.0.0.1/32 cloud.example tcp 443 443-443",
                        "IPv6 2001:db8::1/128 cloud.example tcp 443 443-443",
                        "IPv4 10.0.4.0/23 10.0.0.1/32 udp 68 from 67 68-68",
                        "IPv4 10.0.6.0/24 10.0.0.1/32 udp 68 from 67 68-68");
        assertThat(policy.entries())
                .allSatisfy(entry -> assertThat(policy.rules())
                        .anyMatch(rule -> rule.id().equals(entry.ruleId())
                                && rule.causes().equals(entry.causes())));
    }

    @Test
    void identifiersDependOnPacketsAlone() {
        Rule rule = policy.rules().get(0);
        Rule same = new Rule(
                rule.sources(), rule.destinations(), rule.transport(), com.google.common.collect.ImmutableList.of());
        assertThat(same.id()).isEqualTo(rule.id()).matches("p-[0-9a-f]{10}");
        assertThat(policy.rules().stream().map(Rule::id)).doesNotHaveDuplicates();
        assertThat(new Rule(
                                Peers.parse("10.0.0.1"),
                                Peers.parse("10.0.1.1"),
                                Transport.tcp(PortSet.of(443)),
                                com.google.common.collect.ImmutableList.of())
                        .id())
                .as("the same in every version")
                .isEqualTo("p-"
                        + com.google.common.hash.Hashing.sha256()
                                .hashString("10.0.0.1 -> 10.0.1.1: tcp 443", java.nio.charset.StandardCharsets.UTF_8)
                                .toString()
                                .substring(0, 10));
    }

    @Test
    void placesAreFoundByWhatTheyHaveInCommonWithPeers() {
        assertThat(TOPOLOGY.placesOf(Peers.parse("10.0.0.0/8"))).hasToString("[a1, b1, clients]");
        assertThat(TOPOLOGY.placesOf(Peers.parse("10.0.5.7,cloud.example"))).hasToString("[clients, cloud]");
        assertThat(TOPOLOGY.placesOf(Peers.parse("192.0.2.1"))).isEmpty();
    }

    @Test
    void connectionsTellWhichPlacesTalkAndWhy() {
        assertThat(policy.connections())
                .extracting(Connection::toString)
                .containsExactly(
                        "a1 -> b1: [lab.a.b.web-tcp, lab.a.b.ping-icmp]",
                        "a1 -> cloud: [lab.a.d.cloud-tcp]",
                        "clients -> a1: [lab.c.a.lamp-udp]");
        Policy inbound = policy.inbound(TOPOLOGY.place("b1").orElseThrow());
        assertThat(inbound.connections()).hasSize(1);
    }
}
