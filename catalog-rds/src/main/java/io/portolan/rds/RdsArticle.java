package io.portolan.rds;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ADMIN_WORKSTATION;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.WINRM;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.rds.Rds.Features;
import io.portolan.rds.Rds.Ports;
import io.portolan.rds.Rds.Role;
import java.time.LocalDate;

/**
 * The article "Ports that are used by Remote Desktop Services", section by section and row by row: hold both side by
 * side. A row is a bullet; its number counts within its section.
 */
final class RdsArticle {
    static final Document DOCUMENT = Document.builder()
            .id("rds-ports")
            .title("Ports that are used by Remote Desktop Services")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/remote/ports-used-by-rds")
            .date(LocalDate.of(2025, 2, 8))
            .build();

    static final String CLIENT_TO_RESOURCE = "From client to RD resource";
    static final String BROKER = "Remote Desktop Connection Broker (RDCB)";
    static final String GATEWAY_EXTERNAL =
            "Remote Desktop Gateway > Inbound external internet-based traffic from RD clients to the Gateway";
    static final String GATEWAY_INTERNAL =
            "Remote Desktop Gateway > Internal traffic between the Gateway and the required"
                    + " user AD, resource AD, DNS, NPS, and so on";
    static final String GATEWAY_TO_RESOURCES =
            "Remote Desktop Gateway > Internal traffic from the Gateway and the internal RD resources";
    static final String WEB = "Remote Desktop Web Access";
    static final String SESSION = "Remote Desktop Session Host";
    static final String VIRTUALIZATION = "Remote Desktop Virtualization Host";
    static final String LICENSING_TCP = "Remote Desktop Licensing Server > TCP";
    static final String LICENSING_NETBIOS = "Remote Desktop Licensing Server > NetBIOS";

    private RdsArticle() {}

    static Citation cite(String section, int row) {
        return cite(section, "row " + row);
    }

    static Citation cite(String section, String place) {
        return Citation.of(DOCUMENT, section, place);
    }

    static Catalog<Role> read() {
        return Catalog.builder("rds", "Remote Desktop Services", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(DOCUMENT.date())
                        .addDocuments(DOCUMENT)
                        .build())
                .settings(Ports.RDP, Ports.GATEWAY_HTTPS, Ports.GATEWAY_UDP, Ports.WMI_FIXED)
                .features(
                        Features.WEB_ACCESS,
                        Features.UNMANAGED_POOLS,
                        Features.DIRECT_CLIENTS,
                        Features.CRL_BY_LDAP,
                        Features.CRL_BY_HTTP,
                        Features.CRL_BY_FTP,
                        Features.NPS,
                        Features.WEB_ACCESS_ON_PERIMETER,
                        Features.PER_USER_CALS)
                .errata(
                        RdsErrata.WEB_ACCESS_AMONG_RESOURCES,
                        RdsErrata.DIRECT_RDP,
                        RdsErrata.PUBLISHING_DIRECTION,
                        RdsErrata.NTDS_PORT_LOST,
                        RdsErrata.LDAP_FOR_TWO,
                        RdsErrata.WMI_PEER_LEFT_OPEN,
                        RdsErrata.LICENSING_PEERS_LEFT_OPEN,
                        RdsErrata.LEGACY_RANGE,
                        RdsErrata.LDAP_UNDER_NETBIOS)
                .section(AccessSections.clientToResource())
                .section(AccessSections.connectionBroker())
                .section(AccessSections.gatewayExternal())
                .section(AccessSections.gatewayInternal())
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
                .note(
                        "The article names no peer; the host from which one administers opens the connection, which can be"
                                + " another server of the deployment.")
                .purpose("administers the host by WMI and PowerShell remoting");
    }

    static Section section(String heading, Row... rows) {
        return Section.section(DOCUMENT, heading, rows);
    }
}
