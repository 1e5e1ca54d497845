package io.portolan.ras;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Heading;
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

    static final Heading ALL_COMPONENTS = DOCUMENT.heading("All Components");
    static final Heading CLIENT = DOCUMENT.heading("Parallels Client");
    static final Heading WEB = DOCUMENT.heading("Web (external)");
    static final Heading HALB = DOCUMENT.heading("HALB");
    static final Heading SECURE_GATEWAY = DOCUMENT.heading("RAS Secure Gateway");
    static final Heading BROKER = DOCUMENT.heading("RAS Connection Broker");
    static final Heading CONSOLE = DOCUMENT.heading("RAS Console");
    static final Heading SSRS = DOCUMENT.heading("SSRS");
    static final Heading REPORTING = DOCUMENT.heading("RAS Reporting");
    static final Heading WEB_ADMINISTRATION =
            DOCUMENT.heading("RAS Web Administration Service (REST/Management Portal)");
    static final Heading POWERSHELL = DOCUMENT.heading("RAS PowerShell");
    static final Heading PROVIDER_AGENT = DOCUMENT.heading("RAS Provider Agent");
    static final Heading ENROLLMENT_SERVER = DOCUMENT.heading("RAS Enrollment Server");
    static final Heading SESSION_HOST_AGENT = DOCUMENT.heading("RAS RD Session Host Agent");
    static final Heading GUEST_AGENT = DOCUMENT.heading("RAS Guest Agent");
    static final Heading REMOTE_PC_AGENT = DOCUMENT.heading("RAS Remote PC Agent");
    static final Heading TENANT = DOCUMENT.heading("Tenant Broker");
    static final Heading AVD = DOCUMENT.heading("Azure Virtual Desktop");

    private RasArticle() {}

    static Catalog<Role> read() {
        return Catalog.builder("ras", "Parallels Remote Application Server", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT, REQUIRED_URLS)
                        .build())
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
