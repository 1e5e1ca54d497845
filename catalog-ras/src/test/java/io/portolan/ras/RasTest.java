package io.portolan.ras;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortlessTraffic;
import io.portolan.catalog.Reading;
import io.portolan.catalog.SameHost;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Outside;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RasTest {
    private static Stream<String> ids(FlowSet<Role> flows) {
        return ids(flows.stream());
    }

    private static Stream<String> ids(Stream<Flow> flows) {
        return flows.map(Flow::id);
    }

    @Test
    void forwardingGatewayOpensToTheNormalGatewayAndToPerformanceMonitorAlone() {
        assertThat(Ras.catalog().flowsFrom(Role.FORWARDING_GATEWAY).stream()
                        .map(Flow::destination)
                        .distinct())
                .containsExactly(Role.NORMAL_GATEWAY, Role.PERFORMANCE_MONITOR);
    }

    @Test
    void vrrpIsAProtocolAndNotAPort() {
        assertThat(Ras.catalog().flowsBetween(Role.HALB, Role.HALB))
                .singleElement()
                .satisfies(flow -> {
                    assertThat(flow.protocol()).isSameAs(IpProtocol.VRRP);
                    assertThat(flow.traffic()).isInstanceOf(PortlessTraffic.class);
                    assertThat(flow.cast()).isEqualTo(Cast.MULTICAST);
                });
        assertThat(Ras.catalog().flowsOn(IpProtocol.TCP, 112)).isEmpty();
        assertThat(Ras.catalog().flowsOn(IpProtocol.UDP, 112)).isEmpty();
    }

    @Test
    void rdpThroughGatewaysDependsOnLoadBalancing() {
        assertThat(ids(Ras.catalog().flows().withFeature(Features.RDP_LOAD_BALANCING)))
                .containsExactly(
                        "ras.client.forwarding-gateway.rdp-tcp",
                        "ras.client.forwarding-gateway.rdp-udp",
                        "ras.client.normal-gateway.rdp-tcp",
                        "ras.client.normal-gateway.rdp-udp",
                        "ras.forwarding-gateway.normal-gateway.rdp-tcp",
                        "ras.forwarding-gateway.normal-gateway.rdp-udp");
    }

    @Test
    void portsOfTheGatewayAreTwoSettingsWhoeverComes() {
        assertThat(Ras.catalog().flows().withSetting(Ports.GATEWAY).stream()
                        .map(Flow::source)
                        .distinct())
                .containsExactly(Role.CLIENT, Role.WEB_BROWSER, Role.HALB, Role.FORWARDING_GATEWAY, Role.CONSOLE);
        assertThat(Ras.catalog().flows().withSetting(Ports.GATEWAY_SSL))
                .hasSameSizeAs(Ras.catalog().flows().withSetting(Ports.GATEWAY))
                .allSatisfy(flow -> assertThat(flow.destination())
                        .isIn(Role.SECURE_GATEWAY, Role.NORMAL_GATEWAY, Role.FORWARDING_GATEWAY));
    }

    @Test
    void consoleFallsBackOnTheSslPortOfTheGateway() {
        assertThat(Ras.catalog().flowsFrom(Role.CONSOLE).to(Role.SECURE_GATEWAY))
                .extracting(flow -> flow.traffic() + " " + flow.conditions())
                .containsExactly("tcp 80 [!gateway-port-disabled]", "tcp 443 [gateway-port-disabled]");
    }

    @Test
    void kerberosIsOnBothProtocolsAndDnsOnUdpAlone() {
        FlowSet<Role> directory =
                Ras.catalog().flowsTo(Infrastructure.DOMAIN_CONTROLLER).from(Role.CONNECTION_BROKER);
        assertThat(directory)
                .extracting(flow -> flow.traffic().toString())
                .containsExactly("tcp 389", "tcp 636", "tcp 88", "udp 88", "udp 53");
        assertThat(directory.on(IpProtocol.TCP, 53)).isEmpty();
    }

    @Test
    void pushGoesToSixTargetsAndTakesTheStaticPortFromTheBrokerAlone() {
        assertThat(Ras.catalog().flowsOn(IpProtocol.TCP, 49_179).withService(RasServices.REMOTE_INSTALL))
                .hasSize(6)
                .allSatisfy(flow -> assertThat(flow.source()).isEqualTo(Role.CONNECTION_BROKER))
                .allSatisfy(flow -> assertThat(flow.ports().orElseThrow()).hasToString("135,445,49179"));
        assertThat(Ras.catalog().flowsFrom(Role.WEB_ADMINISTRATION).on(IpProtocol.TCP, 445))
                .hasSize(6)
                .allSatisfy(flow ->
                        assertThat(flow.conditions()).containsExactly(Condition.enabled(Features.BEFORE_RAS_18)));
    }

    @Test
    void secondFactorDependsOnWhatChecksIt() {
        assertThat(Ras.catalog().flowsTo(Infrastructure.RADIUS_SERVER))
                .hasSize(4)
                .hasSameElementsAs(Ras.catalog().flows().withFeature(Features.RADIUS));
        assertThat(Ras.catalog().flowsTo(Role.MFA_SERVER))
                .hasSize(4)
                .hasSameElementsAs(Ras.catalog().flows().withFeature(Features.DEEPNET_OR_SAFENET));
    }

    @Test
    void lookupsAndDiscoveriesAreBroadcast() {
        assertThat(Ras.catalog().flows().stream()
                        .filter(flow -> flow.cast() == Cast.BROADCAST)
                        .map(Flow::id))
                .containsExactly(
                        "ras.client.forwarding-gateway.ras-gateway-lookup-udp",
                        "ras.client.normal-gateway.ras-gateway-lookup-udp",
                        "ras.console.wyse-broker.wyse-discovery-udp",
                        "ras.guest-agent.provider-agent.ras-agent-udp.discovery");
    }

    @Test
    void wyseBrokerAnswersToAnotherPortThanWasAsked() {
        assertThat(Ras.catalog().flowsBetween(Role.CONSOLE, Role.WYSE_BROKER))
                .extracting(flow -> flow.source().id() + " " + flow.traffic())
                .containsExactly("console udp 1234", "wyse-broker udp 68");
    }

    @Test
    void printedRpcRangeIsTheDynamicRange() {
        assertThat(Ras.catalog().flows().withService(Service.RPC))
                .extracting(flow -> flow.destination().id())
                .containsExactly("hyper-v", "remote-pc-over-vdi", "certification-authority");
        assertThat(Ras.catalog().flows().withService(Service.RPC))
                .allSatisfy(flow -> assertThat(flow.ports())
                        .get()
                        .isInstanceOfSatisfying(
                                AllocatedPorts.class,
                                range -> assertThat(range.stated()).contains(PortSet.ofRange(49_152, 65_535))));
    }

    @Test
    void processesOfOneHostNeedNoNetwork() {
        assertThat(Ras.catalog().flowsTo(SameHost.LOCALHOST))
                .extracting(flow -> flow.source().id() + " " + flow.traffic())
                .containsExactly(
                        "normal-gateway tcp 20020",
                        "session-host-agent tcp 30005",
                        "guest-agent tcp 30005",
                        "remote-pc-agent tcp 30005");
    }

    @Test
    void everyComponentWithTelegrafWritesToPerformanceMonitor() {
        assertThat(Ras.catalog().flowsOn(IpProtocol.TCP, 8086))
                .extracting(Flow::source)
                .containsExactly(
                        Role.FORWARDING_GATEWAY,
                        Role.NORMAL_GATEWAY,
                        Role.CONNECTION_BROKER,
                        Role.PROVIDER_AGENT,
                        Role.SESSION_HOST_AGENT,
                        Role.GUEST_AGENT,
                        Role.REMOTE_PC_AGENT);
    }

    @Test
    void misprintsStayAsPrintedAndSaySo() {
        assertThat(Ras.catalog().flowsBetween(Role.CONSOLE, Role.PERFORMANCE_MONITOR))
                .singleElement()
                .satisfies(flow -> assertThat(flow.traffic()).hasToString("tcp 20001-20002"))
                .satisfies(flow -> assertThat(flow.errata())
                        .containsExactly(RasAdministrationErrata.PERFORMANCE_MONITOR_AS_BROKER));
        assertThat(Ras.catalog().flowsOn(IpProtocol.TCP, 3000))
                .singleElement()
                .satisfies(flow -> assertThat(flow.destination()).isEqualTo(Role.REPORTING))
                .satisfies(flow -> assertThat(flow.errata())
                        .containsExactly(RasAdministrationErrata.DASHBOARD_PORT, RasErrata.TWO_NAMES));
    }

    @Test
    void modeOfTheGatewayIsInDoubtForTheBrokerPortAlone() {
        assertThat(ids(Ras.catalog().flowsBetween(Role.NORMAL_GATEWAY, Role.CONNECTION_BROKER).stream()
                        .filter(flow -> flow.errata().contains(RasErrata.MODE_OF_CONSOLE))))
                .containsExactly("ras.normal-gateway.connection-broker.ras-broker-tcp");
    }

    @Test
    void wholeSectionOfTheGuestAgentSpeaksOfAzureVirtualDesktop() {
        assertThat(Ras.catalog().flowsFrom(Role.GUEST_AGENT))
                .hasSize(7)
                .allSatisfy(flow -> assertThat(flow.notes()).anyMatch(note -> note.contains("Azure Virtual Desktop")));
    }

    @Test
    void rowsOnTheDirectoryAreAMinimum() {
        for (Infrastructure directory : List.of(Infrastructure.DOMAIN_CONTROLLER, Infrastructure.GLOBAL_CATALOG)) {
            assertThat(Ras.catalog().flowsTo(directory))
                    .isNotEmpty()
                    .allSatisfy(flow -> assertThat(flow.notes()).anyMatch(note -> note.contains("minimum")));
        }
    }

    @Test
    void connectionBrokerReachesGuestsByPushAlone() {
        assertThat(Ras.catalog().flowsBetween(Role.CONNECTION_BROKER, Role.GUEST_AGENT))
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.service()).isEqualTo(RasServices.REMOTE_INSTALL));
        assertThat(ids(Ras.catalog().flows().stream()
                        .filter(flow -> flow.errata().contains(RasAdministrationErrata.ROWS_THAT_LACK))))
                .containsExactly(
                        "ras.connection-broker.guest-agent.ras-remote-install-tcp",
                        "ras.web-administration.session-host-agent.ras-agent-tcp",
                        "ras.web-administration.guest-agent.ras-agent-tcp",
                        "ras.web-administration.provider-agent.ras-agent-tcp",
                        "ras.powershell.remote-pc-agent.ras-agent-tcp");
    }

    @Test
    void virtualMachinesInAzureNeedThirteenSitesAndMayUseNineMore() {
        FlowSet<Role> outside = Ras.catalog().flowsFrom(Role.AVD_VIRTUAL_MACHINE);
        assertThat(outside.withNecessity(Necessity.REQUIRED)).hasSize(13);
        assertThat(outside.withNecessity(Necessity.OPTIONAL)).hasSize(9);
        // besides, what our own errata doubt
        assertThat(Ras.catalog().flows().withNecessity(Necessity.OPTIONAL))
                .filteredOn(flow -> flow.source() != Role.AVD_VIRTUAL_MACHINE)
                .extracting(Flow::id)
                .containsExactly("ras.client.avd-services.rdp-udp", "ras.console.performance-monitor.ras-broker-tcp");
        assertThat(Outside.AZURE_KMS.address()).contains("kms.core.windows.net");
        assertThat(Outside.AZURE_KMS.serviceTag()).contains("Internet");
        assertThat(Ras.catalog()
                        .flow("ras.avd-virtual-machine.azure-kms.kms-tcp")
                        .orElseThrow()
                        .citations())
                .extracting(citation -> citation.document().id())
                .containsExactly("ras-ports", "avd-required-urls");
    }

    @Test
    void everyOutsideSiteIsUsed() throws IllegalAccessException {
        List<OutsideSite> sites = new ArrayList<>();
        for (Field field : Outside.class.getFields()) {
            sites.add((OutsideSite) field.get(null));
        }
        assertThat(Ras.catalog().endpoints().stream().filter(OutsideSite.class::isInstance))
                .containsExactlyInAnyOrderElementsOf(sites)
                .hasSize(30);
    }

    @Test
    void flowsCarryTheErrataThatSpeakOfTheirRows() {
        for (Flow flow : Ras.catalog().flows()) {
            Citation place = flow.citations().get(0);
            assertThat(flow.errata())
                    .as(flow.id())
                    .allSatisfy(erratum -> assertThat(erratum.readings())
                            .extracting(Reading::citation)
                            .anySatisfy(citation -> {
                                assertThat(citation.section()).isEqualTo(place.section());
                                assertThat(citation.row())
                                        .matches(row -> row.equals(place.row()) || row.startsWith("rows "));
                            }));
        }
    }

    @Test
    void rowsThatErrataSpeakOfCarryThem() {
        List<String> silent = new ArrayList<>();
        for (Erratum erratum : Ras.catalog().errata()) {
            for (Reading reading : erratum.readings()) {
                Citation citation = reading.citation();
                boolean carried = Ras.catalog().flows().stream()
                        .anyMatch(flow -> flow.citations().get(0).equals(citation)
                                && flow.errata().contains(erratum));
                if (!carried && citation.row().startsWith("row ")) {
                    silent.add(erratum + ": " + citation);
                }
            }
        }
        // witnesses: what they say is right
        assertThat(silent)
                .containsExactly(
                        "dns-over-udp-only: windows-services: DNS Server, row 2",
                        "microsoft-download: ras-ports: Parallels Client, row 6",
                        "purpose-of-sql: ras-ports: RAS Console, row 1");
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(Ras.catalog())
                .hasToString("ras: Parallels Remote Application Server, edition 1 as of 2026-11-01")
                .isSameAs(Ras.catalog());
        assertThat(Ras.catalog().edition().documents())
                .hasToString("[Parallels: Firewall requirements of Parallels Remote Application Server (KB 129097)"
                        + " (2026-11-01), Microsoft: Windows Virtual Desktop required URL list (2020-12-04)]");
        assertThat(Ras.catalog().documents())
                .extracting(Document::id)
                .containsExactly("ras-ports", "avd-required-urls", "windows-services", "avd-required-fqdns");
        assertThat(Ras.catalog().setting("gateway-port")).contains(Ports.GATEWAY);
        assertThat(Ras.catalog().feature("rdp-load-balancing")).contains(Features.RDP_LOAD_BALANCING);
        assertThat(Ras.catalog().endpoint("secure-gateway")).contains(Role.SECURE_GATEWAY);
    }
}
