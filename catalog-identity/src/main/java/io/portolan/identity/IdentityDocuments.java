package io.portolan.identity;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Heading;
import io.portolan.identity.HybridIdentity.Role;
import java.time.LocalDate;

/** The documents on hybrid identity, and the places in them. */
final class IdentityDocuments {
    static final Document HYBRID = Document.builder()
            .id("hybrid-ports")
            .title("Hybrid Identity Required Ports and Protocols")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-ports")
            .date(LocalDate.of(2025, 4, 9))
            .build();

    static final Document SECURITY = Document.builder()
            .id("adfs-security")
            .title("Best practices for securing Active Directory Federation Services")
            .publisher("Microsoft")
            .address(
                    "https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs")
            .date(LocalDate.of(2024, 2, 13))
            .build();

    static final Document REQUIREMENTS = Document.builder()
            .id("adfs-requirements")
            .title("AD FS Requirements")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements")
            .date(LocalDate.of(2025, 4, 8))
            .build();

    static final Heading PORTS = SECURITY.heading("Ports required");
    static final Heading FARM = SECURITY.heading("Ports required > Communication between Federation Servers");
    static final Heading CONNECT_AND_FARM =
            SECURITY.heading("Ports required > Microsoft Entra Connect and Federation Servers/WAP");
    static final Heading PROXY_AND_FARM = SECURITY.heading("Ports required > WAP and Federation Servers");
    static final Heading PROXY_AND_USERS = SECURITY.heading("Ports required > WAP and Users");
    static final Heading FIREWALL = REQUIREMENTS.heading("Network requirements > Firewall Requirements");
    static final Heading DNS = REQUIREMENTS.heading("Network requirements > DNS Requirements");
    static final Heading LOAD_BALANCER = REQUIREMENTS.heading("Network requirements > Load Balancer requirements");

    private IdentityDocuments() {}

    static Catalog<Role> read() {
        return Catalog.builder("identity", "AD FS, Web Application Proxy and Microsoft Entra Connect", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(HYBRID.date())
                        .addDocuments(HYBRID, SECURITY, REQUIREMENTS)
                        .build())
                .remark(
                        "Federation servers and Entra Connect are members of a domain: what members need besides is in the"
                                + " catalog of Active Directory.")
                .remark(
                        "The names and addresses of Microsoft Entra ID and of Azure are in lists that Microsoft renews; place"
                                + " microsoft-entra-id with them.")
                .remark(
                        "Read from copies in MicrosoftDocs/entra-docs, commit 07cd7acd0425, and"
                                + " MicrosoftDocs/windowsserverdocs, commits 061b6f8bad7a and 048f945a6efb; newer editions may exist.")
                .section(HybridPorts.directory())
                .section(HybridPorts.cloud())
                .section(HybridPorts.farm())
                .section(HybridPorts.proxyAndFarm())
                .section(HybridPorts.proxyAndUsers())
                .section(HybridPorts.passThrough())
                .section(HybridPorts.hashSync())
                .section(HybridPorts.health())
                .flows(FederationServices.flows())
                .build();
    }
}
