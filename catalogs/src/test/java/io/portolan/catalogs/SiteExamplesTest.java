package io.portolan.catalogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortTransport;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import io.portolan.site.Advice;
import io.portolan.site.Decision;
import io.portolan.site.OpenQuestions;
import io.portolan.site.Question;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.RuledOutFlow;
import io.portolan.site.Site;
import io.portolan.windows.Windows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What documents say of sites, answered as sites do. */
class SiteExamplesTest {
    private static Map<String, String> transports(Resolution resolution) {
        Map<String, String> transports = new LinkedHashMap<>();
        for (ResolvedFlow flow : resolution.flows()) {
            transports.put(flow.flow().id(), flow.transport().toString());
        }
        return transports;
    }

    /** The flows that differ between two resolutions, with what they are in the second. */
    private static Map<String, String> changes(Resolution before, Resolution after) {
        Map<String, String> changes = new LinkedHashMap<>(transports(after));
        changes.entrySet().removeAll(transports(before).entrySet());
        for (String id : transports(before).keySet()) {
            if (!transports(after).containsKey(id)) {
                changes.put(id, "gone");
            }
        }
        return changes;
    }

    private static Map<String, String> changes(Catalog<?> catalog, Site before, Site after) {
        return changes(before.resolve(catalog), after.resolve(catalog));
    }

    @Nested
    class RemoteDesktop {
        @Test
        void onAnotherPortMovesEveryRdpFlowAndNoOther() {
            Site everything = Site.builder()
                    .enable(Rds.Features.DIRECT_CLIENTS)
                    .enable(Rds.Features.UNMANAGED_POOLS)
                    .build();
            Map<String, String> changes = changes(
                    Rds.catalog(),
                    everything,
                    everything.mergedWith(
                            Site.builder().set(Rds.Ports.RDP, 3390).build()));
            assertThat(changes)
                    .hasSize(11)
                    .allSatisfy((id, transport) -> assertThat(transport).isIn("tcp 3390", "udp 3390"));
            assertThat(changes.keySet())
                    .isEqualTo(Rds.catalog().flows().withSetting(Rds.Ports.RDP).stream()
                            .map(Flow::id)
                            .collect(Collectors.toSet()));
        }

        @Test
        void licensingFollowsTheGenerationOfWindows() {
            assertThat(licensing(WindowsEstate.MODERN)).containsExactly("tcp 49152-65535");
            assertThat(licensing(WindowsEstate.LEGACY)).containsExactly("tcp 1024-65535");
            assertThat(licensing(WindowsEstate.MIXED)).containsExactly("tcp 1024-65535", "tcp 49152-65535");
        }

        private Set<String> licensing(WindowsEstate estate) {
            Set<String> transports = new TreeSet<>();
            for (ResolvedFlow flow : Site.builder()
                    .windows(estate)
                    .build()
                    .resolve(Rds.catalog())
                    .flows()) {
                if (flow.flow().destination() == Rds.Role.LICENSE_SERVER
                        && flow.flow().ports().orElseThrow() instanceof AllocatedPorts range
                        && range.stated().isPresent()) {
                    transports.add(flow.transport().toString());
                }
            }
            return transports;
        }

        @Test
        void wmiPortIsAnOpenQuestionUntilTheSiteSaysIt() {
            Site perimeter =
                    Site.builder().enable(Rds.Features.WEB_ACCESS_ON_PERIMETER).build();
            Resolution open = perimeter.resolve(Rds.catalog(), OpenQuestions.PERMISSIVE);
            assertThat(open.waiting())
                    .singleElement()
                    .satisfies(waiting ->
                            assertThat(waiting.decisions()).isEqualTo(List.of(Decision.of(Rds.Ports.WMI_FIXED))));
            Resolution answered = perimeter
                    .mergedWith(Site.builder().set(Rds.Ports.WMI_FIXED, 24_158).build())
                    .resolve(Rds.catalog(), OpenQuestions.PERMISSIVE);
            assertThat(answered.waiting()).isEmpty();
            assertThat(changes(open, answered)).containsValue("tcp 24158").hasSize(1);
        }

        @Test
        void directoryServiceCanHaveOneFixedPort() {
            assertThat(changes(
                            Rds.catalog(),
                            Site.empty(),
                            Site.builder().staticRpc(RpcService.NTDS, 50_001).build()))
                    .containsExactly(Map.entry("rds.gateway.domain-controller.rpc-tcp", "tcp 50001"));
        }
    }

    @Nested
    class WindowsServerUpdateServices {
        @Test
        void onPort80NeedsHttpsOn443() {
            Resolution resolution = Site.builder()
                    .set(ConfigMgr.Ports.WSUS_HTTP, 80)
                    .enable(ConfigMgr.Features.SOFTWARE_UPDATES_OVER_HTTPS)
                    .build()
                    .resolve(ConfigMgr.catalog());
            assertThat(ports(resolution, ConfigMgr.Ports.WSUS_HTTP)).containsExactly("tcp 80");
            assertThat(ports(resolution, ConfigMgr.Ports.WSUS_HTTPS)).containsExactly("tcp 443");
            Site wrong = Site.builder()
                    .set(ConfigMgr.Ports.WSUS_HTTP, 80)
                    .set(ConfigMgr.Ports.WSUS_HTTPS, 8531)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> wrong.resolve(ConfigMgr.catalog()))
                    .withMessage("the site contradicts configmgr: wsus-http-port=80 demands wsus-https-port=443"
                            + " (configmgr-ports: Notes for ports used by clients and site systems, note 3), but it is"
                            + " 8531");
        }

        @Test
        void acceptsEitherWhereTheSiteHasNotSaid() {
            Resolution resolution = Site.empty().resolve(ConfigMgr.catalog(), OpenQuestions.PERMISSIVE);
            assertThat(ports(resolution, ConfigMgr.Ports.WSUS_HTTP)).containsExactly("tcp 80,8530");
            assertThat(ports(resolution, ConfigMgr.Ports.WSUS_HTTPS)).containsExactly("tcp 443,8531");
        }

        private Set<String> ports(Resolution resolution, PortSetting setting) {
            Set<String> ports = new TreeSet<>();
            for (ResolvedFlow flow : resolution.flows()) {
                if (flow.flow().setting().filter(setting::equals).isPresent()) {
                    ports.add(flow.transport().toString());
                }
            }
            return ports;
        }
    }

    @Nested
    class CloudManagementGateway {
        @Test
        void ofAScaleSetListensOnOnePortPerMachine() {
            assertThat(connections(ConfigMgr.CmgDeployment.VM_SCALE_SET, ConfigMgr.CmgSize.ONE_VM))
                    .containsExactly("tcp 443");
            assertThat(connections(ConfigMgr.CmgDeployment.VM_SCALE_SET, ConfigMgr.CmgSize.SEVERAL_VMS))
                    .containsExactly("tcp 10124-10139");
        }

        @Test
        void ofAClassicServiceUsesTheChannelFirst() {
            assertThat(connections(ConfigMgr.CmgDeployment.CLASSIC, ConfigMgr.CmgSize.ONE_VM))
                    .containsExactly("tcp 10140-10155");
        }

        private Set<String> connections(ConfigMgr.CmgDeployment deployment, ConfigMgr.CmgSize size) {
            Site site = Site.builder()
                    .choose(ConfigMgr.Features.CMG_DEPLOYMENT, deployment)
                    .choose(ConfigMgr.Features.CMG_SIZE, size)
                    .build();
            Set<String> ports = new TreeSet<>();
            for (ResolvedFlow flow : site.resolve(ConfigMgr.catalog()).flows()) {
                if (flow.flow().source() == ConfigMgr.Role.CMG_CONNECTION_POINT
                        && flow.flow().destination() == ConfigMgr.Role.CLOUD_MANAGEMENT_GATEWAY) {
                    ports.add(flow.transport().toString());
                }
            }
            return ports;
        }
    }

    @Nested
    class ConfigurationManager {
        @Test
        void pxeWithoutWindowsDeploymentServicesAddsDhcpV6() {
            Site wds = Site.builder()
                    .enable(ConfigMgr.Features.PXE)
                    .choose(ConfigMgr.Features.PXE_RESPONDER, ConfigMgr.PxeResponder.WDS)
                    .build();
            Site without = wds.toBuilder()
                    .choose(ConfigMgr.Features.PXE_RESPONDER, ConfigMgr.PxeResponder.WITHOUT_WDS)
                    .build();
            assertThat(changes(ConfigMgr.catalog(), wds, without))
                    .containsExactly(
                            Map.entry("configmgr.client.distribution-point.dhcpv6-udp", "udp 547"),
                            Map.entry("configmgr.client.pull-distribution-point.dhcpv6-udp", "udp 547"));
        }

        @Test
        void pxeResponderIsNoQuestionWithoutPxe() {
            Resolution none =
                    Site.builder().disable(ConfigMgr.Features.PXE).build().resolve(ConfigMgr.catalog());
            assertThat(none.questions())
                    .extracting(Question::decision)
                    .doesNotContain(Decision.of(ConfigMgr.Features.PXE_RESPONDER), Decision.of(ConfigMgr.Features.PXE));
        }

        @Test
        void siteServerThatInitiatesLeavesOneWay() {
            Site oneWay = Site.builder()
                    .enable(ConfigMgr.Features.SITE_SERVER_INITIATES)
                    .build();
            Resolution resolution = oneWay.resolve(ConfigMgr.catalog());
            assertThat(between(resolution, ConfigMgr.Role.SITE_SERVER, ConfigMgr.Role.MANAGEMENT_POINT))
                    .isNotEmpty();
            assertThat(between(resolution, ConfigMgr.Role.MANAGEMENT_POINT, ConfigMgr.Role.SITE_SERVER))
                    .isEmpty();
            assertThat(between(
                            Site.empty().resolve(ConfigMgr.catalog()),
                            ConfigMgr.Role.MANAGEMENT_POINT,
                            ConfigMgr.Role.SITE_SERVER))
                    .hasSize(3);
            assertThat(resolution.ruledOut())
                    .filteredOn(flow -> flow.toString().contains("site-server-initiates=yes"))
                    .hasSize(53)
                    .extracting(RuledOutFlow::flow)
                    .allSatisfy(flow -> assertThat(flow.destination()).isEqualTo(ConfigMgr.Role.SITE_SERVER));
        }

        private List<ResolvedFlow> between(Resolution resolution, Endpoint source, Endpoint destination) {
            return resolution.flows().stream()
                    .filter(flow ->
                            flow.flow().source() == source && flow.flow().destination() == destination)
                    .toList();
        }
    }

    @Nested
    class Dynamic {
        @Test
        void rangeOfDomainControllersReachesThemAlone() {
            Site narrowed = Site.builder()
                    .dynamicPorts(Infrastructure.DOMAIN_CONTROLLER, DynamicPorts.of(50_000, 50_999))
                    .build();
            for (Catalog<?> catalog : Catalogs.all().catalogs()) {
                Resolution before = Site.empty().resolve(catalog);
                Resolution after = narrowed.resolve(catalog);
                Set<String> towards = before.flows().stream()
                        .filter(flow -> flow.flow().destination() == Infrastructure.DOMAIN_CONTROLLER
                                && flow.flow().ports().orElse(null) instanceof AllocatedPorts)
                        .map(flow -> flow.flow().id())
                        .collect(Collectors.toSet());
                assertThat(changes(before, after).keySet()).isEqualTo(towards);
                assertThat(changes(before, after).values()).allMatch("tcp 50000-50999"::equals);
            }
            assertThat(changes(Rds.catalog(), Site.empty(), narrowed)).hasSize(1);
            assertThat(changes(ConfigMgr.catalog(), Site.empty(), narrowed)).isNotEmpty();
        }

        @Test
        void rangeOfTftpAndFtpIsNotThatOfRpc() {
            Site rpcAlone = Site.builder()
                    .dynamicPorts(DynamicPorts.parse("rpc:5001-5100"))
                    .build();
            Resolution resolution = rpcAlone.resolve(Windows.catalog());
            assertThat(resolution
                            .flow("windows.any-host.trivial-ftp.tftp-udp")
                            .orElseThrow()
                            .replyPorts())
                    .contains(DynamicPorts.MODERN.ports());
            assertThat(transports(resolution))
                    .containsEntry("windows.any-host.ftp-publishing.ftp-data-tcp.passive", "tcp 49152-65535")
                    .containsEntry("windows.any-host.print-spooler.rpc-tcp", "tcp 5001-5100");
        }
    }

    @Nested
    class ParallelsRas {
        @Test
        void forwardingGatewayHasExactlyTwoPeers() {
            Site site = Site.builder().enable(Ras.Features.RDP_LOAD_BALANCING).build();
            Set<Endpoint> peers = site.resolve(Ras.catalog()).flows().stream()
                    .filter(flow -> flow.flow().source() == Ras.Role.FORWARDING_GATEWAY)
                    .map(flow -> flow.flow().destination())
                    .collect(Collectors.toSet());
            assertThat(peers).containsExactlyInAnyOrder(Ras.Role.NORMAL_GATEWAY, Ras.Role.PERFORMANCE_MONITOR);
        }

        @Test
        void before18TheWebAdministrationInstallsAgents() {
            Map<String, String> changes = changes(
                    Ras.catalog(),
                    Site.builder().disable(Ras.Features.BEFORE_RAS_18).build(),
                    Site.builder().enable(Ras.Features.BEFORE_RAS_18).build());
            assertThat(changes)
                    .hasSize(7)
                    .containsEntry(
                            "ras.web-administration.connection-broker.ras-remote-install-tcp.installer", "tcp 30020")
                    .containsEntry("ras.web-administration.guest-agent.ras-remote-install-tcp", "tcp 135,445");
        }

        @Test
        void port49179IsInsideTheDynamicRange() {
            Resolution resolution = Site.empty().resolve(Ras.catalog());
            assertThat(resolution.advice())
                    .filteredOn(advice -> advice.kind() == Advice.Kind.FIXED_PORT_IN_DYNAMIC_RANGE)
                    .extracting(Advice::text)
                    .contains("tcp 49179 of guest-agent is inside the dynamic range 49152-65535, so that the host can"
                            + " hand it to another program first; reserve it there, or move the range")
                    .allMatch(text -> text.startsWith("tcp 49179 of "));
            assertThat(Site.builder()
                            .dynamicPorts(DynamicPorts.of(50_000, 50_999))
                            .build()
                            .resolve(Ras.catalog())
                            .advice())
                    .isEmpty();
        }

        @Test
        void gatewayOnThePortOfItsTlsIsTold() {
            Site site = Site.builder().set(Ras.Ports.GATEWAY, 443).build();
            assertThat(site.resolve(Ras.catalog()).advice())
                    .extracting(Advice::text)
                    .contains("gateway-port=443 collides with gateway-ssl-port on tcp 443 of secure-gateway");
        }
    }

    /** Each flow that waits for nobody has the ports that the document gives: read here from the flow, not resolved. */
    @Test
    void withoutAnswersPortsAreTheDefaultsOfTheDocuments() {
        for (Catalog<?> catalog : Catalogs.all().catalogs()) {
            Resolution resolution = Site.empty().resolve(catalog);
            assertThat(resolution.flows().size()
                            + resolution.ruledOut().size()
                            + resolution.waiting().size())
                    .isEqualTo(catalog.flows().size());
            for (ResolvedFlow flow : resolution.flows()) {
                if (flow.transport() instanceof PortTransport transport) {
                    PortSpec stated = flow.flow().ports().orElseThrow();
                    if (stated instanceof PortSetting setting) {
                        assertThat(transport.destinationPorts())
                                .hasToString(
                                        Integer.toString(setting.defaultPort().orElseThrow()));
                    } else {
                        assertThat(transport.destinationPorts()).isEqualTo(stated.expected());
                    }
                }
            }
            for (Flow flow : catalog.flows()) {
                boolean always = flow.conditions().isEmpty()
                        && flow.necessity() == Necessity.REQUIRED
                        && flow.setting()
                                .filter(setting -> setting.defaultPort().isEmpty())
                                .isEmpty();
                assertThat(!always || resolution.flow(flow.id()).isPresent())
                        .as(flow.id())
                        .isTrue();
            }
        }
    }
}
