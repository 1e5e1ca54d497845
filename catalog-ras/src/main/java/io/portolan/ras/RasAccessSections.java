package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.SameHost.LOCALHOST;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.RDP;
import static io.portolan.ras.Ras.Outside.AVD_SERVICES;
import static io.portolan.ras.Ras.Outside.LETS_ENCRYPT;
import static io.portolan.ras.Ras.Outside.MICROSOFT_SITE;
import static io.portolan.ras.Ras.Outside.PARALLELS_SITE;
import static io.portolan.ras.Ras.Role.CLIENT;
import static io.portolan.ras.Ras.Role.CONNECTION_BROKER;
import static io.portolan.ras.Ras.Role.FORWARDING_GATEWAY;
import static io.portolan.ras.Ras.Role.HALB;
import static io.portolan.ras.Ras.Role.NORMAL_GATEWAY;
import static io.portolan.ras.Ras.Role.PERFORMANCE_MONITOR;
import static io.portolan.ras.Ras.Role.SECURE_GATEWAY;
import static io.portolan.ras.Ras.Role.SESSION_HOST;
import static io.portolan.ras.Ras.Role.WEB_ADMINISTRATION;
import static io.portolan.ras.Ras.Role.WEB_BROWSER;
import static io.portolan.ras.RasServices.ACME_CHALLENGE;
import static io.portolan.ras.RasServices.BROKER;
import static io.portolan.ras.RasServices.GATEWAY;
import static io.portolan.ras.RasServices.GATEWAY_LOOKUP;
import static io.portolan.ras.RasServices.GATEWAY_SSL;
import static io.portolan.ras.RasServices.HTML5_SERVER;
import static io.portolan.ras.RasServices.INFLUXDB;
import static io.portolan.ras.RasServices.MANAGEMENT_PORTAL;
import static io.portolan.ras.RasServices.SHADOWING;
import static io.portolan.ras.RasServices.VRRP;

import io.portolan.catalog.Cast;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;

/** The sections on the way in: clients, browsers, load balancers and gateways. */
final class RasAccessSections {
    private static final String HOSTS_NOTE =
            "A session host is an RD Session Host, a virtual desktop or a Remote PC; the article has two names for it.";
    private static final String WEB_CLIENT_NOTE = "The Web Client itself runs on a gateway in Normal mode.";
    private static final String NOT_FORWARDED_NOTE = "No row has this port for a gateway in Forwarding mode.";

    private RasAccessSections() {}

    static Section client() {
        return RasArticle.CLIENT.section(
                row(
                        1,
                        flow(CLIENT, HALB)
                                .tcp(GATEWAY, 80)
                                .tcp(GATEWAY_SSL, 443)
                                .udp(GATEWAY, 80)
                                .udp(GATEWAY_SSL, 443)
                                .purpose("manages its connection and carries sessions"),
                        shadowing(CLIENT, HALB)),
                row(
                        2,
                        sessions(CLIENT, FORWARDING_GATEWAY),
                        balancedRdp(CLIENT, FORWARDING_GATEWAY),
                        lookup(FORWARDING_GATEWAY)),
                row(
                        3,
                        sessions(CLIENT, NORMAL_GATEWAY)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.NORMAL_GATEWAY_PORTS),
                        balancedRdp(CLIENT, NORMAL_GATEWAY)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.NORMAL_GATEWAY_PORTS),
                        shadowing(CLIENT, NORMAL_GATEWAY)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.NORMAL_GATEWAY_PORTS),
                        lookup(NORMAL_GATEWAY)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.NORMAL_GATEWAY_PORTS)),
                row(
                        4,
                        flow(CLIENT, SESSION_HOST)
                                .tcp(RDP, 3389)
                                .udp(RDP, 3389)
                                .when(Features.DIRECT_MODE)
                                .note("The connection is always encrypted.")
                                .note(HOSTS_NOTE)
                                .purpose("runs a session without a gateway in between")),
                row(
                        5,
                        flow(CLIENT, AVD_SERVICES)
                                .tcp(HTTPS, 443)
                                .purpose("reaches the gateway of Azure Virtual Desktop"),
                        flow(CLIENT, AVD_SERVICES)
                                .udp(RDP, 3390)
                                .optional()
                                .when(Features.SHORT_PATH)
                                .erratum(RasErrata.SHORT_PATH_LISTENER)
                                .purpose("runs a session of Azure Virtual Desktop over UDP")),
                row(
                        6,
                        flow(CLIENT, MICROSOFT_SITE)
                                .tcp(HTTPS, 443)
                                .purpose("downloads Microsoft's Remote Desktop client (MSRDC)")),
                row(
                        7,
                        flow(CLIENT, PARALLELS_SITE)
                                .tcp(HTTP, 80)
                                .tcp(HTTPS, 443)
                                .erratum(RasAdministrationErrata.PARALLELS_SITE_PORTS)
                                .purpose("looks for updates of Parallels Client and downloads it")));
    }

    static Section web() {
        return RasArticle.WEB.section(
                row(
                        1,
                        flow(WEB_BROWSER, WEB_ADMINISTRATION)
                                .tcp(MANAGEMENT_PORTAL, 20_443)
                                .erratum(RasErrata.BROWSER_AND_LETS_ENCRYPT)
                                .purpose("opens the Management Portal for administrators")),
                row(
                        2,
                        flow(WEB_BROWSER, HALB)
                                .tcp(HTTP, 80)
                                .tcp(HTTPS, 443)
                                .note(WEB_CLIENT_NOTE)
                                .erratum(RasErrata.BROWSER_AND_LETS_ENCRYPT)
                                .purpose("opens the Web Client for users, through the load balancer"),
                        challenge(HALB)),
                row(
                        3,
                        flow(WEB_BROWSER, SECURE_GATEWAY)
                                .tcp(HTTP, Ports.GATEWAY)
                                .tcp(HTTPS, Ports.GATEWAY_SSL)
                                .note(WEB_CLIENT_NOTE)
                                .erratum(RasErrata.BROWSER_AND_LETS_ENCRYPT)
                                .purpose("opens the Web Client for users"),
                        challenge(SECURE_GATEWAY)
                                .note("The check comes to 80 and 443, whatever ports the site chose for the"
                                        + " gateway.")));
    }

    static Section halb() {
        return RasArticle.HALB.section(
                row(
                        1,
                        flow(HALB, HALB)
                                .over(VRRP, Traffic.of(Transport.ip(IpProtocol.VRRP)))
                                .cast(Cast.MULTICAST)
                                .note("VRRP sends to a multicast group, which the article does not mention.")
                                .erratum(RasErrata.VRRP_AS_PORT)
                                .purpose("agrees which appliance holds the virtual IP address")),
                row(2, sessions(HALB, FORWARDING_GATEWAY)),
                row(3, sessions(HALB, NORMAL_GATEWAY), shadowing(HALB, NORMAL_GATEWAY)));
    }

    static Section secureGateway() {
        return RasArticle.SECURE_GATEWAY.section(
                row(1, sessions(FORWARDING_GATEWAY, NORMAL_GATEWAY), balancedRdp(FORWARDING_GATEWAY, NORMAL_GATEWAY)),
                row(2, performanceData(FORWARDING_GATEWAY)),
                row(
                        3,
                        flow(NORMAL_GATEWAY, SESSION_HOST)
                                .tcp(RDP, 3389)
                                .udp(RDP, 3389)
                                .note(HOSTS_NOTE)
                                .purpose("carries sessions to their hosts")),
                row(
                        4,
                        flow(NORMAL_GATEWAY, CONNECTION_BROKER)
                                .tcp(BROKER, 20_002)
                                .erratum(RasErrata.MODE_OF_CONSOLE)
                                .purpose("asks the Connection Broker"),
                        shadowing(NORMAL_GATEWAY, CONNECTION_BROKER).when(Features.CONSOLE_ON_BROKER)),
                row(5, performanceData(NORMAL_GATEWAY)),
                row(
                        6,
                        flow(NORMAL_GATEWAY, LOCALHOST)
                                .tcp(HTML5_SERVER, 20_020)
                                .purpose("talks to its Node.js web server for HTML5")));
    }

    /** What every host that runs the Telegraf service opens. */
    static FlowDraft performanceData(Role host) {
        return flow(host, PERFORMANCE_MONITOR)
                .tcp(INFLUXDB, 8086)
                .purpose("writes performance data of its Telegraf service to InfluxDB");
    }

    private static FlowDraft sessions(Role source, Role gateway) {
        return flow(source, gateway)
                .tcp(GATEWAY, Ports.GATEWAY)
                .tcp(GATEWAY_SSL, Ports.GATEWAY_SSL)
                .udp(GATEWAY, Ports.GATEWAY)
                .udp(GATEWAY_SSL, Ports.GATEWAY_SSL)
                .purpose("manages the connection and carries sessions");
    }

    private static FlowDraft balancedRdp(Role source, Role gateway) {
        return flow(source, gateway)
                .tcp(RDP, 3389)
                .udp(RDP, 3389)
                .when(Features.RDP_LOAD_BALANCING)
                .purpose("carries sessions of plain RDP");
    }

    private static FlowDraft shadowing(Role source, Role destination) {
        return flow(source, destination)
                .tcp(SHADOWING, 20_009)
                .udp(SHADOWING, 20_009)
                .when(Features.INDIRECT_SHADOWING)
                .note(NOT_FORWARDED_NOTE)
                .purpose("lets administrators shadow the client through a firewall");
    }

    private static FlowDraft lookup(Role gateway) {
        return flow(CLIENT, gateway)
                .udp(GATEWAY_LOOKUP, 20_000)
                .cast(Cast.BROADCAST)
                .note("A gateway answers although no packet was addressed to it; the article does not list the answer.")
                .purpose("looks for gateways");
    }

    private static FlowDraft challenge(Role destination) {
        return flow(LETS_ENCRYPT, destination)
                .tcp(ACME_CHALLENGE, 80, 443)
                .when(Features.LETS_ENCRYPT)
                .erratum(RasErrata.BROWSER_AND_LETS_ENCRYPT)
                .purpose("checks who holds the domain before it issues a certificate");
    }
}
