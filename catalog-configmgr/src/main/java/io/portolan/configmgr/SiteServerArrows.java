package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.CERTIFICATION_AUTHORITY;
import static io.portolan.catalog.Infrastructure.FILE_SERVER;
import static io.portolan.catalog.Infrastructure.INTERNET;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.bothWays;
import static io.portolan.configmgr.Arrows.endpointMapperRow;
import static io.portolan.configmgr.Arrows.rpcRow;
import static io.portolan.configmgr.Arrows.shareRow;
import static io.portolan.configmgr.Arrows.toSiteDatabase;
import static io.portolan.configmgr.Arrows.toSiteServer;
import static io.portolan.configmgr.Arrows.toSiteSystem;
import static io.portolan.configmgr.Arrows.udpEndpointMapper;
import static io.portolan.configmgr.Arrows.wsusHttp;
import static io.portolan.configmgr.Arrows.wsusHttps;
import static io.portolan.configmgr.ConfigMgr.Role.ASSET_INTELLIGENCE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CERTIFICATE_REGISTRATION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CLOUD_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CMG_CONNECTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENDPOINT_PROTECTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENROLLMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENROLLMENT_PROXY_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.FALLBACK_STATUS_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.PULL_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.REPORTING_SERVICES_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SERVICE_CONNECTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SITE_SERVER;
import static io.portolan.configmgr.ConfigMgr.Role.SMS_PROVIDER;
import static io.portolan.configmgr.ConfigMgr.Role.SOFTWARE_UPDATE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.STATE_MIGRATION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.WSUS_SQL_SERVER;
import static io.portolan.configmgr.ConfigMgrArticle.DOCUMENT;
import static io.portolan.configmgr.ConfigMgrServices.SQL;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;

/** The arrows from the site server, most of which have two heads. */
final class SiteServerArrows {
    /** For every port that note 1 says can only be routed through a proxy. */
    static final String PROXY_NOTE = "A proxy server can carry it; the port stays what it is.";

    private SiteServerArrows() {}

    static void addTo(CatalogBuilder<Role> catalog) {
        catalog.section(bothWays(ConfigMgrArticle.SITE_SERVER_TO_INTELLIGENCE, ASSET_INTELLIGENCE_POINT))
                .section(toClient())
                .section(toCloudDistributionPoint())
                .section(toDistributionPoint())
                .section(Arrows.toDirectory(
                        ConfigMgrArticle.SITE_SERVER_TO_DIRECTORY, SITE_SERVER, "talks to Active Directory"))
                .section(bothWays(
                        DOCUMENT.heading("Site server <--> Certificate registration point"),
                        CERTIFICATE_REGISTRATION_POINT))
                .section(bothWays(DOCUMENT.heading("Site server <--> CMG connection point"), CMG_CONNECTION_POINT))
                .section(bothWays(
                        DOCUMENT.heading("Site server <--> Endpoint Protection point"), ENDPOINT_PROTECTION_POINT))
                .section(bothWays(DOCUMENT.heading("Site server <--> Enrollment point"), ENROLLMENT_POINT))
                .section(bothWays(DOCUMENT.heading("Site server <--> Enrollment proxy point"), ENROLLMENT_PROXY_POINT))
                .section(bothWays(DOCUMENT.heading("Site server <--> Fallback status point"), FALLBACK_STATUS_POINT))
                .section(toInternet())
                .section(certificationAuthority())
                .section(toContentLibrary())
                .section(bothWays(
                        DOCUMENT.heading("Site server <--> Service connection point"), SERVICE_CONNECTION_POINT))
                .section(toReportingServices())
                .section(siteServers())
                .section(toSqlServer())
                .section(toWsusSqlServer())
                .section(toSmsProvider())
                .section(softwareUpdatePoint())
                .section(stateMigrationPoint());
    }

    private static Section toClient() {
        return DOCUMENT.heading("Site server --> Client")
                .section(row(
                        1,
                        ClientArrows.unicastWakeUp(SITE_SERVER).purpose("wakes clients"),
                        ClientArrows.directedWakeUp(SITE_SERVER).purpose("wakes clients")));
    }

    private static Section toCloudDistributionPoint() {
        return arrow(
                DOCUMENT.heading("Site server --> Cloud distribution point"),
                flow(SITE_SERVER, CLOUD_DISTRIBUTION_POINT).tcp(HTTPS, 443).purpose("sends content to the cloud"));
    }

    private static Section toDistributionPoint() {
        return DOCUMENT.heading("Site server --> Distribution point, both standard and pull")
                .section(
                        row(1, toStandard().tcp(SMB, 445), toPull().tcp(SMB, 445)),
                        row(
                                2,
                                udpEndpointMapper(toStandard()),
                                udpEndpointMapper(toPull()),
                                toStandard().tcp(RPC_ENDPOINT_MAPPER, 135),
                                toPull().tcp(RPC_ENDPOINT_MAPPER, 135)),
                        row(3, toStandard().tcp(RPC, rpcDynamic()), toPull().tcp(RPC, rpcDynamic())));
    }

    private static FlowDraft toStandard() {
        return flow(SITE_SERVER, DISTRIBUTION_POINT)
                .purpose("configures the distribution point and sends content to it");
    }

    private static FlowDraft toPull() {
        return flow(SITE_SERVER, PULL_DISTRIBUTION_POINT).purpose("configures the distribution point");
    }

    private static Section toInternet() {
        return arrow(
                DOCUMENT.heading("Site server --> internet"),
                flow(SITE_SERVER, INTERNET)
                        .tcp(HTTP, 80)
                        .cite(ConfigMgrArticle.NOTES.place("note 1"))
                        .note(PROXY_NOTE)
                        .erratum(ConfigMgrErrata.PROXY_PORTS)
                        .purpose("downloads from the internet"),
                flow(SITE_SERVER, INTERNET).tcp(HTTPS, 443).purpose("downloads from the internet"));
    }

    private static Section certificationAuthority() {
        return ConfigMgrArticle.SITE_SERVER_TO_CA.section(
                row(
                        1,
                        udpEndpointMapper(toAuthority()),
                        toAuthority().tcp(RPC_ENDPOINT_MAPPER, 135),
                        udpEndpointMapper(fromAuthority()),
                        fromAuthority().tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(2, toAuthority().tcp(RPC, rpcDynamic()), fromAuthority().tcp(RPC, rpcDynamic())));
    }

    private static FlowDraft toAuthority() {
        return certificates(SITE_SERVER, CERTIFICATION_AUTHORITY)
                .purpose("manages certificates for certificate profiles");
    }

    private static FlowDraft fromAuthority() {
        return certificates(CERTIFICATION_AUTHORITY, SITE_SERVER)
                .purpose("connects back to the site server about certificate profiles");
    }

    private static FlowDraft certificates(Endpoint source, Endpoint destination) {
        return flow(source, destination)
                .when(Features.CERTIFICATE_PROFILES)
                .note("Of all site servers, only the one of the top site takes part. RPC carries DCOM.");
    }

    private static Section toContentLibrary() {
        return arrow(
                ConfigMgrArticle.SITE_SERVER_TO_LIBRARY,
                flow(SITE_SERVER, FILE_SERVER)
                        .tcp(SMB, 445)
                        .when(Features.REMOTE_CONTENT_LIBRARY)
                        .note("The central administration site and primary sites can move their library.")
                        .purpose("keeps the content library on the share"));
    }

    private static Section toReportingServices() {
        return ConfigMgrArticle.SITE_SERVER_TO_REPORTING.section(
                row(
                        1,
                        toSiteSystem(REPORTING_SERVICES_POINT).tcp(SMB, 445),
                        fromReportingServices().tcp(SMB, 445)),
                row(
                        2,
                        udpEndpointMapper(toSiteSystem(REPORTING_SERVICES_POINT)),
                        toSiteSystem(REPORTING_SERVICES_POINT).tcp(RPC_ENDPOINT_MAPPER, 135),
                        udpEndpointMapper(fromReportingServices()),
                        fromReportingServices().tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(
                        3,
                        toSiteSystem(REPORTING_SERVICES_POINT).tcp(RPC, rpcDynamic()),
                        fromReportingServices().tcp(RPC, rpcDynamic())));
    }

    private static FlowDraft fromReportingServices() {
        return toSiteServer(REPORTING_SERVICES_POINT).erratum(ConfigMgrErrata.TWO_HEADS_WITHOUT_STATUS);
    }

    private static Section siteServers() {
        return arrow(
                DOCUMENT.heading("Site server <--> Site server"),
                flow(SITE_SERVER, SITE_SERVER)
                        .tcp(SMB, 445)
                        .note("Both heads of the arrow are this one flow, from any site server to any other.")
                        .purpose("exchanges files with other sites"));
    }

    private static Section toSqlServer() {
        return ConfigMgrArticle.SITE_SERVER_TO_SQL.section(
                row(1, Arrows.sql(SITE_SERVER, 4)),
                row(2, siteInstallation().tcp(SMB, 445)),
                row(3, udpEndpointMapper(siteInstallation()), siteInstallation().tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(4, siteInstallation().tcp(RPC, rpcDynamic())));
    }

    private static FlowDraft siteInstallation() {
        return toSiteDatabase(SITE_SERVER)
                .when(Features.SITE_INSTALLATION)
                .purpose("sets up the site database on a remote server");
    }

    private static Section toWsusSqlServer() {
        return arrow(
                DOCUMENT.heading("Site server --> SQL Server for WSUS"),
                flow(SITE_SERVER, WSUS_SQL_SERVER)
                        .tcp(SQL, Ports.WSUS_SQL)
                        .when(Features.WSUS_DATABASE_CLEANUP)
                        .cite(ConfigMgrArticle.NOTES.place("note 3"))
                        .note(Arrows.STATIC_PORT_NOTE)
                        .purpose("cleans up the database of WSUS"));
    }

    private static Section toSmsProvider() {
        return DOCUMENT.heading("Site server --> SMS Provider")
                .section(
                        row(1, toSiteSystem(SMS_PROVIDER).tcp(SMB, 445)),
                        row(
                                2,
                                udpEndpointMapper(toSiteSystem(SMS_PROVIDER)),
                                toSiteSystem(SMS_PROVIDER).tcp(RPC_ENDPOINT_MAPPER, 135)),
                        row(3, toSiteSystem(SMS_PROVIDER).tcp(RPC, rpcDynamic())));
    }

    private static Section softwareUpdatePoint() {
        return ConfigMgrArticle.SITE_SERVER_TO_UPDATES.section(
                shareRow(SOFTWARE_UPDATE_POINT),
                endpointMapperRow(SOFTWARE_UPDATE_POINT),
                rpcRow(SOFTWARE_UPDATE_POINT),
                row(
                        4,
                        wsusHttp(toWsus(), Ports.WSUS_HTTP).note(ClientArrows.WSUS_HTTP_NOTE),
                        wsusHttp(fromWsus(), Ports.WSUS_HTTP)),
                row(5, wsusHttps(toWsus(), Ports.WSUS_HTTPS), wsusHttps(fromWsus(), Ports.WSUS_HTTPS)));
    }

    private static FlowDraft toWsus() {
        return flow(SITE_SERVER, SOFTWARE_UPDATE_POINT)
                .erratum(ConfigMgrErrata.WSUS_PORTS_NOT_CONFIGURABLE)
                .purpose("works with WSUS on the software update point");
    }

    private static FlowDraft fromWsus() {
        return toSiteServer(SOFTWARE_UPDATE_POINT)
                .erratum(ConfigMgrErrata.WSUS_PORTS_NOT_CONFIGURABLE)
                .erratum(ConfigMgrErrata.WSUS_PORTS_OF_SITE_SERVER)
                .purpose("connects back on the port of WSUS");
    }

    private static Section stateMigrationPoint() {
        return ConfigMgrArticle.SITE_SERVER_TO_MIGRATION.section(
                shareRow(STATE_MIGRATION_POINT),
                row(
                        2,
                        udpEndpointMapper(toMigration()),
                        toMigration().tcp(RPC_ENDPOINT_MAPPER, 135),
                        udpEndpointMapper(fromMigration()),
                        fromMigration().tcp(RPC_ENDPOINT_MAPPER, 135)));
    }

    private static FlowDraft toMigration() {
        return toSiteSystem(STATE_MIGRATION_POINT).erratum(ConfigMgrErrata.DYNAMIC_RANGE_NOT_LISTED);
    }

    private static FlowDraft fromMigration() {
        return toSiteServer(STATE_MIGRATION_POINT).erratum(ConfigMgrErrata.DYNAMIC_RANGE_NOT_LISTED);
    }
}
