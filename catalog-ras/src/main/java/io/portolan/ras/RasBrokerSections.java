package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;
import static io.portolan.catalog.Infrastructure.MAIL_SERVER;
import static io.portolan.catalog.Infrastructure.RADIUS_SERVER;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.RADIUS;
import static io.portolan.ras.Ras.Outside.LETS_ENCRYPT;
import static io.portolan.ras.Ras.Outside.LICENSING_SERVER;
import static io.portolan.ras.Ras.Role.CONNECTION_BROKER;
import static io.portolan.ras.Ras.Role.ENROLLMENT_SERVER;
import static io.portolan.ras.Ras.Role.GUEST_AGENT;
import static io.portolan.ras.Ras.Role.MFA_SERVER;
import static io.portolan.ras.Ras.Role.PROVIDER_AGENT;
import static io.portolan.ras.Ras.Role.REMOTE_INSTALLER;
import static io.portolan.ras.Ras.Role.REMOTE_PC_AGENT;
import static io.portolan.ras.Ras.Role.REPORTING;
import static io.portolan.ras.Ras.Role.SECURE_GATEWAY;
import static io.portolan.ras.Ras.Role.SESSION_HOST_AGENT;
import static io.portolan.ras.RasServices.AGENT;
import static io.portolan.ras.RasServices.BROKER;
import static io.portolan.ras.RasServices.ENROLLMENT;
import static io.portolan.ras.RasServices.MFA;
import static io.portolan.ras.RasServices.REDUNDANCY;
import static io.portolan.ras.RasServices.REMOTE_INSTALL;
import static io.portolan.ras.RasServices.SMTP;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;

/** What every component needs, and the section on the Connection Broker. */
final class RasBrokerSections {
    private static final String MINIMUM_NOTE =
            "The row is a minimum: it lists neither password changes nor SMB, time or RPC.";

    private RasBrokerSections() {}

    static Section allComponents() {
        return RasArticle.ALL_COMPONENTS.section(row(
                "text",
                push(CONNECTION_BROKER)
                        .tcp(REMOTE_INSTALL, 135, 445)
                        .variant("all-components")
                        .erratum(RasErrata.PUSH_PEERS_LEFT_OPEN)
                        .erratum(RasErrata.AGENT_CALLED_BROKER)
                        .erratum(RasErrata.STATIC_PUSH_PORT)
                        .purpose("installs agents remotely")));
    }

    static Section connectionBroker() {
        return RasArticle.BROKER.section(
                row(
                        1,
                        directory(CONNECTION_BROKER),
                        globalCatalog(CONNECTION_BROKER),
                        kerberos(CONNECTION_BROKER)
                                .erratum(RasErrata.KERBEROS_WITH_DNS)
                                .purpose("authenticates users"),
                        names(CONNECTION_BROKER).erratum(RasErrata.KERBEROS_WITH_DNS)),
                row(
                        2,
                        flow(CONNECTION_BROKER, CONNECTION_BROKER)
                                .tcp(REDUNDANCY, 20_001)
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("carries the redundancy service"),
                        flow(CONNECTION_BROKER, CONNECTION_BROKER)
                                .tcp(BROKER, 20_030)
                                .note("Brokers of the same site alone are meant.")
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("talks to the other brokers of its site")),
                row(
                        3,
                        flow(CONNECTION_BROKER, LICENSING_SERVER)
                                .tcp(HTTPS, 443)
                                .unless(Features.TENANT_BROKER)
                                .note("The primary Connection Broker of the Licensing Site opens it.")
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("talks to the licensing server")),
                row(4, RasAccessSections.performanceData(CONNECTION_BROKER)),
                row(
                        5,
                        flow(CONNECTION_BROKER, SESSION_HOST_AGENT)
                                .tcp(AGENT, 30_004)
                                .udp(AGENT, 30_004)
                                .purpose("asks the agent of a session host")),
                row(
                        6,
                        flow(CONNECTION_BROKER, PROVIDER_AGENT)
                                .tcp(AGENT, 30_006)
                                .udp(AGENT, 30_006)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("talks to the Provider Agent")),
                row(
                        7,
                        flow(CONNECTION_BROKER, REMOTE_PC_AGENT)
                                .tcp(AGENT, 30_004)
                                .udp(AGENT, 30_004)
                                .purpose("learns state, counters and sessions of a Remote PC")),
                row(
                        8,
                        secondFactor(CONNECTION_BROKER)
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("checks the second factor of a logon"),
                        radius(CONNECTION_BROKER)
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .purpose("checks the second factor of a logon")),
                row(
                        9,
                        flow(CONNECTION_BROKER, ENROLLMENT_SERVER)
                                .tcp(ENROLLMENT, 30_030)
                                .erratum(RasAdministrationErrata.ENROLLMENT_TRANSPORTS)
                                .purpose("asks the Enrollment Server to connect")),
                row(
                        10,
                        flow(CONNECTION_BROKER, REPORTING)
                                .tcp(RasServices.REPORTING, 30_008)
                                .note("The primary Connection Broker, which the row calls master, opens it.")
                                .note("RAS Reporting is on the host of SSRS.")
                                .erratum(RasAdministrationErrata.CONSOLE_AND_REPORTING)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("talks to RAS Reporting")),
                row(
                        11,
                        flow(CONNECTION_BROKER, REMOTE_INSTALLER)
                                .tcp(REMOTE_INSTALL, 30_020)
                                .erratum(RasErrata.REMOTE_INSTALLER_HOST)
                                .purpose("pushes agents to hosts through their Remote Installer Service")),
                row(
                        12,
                        takeover(flow(CONNECTION_BROKER, SESSION_HOST_AGENT)),
                        takeover(flow(CONNECTION_BROKER, GUEST_AGENT)).erratum(RasAdministrationErrata.ROWS_THAT_LACK),
                        takeover(flow(CONNECTION_BROKER, REMOTE_PC_AGENT)
                                .alsoTo(CONNECTION_BROKER)
                                .alsoTo(SECURE_GATEWAY)
                                .alsoTo(ENROLLMENT_SERVER))),
                row(
                        13,
                        flow(CONNECTION_BROKER, MAIL_SERVER)
                                .tcp(SMTP, Ports.MAIL)
                                .note("The Notifdispatcher service opens it, with SSL or TLS on top.")
                                .purpose("sends notices by mail")),
                row(
                        14,
                        flow(CONNECTION_BROKER, LETS_ENCRYPT)
                                .tcp(HTTPS, 443)
                                .when(Features.LETS_ENCRYPT)
                                .note("The primary Connection Broker, which has the client of Let's Encrypt, opens it.")
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("orders certificates")));
    }

    /** The six kinds of hosts to which agents are pushed, in the order of the article. */
    static FlowDraft push(Role source) {
        return flow(source, SESSION_HOST_AGENT)
                .alsoTo(GUEST_AGENT)
                .alsoTo(REMOTE_PC_AGENT)
                .alsoTo(CONNECTION_BROKER)
                .alsoTo(SECURE_GATEWAY)
                .alsoTo(ENROLLMENT_SERVER);
    }

    private static FlowDraft takeover(FlowDraft draft) {
        return draft.tcp(REMOTE_INSTALL, 135, 445, 49_179)
                .erratum(RasErrata.PUSH_PEERS_LEFT_OPEN)
                .erratum(RasErrata.STATIC_PUSH_PORT)
                .purpose("installs agents remotely or takes them over");
    }

    static FlowDraft directory(Role source) {
        return flow(source, DOMAIN_CONTROLLER)
                .tcp(LDAP, 389)
                .tcp(LDAPS, 636)
                .note(MINIMUM_NOTE)
                .purpose("queries the directory");
    }

    static FlowDraft globalCatalog(Role source) {
        return flow(source, GLOBAL_CATALOG)
                .tcp(LDAP, 3268)
                .tcp(LDAPS, 3269)
                .note("The row says AD DS controllers; these ports are those of the global catalog.")
                .note(MINIMUM_NOTE)
                .purpose("queries the directory");
    }

    static FlowDraft kerberos(Role source) {
        return flow(source, DOMAIN_CONTROLLER)
                .tcp(KERBEROS, 88)
                .udp(KERBEROS, 88)
                .note(MINIMUM_NOTE);
    }

    static FlowDraft names(Role source) {
        return flow(source, DOMAIN_CONTROLLER)
                .udp(DNS, 53)
                .erratum(RasErrata.DNS_OVER_UDP_ONLY)
                .note("The row has AD DS controllers for DNS too, and UDP alone.")
                .note(MINIMUM_NOTE)
                .purpose("resolves names");
    }

    static FlowDraft secondFactor(Role source) {
        return flow(source, MFA_SERVER)
                .tcp(MFA, 80, 8080)
                .udp(MFA, 80, 8080)
                .when(Features.DEEPNET_OR_SAFENET)
                .erratum(RasErrata.MFA_PORT_GROUPS)
                .erratum(RasErrata.TWO_NAMES);
    }

    static FlowDraft radius(Role source) {
        return flow(source, RADIUS_SERVER)
                .tcp(RADIUS, 1812, 1813)
                .udp(RADIUS, 1812, 1813)
                .when(Features.RADIUS)
                .erratum(RasErrata.MFA_PORT_GROUPS)
                .erratum(RasErrata.TWO_NAMES);
    }
}
