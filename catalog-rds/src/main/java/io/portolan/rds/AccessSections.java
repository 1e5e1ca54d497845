package io.portolan.rds;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.CRL_DISTRIBUTION_POINT;
import static io.portolan.catalog.Infrastructure.DNS_SERVER;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.RADIUS_SERVER;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.FTP;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.RADIUS;
import static io.portolan.catalog.Service.RDP;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.catalog.Service.WMI;
import static io.portolan.rds.Rds.Role.CLIENT;
import static io.portolan.rds.Rds.Role.CONNECTION_BROKER;
import static io.portolan.rds.Rds.Role.GATEWAY;
import static io.portolan.rds.Rds.Role.SESSION_HOST;
import static io.portolan.rds.Rds.Role.VIRTUALIZATION_HOST;
import static io.portolan.rds.Rds.Role.VIRTUAL_DESKTOP;
import static io.portolan.rds.Rds.Role.WEB_ACCESS;
import static io.portolan.rds.RdsArticle.administration;

import io.portolan.catalog.Document;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Row;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.rds.Rds.Features;
import io.portolan.rds.Rds.Ports;
import java.util.ArrayList;
import java.util.List;

/** The sections of the article on how users come in: clients, broker, gateway and web access. */
final class AccessSections {
    private static final Service PUBLISHING = Service.of("rd-publishing", "RD publishing");
    private static final String RESOURCE_NOTE =
            "The article says RD resource; that is a session host or a virtual desktop.";
    private static final String UDP_NOTE =
            "A firewall that tracks the direction of UDP, such as TMG, must allow this as Send Receive.";
    private static final String DOMAINS_NOTE =
            "Domain controllers of both the users' and the resources' domain are meant.";

    private AccessSections() {}

    static Section clientToResource() {
        return RdsArticle.CLIENT_TO_RESOURCE.section(
                row(
                        1,
                        flow(CLIENT, WEB_ACCESS)
                                .tcp(HTTPS, 443)
                                .when(Features.WEB_ACCESS)
                                .erratum(RdsErrata.WEB_ACCESS_AMONG_RESOURCES)
                                .purpose("opens the web pages and feeds of RD Web Access")),
                row(
                        2,
                        flow(CLIENT, SESSION_HOST)
                                .alsoTo(VIRTUAL_DESKTOP)
                                .tcp(RDP, Ports.RDP)
                                .udp(RDP, Ports.RDP)
                                .note(RESOURCE_NOTE)
                                .when(Features.DIRECT_CLIENTS)
                                .erratum(RdsErrata.DIRECT_RDP)
                                .purpose("runs a session")));
    }

    static Section connectionBroker() {
        return RdsArticle.BROKER.section(
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
                                .when(Features.UNMANAGED_POOLS)
                                .note("For managed virtual machines ports are opened over the VMBus of their host.")
                                .purpose("connects to virtual desktops that the deployment does not manage")),
                row(
                        4,
                        flow(CLIENT, CONNECTION_BROKER)
                                .tcp(RDP, Ports.RDP)
                                .when(Features.DIRECT_CLIENTS)
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

    static Section gatewayExternal() {
        return RdsArticle.GATEWAY_EXTERNAL.section(
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

    /** The one section in which the editions differ: since 2026-02-12, its second row is two. */
    static Section gatewayInternal(Document edition) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                1,
                toDirectory()
                        .tcp(KERBEROS, 88)
                        .erratum(RdsErrata.KERBEROS_BY_TCP_ALONE)
                        .purpose("authenticates users")));
        FlowDraft endpointMapper = directoryRpc().tcp(RPC_ENDPOINT_MAPPER, 135);
        FlowDraft services = directoryRpc().tcp(RPC, PortSpec.rpcDynamic().of(RpcService.NTDS));
        if (edition.equals(RdsArticle.EARLIER)) {
            rows.add(row(2, endpointMapper, services));
        } else {
            rows.add(row(2, endpointMapper));
            rows.add(row(3, services));
        }
        rows.add(row(
                rows.size() + 1,
                toDirectory()
                        .tcp(LDAP, 389)
                        .udp(LDAP, 389)
                        .erratum(RdsErrata.LDAP_FOR_TWO)
                        .purpose("authenticates users"),
                toRevocationLists()
                        .tcp(LDAP, 389)
                        .udp(LDAP, 389)
                        .when(Features.CRL_BY_LDAP)
                        .erratum(RdsErrata.LDAP_FOR_TWO)));
        rows.add(row(
                rows.size() + 1,
                flow(GATEWAY, DNS_SERVER).tcp(DNS, 53).udp(DNS, 53).purpose("resolves names of internal resources")));
        rows.add(row(rows.size() + 1, toRevocationLists().tcp(HTTP, 80).when(Features.CRL_BY_HTTP)));
        rows.add(row(
                rows.size() + 1,
                toRevocationLists()
                        .tcp(FTP, 21)
                        .when(Features.CRL_BY_FTP)
                        .note("Only the control connection is listed; the data connection of FTP needs ports"
                                + " of its own.")));
        rows.add(row(
                rows.size() + 1,
                flow(GATEWAY, RADIUS_SERVER)
                        .udp(RADIUS, 1812, 1813)
                        .when(Features.NPS)
                        .purpose("asks the policy server and reports usage to it")));
        rows.add(row(rows.size() + 1, administration(GATEWAY)));
        return RdsArticle.GATEWAY_INTERNAL.section(rows.toArray(new Row[0]));
    }

    private static FlowDraft toDirectory() {
        return flow(GATEWAY, DOMAIN_CONTROLLER).note(DOMAINS_NOTE);
    }

    private static FlowDraft directoryRpc() {
        return toDirectory().erratum(RdsErrata.NTDS_PORT_LOST).purpose("reaches the directory service by RPC");
    }

    private static FlowDraft toRevocationLists() {
        return flow(GATEWAY, CRL_DISTRIBUTION_POINT).purpose("fetches certificate revocation lists");
    }

    static Section gatewayToResources() {
        return RdsArticle.GATEWAY_TO_RESOURCES.section(row(
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

    static Section webAccess() {
        return RdsArticle.WEB.section(
                row(
                        1,
                        flow(WEB_ACCESS, CONNECTION_BROKER)
                                .tcp(WMI, Ports.WMI_FIXED)
                                .when(Features.WEB_ACCESS_ON_PERIMETER)
                                .erratum(RdsErrata.WMI_PEER_LEFT_OPEN)
                                .note("A DCOM client asks the endpoint mapper on TCP 135 first; the article does not"
                                        + " list it here.")
                                .purpose("asks the broker by WMI")),
                row(
                        2,
                        flow(WEB_ACCESS, CONNECTION_BROKER)
                                .tcp(PUBLISHING, 5504)
                                .when(Features.WEB_ACCESS_ON_PERIMETER)
                                .variant("perimeter")
                                .erratum(RdsErrata.PUBLISHING_DIRECTION)
                                .purpose("asks for what is published centrally")),
                row(3, administration(WEB_ACCESS).when(Features.WEB_ACCESS_ON_PERIMETER)));
    }
}
