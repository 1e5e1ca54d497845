package io.portolan.configmgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Document;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.configmgr.ConfigMgr.CmgChannel;
import io.portolan.configmgr.ConfigMgr.CmgDeployment;
import io.portolan.configmgr.ConfigMgr.CmgSize;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Outside;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.PxeResponder;
import io.portolan.configmgr.ConfigMgr.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigMgrTest {
    private static Stream<String> ids(FlowSet<Role> flows) {
        return flows.stream().map(Flow::id);
    }

    private static Stream<String> traffic(FlowSet<Role> flows) {
        return flows.stream().map(flow -> flow.traffic().toString());
    }

    @Test
    void clientsReachTheManagementPointOnThreePortsThatAreSettings() {
        assertThat(ConfigMgr.catalog().flowsBetween(Role.CLIENT, Role.MANAGEMENT_POINT))
                .extracting(flow -> flow.setting().orElseThrow())
                .containsExactly(Ports.CLIENT_NOTIFICATION, Ports.CLIENT_HTTP, Ports.CLIENT_HTTPS);
    }

    @Test
    void portsOfWsusAreASettingWithTheDefaultSinceServer2012() {
        assertThat(Ports.WSUS_HTTP).hasToString("80|8530");
        assertThat(Ports.WSUS_HTTP.defaultPort()).hasValue(8530);
        assertThat(Ports.WSUS_HTTPS).hasToString("443|8531");
        assertThat(Ports.WSUS_HTTPS.defaultPort()).hasValue(8531);
        assertThat(Ports.WSUS_HTTPS.allowed()).isEqualTo(PortSet.ofRange(1, 65_535));
        assertThat(ConfigMgr.catalog().couplings())
                .extracting(Object::toString)
                .containsExactly(
                        "wsus-http-port=80 demands wsus-https-port=443",
                        "wsus-https-port is wsus-http-port + 1 unless wsus-http-port=80",
                        "upstream-wsus-http-port=80 demands upstream-wsus-https-port=443",
                        "upstream-wsus-https-port is upstream-wsus-http-port + 1 unless upstream-wsus-http-port=80");
    }

    @Test
    void upstreamServerHasPortsOfItsOwnLikeThoseOfWsus() {
        FlowSet<Role> upstream = ConfigMgr.catalog().flowsTo(Role.UPSTREAM_WSUS_SERVER);
        assertThat(upstream)
                .extracting(flow -> flow.setting().orElseThrow())
                .containsExactly(Ports.UPSTREAM_WSUS_HTTP, Ports.UPSTREAM_WSUS_HTTPS);
        assertThat(traffic(upstream)).containsExactly("tcp 80|8530", "tcp 443|8531");
        assertThat(Ports.UPSTREAM_WSUS_HTTP.defaultPort()).hasValue(8530);
        assertThat(Ports.UPSTREAM_WSUS_HTTPS.defaultPort()).hasValue(8531);
    }

    @Test
    void whoeverTalksToTheSoftwareUpdatePointSharesItsPorts() {
        for (PortSetting setting : List.of(Ports.WSUS_HTTP, Ports.WSUS_HTTPS)) {
            assertThat(ids(ConfigMgr.catalog().flows().withSetting(setting))
                            .map(id -> id.substring(0, id.lastIndexOf('.'))))
                    .containsExactly(
                            "configmgr.client.software-update-point",
                            "configmgr.cmg-connection-point.software-update-point",
                            "configmgr.site-server.software-update-point",
                            "configmgr.software-update-point.site-server");
        }
    }

    @Test
    void httpOfWsusStaysOpenWhereHttpsIsUsed() {
        assertThat(ConfigMgr.catalog().flowsFrom(Role.CLIENT).to(Role.SOFTWARE_UPDATE_POINT))
                .extracting(Flow::necessity)
                .containsExactly(Necessity.REQUIRED, Necessity.CONDITIONAL);
        assertThat(ConfigMgr.catalog().flows().withFeature(Features.SOFTWARE_UPDATES_OVER_HTTPS))
                .hasSize(5)
                .allSatisfy(flow ->
                        assertThat(flow.setting().orElseThrow()).isIn(Ports.WSUS_HTTPS, Ports.UPSTREAM_WSUS_HTTPS))
                .allSatisfy(flow -> assertThat(flow.errata()).contains(ConfigMgrErrata.WSUS_HTTPS_ONE_OR_HIGHER));
        for (Flow flow : ConfigMgr.catalog().flows()) {
            boolean staysOpen = flow.notes().contains(ClientArrows.WSUS_HTTP_NOTE);
            if (staysOpen) {
                assertThat(flow.citations()).contains(ConfigMgrArticle.NOTES.place("note 3"));
            }
            assertThat(staysOpen)
                    .isEqualTo(flow.service().equals(Service.HTTP)
                            && (flow.destination() == Role.SOFTWARE_UPDATE_POINT
                                    || flow.destination() == Role.UPSTREAM_WSUS_SERVER));
        }
    }

    @Test
    void port8530IsKnownAsWsus() {
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.TCP, 8530))
                .hasSize(5)
                .allSatisfy(flow ->
                        assertThat(flow.setting().orElseThrow()).isIn(Ports.WSUS_HTTP, Ports.UPSTREAM_WSUS_HTTP));
    }

    @Test
    void siteSystemsConnectBackUnlessTheSiteServerInitiates() {
        FlowSet<Role> back = ConfigMgr.catalog().flowsTo(Role.SITE_SERVER).withFeature(Features.SITE_SERVER_INITIATES);
        assertThat(back.stream().map(Flow::source).distinct())
                .containsExactly(
                        Role.MANAGEMENT_POINT,
                        Role.ASSET_INTELLIGENCE_POINT,
                        Role.CERTIFICATE_REGISTRATION_POINT,
                        Role.CMG_CONNECTION_POINT,
                        Role.ENDPOINT_PROTECTION_POINT,
                        Role.ENROLLMENT_POINT,
                        Role.ENROLLMENT_PROXY_POINT,
                        Role.FALLBACK_STATUS_POINT,
                        Role.SERVICE_CONNECTION_POINT,
                        Role.REPORTING_SERVICES_POINT,
                        Role.SOFTWARE_UPDATE_POINT,
                        Role.STATE_MIGRATION_POINT,
                        Role.DISTRIBUTION_POINT,
                        Role.PULL_DISTRIBUTION_POINT);
        assertThat(back)
                .allSatisfy(flow ->
                        assertThat(flow.conditions()).contains(Condition.disabled(Features.SITE_SERVER_INITIATES)))
                .allSatisfy(flow -> assertThat(flow.conditions())
                        .contains(Condition.disabled(Features.siteServerInitiates((Role) flow.source()))));
        assertThat(Features.SITE_SERVER_INITIATES.enabledByDefault()).hasValue(false);
    }

    @Test
    void onlySiteServersConsoleAndCertificationAuthorityReachASiteServerWhateverItInitiates() {
        assertThat(ConfigMgr.catalog().flowsTo(Role.SITE_SERVER).stream()
                        .filter(flow -> !flow.conditions().contains(Condition.disabled(Features.SITE_SERVER_INITIATES)))
                        .map(Flow::source)
                        .distinct())
                .containsExactly(Role.CONSOLE, Infrastructure.CERTIFICATION_AUTHORITY, Role.SITE_SERVER);
    }

    @Test
    void reportingServicesPointsConnectBackAsTheArrowHasItThoughNote5HasNoReasonForIt() {
        assertThat(ConfigMgr.catalog().flowsFrom(Role.REPORTING_SERVICES_POINT).to(Role.SITE_SERVER))
                .hasSize(4)
                .allSatisfy(flow -> assertThat(flow.errata()).contains(ConfigMgrErrata.TWO_HEADS_WITHOUT_STATUS));
        assertThat(ConfigMgr.catalog().flowsFrom(Role.SITE_SERVER).to(Role.REPORTING_SERVICES_POINT))
                .hasSize(4);
    }

    @Test
    void siteServerInitiatesIsAnAnswerForEachSiteSystem() {
        Resolution resolution = Site.builder()
                .enable(Features.siteServerInitiates(Role.MANAGEMENT_POINT))
                .build()
                .resolve(ConfigMgr.catalog());
        assertThat(resolution.flows().stream()
                        .map(ResolvedFlow::flow)
                        .filter(flow -> flow.destination() == Role.SITE_SERVER)
                        .map(Flow::source))
                .contains(Role.SOFTWARE_UPDATE_POINT)
                .doesNotContain(Role.MANAGEMENT_POINT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Features.siteServerInitiates(Role.CLIENT))
                .withMessageStartingWith("client does not connect back to the site server; expected one of");
    }

    @Test
    void editionsDifferInTheBrowserOfSqlServer() {
        assertThat(ConfigMgr.editions()).hasSize(2).last().isSameAs(ConfigMgr.catalog());
        Catalog<Role> earlier = ConfigMgr.editions().get(0);
        assertThat(earlier).hasToString("configmgr: Configuration Manager, edition 1 before 2025-12-08");
        assertThat(earlier.flowsOn(IpProtocol.UDP, 1434)).isEmpty();
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 1434))
                .singleElement()
                .satisfies(flow ->
                        assertThat(flow.conditions()).containsExactly(Condition.enabled(Features.NAMED_SQL_INSTANCE)))
                .satisfies(flow -> assertThat(flow.errata()).contains(ConfigMgrErrata.SQL_BROWSER_COLUMN));
        assertThat(earlier.flows())
                .allSatisfy(flow ->
                        assertThat(flow.citations().get(0).document().isDated()).isFalse());
    }

    @Test
    void httpsOfWsusIsOneAboveHttpUnlessThatIs80() {
        assertThat(wsus(8530, 8531)).isEmpty();
        assertThat(wsus(9000, 9001)).isEmpty();
        assertThat(wsus(80, 443)).isEmpty();
        assertThat(wsus(80, 81)).isPresent();
        assertThat(wsus(8530, 9000))
                .hasValueSatisfying(message -> assertThat(message)
                        .contains("wsus-https-port is wsus-http-port + 1 unless wsus-http-port=80")
                        .endsWith("but it is 9000 where it must be 8531"));
        assertThat(wsus(65_535, 1)).isPresent();
    }

    private static Optional<String> wsus(int http, int https) {
        Site site = Site.builder()
                .set(Ports.WSUS_HTTP, http)
                .set(Ports.WSUS_HTTPS, https)
                .build();
        try {
            site.resolve(ConfigMgr.catalog());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void netbiosBetweenAnyHostsIsOptional() {
        assertThat(ConfigMgr.catalog().flowsFrom(Infrastructure.ANY_HOST))
                .filteredOn(flow -> flow.destination() == Infrastructure.ANY_HOST)
                .hasSize(3)
                .allSatisfy(flow -> assertThat(flow.necessity()).isEqualTo(Necessity.OPTIONAL));
    }

    @Test
    void dhcpClientsBroadcastFromPort68() {
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 67))
                .hasSize(3)
                .allSatisfy(flow -> assertThat(flow.traffic()).hasToString("udp 67 from 68"))
                .allSatisfy(flow -> assertThat(flow.cast()).isEqualTo(Cast.BROADCAST));
    }

    @Test
    void distributionPointsConnectBackOnlyWhereTheyServeTheInternet() {
        for (Role distributionPoint : List.of(Role.DISTRIBUTION_POINT, Role.PULL_DISTRIBUTION_POINT)) {
            assertThat(ConfigMgr.catalog().flowsFrom(distributionPoint).to(Role.SITE_SERVER))
                    .singleElement()
                    .satisfies(flow -> assertThat(flow.traffic()).hasToString("tcp 445"))
                    .satisfies(flow ->
                            assertThat(flow.conditions()).contains(Condition.enabled(Features.INTERNET_BASED_CLIENTS)));
        }
    }

    @Test
    void tftpIsAnsweredFromAnotherPortThanItWasAsked() {
        assertThat(ConfigMgr.catalog()
                        .flowsOn(IpProtocol.UDP, 69)
                        .from(Role.CLIENT)
                        .to(Role.DISTRIBUTION_POINT))
                .singleElement()
                .satisfies(flow -> assertThat(flow.replyPorts()).contains(PortSpec.of(PortSet.ofRange(49_152, 65_535))))
                .satisfies(flow -> assertThat(flow.notes()).anyMatch(note -> note.contains("0-65535")));
    }

    @Test
    void dhcpV6IsForThePxeResponderWithoutWds() {
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 547))
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.cast()).isEqualTo(Cast.MULTICAST))
                .allSatisfy(flow -> assertThat(flow.conditions())
                        .containsExactly(
                                Condition.enabled(Features.PXE),
                                Condition.chosen(Features.PXE_RESPONDER, PxeResponder.WITHOUT_WDS)));
    }

    @Test
    void multicastContentHasItsRange() {
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 63_500))
                .filteredOn(flow -> flow.cast() == Cast.MULTICAST)
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.traffic()).hasToString("udp 63000-64000"));
    }

    @Test
    void wakeOnLanIsUnicastOrADirectedBroadcastAsTheSiteChooses() {
        assertThat(ConfigMgr.catalog().flows().withSetting(Ports.WAKE_ON_LAN))
                .extracting(Flow::cast)
                .containsExactly(Cast.UNICAST, Cast.DIRECTED_BROADCAST, Cast.UNICAST, Cast.DIRECTED_BROADCAST);
    }

    @Test
    void wakeUpProxyAlsoPingsAndThatHasNoPort() {
        assertThat(ConfigMgr.catalog().flowsOver(IpProtocol.ICMP))
                .singleElement()
                .satisfies(flow -> assertThat(flow.traffic()).hasToString("icmp type 8"))
                .satisfies(flow -> assertThat(flow.ports()).isEmpty());
    }

    @Test
    void channelOfTheCloudManagementGatewayIsOneOfFive() {
        FlowSet<Role> channel =
                ConfigMgr.catalog().flowsBetween(Role.CMG_CONNECTION_POINT, Role.CLOUD_MANAGEMENT_GATEWAY);
        assertThat(traffic(channel))
                .containsExactly("tcp 443", "tcp 10124-10139", "tcp 10140-10155", "tcp 443", "tcp 10124-10139");
        assertThat(channel)
                .filteredOn(flow -> flow.conditions()
                        .containsAll(List.of(
                                Condition.chosen(Features.CMG_DEPLOYMENT, CmgDeployment.CLASSIC),
                                Condition.chosen(Features.CMG_CHANNEL, CmgChannel.HTTPS),
                                Condition.chosen(Features.CMG_SIZE, CmgSize.SEVERAL_VMS))))
                .singleElement()
                .extracting(Flow::id)
                .isEqualTo("configmgr.cmg-connection-point.cloud-management-gateway.https-tcp.classic-several-vms");
        assertThat(Features.CMG_CHANNEL.defaultOption()).hasValue(CmgChannel.TCP_TLS);
    }

    @Test
    void sqlServerHasStaticPortsWhoeverComes() {
        FlowSet<Role> sql = ConfigMgr.catalog().flows().withService(Service.of("sql-server", "SQL Server"));
        assertThat(sql)
                .allSatisfy(flow -> assertThat(flow.ports().orElseThrow()).isNotInstanceOf(AllocatedPorts.class))
                .allSatisfy(flow -> assertThat(flow.setting()).isPresent())
                .allSatisfy(flow -> assertThat(flow.notes()).anyMatch(note -> note.contains("must be static")));
        assertThat(sql.to(Infrastructure.SQL_SERVER).stream().map(Flow::source).distinct())
                .hasSize(12);
        assertThat(sql.to(Role.WSUS_SQL_SERVER))
                .singleElement()
                .satisfies(flow -> assertThat(flow.setting()).contains(Ports.WSUS_SQL));
    }

    @Test
    void everyReplicaOfAnAlwaysOnGroupIsReachedLikeOneServer() {
        assertThat(ConfigMgr.catalog().flowsTo(Infrastructure.SQL_SERVER))
                .filteredOn(flow -> !flow.id().endsWith(".load-balancer")
                        && flow.source() != Role.DATA_WAREHOUSE_POINT
                        && !flow.service().id().equals("sql-server-browser"))
                .hasSize(16)
                .allSatisfy(flow ->
                        assertThat(flow.citations()).contains(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("Always On")));
    }

    @Test
    void portsThatCannotBeConfiguredHaveNoSetting() {
        assertThat(ConfigMgr.catalog().flowsBetween(Role.CONSOLE, Role.SMS_PROVIDER))
                .allSatisfy(flow -> assertThat(flow.setting()).isEmpty());
        assertThat(ConfigMgr.catalog().flowsBetween(Role.CONSOLE, Infrastructure.INTERNET))
                .allSatisfy(flow -> assertThat(flow.setting()).isEmpty());
        assertThat(ConfigMgr.catalog().flowsBetween(Role.SITE_SERVER, Role.SITE_SERVER))
                .allSatisfy(flow -> assertThat(flow.setting()).isEmpty());
        for (Role cloud : List.of(Role.CLOUD_DISTRIBUTION_POINT, Role.CLOUD_MANAGEMENT_GATEWAY)) {
            assertThat(ConfigMgr.catalog().flowsTo(cloud))
                    .allSatisfy(flow -> assertThat(flow.setting()).isEmpty());
        }
        assertThat(ConfigMgr.catalog().flowsFrom(Role.SITE_SERVER).stream()
                        .flatMap(flow -> flow.setting().stream())
                        .distinct())
                .containsExactly(Ports.WAKE_ON_LAN, Ports.SQL, Ports.WSUS_SQL, Ports.WSUS_HTTP, Ports.WSUS_HTTPS);
    }

    @Test
    void sitesExchangeFilesBothWaysByOneFlow() {
        assertThat(ids(ConfigMgr.catalog().flowsBetween(Role.SITE_SERVER, Role.SITE_SERVER)))
                .containsExactly("configmgr.site-server.site-server.smb-tcp");
    }

    @Test
    void noFlowHasAnErratumTwice() {
        assertThat(ConfigMgr.catalog().flows())
                .allSatisfy(flow -> assertThat(flow.errata()).doesNotHaveDuplicates());
    }

    @Test
    void ldapsOverUdpIsDoubted() {
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 636))
                .filteredOn(flow -> flow.traffic().toString().equals("udp 636"))
                .hasSize(2)
                .allSatisfy(flow -> assertThat(flow.errata()).containsExactly(ConfigMgrErrata.UDP_LDAPS));
    }

    @Test
    void kerberosIsTcpAlone() {
        assertThat(traffic(ConfigMgr.catalog().flowsOn(IpProtocol.TCP, 88))).containsExactly("tcp 88");
        assertThat(ConfigMgr.catalog().flowsOn(IpProtocol.UDP, 88)).isEmpty();
    }

    @Test
    void everyRoleSettingFeatureErratumAndOutsideSiteIsUsed() {
        List<Endpoint> endpoints = ConfigMgr.catalog().endpoints();
        assertThat(endpoints)
                .containsAll(ConfigMgr.catalog().roles())
                .contains(Outside.MICROSOFT, Outside.EXCHANGE_ONLINE, Outside.AZURE, Outside.AZURE_LOGIC_APP);
        assertThat(ConfigMgr.catalog().settings())
                .hasSize(17)
                .allSatisfy(setting -> assertThat(ConfigMgr.catalog().flows().withSetting(setting))
                        .isNotEmpty());
        assertThat(ConfigMgr.catalog().features())
                .hasSize(43)
                .allSatisfy(feature -> assertThat(ConfigMgr.catalog().flows().withFeature(feature))
                        .isNotEmpty());
        assertThat(ConfigMgr.catalog().flows().stream()
                        .flatMap(flow -> flow.errata().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ConfigMgr.catalog().errata());
    }

    @Test
    void choicesReadAsConditions() {
        assertThat(ConfigMgr.catalog()
                        .flow("configmgr.cmg-connection-point.cloud-management-gateway.cmg-channel-tcp")
                        .orElseThrow())
                .asString()
                .contains("if the form of the cloud management gateway is a classic cloud service"
                        + " and if the channel of the cloud management gateway is TCP-TLS");
        assertThat(CmgSize.SEVERAL_VMS.title()).isEqualTo("two virtual machines or more");
        assertThat(PxeResponder.WDS.title()).isEqualTo("Windows Deployment Services");
        assertThat(Role.CONSOLE.title()).isEqualTo("Configuration Manager console");
    }

    @Test
    void catalogSaysWhatItCarries() {
        assertThat(ConfigMgr.catalog())
                .hasToString("configmgr: Configuration Manager, edition 2 as of 2025-12-08")
                .isSameAs(ConfigMgr.catalog());
        assertThat(ConfigMgr.catalog().edition().documents())
                .hasToString("[Microsoft: Ports used in Configuration Manager (2025-12-08)]");
        assertThat(ConfigMgr.catalog().documents())
                .extracting(Document::id)
                .containsExactly("configmgr-ports", "configmgr-client-ports", "windows-services");
        assertThat(ConfigMgr.catalog().setting("wsus-http-port")).contains(Ports.WSUS_HTTP);
        assertThat(ConfigMgr.catalog().feature("pxe")).contains(Features.PXE);
        assertThat(ConfigMgr.catalog().endpoint("sms-provider")).contains(Role.SMS_PROVIDER);
        assertThat(ConfigMgr.catalog().endpoint("sql-server")).contains(Infrastructure.SQL_SERVER);
    }
}
