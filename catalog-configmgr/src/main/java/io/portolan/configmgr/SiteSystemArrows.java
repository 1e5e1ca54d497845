package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.INTERNET;
import static io.portolan.catalog.Infrastructure.SQL_SERVER;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.catalog.Service.WINRM;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.sql;
import static io.portolan.configmgr.Arrows.toDistributionPoints;
import static io.portolan.configmgr.Arrows.toSiteServer;
import static io.portolan.configmgr.Arrows.toSiteSystem;
import static io.portolan.configmgr.ConfigMgr.Outside.AZURE;
import static io.portolan.configmgr.ConfigMgr.Outside.AZURE_LOGIC_APP;
import static io.portolan.configmgr.ConfigMgr.Outside.EXCHANGE_ONLINE;
import static io.portolan.configmgr.ConfigMgr.Role.CERTIFICATE_REGISTRATION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.DATA_WAREHOUSE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENDPOINT_PROTECTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENROLLMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENROLLMENT_PROXY_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.EXCHANGE_CONNECTOR;
import static io.portolan.configmgr.ConfigMgr.Role.EXCHANGE_SERVER;
import static io.portolan.configmgr.ConfigMgr.Role.MAC_COMPUTER;
import static io.portolan.configmgr.ConfigMgr.Role.MANAGEMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.MOBILE_DEVICE;
import static io.portolan.configmgr.ConfigMgr.Role.NDES_POLICY_MODULE;
import static io.portolan.configmgr.ConfigMgr.Role.PULL_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.REPORTING_SERVICES_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SERVICE_CONNECTION_POINT;
import static io.portolan.configmgr.ConfigMgrArticle.DOCUMENT;
import static io.portolan.configmgr.ConfigMgrServices.EXPRESS_UPDATES;
import static io.portolan.configmgr.ConfigMgrServices.SQL;
import static io.portolan.configmgr.ConfigMgrServices.WINRM_HTTPS;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Heading;
import io.portolan.catalog.Section;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;

/** The arrows from the NDES policy module to the service connection point. */
final class SiteSystemArrows {
    private static final String CONTENT_REPORTS_NOTE =
            "Reported are prestaged content, usage, and validation of content; a pull-distribution point also reports"
                    + " its downloads.";

    private SiteSystemArrows() {}

    static void addTo(CatalogBuilder<Role> catalog) {
        catalog.section(policyModuleToRegistration())
                .section(warehouseToSql())
                .section(distributionPointToManagementPoint())
                .section(protectionToInternet())
                .section(arrow(
                        DOCUMENT.heading("Endpoint Protection point --> SQL Server"), sql(ENDPOINT_PROTECTION_POINT)))
                .section(proxyToEnrollmentPoint())
                .section(arrow(DOCUMENT.heading("Enrollment point --> SQL Server"), sql(ENROLLMENT_POINT, 2)))
                .section(connectorToExchangeOnline())
                .section(connectorToExchangeServer())
                .section(enrollment(DOCUMENT.heading("Mac computer --> Enrollment proxy point"), MAC_COMPUTER))
                .section(Arrows.toDirectory(
                        ConfigMgrArticle.MANAGEMENT_POINT_TO_DIRECTORY, MANAGEMENT_POINT, "talks to Active Directory"))
                .section(managementPointToSiteServer())
                .section(arrow(DOCUMENT.heading("Management point --> SQL Server"), sql(MANAGEMENT_POINT, 3)))
                .section(enrollment(DOCUMENT.heading("Mobile device --> Enrollment proxy point"), MOBILE_DEVICE))
                .section(pullFromSource())
                .section(arrow(
                        DOCUMENT.heading("Reporting Services point --> SQL Server"),
                        sql(REPORTING_SERVICES_POINT, 5).purpose("reads the site database")))
                .section(connectionToAzure())
                .section(connectionToLogicApp())
                .section(arrow(
                        DOCUMENT.heading("Service connection point --> SQL Server"), sql(SERVICE_CONNECTION_POINT)));
    }

    private static Section policyModuleToRegistration() {
        return arrow(
                ConfigMgrArticle.NDES_TO_REGISTRATION,
                flow(NDES_POLICY_MODULE, CERTIFICATE_REGISTRATION_POINT)
                        .tcp(HTTPS, Ports.CERTIFICATE_REGISTRATION_HTTPS)
                        .purpose("has certificate requests verified"));
    }

    private static Section warehouseToSql() {
        return arrow(
                DOCUMENT.heading("Data warehouse service point --> SQL Server"),
                flow(DATA_WAREHOUSE_POINT, SQL_SERVER)
                        .tcp(SQL, Ports.SQL)
                        .note(Arrows.STATIC_PORT_NOTE)
                        .erratum(ConfigMgrErrata.SQL_ROLES)
                        .purpose("talks to its database"));
    }

    private static Section distributionPointToManagementPoint() {
        return arrow(
                DOCUMENT.heading("Distribution point, both standard and pull --> Management point"),
                contentReports().tcp(HTTP, Ports.CLIENT_HTTP),
                contentReports().tcp(HTTPS, Ports.CLIENT_HTTPS));
    }

    private static FlowDraft contentReports() {
        return flow(DISTRIBUTION_POINT, MANAGEMENT_POINT)
                .alsoFrom(PULL_DISTRIBUTION_POINT)
                .note(CONTENT_REPORTS_NOTE)
                .purpose("reports on its content");
    }

    private static Section protectionToInternet() {
        return arrow(
                DOCUMENT.heading("Endpoint Protection point --> internet"),
                flow(ENDPOINT_PROTECTION_POINT, INTERNET).tcp(HTTP, 80).purpose("reaches Microsoft over the internet"));
    }

    private static Section proxyToEnrollmentPoint() {
        return arrow(
                DOCUMENT.heading("Enrollment proxy point --> Enrollment point"),
                flow(ENROLLMENT_PROXY_POINT, ENROLLMENT_POINT)
                        .tcp(HTTPS, Ports.ENROLLMENT_HTTPS)
                        .purpose("passes enrollment requests on"));
    }

    private static Section connectorToExchangeOnline() {
        return arrow(
                DOCUMENT.heading("Exchange Server Connector --> Exchange Online"),
                flow(EXCHANGE_CONNECTOR, EXCHANGE_ONLINE)
                        .tcp(WINRM_HTTPS, 5986)
                        .purpose("manages mobile devices through Exchange"));
    }

    private static Section connectorToExchangeServer() {
        return arrow(
                DOCUMENT.heading("Exchange Server Connector --> On-premises Exchange Server"),
                flow(EXCHANGE_CONNECTOR, EXCHANGE_SERVER)
                        .tcp(WINRM, 5985)
                        .purpose("manages mobile devices through Exchange"));
    }

    private static Section enrollment(Heading heading, Role device) {
        return arrow(
                heading, flow(device, ENROLLMENT_PROXY_POINT).tcp(HTTPS, 443).purpose("enrolls"));
    }

    private static Section managementPointToSiteServer() {
        return ConfigMgrArticle.MANAGEMENT_POINT_TO_SITE_SERVER.section(
                row(
                        1,
                        toSiteServer(MANAGEMENT_POINT).tcp(RPC_ENDPOINT_MAPPER, 135),
                        toSiteSystem(MANAGEMENT_POINT).tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(
                        2,
                        toSiteServer(MANAGEMENT_POINT).tcp(RPC, rpcDynamic()),
                        toSiteSystem(MANAGEMENT_POINT).tcp(RPC, rpcDynamic())),
                row(
                        3,
                        toSiteServer(MANAGEMENT_POINT).tcp(SMB, 445),
                        toSiteSystem(MANAGEMENT_POINT).tcp(SMB, 445)));
    }

    private static Section pullFromSource() {
        return arrow(
                ConfigMgrArticle.PULL_FROM_SOURCE,
                pull().tcp(HTTP, Ports.CLIENT_HTTP).purpose("downloads content from its source"),
                pull().tcp(HTTPS, Ports.CLIENT_HTTPS).purpose("downloads content from its source"),
                pull().tcp(EXPRESS_UPDATES, Ports.EXPRESS_UPDATES)
                        .when(Features.EXPRESS_UPDATES)
                        .purpose("downloads the changed parts of updates from its source"));
    }

    private static FlowDraft pull() {
        return toDistributionPoints(PULL_DISTRIBUTION_POINT).erratum(ConfigMgrErrata.PULL_SOURCE_LEFT_OPEN);
    }

    private static Section connectionToAzure() {
        return arrow(
                ConfigMgrArticle.CONNECTION_TO_AZURE,
                flow(SERVICE_CONNECTION_POINT, AZURE)
                        .tcp(HTTPS, 443)
                        .when(Features.CMG)
                        .purpose("deploys the cloud management gateway"));
    }

    private static Section connectionToLogicApp() {
        return arrow(
                ConfigMgrArticle.CONNECTION_TO_LOGIC_APP,
                flow(SERVICE_CONNECTION_POINT, AZURE_LOGIC_APP)
                        .tcp(HTTPS, 443)
                        .when(Features.EXTERNAL_NOTIFICATIONS)
                        .purpose("sends external notifications"));
    }
}
