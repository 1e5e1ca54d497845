package io.portolan.ad;

import io.portolan.ad.ActiveDirectory.Role;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Heading;
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

    static final Heading TITLE =
            DOCUMENT.heading("How to configure a firewall for Active Directory domains and trusts");

    /** The first table, for trusts between domains of Windows Server 2003. */
    static final Heading LEGACY = DOCUMENT.heading("More information");

    static final Heading MODERN = LEGACY.heading("Windows Server 2008 and later versions");
    static final Heading ACTIVE_DIRECTORY = LEGACY.heading("Active Directory");

    private AdArticle() {}

    static Catalog<Role> read() {
        return Catalog.builder("ad", "Active Directory", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT)
                        .build())
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
