package io.portolan.identity;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.CRL_DISTRIBUTION_POINT;
import static io.portolan.catalog.Infrastructure.DNS_SERVER;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.catalog.Service.WINRM;
import static io.portolan.identity.HybridIdentity.Outside.MICROSOFT_ENTRA_ID;
import static io.portolan.identity.HybridIdentity.Role.ENTRA_CONNECT;
import static io.portolan.identity.HybridIdentity.Role.EXTERNAL_CLIENT;
import static io.portolan.identity.HybridIdentity.Role.FEDERATION_SERVER;
import static io.portolan.identity.HybridIdentity.Role.WEB_APPLICATION_PROXY;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Heading;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.identity.HybridIdentity.Features;
import io.portolan.net.PortSet;

/** The document "Hybrid Identity Required Ports and Protocols", table by table and row by row. */
final class HybridPorts {
    static final Heading DIRECTORY =
            IdentityDocuments.HYBRID.heading("Table 1 - Microsoft Entra Connect and On-premises AD");
    static final Heading CLOUD =
            IdentityDocuments.HYBRID.heading("Table 2 - Microsoft Entra Connect and Microsoft Entra ID");
    static final Heading FARM =
            IdentityDocuments.HYBRID.heading("Table 3 - Microsoft Entra Connect and AD FS Federation Servers/WAP");
    static final Heading PROXY_AND_FARM = IdentityDocuments.HYBRID.heading("Table 4 - WAP and Federation Servers");
    static final Heading PROXY_AND_USERS = IdentityDocuments.HYBRID.heading("Table 5 - WAP and Users");
    static final Heading PASS_THROUGH =
            IdentityDocuments.HYBRID.heading("Table 6a - Pass-through Authentication with SSO");
    static final Heading HASH_SYNC = IdentityDocuments.HYBRID.heading("Table 6b - Password Hash Sync with SSO");
    static final Heading HEALTH = IdentityDocuments.HYBRID.heading(
            "Table 7a - Ports and Protocols for Microsoft Entra Connect Health agent for (AD FS/Sync)"
                    + " and Microsoft Entra ID");

    static final Service CERTIFICATE_AUTHENTICATION =
            Service.of("certificate-authentication", "Certificate authentication");
    private static final Service ADWS = Service.of("adws", "Active Directory Web Services");
    private static final Service AZURE_SERVICE_BUS = Service.of("azure-service-bus", "Azure Service Bus");
    private static final Service GLOBAL_CATALOG_LDAP = Service.of("global-catalog-ldap", "Global catalog LDAP");

    private HybridPorts() {}

    private static FlowDraft directoryFlow() {
        return flow(ENTRA_CONNECT, DOMAIN_CONTROLLER);
    }

    static Section directory() {
        return DIRECTORY.section(
                row(
                        1,
                        flow(ENTRA_CONNECT, DNS_SERVER)
                                .tcp(DNS, 53)
                                .udp(DNS, 53)
                                .purpose("resolves names of the forest")),
                row(2, directoryFlow().tcp(KERBEROS, 88).udp(KERBEROS, 88).purpose("authenticates to the forest")),
                row(
                        3,
                        directoryFlow()
                                .tcp(RPC_ENDPOINT_MAPPER, 135)
                                .purpose("asks on which port the directory answers RPC, when it is set up and when it"
                                        + " synchronizes passwords")),
                row(4, directoryFlow().tcp(LDAP, 389).udp(LDAP, 389).purpose("imports the directory")),
                row(
                        5,
                        directoryFlow()
                                .tcp(SMB, 445)
                                .when(Features.SEAMLESS_SSO)
                                .variant("seamless-sso")
                                .purpose("creates the computer account of single sign-on"),
                        directoryFlow()
                                .tcp(SMB, 445)
                                .when(Features.PASSWORD_WRITEBACK)
                                .variant("password-writeback")
                                .purpose("writes passwords back")),
                row(
                        6,
                        directoryFlow()
                                .tcp(LDAPS, 636)
                                .udp(LDAPS, 636)
                                .when(Features.LDAPS)
                                .erratum(IdentityErrata.UDP_LDAPS)
                                .purpose("imports the directory over TLS")),
                row(
                        7,
                        directoryFlow()
                                .tcp(RPC, rpcDynamic(PortSet.ofRange(49_152, 65_535)))
                                .purpose("binds to the forest when it is set up, and synchronizes passwords")),
                row(
                        8,
                        directoryFlow()
                                .tcp(WINRM, 5985)
                                .when(Features.ADFS_WITH_GMSA)
                                .purpose("prepares the service account of AD FS")),
                row(
                        9,
                        directoryFlow()
                                .tcp(ADWS, 9389)
                                .when(Features.ADFS_WITH_GMSA)
                                .purpose("prepares the service account of AD FS")),
                row(
                        10,
                        flow(ENTRA_CONNECT, GLOBAL_CATALOG)
                                .tcp(GLOBAL_CATALOG_LDAP, 3268)
                                .when(Features.SEAMLESS_SSO)
                                .purpose("searches the forest before it creates a computer account")));
    }

    private static FlowDraft revocationLists() {
        return flow(ENTRA_CONNECT, CRL_DISTRIBUTION_POINT)
                .tcp(HTTP, 80)
                .erratum(IdentityErrata.CRL_PEER)
                .purpose("fetches certificate revocation lists");
    }

    static Section cloud() {
        return CLOUD.section(
                row(1, revocationLists()),
                row(2, flow(ENTRA_CONNECT, MICROSOFT_ENTRA_ID).tcp(HTTPS, 443).purpose("synchronizes the directory")));
    }

    static Section farm() {
        return FARM.section(
                row(
                        1,
                        revocationLists()
                                .cite(IdentityDocuments.CONNECT_AND_FARM.row(1))
                                .erratum(IdentityErrata.HTTP_OVER_UDP)
                                .variant("federation")),
                row(
                        2,
                        toFarm().tcp(HTTPS, 443)
                                .cite(IdentityDocuments.CONNECT_AND_FARM.row(2))
                                .erratum(IdentityErrata.COPIED_PURPOSE)
                                .erratum(IdentityErrata.HTTP_OVER_UDP)
                                .purpose("sets the farm up and checks it")),
                row(
                        3,
                        toFarm().tcp(WINRM, 5985)
                                .cite(IdentityDocuments.CONNECT_AND_FARM.row(3))
                                .erratum(IdentityErrata.WINRM_PROTOCOL)
                                .purpose("administers the farm by PowerShell remoting")));
    }

    private static FlowDraft toFarm() {
        return flow(ENTRA_CONNECT, FEDERATION_SERVER).alsoTo(WEB_APPLICATION_PROXY);
    }

    static Section proxyAndFarm() {
        return PROXY_AND_FARM.section(row(
                1,
                flow(WEB_APPLICATION_PROXY, FEDERATION_SERVER)
                        .tcp(HTTPS, 443)
                        .cite(IdentityDocuments.PROXY_AND_FARM.row(1))
                        .cite(IdentityDocuments.FIREWALL.place("text 1"))
                        .erratum(IdentityErrata.HTTP_OVER_UDP)
                        .purpose("passes authentication on")));
    }

    static Section proxyAndUsers() {
        return PROXY_AND_USERS.section(
                row(
                        1,
                        flow(EXTERNAL_CLIENT, WEB_APPLICATION_PROXY)
                                .tcp(HTTPS, 443)
                                .cite(IdentityDocuments.PROXY_AND_USERS.row(1))
                                .cite(IdentityDocuments.FIREWALL.place("text 1"))
                                .erratum(IdentityErrata.HTTP_OVER_UDP)
                                .purpose("signs in from outside")),
                row(
                        2,
                        flow(EXTERNAL_CLIENT, WEB_APPLICATION_PROXY)
                                .tcp(CERTIFICATE_AUTHENTICATION, 49_443)
                                .when(Features.USER_CERTIFICATES_ON_49443)
                                .cite(IdentityDocuments.PORTS.place("note 1"))
                                .cite(IdentityDocuments.PROXY_AND_USERS.row(2))
                                .cite(IdentityDocuments.FIREWALL.place("text 2"))
                                .note("Between proxy and federation servers the port is not needed.")
                                .purpose("signs in with a certificate")));
    }

    static Section passThrough() {
        return PASS_THROUGH.section(
                row(
                        1,
                        revocationLists()
                                .when(Features.PASS_THROUGH_AUTHENTICATION)
                                .note(
                                        "Agents fetch their updates over the same port; agents on servers of their own need"
                                                + " this row and the next as well.")
                                .variant("pass-through")),
                row(
                        2,
                        flow(ENTRA_CONNECT, MICROSOFT_ENTRA_ID)
                                .tcp(HTTPS, 443)
                                .when(Features.PASS_THROUGH_AUTHENTICATION)
                                .note("The document also asks for direct connections to the address ranges of Azure.")
                                .variant("pass-through")
                                .purpose("registers agents, updates them and takes sign-ins")));
    }

    static Section hashSync() {
        return HASH_SYNC.section(row(
                1,
                flow(ENTRA_CONNECT, MICROSOFT_ENTRA_ID)
                        .tcp(HTTPS, 443)
                        .when(Features.SEAMLESS_SSO)
                        .note("Only while single sign-on is registered, and then also to the address ranges of"
                                + " Azure.")
                        .variant("seamless-sso")
                        .purpose("registers single sign-on")));
    }

    static Section health() {
        return HEALTH.section(
                row(
                        1,
                        healthAgent()
                                .tcp(AZURE_SERVICE_BUS, 5671)
                                .optional()
                                .erratum(IdentityErrata.SERVICE_BUS)
                                .purpose("reports health")),
                row(2, healthAgent().tcp(HTTPS, 443).variant("health").purpose("reports health")));
    }

    private static FlowDraft healthAgent() {
        return flow(ENTRA_CONNECT, MICROSOFT_ENTRA_ID)
                .alsoFrom(FEDERATION_SERVER)
                .when(Features.HEALTH_AGENT);
    }
}
