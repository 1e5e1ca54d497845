package io.portolan.configmgr;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.PortCoupling;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;
import java.time.LocalDate;

/**
 * The article "Ports used in Configuration Manager": its headings, and what its sections refer to.
 *
 * <p>The sections stand in the order of the article in {@link ClientArrows}, {@link CloudAndConsoleArrows},
 * {@link SiteSystemArrows}, {@link SiteServerArrows}, {@link DatabaseArrows} and {@link OtherPorts}. An arrow is a section;
 * a row is a row of its tables, counted within the section.
 */
final class ConfigMgrArticle {
    /** The article; it bears no date, so its date is the day on which it was read. */
    static final Document DOCUMENT = Document.builder()
            .id("configmgr-ports")
            .title("Ports used in Configuration Manager")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/intune/configmgr/core/plan-design/hierarchy/ports")
            .date(LocalDate.of(2026, 11, 1))
            .build();

    static final String CONFIGURABLE = "Ports you can configure";
    static final String NOT_CONFIGURABLE = "Non-configurable ports";
    static final String CLIENT_TO_CLIENT = "Client --> Client";
    static final String CLIENT_TO_NDES =
            "Client --> Configuration Manager Network Device Enrollment Service (NDES) policy module";
    static final String CLIENT_TO_DISTRIBUTION_POINT = "Client --> Distribution point, both standard and pull";
    static final String CLIENT_TO_MULTICAST =
            "Client --> Distribution point configured for multicast, both standard and pull";
    static final String CLIENT_TO_PXE = "Client --> Distribution point configured for PXE, both standard and pull";
    static final String CLIENT_TO_GLOBAL_CATALOG = "Client --> Global catalog domain controller";
    static final String CLIENT_TO_MANAGEMENT_POINT = "Client --> Management point";
    static final String CLIENT_TO_UPDATES = "Client --> Software update point";
    static final String CMG_TO_SCALE_SET = "CMG connection point --> CMG virtual machine scale set";
    static final String CMG_TO_CLASSIC = "CMG connection point --> CMG classic cloud service";
    static final String CMG_TO_MANAGEMENT_POINT = "CMG connection point --> Management point";
    static final String CMG_TO_UPDATES = "CMG connection point --> Software update point";
    static final String CONSOLE_TO_CLIENT = "Configuration Manager console --> Client";
    static final String CONSOLE_TO_SITE_SERVER = "Configuration Manager console --> Site server";
    static final String CONSOLE_TO_PROVIDER = "Configuration Manager console --> SMS Provider";
    static final String ADMINISTRATION_SERVICE_NOTE = "note for administration service";
    static final String NDES_TO_REGISTRATION =
            "Configuration Manager Network Device Enrollment Service (NDES) policy module --> Certificate registration"
                    + " point";
    static final String MANAGEMENT_POINT_TO_DIRECTORY = "Management point --> Domain controller";
    static final String MANAGEMENT_POINT_TO_SITE_SERVER = "Management point <--> Site server";
    static final String PULL_FROM_SOURCE = "Pull-Distribution point --> Distribution point configured as source";
    static final String CONNECTION_TO_AZURE = "Service connection point --> Azure (CMG)";
    static final String CONNECTION_TO_LOGIC_APP = "Service connection point --> Azure Logic App";
    static final String SITE_SERVER_TO_INTELLIGENCE = "Site server <--> Asset Intelligence synchronization point";
    static final String SITE_SERVER_TO_DIRECTORY = "Site server --> Domain controller";
    static final String SITE_SERVER_TO_CA = "Site server <--> Issuing certification authority (CA)";
    static final String SITE_SERVER_TO_LIBRARY = "Site server --> Server hosting remote content library share";
    static final String SITE_SERVER_TO_REPORTING = "Site server <--> Reporting services point";
    static final String SITE_SERVER_TO_SQL = "Site server --> SQL Server";
    static final String SITE_SERVER_TO_UPDATES = "Site server <--> Software update point";
    static final String SITE_SERVER_TO_MIGRATION = "Site server <--> State migration point";
    static final String SQL_TO_SQL = "SQL Server --> SQL Server";
    static final String NOTES = "Notes for ports used by clients and site systems";
    static final String CLIENT_TO_SHARES = "Client to server shares";
    static final String CONNECTIONS_TO_SQL = "Connections to SQL Server";
    static final String DISCOVERY = "Discovery and publishing";
    static final String INTERNET_BASED =
            "Installation requirements for site systems that support internet-based clients";
    static final String WINDOWS_SERVER = "Ports used by Windows Server";

    private ConfigMgrArticle() {}

    static Citation cite(String section, String place) {
        return Citation.of(DOCUMENT, section, place);
    }

    static Catalog<Role> read() {
        CatalogBuilder<Role> catalog = Catalog.builder("configmgr", "Configuration Manager", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT)
                        .build())
                .settings(
                        Ports.CLIENT_HTTP,
                        Ports.CLIENT_HTTPS,
                        Ports.CLIENT_NOTIFICATION,
                        Ports.EXPRESS_UPDATES,
                        Ports.WAKE_ON_LAN,
                        Ports.WAKE_UP_PROXY,
                        Ports.WSUS_HTTP,
                        Ports.WSUS_HTTPS,
                        Ports.UPSTREAM_WSUS_HTTP,
                        Ports.UPSTREAM_WSUS_HTTPS,
                        Ports.REPORTING_HTTP,
                        Ports.REPORTING_HTTPS,
                        Ports.CERTIFICATE_REGISTRATION_HTTPS,
                        Ports.ENROLLMENT_HTTPS,
                        Ports.SQL,
                        Ports.SQL_SERVICE_BROKER,
                        Ports.WSUS_SQL)
                .couplings(
                        PortCoupling.of(Ports.WSUS_HTTP, 80, Ports.WSUS_HTTPS, 443, cite(NOTES, "note 3")),
                        PortCoupling.of(
                                Ports.UPSTREAM_WSUS_HTTP, 80, Ports.UPSTREAM_WSUS_HTTPS, 443, cite(NOTES, "note 3")))
                .features(
                        Features.WAKE_ON_LAN,
                        Features.WAKE_UP_PROXY,
                        Features.PEER_CACHE,
                        Features.EXPRESS_UPDATES,
                        Features.MULTICAST,
                        Features.PXE,
                        Features.PXE_RESPONDER,
                        Features.DOMAIN_CLIENTS,
                        Features.SOFTWARE_UPDATES_OVER_HTTPS,
                        Features.CMG_DEPLOYMENT,
                        Features.CMG_SIZE,
                        Features.CMG_CHANNEL,
                        Features.CMG_HTTPS_MANAGEMENT_POINTS,
                        Features.CMG_HTTP_MANAGEMENT_POINTS,
                        Features.REMOTE_CONTROL,
                        Features.REMOTE_ASSISTANCE,
                        Features.ADMINISTRATION_SERVICE,
                        Features.CMG,
                        Features.EXTERNAL_NOTIFICATIONS,
                        Features.SITE_SERVER_INITIATES,
                        Features.CERTIFICATE_PROFILES,
                        Features.REMOTE_CONTENT_LIBRARY,
                        Features.SITE_INSTALLATION,
                        Features.WSUS_DATABASE_CLEANUP,
                        Features.UNC_SHARES,
                        Features.AZURE_LOAD_BALANCER,
                        Features.INTERNET_BASED_CLIENTS)
                .errata(
                        ConfigMgrErrata.NDES_HTTP_COLUMN,
                        ConfigMgrErrata.CMG_MANAGEMENT_POINT_PORTS,
                        ConfigMgrErrata.CMG_SOFTWARE_UPDATE_POINT_PORTS,
                        ConfigMgrErrata.PROXY_PORTS,
                        ConfigMgrErrata.DYNAMIC_RANGE_NOT_LISTED,
                        ConfigMgrErrata.UDP_ENDPOINT_MAPPER,
                        ConfigMgrErrata.UDP_LDAPS,
                        ConfigMgrErrata.TWO_HEADS_WITHOUT_STATUS,
                        ConfigMgrErrata.PULL_SOURCE_LEFT_OPEN,
                        ConfigMgrErrata.WSUS_PORTS_OF_SITE_SERVER,
                        ConfigMgrErrata.WSUS_PORTS_NOT_CONFIGURABLE,
                        ConfigMgrErrata.WSUS_HTTPS_ONE_OR_HIGHER,
                        ConfigMgrErrata.INTERSITE_PORTS_NOT_CONFIGURABLE,
                        ConfigMgrErrata.SQL_ROLES,
                        ConfigMgrErrata.LOAD_BALANCER_SOURCES,
                        ConfigMgrErrata.DISCOVERY_PEERS_LEFT_OPEN,
                        ConfigMgrErrata.DISCOVERY_RANGES,
                        ConfigMgrErrata.WINDOWS_SERVER_PEERS_LEFT_OPEN);
        ClientArrows.addTo(catalog);
        CloudAndConsoleArrows.addTo(catalog);
        SiteSystemArrows.addTo(catalog);
        SiteServerArrows.addTo(catalog);
        DatabaseArrows.addTo(catalog);
        OtherPorts.addTo(catalog);
        return catalog.build();
    }
}
