package io.portolan.ad;

import io.portolan.ad.ActiveDirectory.Features;
import io.portolan.ad.ActiveDirectory.Role;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import java.time.LocalDate;

/**
 * The article "How to configure a firewall for Active Directory domains and trusts", table by table and row by row: hold both
 * side by side.
 */
final class AdArticle {
    static final Document DOCUMENT = Document.builder()
            .id("ad-firewall")
            .title("How to configure a firewall for Active Directory domains and trusts")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/active-directory/"
                    + "config-firewall-for-ad-domains-and-trusts")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    static final String TITLE = "How to configure a firewall for Active Directory domains and trusts";

    /** The first table, for trusts between domains of Windows Server 2003. */
    static final String LEGACY = "More information";

    static final String MODERN = "More information > Windows Server 2008 and later versions";
    static final String ACTIVE_DIRECTORY = "More information > Active Directory";

    private AdArticle() {}

    static Citation cite(String section, int row) {
        return cite(section, "row " + row);
    }

    static Citation cite(String section, String place) {
        return Citation.of(DOCUMENT, section, place);
    }

    static Section section(String heading, Row... rows) {
        return Section.section(DOCUMENT, heading, rows);
    }

    static Catalog<Role> read() {
        return Catalog.builder("ad", "Active Directory", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT)
                        .build())
                .features(
                        Features.LDAPS,
                        Features.GLOBAL_CATALOG_EVERYWHERE,
                        Features.DNS_ON_DOMAIN_CONTROLLERS,
                        Features.SYSVOL_REPLICATION,
                        Features.TWO_WAY_TRUST,
                        Features.TRUST_CREATION,
                        Features.TIME_ACROSS_TRUST,
                        Features.NETBIOS_TRUST,
                        Features.TRUST_OVER_PPTP,
                        Features.LEGACY_MEMBERS)
                .errata(
                        AdErrata.TRUST_DIRECTION,
                        AdErrata.LEGACY_RANGE,
                        AdErrata.LEGACY_ROWS_MISSING,
                        AdErrata.PASSWORD_CLIENT_PORTS,
                        AdErrata.SMB_CLIENT_UDP,
                        AdErrata.REPLICATION_AMONG_TRUSTS,
                        AdErrata.NETBIOS_PORTS_LEFT_OUT,
                        AdErrata.PPTP_CALLER)
                .remark(
                        "The article warns that not every port of its tables is needed everywhere: answer the features, and"
                                + " what your site does not use is left out.")
                .remark("Its client ports are those of any client and are not carried; a DNS server may also ask from"
                        + " port 53.")
                .remark("Read from the copy of 2023-12-26 in MicrosoftDocs/SupportArticles-docs, commit 203da2e2bbaa;"
                        + " a newer edition of the article may exist.")
                .section(LegacyTable.read())
                .section(ModernTable.read())
                .section(RunningText.netbios())
                .section(RunningText.activeDirectory())
                .build();
    }
}
