package io.portolan.windows;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Feature;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
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

    static final String OVERVIEW = "Overview";
    static final String SERVICES = "System services ports";
    static final String PORT_TABLE = "Ports and protocols";
    static final String DEPENDENCIES = PORT_TABLE + " > Active Directory port and protocol requirements";

    private WindowsArticle() {}

    static Citation cite(String section, String place) {
        return Citation.of(DOCUMENT, section, place);
    }

    static Citation cite(Role service, String place) {
        return cite(heading(service), place);
    }

    static Citation cite(Role service, int row) {
        return cite(service, "row " + row);
    }

    static Section section(Role service, Row... rows) {
        return Section.section(DOCUMENT, heading(service), rows);
    }

    private static String heading(Role service) {
        return service == Role.BRANCH_CACHE
                ? heading(Role.IPAM) + " > BranchCache information"
                : SERVICES + " > " + service.heading();
    }

    static Catalog<Role> read() {
        CatalogBuilder<Role> catalog = Catalog.builder("windows", "Windows services", Role.class)
                .edition(edition())
                .remark(Windows.WARNING)
                .settings(settings())
                .couplings(ftpDataFollowsControl(21), ftpDataFollowsControl(4131))
                .features(features())
                .errata(errata());
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

    static PortSetting[] settings() {
        return new PortSetting[] {
            Ports.FTP_CONTROL,
            Ports.FTP_DATA,
            Ports.IIS_HTTPS,
            Ports.IPAM,
            Ports.HOSTED_CACHE,
            Ports.REMOTE_DESKTOP,
            Ports.WINRM_1_HTTP,
            Ports.WINRM_1_HTTPS,
            Ports.WINRM_2_HTTP,
            Ports.WINRM_2_HTTPS,
            Ports.IIS_HTTP
        };
    }

    /** The rule holds for every control port; a coupling says it of one, and these two are those that the article gives. */
    private static PortCoupling ftpDataFollowsControl(int control) {
        return PortCoupling.of(
                Ports.FTP_CONTROL, control, Ports.FTP_DATA, control - 1, cite(Role.FTP_PUBLISHING, "text"));
    }

    static Feature[] features() {
        return new Feature[] {
            Windows.Features.CLUSTER_NODE_JOIN,
            Windows.Features.ADD_NODE_WIZARD,
            Windows.Features.DOMAIN_CONTROLLERS_2008,
            Windows.Features.XP_CLIENTS,
            Windows.Features.HYPER_V_REPLICA,
            Windows.Features.LIVE_MIGRATION,
            Windows.Features.ISA_2000,
            Windows.Features.TMG,
            Windows.Features.ISA_WEB_MANAGEMENT,
            Windows.Features.ISA_STATUS_MONITORING,
            Windows.Features.SSDP_BEFORE_XP_SP2,
            Windows.Features.WINRM_1,
            Windows.Features.WINRM_2,
            Windows.Features.SYSVOL_REPLICATION,
            Windows.Features.WINS_FALLBACK
        };
    }

    static Erratum[] errata() {
        return new Erratum[] {
            RangeErrata.LEGACY_RANGE,
            RangeErrata.RULES_DIFFER,
            RangeErrata.ACTIVE_DIRECTORY_RANGES,
            RangeErrata.MODERN_RANGE_ONLY,
            RangeErrata.CERTIFICATE_SERVICES_RANGE,
            RangeErrata.FTP_PASSIVE_RANGE,
            WindowsErrata.CELLS_LOST,
            WindowsErrata.IPSEC_SPLIT,
            WindowsErrata.LDAP_OR_DC_LOCATOR,
            WindowsErrata.GATEWAY_LOOPBACK,
            WindowsErrata.VALIDATION_IN_NOTE,
            WindowsErrata.CLUSTER_TRANSPORT,
            WindowsErrata.NETBIOS_OPTIONAL,
            WindowsErrata.SHARING_PORTS_UNLISTED,
            WindowsErrata.LINKS_TO_NOTHING,
            WindowsErrata.FTP_DATA_DIRECTION,
            WindowsErrata.GROUP_POLICY_KERBEROS,
            WindowsErrata.PORTS_WITHOUT_TABLE,
            WindowsErrata.LICENSE_LOGGING_NAME_SERVICE,
            WindowsErrata.LICENSE_LOGGING_ENDED,
            WindowsErrata.RPC_OVER_HTTPS_PORT,
            WindowsErrata.L2TP_FILTER,
            WindowsErrata.SERVER_ICMP,
            WindowsErrata.QUOTE_SPELLINGS,
            WindowsErrata.TRAP_DIRECTION,
            WindowsErrata.SSDP_PORT,
            WindowsErrata.SSDP_NAME,
            WindowsErrata.TFTP_ANSWERS,
            WindowsErrata.WINRM_TRANSPORT,
            WindowsErrata.TIME_NEEDS,
            WindowsErrata.ADMINISTRATION_SITE,
            WindowsErrata.DEPENDENCIES_INCOMPLETE
        };
    }
}
