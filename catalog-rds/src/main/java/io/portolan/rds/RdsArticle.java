package io.portolan.rds;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ADMIN_WORKSTATION;
import static io.portolan.catalog.Service.WINRM;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Heading;
import io.portolan.rds.Rds.Role;
import java.time.LocalDate;

/**
 * The article "Ports that are used by Remote Desktop Services", section by section and row by row: hold both side by
 * side. A row is a bullet; its number counts within its section.
 */
final class RdsArticle {
    static final Document DOCUMENT = document()
            .date(LocalDate.of(2026, 2, 12))
            .copy("MicrosoftDocs/SupportArticles-docs, commit 3657dbdb466b0987e4d31512000ccfae3ae95ba1")
            .build();

    /** The edition before, in which the endpoint mapper and the NTDS services share a row. */
    static final Document EARLIER = document().date(LocalDate.of(2025, 2, 8)).build();

    private static Document.Builder document() {
        return Document.builder()
                .id("rds-ports")
                .title("Ports that are used by Remote Desktop Services")
                .publisher("Microsoft")
                .address("https://learn.microsoft.com/troubleshoot/windows-server/remote/ports-used-by-rds");
    }

    static final Heading CLIENT_TO_RESOURCE = DOCUMENT.heading("From client to RD resource");
    static final Heading BROKER = DOCUMENT.heading("Remote Desktop Connection Broker (RDCB)");
    static final Heading GATEWAY_EXTERNAL = DOCUMENT.heading(
            "Remote Desktop Gateway > Inbound external internet-based traffic from RD clients to the Gateway");
    static final Heading GATEWAY_INTERNAL =
            DOCUMENT.heading("Remote Desktop Gateway > Internal traffic between the Gateway and the required"
                    + " user AD, resource AD, DNS, NPS, and so on");
    static final Heading GATEWAY_TO_RESOURCES = DOCUMENT.heading(
            "Remote Desktop Gateway > Internal traffic from the Gateway and the internal RD resources");
    static final Heading WEB = DOCUMENT.heading("Remote Desktop Web Access");
    static final Heading SESSION = DOCUMENT.heading("Remote Desktop Session Host");
    static final Heading VIRTUALIZATION = DOCUMENT.heading("Remote Desktop Virtualization Host");
    static final Heading LICENSING_TCP = DOCUMENT.heading("Remote Desktop Licensing Server > TCP");
    static final Heading LICENSING_NETBIOS = DOCUMENT.heading("Remote Desktop Licensing Server > NetBIOS");

    private RdsArticle() {}

    static Catalog<Role> read() {
        return read("2", DOCUMENT);
    }

    static Catalog<Role> readEarlier() {
        return read("1", EARLIER);
    }

    private static Catalog<Role> read(String version, Document document) {
        return Catalog.builder("rds", "Remote Desktop Services", Role.class)
                .edition(Edition.builder()
                        .version(version)
                        .asOf(document.date())
                        .addDocuments(document)
                        .build())
                .section(AccessSections.clientToResource())
                .section(AccessSections.connectionBroker())
                .section(AccessSections.gatewayExternal())
                .section(AccessSections.gatewayInternal(document))
                .section(AccessSections.gatewayToResources())
                .section(AccessSections.webAccess())
                .section(HostSections.sessionHost())
                .section(HostSections.virtualizationHost())
                .section(HostSections.licensingTcp())
                .section(HostSections.licensingNetbios())
                .build();
    }

    static FlowDraft administration(Role host) {
        return flow(ADMIN_WORKSTATION, host)
                .tcp(WINRM, 5985)
                .note("The article names no peer; the host from which one administers opens the connection, which"
                        + " can be another server of the deployment.")
                .purpose("administers the host by WMI and PowerShell remoting");
    }
}
