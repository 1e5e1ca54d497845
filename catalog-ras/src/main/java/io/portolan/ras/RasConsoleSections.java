package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.MAIL_SERVER;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.ras.Ras.Outside.MICROSOFT_SITE;
import static io.portolan.ras.Ras.Outside.PARALLELS_SITE;
import static io.portolan.ras.Ras.Role.CLIENT;
import static io.portolan.ras.Ras.Role.CONNECTION_BROKER;
import static io.portolan.ras.Ras.Role.CONSOLE;
import static io.portolan.ras.Ras.Role.ENROLLMENT_SERVER;
import static io.portolan.ras.Ras.Role.GUEST_AGENT;
import static io.portolan.ras.Ras.Role.HALB;
import static io.portolan.ras.Ras.Role.PERFORMANCE_MONITOR;
import static io.portolan.ras.Ras.Role.PROVIDER_AGENT;
import static io.portolan.ras.Ras.Role.REMOTE_PC_AGENT;
import static io.portolan.ras.Ras.Role.REPORTING;
import static io.portolan.ras.Ras.Role.SECURE_GATEWAY;
import static io.portolan.ras.Ras.Role.SESSION_HOST_AGENT;
import static io.portolan.ras.Ras.Role.SSRS;
import static io.portolan.ras.Ras.Role.WYSE_BROKER;
import static io.portolan.ras.RasServices.AGENT;
import static io.portolan.ras.RasServices.BROKER;
import static io.portolan.ras.RasServices.ENROLLMENT;
import static io.portolan.ras.RasServices.GATEWAY;
import static io.portolan.ras.RasServices.GATEWAY_SSL;
import static io.portolan.ras.RasServices.HALB_CONFIGURATION;
import static io.portolan.ras.RasServices.SHADOWING;
import static io.portolan.ras.RasServices.SMTP;
import static io.portolan.ras.RasServices.WYSE_DISCOVERY;

import io.portolan.catalog.Cast;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;

/** The section on the Console. */
final class RasConsoleSections {
    private RasConsoleSections() {}

    static Section console() {
        return RasArticle.CONSOLE.section(
                row(
                        1,
                        flow(CONSOLE, REPORTING)
                                .tcp(RasServices.REPORTING, 30_008)
                                .note("RAS Reporting is on the host of SSRS.")
                                .note("The row has the Console go by way of the primary Connection Broker.")
                                .erratum(RasAdministrationErrata.CONSOLE_AND_REPORTING)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("asks RAS Reporting")),
                row(
                        2,
                        flow(CONSOLE, SSRS)
                                .tcp(RasServices.SSRS, 443)
                                .erratum(RasAdministrationErrata.SSRS_PORTS)
                                .purpose("fetches reports")),
                row(
                        3,
                        flow(CONSOLE, HALB)
                                .tcp(HALB_CONFIGURATION, 31_006)
                                .udp(HALB_CONFIGURATION, 31_006)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .purpose("configures the load balancer")),
                row(
                        4,
                        flow(CONSOLE, CLIENT)
                                .tcp(SHADOWING, 50_005)
                                .when(Features.DIRECT_SHADOWING)
                                .purpose("shadows the client")),
                row(5, agent(SESSION_HOST_AGENT, 30_004)),
                row(
                        6,
                        flow(CONSOLE, GUEST_AGENT)
                                .udp(AGENT, 30_009)
                                .tcp(AGENT, 30_010)
                                .erratum(RasAdministrationErrata.CHECK_AGENT_TRANSPORTS)
                                .purpose("checks the agent and manages it")),
                row(7, agent(REMOTE_PC_AGENT, 30_004)),
                row(8, agent(PROVIDER_AGENT, 30_006).erratum(RasErrata.TWO_NAMES)),
                row(
                        9,
                        RasBrokerSections.secondFactor(CONSOLE).purpose("reaches the servers of the second factor"),
                        RasBrokerSections.radius(CONSOLE).purpose("reaches the servers of the second factor")),
                row(
                        10,
                        flow(CONSOLE, MICROSOFT_SITE)
                                .tcp(HTTP, 80)
                                .tcp(HTTPS, 443)
                                .erratum(RasAdministrationErrata.MICROSOFT_DOWNLOAD)
                                .purpose("looks for updates and downloads client software")),
                row(
                        11,
                        flow(CONSOLE, PARALLELS_SITE)
                                .tcp(HTTP, 80)
                                .erratum(RasAdministrationErrata.PARALLELS_SITE_PORTS)
                                .purpose("looks for updates of Parallels Client and downloads it")),
                row(
                        12,
                        flow(CONSOLE, SECURE_GATEWAY)
                                .tcp(GATEWAY, Ports.GATEWAY)
                                .unless(Features.GATEWAY_PORT_DISABLED)
                                .purpose("sets the log level, and fetches or clears the log"),
                        flow(CONSOLE, SECURE_GATEWAY)
                                .tcp(GATEWAY_SSL, Ports.GATEWAY_SSL)
                                .when(Features.GATEWAY_PORT_DISABLED)
                                .note("The Console uses it only where the port without SSL is closed.")
                                .purpose("sets the log level, and fetches or clears the log")),
                row(
                        13,
                        flow(CONSOLE, PERFORMANCE_MONITOR)
                                .tcp(BROKER, 20_001, 20_002)
                                .erratum(RasAdministrationErrata.PERFORMANCE_MONITOR_AS_BROKER)
                                .optional()
                                .purpose("talks to the broker and its redundancy service")),
                row(
                        14,
                        flow(CONSOLE, CONNECTION_BROKER)
                                .tcp(BROKER, 20_001, 20_002)
                                .erratum(RasAdministrationErrata.PERFORMANCE_MONITOR_AS_BROKER)
                                .purpose("talks to the broker and its redundancy service")),
                row(
                        15,
                        flow(CONSOLE, ENROLLMENT_SERVER)
                                .tcp(ENROLLMENT, 30_030)
                                .udp(ENROLLMENT, 30_030)
                                .erratum(RasAdministrationErrata.CHECK_AGENT_TRANSPORTS)
                                .erratum(RasAdministrationErrata.ENROLLMENT_TRANSPORTS)
                                .purpose("checks the Enrollment Server, manages it and diagnoses problems")),
                row(
                        16,
                        flow(CONSOLE, WYSE_BROKER)
                                .udp(WYSE_DISCOVERY, 1234)
                                .cast(Cast.BROADCAST)
                                .note("The packet is V_WYSEBCAST; its answer is a flow of its own.")
                                .erratum(RasAdministrationErrata.WYSE_REPLY)
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("looks for a Wyse broker"),
                        flow(WYSE_BROKER, CONSOLE)
                                .udp(WYSE_DISCOVERY, 68)
                                .note("The packet is V_WYSETEST.")
                                .note("UDP 68 is also the port of the DHCP client of the host.")
                                .erratum(RasAdministrationErrata.WYSE_REPLY)
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("answers that it is there")),
                row(
                        17,
                        flow(CONSOLE, MAIL_SERVER)
                                .tcp(SMTP, Ports.MAIL)
                                .note("SSL or TLS goes on top.")
                                .purpose("sends a mail to try the settings")));
    }

    private static FlowDraft agent(Role agent, int port) {
        return flow(CONSOLE, agent)
                .udp(AGENT, port)
                .tcp(AGENT, port)
                .erratum(RasAdministrationErrata.CHECK_AGENT_TRANSPORTS)
                .purpose("checks the agent and manages it");
    }
}
