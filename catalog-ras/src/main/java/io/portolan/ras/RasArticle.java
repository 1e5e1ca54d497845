package io.portolan.ras;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;
import java.time.LocalDate;

/**
 * Knowledge base article 129097, section by section and row by row: hold both side by side. The sections are in the classes
 * of their subjects. A row is a row of a table; its number counts within its section.
 *
 * <p>The copy at hand bears neither title nor date: the title says what the article is about, the date when it was read.
 */
final class RasArticle {
    static final Document DOCUMENT = Document.builder()
            .id("ras-ports")
            .title("Firewall requirements of Parallels Remote Application Server (KB 129097)")
            .publisher("Parallels")
            .address("https://kb.parallels.com/129097")
            .date(LocalDate.of(2026, 11, 1))
            .build();

    /** The list of Microsoft that the last section copies; it has the addresses that the copy lost. */
    static final Document REQUIRED_URLS = Document.builder()
            .id("avd-required-urls")
            .title("Windows Virtual Desktop required URL list")
            .publisher("Microsoft")
            .address("https://docs.microsoft.com/azure/virtual-desktop/safe-url-list")
            .date(LocalDate.of(2020, 12, 4))
            .build();

    static final String ALL_COMPONENTS = "All Components";
    static final String CLIENT = "Parallels Client";
    static final String WEB = "Web (external)";
    static final String HALB = "HALB";
    static final String SECURE_GATEWAY = "RAS Secure Gateway";
    static final String BROKER = "RAS Connection Broker";
    static final String CONSOLE = "RAS Console";
    static final String SSRS = "SSRS";
    static final String REPORTING = "RAS Reporting";
    static final String WEB_ADMINISTRATION = "RAS Web Administration Service (REST/Management Portal)";
    static final String POWERSHELL = "RAS PowerShell";
    static final String PROVIDER_AGENT = "RAS Provider Agent";
    static final String ENROLLMENT_SERVER = "RAS Enrollment Server";
    static final String SESSION_HOST_AGENT = "RAS RD Session Host Agent";
    static final String GUEST_AGENT = "RAS Guest Agent";
    static final String REMOTE_PC_AGENT = "RAS Remote PC Agent";
    static final String TENANT = "Tenant Broker";
    static final String AVD = "Azure Virtual Desktop";

    private RasArticle() {}

    static Citation cite(String section, int row) {
        return cite(section, "row " + row);
    }

    static Citation cite(String section, String row) {
        return Citation.of(DOCUMENT, section, row);
    }

    static Section section(String heading, Row... rows) {
        return Section.section(DOCUMENT, heading, rows);
    }

    static Catalog<Role> read() {
        return Catalog.builder("ras", "Parallels Remote Application Server", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT, REQUIRED_URLS)
                        .build())
                .settings(Ports.GATEWAY, Ports.GATEWAY_SSL, Ports.MAIL, Ports.SQL)
                .features(
                        Features.RDP_LOAD_BALANCING,
                        Features.DIRECT_MODE,
                        Features.SHORT_PATH,
                        Features.INDIRECT_SHADOWING,
                        Features.DIRECT_SHADOWING,
                        Features.CONSOLE_ON_BROKER,
                        Features.LETS_ENCRYPT,
                        Features.TENANT_BROKER,
                        Features.TENANT,
                        Features.DEEPNET_OR_SAFENET,
                        Features.RADIUS,
                        Features.GATEWAY_PORT_DISABLED,
                        Features.BEFORE_RAS_18,
                        Features.HYPER_V)
                .errata(
                        RasErrata.PUSH_PEERS_LEFT_OPEN,
                        RasErrata.AGENT_CALLED_BROKER,
                        RasErrata.STATIC_PUSH_PORT,
                        RasErrata.SOURCE_CELL_LOST,
                        RasErrata.SOURCE_WITHOUT_BAR,
                        RasErrata.TWO_NAMES,
                        RasErrata.NORMAL_GATEWAY_PORTS,
                        RasErrata.SHORT_PATH_LISTENER,
                        RasErrata.BROWSER_AND_LETS_ENCRYPT,
                        RasErrata.VRRP_AS_PORT,
                        RasErrata.MODE_OF_CONSOLE,
                        RasErrata.KERBEROS_WITH_DNS,
                        RasErrata.DNS_OVER_UDP_ONLY,
                        RasErrata.ONE_PROTOCOL_FOR_TWO_LINES,
                        RasErrata.MFA_PORT_GROUPS,
                        RasErrata.REMOTE_INSTALLER_HOST)
                .errata(
                        RasAdministrationErrata.CONSOLE_AND_REPORTING,
                        RasAdministrationErrata.SSRS_PORTS,
                        RasAdministrationErrata.CHECK_AGENT_TRANSPORTS,
                        RasAdministrationErrata.MICROSOFT_DOWNLOAD,
                        RasAdministrationErrata.PARALLELS_SITE_PORTS,
                        RasAdministrationErrata.PERFORMANCE_MONITOR_AS_BROKER,
                        RasAdministrationErrata.WYSE_REPLY,
                        RasAdministrationErrata.PURPOSE_OF_SQL,
                        RasAdministrationErrata.PUBLISHING_AGENT,
                        RasAdministrationErrata.DASHBOARD_PORT,
                        RasAdministrationErrata.BROKER_PORT_TRANSPORTS,
                        RasAdministrationErrata.ENROLLMENT_TRANSPORTS,
                        RasAdministrationErrata.ROWS_THAT_LACK)
                .errata(
                        RasAzureErrata.ADDRESSES_LOST,
                        RasAzureErrata.ORDER_ASSUMED,
                        RasAzureErrata.GOVERNMENT_NAMES_LOST,
                        RasAzureErrata.LIST_OVERTAKEN)
                .section(RasBrokerSections.allComponents())
                .section(RasAccessSections.client())
                .section(RasAccessSections.web())
                .section(RasAccessSections.halb())
                .section(RasAccessSections.secureGateway())
                .section(RasBrokerSections.connectionBroker())
                .section(RasConsoleSections.console())
                .section(RasAdministrationSections.ssrs())
                .section(RasAdministrationSections.reporting())
                .section(RasAdministrationSections.webAdministration())
                .section(RasAdministrationSections.powerShell())
                .section(RasAgentSections.providerAgent())
                .section(RasAgentSections.enrollmentServer())
                .section(RasAgentSections.sessionHostAgent())
                .section(RasAgentSections.guestAgent())
                .section(RasAgentSections.remotePcAgent())
                .section(RasAgentSections.tenantBroker())
                .section(RasAzureSections.azureVirtualDesktop())
                .build();
    }
}
