package io.portolan.configmgr;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Heading;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;
import io.portolan.net.PortSet;
import java.time.LocalDate;

/**
 * The article "Ports used in Configuration Manager": its headings, and what its sections refer to.
 *
 * <p>The sections stand in the order of the article in {@link ClientArrows}, {@link CloudAndConsoleArrows},
 * {@link SiteSystemArrows}, {@link SiteServerArrows}, {@link DatabaseArrows} and {@link OtherPorts}. An arrow is a section;
 * a row is a row of its tables, counted within the section.
 */
final class ConfigMgrArticle {
    static final Document DOCUMENT = document()
            .date(LocalDate.of(2025, 12, 8))
            .copy("MicrosoftDocs/memdocs, commit 37e81ac6e5708bf6371a804619338efa6535c441")
            .build();

    /** An older copy, which bears no date. */
    static final Document EARLIER =
            document().publishedBefore(LocalDate.of(2025, 12, 8)).build();

    private static Document.Builder document() {
        return Document.builder()
                .id("configmgr-ports")
                .title("Ports used in Configuration Manager")
                .publisher("Microsoft")
                .address("https://learn.microsoft.com/intune/configmgr/core/plan-design/hierarchy/ports");
    }

    static final Heading CONFIGURABLE = DOCUMENT.heading("Ports you can configure");
    static final Heading NOT_CONFIGURABLE = DOCUMENT.heading("Non-configurable ports");
    static final Heading CLIENT_TO_CLIENT = DOCUMENT.heading("Client --> Client");
    static final Heading CLIENT_TO_NDES =
            DOCUMENT.heading("Client --> Configuration Manager Network Device Enrollment Service (NDES) policy module");
    static final Heading CLIENT_TO_DISTRIBUTION_POINT =
            DOCUMENT.heading("Client --> Distribution point, both standard and pull");
    static final Heading CLIENT_TO_MULTICAST =
            DOCUMENT.heading("Client --> Distribution point configured for multicast, both standard and pull");
    static final Heading CLIENT_TO_PXE =
            DOCUMENT.heading("Client --> Distribution point configured for PXE, both standard and pull");
    static final Heading CLIENT_TO_GLOBAL_CATALOG = DOCUMENT.heading("Client --> Global catalog domain controller");
    static final Heading CLIENT_TO_MANAGEMENT_POINT = DOCUMENT.heading("Client --> Management point");
    static final Heading CLIENT_TO_UPDATES = DOCUMENT.heading("Client --> Software update point");
    static final Heading CMG_TO_SCALE_SET = DOCUMENT.heading("CMG connection point --> CMG virtual machine scale set");
    static final Heading CMG_TO_CLASSIC = DOCUMENT.heading("CMG connection point --> CMG classic cloud service");
    static final Heading CMG_TO_MANAGEMENT_POINT = DOCUMENT.heading("CMG connection point --> Management point");
    static final Heading CMG_TO_UPDATES = DOCUMENT.heading("CMG connection point --> Software update point");
    static final Heading CONSOLE_TO_CLIENT = DOCUMENT.heading("Configuration Manager console --> Client");
    static final Heading CONSOLE_TO_SITE_SERVER = DOCUMENT.heading("Configuration Manager console --> Site server");
    static final Heading CONSOLE_TO_PROVIDER = DOCUMENT.heading("Configuration Manager console --> SMS Provider");
    static final String ADMINISTRATION_SERVICE_NOTE = "note for administration service";
    static final Heading NDES_TO_REGISTRATION = DOCUMENT.heading(
            "Configuration Manager Network Device Enrollment Service (NDES) policy module --> Certificate registration"
                    + " point");
    static final Heading MANAGEMENT_POINT_TO_DIRECTORY = DOCUMENT.heading("Management point --> Domain controller");
    static final Heading MANAGEMENT_POINT_TO_SITE_SERVER = DOCUMENT.heading("Management point <--> Site server");
    static final Heading PULL_FROM_SOURCE =
            DOCUMENT.heading("Pull-Distribution point --> Distribution point configured as source");
    static final Heading CONNECTION_TO_AZURE = DOCUMENT.heading("Service connection point --> Azure (CMG)");
    static final Heading CONNECTION_TO_LOGIC_APP = DOCUMENT.heading("Service connection point --> Azure Logic App");
    static final Heading SITE_SERVER_TO_INTELLIGENCE =
            DOCUMENT.heading("Site server <--> Asset Intelligence synchronization point");
    static final Heading SITE_SERVER_TO_DIRECTORY = DOCUMENT.heading("Site server --> Domain controller");
    static final Heading SITE_SERVER_TO_CA = DOCUMENT.heading("Site server <--> Issuing certification authority (CA)");
    static final Heading SITE_SERVER_TO_LIBRARY =
            DOCUMENT.heading("Site server --> Server hosting remote content library share");
    static final Heading SITE_SERVER_TO_REPORTING = DOCUMENT.heading("Site server <--> Reporting services point");
    static final Heading SITE_SERVER_TO_SQL = DOCUMENT.heading("Site server --> SQL Server");
    static final Heading SITE_SERVER_TO_UPDATES = DOCUMENT.heading("Site server <--> Software update point");
    static final Heading SITE_SERVER_TO_MIGRATION = DOCUMENT.heading("Site server <--> State migration point");
    static final Heading SQL_TO_SQL = DOCUMENT.heading("SQL Server --> SQL Server");
    static final Heading NOTES = DOCUMENT.heading("Notes for ports used by clients and site systems");
    static final Heading CLIENT_TO_SHARES = DOCUMENT.heading("Client to server shares");
    static final Heading CONNECTIONS_TO_SQL = DOCUMENT.heading("Connections to SQL Server");
    static final Heading DISCOVERY = DOCUMENT.heading("Discovery and publishing");
    static final Heading INTERNET_BASED =
            DOCUMENT.heading("Installation requirements for site systems that support internet-based clients");
    static final Heading WINDOWS_SERVER = DOCUMENT.heading("Ports used by Windows Server");

    private ConfigMgrArticle() {}

    static Catalog<Role> read() {
        return read("2", DOCUMENT);
    }

    static Catalog<Role> readEarlier() {
        return read("1", EARLIER);
    }

    private static Catalog<Role> read(String version, Document document) {
        CatalogBuilder<Role> catalog = Catalog.builder("configmgr", "Configuration Manager", Role.class)
                .edition(Edition.builder()
                        .version(version)
                        .asOf(document.date())
                        .addDocuments(document)
                        .build())
                .couplings(
                        PortCoupling.of(Ports.WSUS_HTTP, 80, Ports.WSUS_HTTPS, 443, NOTES.place("note 3")),
                        oneAbove(Ports.WSUS_HTTP, Ports.WSUS_HTTPS),
                        PortCoupling.of(
                                Ports.UPSTREAM_WSUS_HTTP, 80, Ports.UPSTREAM_WSUS_HTTPS, 443, NOTES.place("note 3")),
                        oneAbove(Ports.UPSTREAM_WSUS_HTTP, Ports.UPSTREAM_WSUS_HTTPS));
        ClientArrows.addTo(catalog);
        CloudAndConsoleArrows.addTo(catalog);
        SiteSystemArrows.addTo(catalog);
        SiteServerArrows.addTo(catalog);
        DatabaseArrows.addTo(catalog, document);
        OtherPorts.addTo(catalog);
        return catalog.build();
    }

    /** The article says it by an example; the erratum {@code wsus-https-one-or-higher} has what proves it. */
    private static PortCoupling oneAbove(PortSetting http, PortSetting https) {
        return PortCoupling.offset(http, PortSet.of(80), https, 1, NOTES.place("note 3"));
    }
}
