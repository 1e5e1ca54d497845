package io.portolan.sitefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Infrastructure;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.Peers;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the topology of a site file and a file of observed rules mean. */
class TopologyFileTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Topology TOPOLOGY = SiteFile.read(
                    RESOURCES.resolve("site").resolve("branch.yaml"))
            .topology()
            .orElseThrow();

    private static Place place(String name) {
        return TOPOLOGY.place(name).orElseThrow();
    }

    @Test
    void rolesAreOfTheDeploymentByWhoseNameTheyStand() {
        assertThat(place("gw1").placements())
                .isEqualTo(Place.host("x")
                        .endpointIn("rds", Rds.Role.GATEWAY)
                        .build()
                        .placements());
        assertThat(place("south-1").placements())
                .isEqualTo(Place.host("x")
                        .endpointIn("farm-south", Ras.Role.CONNECTION_BROKER, Ras.Role.SESSION_HOST)
                        .build()
                        .placements());
    }

    @Test
    void endpointsAreOfAllDeployments() {
        assertThat(place("dc1").placements())
                .isEqualTo(Place.host("x")
                        .endpoint(Infrastructure.DOMAIN_CONTROLLER, Infrastructure.DNS_SERVER)
                        .build()
                        .placements());
    }

    @Test
    void placesHaveTheirKindAddressesAndNames() {
        assertThat(place("gw1").kind()).isEqualTo(Place.Kind.HOST);
        assertThat(place("gw1").peers()).isEqualTo(Peers.parse("192.0.2.10,2001:db8::10"));
        assertThat(place("anywhere").kind()).isEqualTo(Place.Kind.NETWORK);
        assertThat(place("anywhere").peers()).isEqualTo(Peers.any());
        assertThat(place("desks").peers()).isEqualTo(Peers.parse("10.0.9.0/24,10.0.10.1-10.0.10.9"));
        assertThat(place("licensing").kind()).isEqualTo(Place.Kind.OUTSIDE);
        assertThat(place("licensing").peers()).isEqualTo(Peers.parse("203.0.113.7,ras.parallels.com"));
        assertThat(place("cloud").peers()).isEqualTo(Peers.parse("tag:AzureCloud"));
    }

    @Test
    void zonesCanStandBeforeTheirPlaces() {
        assertThat(TOPOLOGY.zone("perimeter")).isEqualTo(Peers.parse("192.0.2.10,192.0.2.20/31,2001:db8::10"));
        Topology above = SiteFile.parse("topology: {zones: {dmz: [gw1]}, hosts: {gw1: {addresses: [192.0.2.10]}}}")
                .topology()
                .orElseThrow();
        assertThat(above.zone("dmz")).isEqualTo(Peers.parse("192.0.2.10"));
    }

    @Test
    void observedRulesSayWhatTheySay() {
        ObservedRules observed =
                ObservedRulesFile.read(RESOURCES.resolve("observed").resolve("branch.json"));
        assertThat(observed.matching()).isEqualTo(ObservedRules.Matching.FIRST_MATCH);
        assertThat(observed.otherwise()).isEqualTo(Action.DENY);
        assertThat(observed.rules()).extracting(ObservedRule::id).startsWith("block", "1", "2");
        ObservedRule block = observed.rules().get(0);
        assertThat(block.action()).isEqualTo(Action.DENY);
        assertThat(block.transports()).isEmpty();
        assertThat(observed.rules())
                .extracting(ObservedRule::notUnderstood)
                .contains(ImmutableList.of("schedule office-hours"), ImmutableList.of());
        assertThat(observed.rules().stream().flatMap(rule -> rule.transports().stream()))
                .contains(
                        Transport.tcp(PortSet.of(443)),
                        Transport.icmp(8, 0),
                        Transport.ip(IpProtocol.VRRP),
                        Transport.udp(PortSet.ofRange(1024, 65_535)).from(PortSet.of(53)));
    }
}
