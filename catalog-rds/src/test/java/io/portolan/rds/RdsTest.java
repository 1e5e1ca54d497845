package io.portolan.rds;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.rds.Rds.Features;
import io.portolan.rds.Rds.Ports;
import io.portolan.rds.Rds.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RdsTest {
    private static Stream<String> ids(FlowSet<Role> flows) {
        return flows.stream().map(Flow::id);
    }

    @Test
    void gatewayOpensToTheDirectoryAsTheArticleLists() {
        assertThat(Rds.catalog()
                        .flowsTo(Infrastructure.DOMAIN_CONTROLLER)
                        .from(Role.GATEWAY)
                        .over(IpProtocol.TCP))
                .extracting(flow -> flow.traffic().toString())
                .containsExactly("tcp 88", "tcp 135", "tcp rpc-dynamic", "tcp 389");
    }

    @Test
    void clientsComeToTheGatewayOnTwoPortsThatAreSettings() {
        assertThat(Rds.catalog().flowsBetween(Role.CLIENT, Role.GATEWAY))
                .extracting(flow -> flow.setting().orElseThrow())
                .containsExactly(Ports.GATEWAY_HTTPS, Ports.GATEWAY_UDP);
    }

    @Test
    void rdpPortIsOneSettingForEveryRdpFlowButThoseOfTheGateway() {
        FlowSet<Role> rdp = Rds.catalog().flows().withService(Service.RDP);
        assertThat(Rds.catalog().flows().withSetting(Ports.RDP)).hasSize(11).isSubsetOf(rdp);
        assertThat(rdp).hasSize(12);
        assertThat(rdp.withSetting(Ports.GATEWAY_UDP)).hasSize(1);
    }

    @Test
    void webAccessConnectsToTheBrokerAndNotTheOtherWayRound() {
        assertThat(Rds.catalog()
                        .flowsBetween(Role.CONNECTION_BROKER, Role.WEB_ACCESS)
                        .on(IpProtocol.TCP, 5504))
                .allSatisfy(flow -> assertThat(flow.source()).isEqualTo(Role.WEB_ACCESS))
                .allSatisfy(flow -> assertThat(flow.destination()).isEqualTo(Role.CONNECTION_BROKER))
                .hasSize(2);
    }

    @Test
    void wmiPortHasNoNumberUntilASiteTellsIt() {
        assertThat(Ports.WMI_FIXED.defaultPort()).isEmpty();
        assertThat(Ports.WMI_FIXED.expected()).isEqualTo(PortSet.none());
        assertThat(Rds.catalog().flows().withSetting(Ports.WMI_FIXED))
                .singleElement()
                .satisfies(flow -> assertThat(flow.traffic()).hasToString("tcp ?"));
    }

    @Test
    void licensingRangesAreTheDynamicRangeOfEachGeneration() {
        assertThat(ids(Rds.catalog()
                        .flowsFrom(Role.SESSION_HOST)
                        .to(Role.LICENSE_SERVER)
                        .withService(Service.RPC)))
                .containsExactly(
                        "rds.session-host.license-server.rpc-tcp",
                        "rds.session-host.license-server.rpc-tcp.legacy",
                        "rds.session-host.license-server.rpc-tcp.modern");
        assertThat(Rds.catalog()
                        .flow("rds.session-host.license-server.rpc-tcp.legacy")
                        .orElseThrow()
                        .ports())
                .contains(PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535)))
                .get()
                .isInstanceOf(AllocatedPorts.class);
    }

    @Test
    void rpcIsTheDynamicRangeWhateverNumbersArePrinted() {
        assertThat(Rds.catalog().flows().withService(Service.RPC))
                .hasSize(9)
                .allSatisfy(flow -> assertThat(flow.ports().orElseThrow()).isInstanceOf(AllocatedPorts.class));
    }

    @Test
    void rowOfTheEndpointMapperIsTwoSince2026() {
        assertThat(Rds.editions()).hasSize(2).last().isSameAs(Rds.catalog());
        Catalog<Role> earlier = Rds.editions().get(0);
        assertThat(earlier).hasToString("rds: Remote Desktop Services, edition 1 as of 2025-02-08");
        assertThat(ids(earlier.flows()))
                .containsExactlyElementsOf(ids(Rds.catalog().flows()).toList());
        assertThat(rows(earlier)).startsWith("row 1", "row 2", "row 2", "row 3");
        assertThat(rows(Rds.catalog())).startsWith("row 1", "row 2", "row 3", "row 4");
        assertThat(earlier.flows())
                .allSatisfy(flow ->
                        assertThat(flow.citations().get(0).document().date()).isEqualTo("2025-02-08"));
    }

    private static Stream<String> rows(Catalog<Role> edition) {
        return edition.flowsFrom(Role.GATEWAY).to(Infrastructure.DOMAIN_CONTROLLER).stream()
                .map(flow -> flow.citations().get(0).row());
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(Rds.catalog())
                .hasToString("rds: Remote Desktop Services, edition 2 as of 2026-02-12")
                .isSameAs(Rds.catalog());
        assertThat(Rds.catalog().edition().documents())
                .hasToString("[Microsoft: Ports that are used by Remote Desktop Services (2026-02-12)]");
        assertThat(Rds.catalog().documents()).extracting(Document::id).containsExactly("rds-ports", "windows-services");
        assertThat(Rds.catalog().setting("rdp-port")).contains(Ports.RDP);
        assertThat(Rds.catalog().feature("nps")).contains(Features.NPS);
        assertThat(Rds.catalog().endpoint("gateway")).contains(Role.GATEWAY);
        assertThat(Rds.catalog().endpoint("domain-controller")).contains(Infrastructure.DOMAIN_CONTROLLER);
        assertThat(Rds.catalog().endpoint("gatewy")).isEmpty();
    }
}
