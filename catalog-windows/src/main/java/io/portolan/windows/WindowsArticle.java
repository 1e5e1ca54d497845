package io.portolan.windows;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Heading;
import io.portolan.catalog.PortCoupling;
import io.portolan.net.PortSet;
import io.portolan.windows.Windows.Ports;
import io.portolan.windows.Windows.Role;
import java.time.LocalDate;

/**
 * The article "Service overview and network port requirements for Windows". Its sections follow in {@link SectionsAToD}
 * and so on, in the order of the article: hold both side by side. A row is a row of the article's tables; its number
 * counts within its section. What a section says outside of tables is cited as "text", "note" or "footnote".
 */
final class WindowsArticle {
    static final String TITLE = "Service overview and network port requirements for Windows";

    static final Document DOCUMENT = Document.builder()
            .id("windows-services")
            .title(TITLE)
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/networking/"
                    + "service-overview-and-network-port-requirements")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    static final Heading INTRODUCTION = DOCUMENT.heading(TITLE);
    static final Heading OVERVIEW = DOCUMENT.heading("Overview");
    static final Heading SERVICES = DOCUMENT.heading("System services ports");
    static final Heading PORT_TABLE = DOCUMENT.heading("Ports and protocols");
    static final Heading DEPENDENCIES = PORT_TABLE.heading("Active Directory port and protocol requirements");

    private WindowsArticle() {}

    static Heading heading(Role service) {
        return service == Role.BRANCH_CACHE
                ? heading(Role.IPAM).heading("BranchCache information")
                : SERVICES.heading(service.heading());
    }

    static Catalog<Role> read() {
        CatalogBuilder<Role> catalog = Catalog.builder("windows", "Windows services", Role.class)
                .edition(edition())
                .remark(Windows.WARNING)
                // on which no flow to a service depends, but flows to a domain controller do
                .features(Windows.Features.SYSVOL_REPLICATION, Windows.Features.WINS_FALLBACK)
                .errata(WindowsErrata.DEPENDENCIES_INCOMPLETE)
                .errata(Windows::portTableErrata)
                .couplings(PortCoupling.offset(
                        Ports.FTP_CONTROL,
                        PortSet.none(),
                        Ports.FTP_DATA,
                        -1,
                        heading(Role.FTP_PUBLISHING).place("text")));
        SectionsAToD.addTo(catalog);
        SectionsEToH.addTo(catalog);
        SectionsIToL.addTo(catalog);
        SectionsMToP.addTo(catalog);
        SectionsRToS.addTo(catalog);
        SectionsTToW.addTo(catalog);
        return catalog.build();
    }

    static Edition edition() {
        return Edition.builder()
                .version("1")
                .asOf(DOCUMENT.date())
                .addDocuments(DOCUMENT)
                .build();
    }
}
