package io.portolan.rds;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ADMIN_WORKSTATION;
import static io.portolan.catalog.Infrastructure.CRL_DISTRIBUTION_POINT;
import static io.portolan.catalog.Infrastructure.DNS_SERVER;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.RADIUS_SERVER;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.FTP;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.NETBIOS_DATAGRAM;
import static io.portolan.catalog.Service.NETBIOS_NAME;
import static io.portolan.catalog.Service.NETBIOS_SESSION;
import static io.portolan.catalog.Service.RADIUS;
import static io.portolan.catalog.Service.RDP;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.catalog.Service.WINRM;
import static io.portolan.catalog.Service.WMI;
import static io.portolan.rds.Rds.Outside.MICROSOFT_CLEARINGHOUSE;
import static io.portolan.rds.Rds.Role.CLIENT;
import static io.portolan.rds.Rds.Role.CONNECTION_BROKER;
import static io.portolan.rds.Rds.Role.GATEWAY;
import static io.portolan.rds.Rds.Role.LICENSE_SERVER;
import static io.portolan.rds.Rds.Role.SESSION_HOST;
import static io.portolan.rds.Rds.Role.VIRTUALIZATION_HOST;
import static io.portolan.rds.Rds.Role.VIRTUAL_DESKTOP;
import static io.portolan.rds.Rds.Role.WEB_ACCESS;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.PortSet;
import io.portolan.rds.Rds.Feature;
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

    private static final Service PUBLISHING = Service.of("rd-publishing", "RD publishing");

    private static final String RESOURCE_NOTE =
            "The article says RD resource; that is a session host or a virtual desktop.";
    private static final String UDP_NOTE =
            "A firewall that tracks the direction of UDP, such as TMG, must allow this as Send Receive.";

    private static final String DOMAINS_NOTE =
            "Domain controllers of both the users' and the resources' domain are meant.";
    private static final String RANDOM_NOTE =
            "The host hands out ports of its dynamic range at random; where it was narrowed"
                    + " (Microsoft KB 154596), the narrower range holds.";
    private static final String NETBIOS_NOTE =
            "NetBIOS over UDP uses the same port on both sides, so packets also come from it.";

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
                        Feature.WEB_ACCESS,
                        Feature.UNMANAGED_POOLS,
                        Feature.DIRECT_CLIENTS,
                        Feature.CRL_BY_LDAP,
                        Feature.CRL_BY_HTTP,
                        Feature.CRL_BY_FTP,
                        Feature.NPS,
                        Feature.WEB_ACCESS_ON_PERIMETER,
                        Feature.PER_USER_CALS)
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
                .section(clientToResource())
                .section(connectionBroker())
                .section(gatewayExternal())
                .section(gatewayInternal())
                .section(gatewayToResources())
                .section(webAccess())
                .section(sessionHost())
                .section(virtualizationHost())
                .section(licensingTcp())
                .section(licensingNetbios())
                .build();
    }

    private static Section clientToResource() {
        return section(
                CLIENT_TO_RESOURCE,
                row(
                        1,
                        flow(CLIENT, WEB_ACCESS)
                                .tcp(HTTPS, 443)
                                .when(Feature.WEB_ACCESS)
                                .erratum(RdsErrata.WEB_ACCESS_AMONG_RESOURCES)
                                .purpose("opens the web pages and feeds of RD Web Access")),
                row(
                        2,
                        flow(CLIENT, SESSION_HOST)
                                .alsoTo(VIRTUAL_DESKTOP)
                                .tcp(RDP, Ports.RDP)
                                .udp(RDP, Ports.RDP)
                                .note(RESOURCE_NOTE)
                                .when(Feature.DIRECT_CLIENTS)
                                .erratum(RdsErrata.DIRECT_RDP)
                                .purpose("runs a session")));
    }

    private static Section connectionBroker() {
        return section(
                BROKER,
                row(
                        1,
                        flow(WEB_ACCESS, CONNECTION_BROKER)
                                .tcp(PUBLISHING, 5504)
                                .erratum(RdsErrata.PUBLISHING_DIRECTION)
                                .purpose("asks for what is published")),
                row(2, flow(CONNECTION_BROKER, SESSION_HOST).tcp(RDP, Ports.RDP).purpose("connects to session hosts")),
                row(
                        3,
                        flow(CONNECTION_BROKER, VIRTUAL_DESKTOP)
                                .tcp(RDP, Ports.RDP)
                                .when(Feature.UNMANAGED_POOLS)
                                .note("For managed virtual machines ports are opened over the VMBus of their host.")
                                .purpose("connects to virtual desktops that the deployment does not manage")),
                row(
                        4,
                        flow(CLIENT, CONNECTION_BROKER)
                                .tcp(RDP, Ports.RDP)
                                .when(Feature.DIRECT_CLIENTS)
                                .note("The article names no listener; the row stands in the section of the broker.")
                                .purpose("asks the broker for a session without RD Gateway")),
                row(
                        5,
                        flow(CONNECTION_BROKER, VIRTUALIZATION_HOST)
                                .tcp(SMB, 445)
                                .rpc()
                                .purpose("connects to virtualization hosts")),
                row(6, flow(CONNECTION_BROKER, SESSION_HOST).tcp(SMB, 445).rpc().purpose("connects to session hosts")),
                row(7, administration(CONNECTION_BROKER)));
    }

    private static Section gatewayExternal() {
        return section(
                GATEWAY_EXTERNAL,
                row(
                        1,
                        flow(CLIENT, GATEWAY)
                                .tcp(HTTPS, Ports.GATEWAY_HTTPS)
                                .purpose("carries sessions in HTTP over TLS, RPC over HTTP included")),
                row(
                        2,
                        flow(CLIENT, GATEWAY)
                                .udp(RDP, Ports.GATEWAY_UDP)
                                .note(UDP_NOTE)
                                .purpose("carries RDP over UDP")));
    }

    private static Section gatewayInternal() {
        return section(
                GATEWAY_INTERNAL,
                row(
                        1,
                        flow(GATEWAY, DOMAIN_CONTROLLER)
                                .tcp(KERBEROS, 88)
                                .note(DOMAINS_NOTE)
                                .purpose("authenticates users")),
                row(
                        2,
                        flow(GATEWAY, DOMAIN_CONTROLLER)
                                .rpc()
                                .note(DOMAINS_NOTE)
                                .erratum(RdsErrata.NTDS_PORT_LOST)
                                .purpose("reaches the directory service by RPC")),
                row(
                        3,
                        flow(GATEWAY, DOMAIN_CONTROLLER)
                                .tcp(LDAP, 389)
                                .udp(LDAP, 389)
                                .note(DOMAINS_NOTE)
                                .erratum(RdsErrata.LDAP_FOR_TWO)
                                .purpose("authenticates users"),
                        flow(GATEWAY, CRL_DISTRIBUTION_POINT)
                                .tcp(LDAP, 389)
                                .udp(LDAP, 389)
                                .when(Feature.CRL_BY_LDAP)
                                .erratum(RdsErrata.LDAP_FOR_TWO)
                                .purpose("fetches certificate revocation lists")),
                row(
                        4,
                        flow(GATEWAY, DNS_SERVER)
                                .tcp(DNS, 53)
                                .udp(DNS, 53)
                                .purpose("resolves names of internal resources")),
                row(
                        5,
                        flow(GATEWAY, CRL_DISTRIBUTION_POINT)
                                .tcp(HTTP, 80)
                                .when(Feature.CRL_BY_HTTP)
                                .purpose("fetches certificate revocation lists")),
                row(
                        6,
                        flow(GATEWAY, CRL_DISTRIBUTION_POINT)
                                .tcp(FTP, 21)
                                .when(Feature.CRL_BY_FTP)
                                .note(
                                        "Only the control connection is listed; the data connection of FTP needs ports of its"
                                                + " own.")
                                .purpose("fetches certificate revocation lists")),
                row(
                        7,
                        flow(GATEWAY, RADIUS_SERVER)
                                .udp(RADIUS, 1812, 1813)
                                .when(Feature.NPS)
                                .purpose("asks the policy server and reports usage to it")),
                row(8, administration(GATEWAY)));
    }

    private static Section gatewayToResources() {
        return section(
                GATEWAY_TO_RESOURCES,
                row(
                        1,
                        flow(GATEWAY, SESSION_HOST)
                                .alsoTo(VIRTUAL_DESKTOP)
                                .tcp(RDP, Ports.RDP)
                                .note(RESOURCE_NOTE)
                                .purpose("passes sessions on to the resource"),
                        flow(GATEWAY, SESSION_HOST)
                                .alsoTo(VIRTUAL_DESKTOP)
                                .udp(RDP, Ports.RDP)
                                .note(RESOURCE_NOTE)
                                .note(UDP_NOTE)
                                .purpose("passes sessions on to the resource")));
    }

    private static Section webAccess() {
        return section(
                WEB,
                row(
                        1,
                        flow(WEB_ACCESS, CONNECTION_BROKER)
                                .tcp(WMI, Ports.WMI_FIXED)
                                .when(Feature.WEB_ACCESS_ON_PERIMETER)
                                .erratum(RdsErrata.WMI_PEER_LEFT_OPEN)
                                .note(
                                        "A DCOM client asks the endpoint mapper on TCP 135 first; the article does not list it"
                                                + " here.")
                                .purpose("asks the broker by WMI")),
                row(
                        2,
                        flow(WEB_ACCESS, CONNECTION_BROKER)
                                .tcp(PUBLISHING, 5504)
                                .when(Feature.WEB_ACCESS_ON_PERIMETER)
                                .variant("perimeter")
                                .erratum(RdsErrata.PUBLISHING_DIRECTION)
                                .purpose("asks for what is published centrally")),
                row(3, administration(WEB_ACCESS).when(Feature.WEB_ACCESS_ON_PERIMETER)));
    }

    private static Section sessionHost() {
        return section(SESSION, licensed(SESSION_HOST));
    }

    private static Section virtualizationHost() {
        return section(VIRTUALIZATION, licensed(VIRTUALIZATION_HOST));
    }

    /** The rows that the sections of session host and virtualization host have in common, word for word. */
    private static Row[] licensed(Role host) {
        return new Row[] {
            row(
                    1,
                    flow(host, LICENSE_SERVER)
                            .rpc()
                            .erratum(RdsErrata.LICENSING_PEERS_LEFT_OPEN)
                            .purpose("asks for client access licenses")),
            row(2, flow(host, DOMAIN_CONTROLLER).tcp(LDAP, 389).tcp(LDAPS, 636).purpose("talks to Active Directory")),
            row(3, administration(host))
        };
    }

    private static Section licensingTcp() {
        return section(
                LICENSING_TCP,
                row(
                        1,
                        toLicensing()
                                .tcp(RPC_ENDPOINT_MAPPER, 135)
                                .variant("licensing")
                                .purpose("finds the licensing service")),
                row(
                        2,
                        toLicensing()
                                .tcp(RPC, rpcDynamic(PortSet.ofRange(1024, 65_535)))
                                .when(WindowsGeneration.LEGACY)
                                .note(RANDOM_NOTE)
                                .erratum(RdsErrata.LEGACY_RANGE)
                                .variant("legacy")
                                .purpose("asks for client access licenses")),
                row(
                        3,
                        toLicensing()
                                .tcp(RPC, rpcDynamic(PortSet.ofRange(49_152, 65_535)))
                                .when(WindowsGeneration.MODERN)
                                .note(RANDOM_NOTE)
                                .variant("modern")
                                .purpose("asks for client access licenses")),
                row(4, toLicensing().tcp(SMB, 445).purpose("reaches licensing through named pipes")),
                row(
                        5,
                        flow(LICENSE_SERVER, MICROSOFT_CLEARINGHOUSE)
                                .tcp(HTTPS, 443)
                                .cite(cite(LICENSING_NETBIOS, "text"))
                                .note(
                                        "The registry of the license server shows the service that it talks to, for the rules"
                                                + " of a proxy: HKLM\\Software\\Microsoft\\TermServLicensing\\lrwiz\\Params.")
                                .purpose("reaches the Microsoft Clearinghouse over the internet")),
                row(6, administration(LICENSE_SERVER)),
                row(7, toLicensing().tcp(NETBIOS_SESSION, 139).purpose("reaches named pipes through NetBIOS")));
    }

    private static Section licensingNetbios() {
        return section(
                LICENSING_NETBIOS,
                row(1, toLicensing().udp(NETBIOS_NAME, 137).note(NETBIOS_NOTE).purpose("resolves NetBIOS names")),
                row(
                        2,
                        toLicensing()
                                .udp(NETBIOS_DATAGRAM, 138)
                                .note(NETBIOS_NOTE)
                                .purpose("sends NetBIOS datagrams")),
                row(
                        3,
                        flow(LICENSE_SERVER, DOMAIN_CONTROLLER)
                                .udp(LDAP, 389)
                                .tcp(LDAP, 389)
                                .when(Feature.PER_USER_CALS)
                                .erratum(RdsErrata.LDAP_UNDER_NETBIOS)
                                .purpose("records which user holds a license")));
    }

    private static FlowDraft toLicensing() {
        return flow(SESSION_HOST, LICENSE_SERVER)
                .alsoFrom(VIRTUALIZATION_HOST)
                .erratum(RdsErrata.LICENSING_PEERS_LEFT_OPEN);
    }

    private static FlowDraft administration(Role host) {
        return flow(ADMIN_WORKSTATION, host)
                .tcp(WINRM, 5985)
                .note(
                        "The article names no peer; the host from which one administers opens the connection, which can be"
                                + " another server of the deployment.")
                .purpose("administers the host by WMI and PowerShell remoting");
    }

    private static Section section(String heading, Row... rows) {
        return Section.section(DOCUMENT, heading, rows);
    }
}
