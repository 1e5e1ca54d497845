package io.portolan.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.windows.Windows.Features;
import io.portolan.windows.Windows.Ports;
import io.portolan.windows.Windows.Role;
import io.portolan.windows.Windows.SysvolReplication;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static Stream<String> ids(FlowSet<Role> flows) {
        return flows.stream().map(Flow::id);
    }

    private static Set<String> traffic(FlowSet<Role> flows) {
        return flows.stream().map(flow -> flow.traffic().toString()).collect(Collectors.toSet());
    }

    @Test
    void identifiersNeverChangeByAccident() throws IOException {
        assertThat(ids(Windows.catalog().flows())).containsExactlyElementsOf(lines("/windows-flow-ids.txt"));
        assertThat(ids(Windows.flowsToDomainController()))
                .containsExactlyElementsOf(lines("/windows-domain-controller-flow-ids.txt"));
    }

    private static List<String> lines(String resource) throws IOException {
        return Resources.readLines(Resources.getResource(WindowsTest.class, resource), UTF_8);
    }

    @Nested
    class LookUp {
        @Test
        void byLogicalNameInAnyCase() {
            assertThat(Windows.services("LSASS")).containsExactly(Role.ACTIVE_DIRECTORY);
            assertThat(Windows.services("w32time")).containsExactly(Role.WINDOWS_TIME);
            assertThat(Windows.services("lsas")).isEmpty();
            assertThat(Windows.services("")).isEmpty();
        }

        @Test
        void byEitherNameOfASectionThatHasTwo() {
            assertThat(Windows.services("ProfSvc")).containsExactly(Role.OFFLINE_FILES);
            assertThat(Windows.services("CscService")).containsExactly(Role.OFFLINE_FILES);
        }

        @Test
        void byPort() {
            assertThat(Windows.catalog().flowsOn(IpProtocol.TCP, 445))
                    .extracting(Flow::destination)
                    .containsExactly(
                            Role.ACTIVE_DIRECTORY,
                            Role.CERTIFICATE_SERVICES,
                            Role.CLUSTER,
                            Role.DFS_NAMESPACES,
                            Role.EVENT_LOG,
                            Role.FAX,
                            Role.GROUP_POLICY,
                            Role.HYPER_V,
                            Role.LICENSE_LOGGING,
                            Role.NET_LOGON,
                            Role.OFFLINE_FILES,
                            Role.PRINT_SPOOLER,
                            Role.REMOTE_PROCEDURE_CALL,
                            Role.RPC_LOCATOR,
                            Role.SERVER,
                            Role.RDS_LICENSING);
        }

        @Test
        void byProtocolWithoutPorts() {
            assertThat(Windows.catalog().flowsOver(IpProtocol.ICMP))
                    .extracting(Flow::destination)
                    .containsExactly(Role.ACTIVE_DIRECTORY, Role.CLUSTER, Role.GROUP_POLICY);
            for (IpProtocol protocol : Set.of(IpProtocol.GRE, IpProtocol.ESP, IpProtocol.AH)) {
                assertThat(Windows.catalog().flowsOver(protocol))
                        .singleElement()
                        .satisfies(flow -> assertThat(flow.destination()).isEqualTo(Role.ROUTING_AND_REMOTE_ACCESS))
                        .satisfies(flow -> assertThat(flow.ports()).isEmpty());
            }
        }
    }

    @Test
    void thereAre58SectionsAndBranchCache() {
        assertThat(Role.values()).hasSize(59).startsWith(Role.ACTIVE_DIRECTORY).contains(Role.BRANCH_CACHE);
        assertThat(Windows.catalog().roles().stream()
                        .filter(service -> service.systemServiceNames().isEmpty()))
                .containsExactly(
                        Role.HYPER_V, Role.IPAM, Role.BRANCH_CACHE, Role.ISA_TMG, Role.SHAREPOINT_PORTAL_SERVER);
    }

    @Nested
    class Dependence {
        @Test
        void listsOfActiveDirectoryAreAsLongAsTheArticleHasThem() {
            assertThat(Windows.activeDirectoryServices())
                    .hasSize(13)
                    .startsWith(Role.ACTIVE_DIRECTORY)
                    .doesNotContain(Role.DNS, Role.GROUP_POLICY)
                    .endsWith(Role.WORLD_WIDE_WEB_PUBLISHING);
            assertThat(Windows.activeDirectoryDependents())
                    .hasSize(23)
                    .startsWith(Role.CERTIFICATE_SERVICES)
                    .doesNotContain(Role.ACTIVE_DIRECTORY, Role.GROUP_POLICY)
                    .endsWith(Role.CONNECTION_BROKER);
        }

        @Test
        void sixServicesAreInBothLists() {
            assertThat(Windows.activeDirectoryServices().stream().filter(Windows.activeDirectoryDependents()::contains))
                    .containsExactly(
                            Role.DFS_NAMESPACES,
                            Role.DFS_REPLICATION,
                            Role.FILE_REPLICATION,
                            Role.NET_LOGON,
                            Role.SERVER,
                            Role.SMTP);
        }

        @Test
        void servicesOverNamedPipesListPortsOfFileAndPrinterSharing() {
            Set<String> ports = Set.of("udp 137", "udp 138", "tcp 139", "tcp 445");
            assertThat(traffic(Windows.catalog().flowsTo(Role.SERVER))).isEqualTo(ports);
            assertThat(Windows.fileAndPrinterSharingServices())
                    .hasSize(7)
                    .doesNotContain(Role.COMPUTER_BROWSER)
                    .filteredOn(service ->
                            !traffic(Windows.catalog().flowsTo(service)).containsAll(ports))
                    .containsExactly(Role.LICENSE_LOGGING);
        }

        @Test
        void groupPolicyNeedsMoreThanItsTableLists() {
            assertThat(Windows.groupPolicyProtocols())
                    .containsExactly(Service.KERBEROS, Service.LDAP, Service.SMB, Service.RPC)
                    .filteredOn(protocol -> Windows.catalog()
                            .flowsTo(Role.GROUP_POLICY)
                            .withService(protocol)
                            .isEmpty())
                    .containsExactly(Service.KERBEROS);
        }

        @Test
        void rpcServicesHaveTheEndpointMapperAndMostlyTheDynamicRange() {
            assertThat(Windows.rpcServices())
                    .hasSize(19)
                    .contains(Role.HYPER_V, Role.GROUP_POLICY)
                    .doesNotContain(Role.REMOTE_PROCEDURE_CALL, Role.FTP_PUBLISHING)
                    .filteredOn(service -> Windows.catalog()
                            .flowsTo(service)
                            .on(IpProtocol.TCP, 50_000)
                            .isEmpty())
                    .containsExactly(Role.MESSAGE_QUEUING);
        }
    }

    @Nested
    class TowardsADomainController {
        private final FlowSet<Role> flows = Windows.flowsToDomainController();

        @Test
        void isOpenWhateverThe13ServicesListenOn() {
            assertThat(flows)
                    .hasSize(Windows.activeDirectoryServices().stream()
                            .mapToInt(service ->
                                    Windows.catalog().flowsTo(service).size())
                            .sum())
                    .allSatisfy(flow -> assertThat(flow.destination()).isEqualTo(Infrastructure.DOMAIN_CONTROLLER));
            assertThat(traffic(flows))
                    .containsExactlyInAnyOrder(
                            "icmp type 8",
                            "tcp 25",
                            "tcp 42",
                            "tcp 80",
                            "tcp 88",
                            "tcp 135",
                            "tcp 139",
                            "tcp 389",
                            "tcp 443",
                            "tcp 445",
                            "tcp 464",
                            "tcp 593",
                            "tcp 636",
                            "tcp 3268",
                            "tcp 3269",
                            "tcp 5722",
                            "tcp 9389",
                            "tcp 49152-65535",
                            "udp 42",
                            "udp 88",
                            "udp 123",
                            "udp 137",
                            "udp 138",
                            "udp 389",
                            "udp 464",
                            "udp 500",
                            "udp 4500");
        }

        @Test
        void sysvolIsReplicatedByOneOfTwoServices() {
            assertThat(flows.withFeature(Features.SYSVOL_REPLICATION))
                    .extracting(flow -> flow.conditions().get(flow.conditions().size() - 1))
                    .extracting(Object::toString)
                    .containsExactly(
                            "sysvol-replication=dfsr",
                            "sysvol-replication=dfsr",
                            "sysvol-replication=dfsr",
                            "sysvol-replication=frs",
                            "sysvol-replication=frs");
            assertThat(Features.SYSVOL_REPLICATION.options())
                    .containsExactly(SysvolReplication.DFSR, SysvolReplication.FRS);
        }

        @Test
        void winsIsAFallback() {
            assertThat(flows.withFeature(Features.WINS_FALLBACK))
                    .hasSize(3)
                    .allSatisfy(flow -> assertThat(flow.id()).endsWith(".wins"))
                    .allSatisfy(
                            flow -> assertThat(flow.notes()).contains("From Windows Server 2003 Service Pack 1 on."));
        }

        @Test
        void conditionsCitationsAndErrataOfTheServicesAreKept() {
            assertThat(ids(flows.withFeature(Features.DOMAIN_CONTROLLERS_2008)))
                    .containsExactly(
                            "windows-domain-controller.any-host.domain-controller.rpc-tcp.dfs-replication-5722");
            assertThat(flows.withNecessity(Necessity.OPTIONAL)).hasSize(8);
            assertThat(flows)
                    .allSatisfy(flow -> assertThat(flow.citations()).hasSize(2))
                    .allSatisfy(flow -> assertThat(flow.errata()).contains(WindowsErrata.DEPENDENCIES_INCOMPLETE));
        }
    }

    @Nested
    class DynamicRanges {
        @Test
        void contradictThemselvesInTheArticle() {
            assertThat(Windows.catalog()
                            .flow("windows.any-host.active-directory.rpc-tcp")
                            .orElseThrow()
                            .errata())
                    .extracting(Erratum::id)
                    .containsExactly(
                            "modern-range-only",
                            "dynamic-range-rules-differ",
                            "legacy-range",
                            "active-directory-ranges");
        }
    }

    @Test
    void titlesShowTheLogicalNames() {
        assertThat(Role.PRINT_SPOOLER.title()).isEqualTo("Print Spooler [Spooler]");
        assertThat(Role.OFFLINE_FILES.title())
                .isEqualTo("Offline Files, User Profile Service, Folder Redirection, and Primary Computer"
                        + " [ProfSvc, CscService]");
        assertThat(Role.HYPER_V.title()).isEqualTo("Hyper-V service");
    }

    @Test
    void whatConcernsManyTablesIsSaidOfEachOfTheirFlows() {
        FlowSet<Role> flows = Windows.catalog().flows();
        assertThat(flows)
                .filteredOn(flow -> flow.ports().orElse(null) instanceof AllocatedPorts)
                .hasSize(22)
                .allSatisfy(flow -> assertThat(flow.errata()).contains(RangeErrata.RULES_DIFFER));
        assertThat(flows)
                .filteredOn(flow -> flow.ports().isPresent()
                        && flow.ports().get().expected().intersects(PortSet.ofRange(137, 139)))
                .hasSize(33)
                .allSatisfy(flow -> assertThat(flow.errata()).contains(WindowsErrata.NETBIOS_OPTIONAL));
    }

    @Test
    void tftpAnswersFromADynamicPort() {
        assertThat(Windows.catalog().flowsTo(Role.TRIVIAL_FTP))
                .singleElement()
                .satisfies(flow -> assertThat(flow.replyPorts()).contains(AllocatedPorts.ofHost()));
    }

    @Test
    void ftpDataPortIsOneBelowTheControlPort() {
        assertThat(Windows.catalog().couplings()).hasToString("[ftp-data-port is ftp-control-port - 1]");
        assertThat(Ports.FTP_DATA.defaultPort()).hasValue(20);
        assertThat(Windows.catalog()
                        .flow("windows.any-host.ftp-publishing.ftp-data-tcp.active")
                        .orElseThrow()
                        .necessity())
                .isEqualTo(Necessity.OPTIONAL);
    }

    @Test
    void isa2000DecidesTheTransportOfTheControlChannel() {
        assertThat(Windows.catalog().flows().withService(Protocols.FIREWALL_CLIENT_CONTROL))
                .extracting(flow -> flow.protocol() + " " + flow.conditions())
                .containsExactly("tcp [!isa-2000]", "udp [isa-2000]");
    }

    @Test
    void everyServiceSettingFeatureAndErratumIsUsed() {
        assertThat(Windows.catalog().flows())
                .allSatisfy(flow -> assertThat(flow.source()).isEqualTo(Infrastructure.ANY_HOST));
        assertThat(Windows.catalog().endpoints().stream().filter(Role.class::isInstance))
                .containsExactlyElementsOf(Windows.catalog().roles());
        assertThat(Windows.catalog().settings())
                .allSatisfy(setting -> assertThat(Windows.catalog().flows().withSetting(setting))
                        .isNotEmpty());
        assertThat(Windows.catalog().features())
                .allSatisfy(feature -> assertThat(
                                Windows.catalog().flows().withFeature(feature).size()
                                        + Windows.flowsToDomainController()
                                                .withFeature(feature)
                                                .size())
                        .isPositive());
        ImmutableSet.Builder<Erratum> used = ImmutableSet.builder();
        Windows.catalog().flows().forEach(flow -> used.addAll(flow.errata()));
        Windows.flowsToDomainController().forEach(flow -> used.addAll(flow.errata()));
        assertThat(used.build())
                .containsExactlyInAnyOrderElementsOf(Windows.catalog().errata().stream()
                        .filter(erratum -> !Windows.portTableErrata().contains(erratum))
                        .toList());
        assertThat(Windows.catalog().errata()).containsAll(Windows.portTableErrata());
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(Windows.catalog())
                .hasToString("windows: Windows services, edition 1 as of 2023-12-26")
                .isSameAs(Windows.catalog());
        assertThat(Windows.catalog().edition().documents())
                .hasToString("[Microsoft: Service overview and network port requirements for Windows (2023-12-26)]");
        assertThat(Windows.catalog().documents()).extracting(Document::id).containsExactly("windows-services");
        assertThat(Windows.catalog().setting("ftp-control-port")).contains(Ports.FTP_CONTROL);
        assertThat(Windows.catalog().feature("sysvol-replication")).contains(Features.SYSVOL_REPLICATION);
        assertThat(Windows.catalog().endpoint("dns")).contains(Role.DNS);
    }
}
