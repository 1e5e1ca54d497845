package io.portolan.ras;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.SQL_SERVER;
import static io.portolan.catalog.Row.row;
import static io.portolan.ras.Ras.Role.CONNECTION_BROKER;
import static io.portolan.ras.Ras.Role.GUEST_AGENT;
import static io.portolan.ras.Ras.Role.POWERSHELL;
import static io.portolan.ras.Ras.Role.PROVIDER_AGENT;
import static io.portolan.ras.Ras.Role.REMOTE_PC_AGENT;
import static io.portolan.ras.Ras.Role.REPORTING;
import static io.portolan.ras.Ras.Role.SESSION_HOST_AGENT;
import static io.portolan.ras.Ras.Role.SSRS;
import static io.portolan.ras.Ras.Role.WEB_ADMINISTRATION;
import static io.portolan.ras.RasServices.AGENT;
import static io.portolan.ras.RasServices.BROKER;
import static io.portolan.ras.RasServices.REMOTE_INSTALL;
import static io.portolan.ras.RasServices.REPORTING_PAGES;
import static io.portolan.ras.RasServices.SQL;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.ras.Ras.Features;
import io.portolan.ras.Ras.Ports;
import io.portolan.ras.Ras.Role;

/** The sections on reporting, web administration and PowerShell. */
final class RasAdministrationSections {
    private static final String DYNAMIC_SQL_NOTE =
            "Where no port was set for SQL Server, it picks one of its own; give that as the setting.";

    private RasAdministrationSections() {}

    static Section ssrs() {
        return RasArticle.SSRS.section(row(
                1,
                flow(SSRS, SQL_SERVER)
                        .tcp(SQL, Ports.SQL)
                        .cite(RasArticle.CONSOLE.row(1))
                        .note(DYNAMIC_SQL_NOTE)
                        .erratum(RasAdministrationErrata.PURPOSE_OF_SQL)
                        .erratum(RasErrata.TWO_NAMES)
                        .purpose("reads what it reports")));
    }

    static Section reporting() {
        return RasArticle.REPORTING.section(
                row(
                        1,
                        flow(REPORTING, SQL_SERVER)
                                .tcp(SQL, Ports.SQL)
                                .note("The remark on dynamic ports is about SSRS, which asks the same server.")
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("records activity")),
                row(
                        2,
                        flow(REPORTING, SSRS)
                                .tcp(RasServices.SSRS, 443, 8085)
                                .erratum(RasAdministrationErrata.SSRS_PORTS)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("lists the reports, custom ones included")));
    }

    static Section webAdministration() {
        return RasArticle.WEB_ADMINISTRATION.section(
                row(
                        1,
                        logs(WEB_ADMINISTRATION, SESSION_HOST_AGENT, 30_004)
                                .erratum(RasAdministrationErrata.ROWS_THAT_LACK)),
                row(2, logs(WEB_ADMINISTRATION, GUEST_AGENT, 30_010).erratum(RasAdministrationErrata.ROWS_THAT_LACK)),
                row(
                        3,
                        logs(WEB_ADMINISTRATION, PROVIDER_AGENT, 30_006)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasErrata.TWO_NAMES)
                                .erratum(RasAdministrationErrata.ROWS_THAT_LACK)),
                row(
                        4,
                        broker(WEB_ADMINISTRATION).erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES),
                        flow(WEB_ADMINISTRATION, CONNECTION_BROKER)
                                .tcp(REMOTE_INSTALL, 30_020)
                                .when(Features.BEFORE_RAS_18)
                                .variant("installer")
                                .erratum(RasErrata.ONE_PROTOCOL_FOR_TWO_LINES)
                                .erratum(RasErrata.REMOTE_INSTALLER_HOST)
                                .purpose("has agents pushed to other hosts")),
                row(
                        5,
                        RasBrokerSections.push(WEB_ADMINISTRATION)
                                .tcp(REMOTE_INSTALL, 135, 445)
                                .when(Features.BEFORE_RAS_18)
                                .erratum(RasErrata.PUSH_PEERS_LEFT_OPEN)
                                .erratum(RasErrata.STATIC_PUSH_PORT)
                                .purpose("installs agents remotely or takes them over")),
                row(
                        6,
                        flow(WEB_ADMINISTRATION, REPORTING)
                                .tcp(REPORTING_PAGES, 3000)
                                .erratum(RasAdministrationErrata.DASHBOARD_PORT)
                                .erratum(RasErrata.TWO_NAMES)
                                .purpose("shows reporting within the Management Portal")));
    }

    static Section powerShell() {
        return RasArticle.POWERSHELL.section(
                row(1, logs(POWERSHELL, SESSION_HOST_AGENT, 30_004)),
                row(2, logs(POWERSHELL, GUEST_AGENT, 30_010)),
                row(
                        3,
                        logs(POWERSHELL, REMOTE_PC_AGENT, 30_004)
                                .erratum(RasErrata.SOURCE_CELL_LOST)
                                .erratum(RasAdministrationErrata.ROWS_THAT_LACK)),
                row(4, logs(POWERSHELL, PROVIDER_AGENT, 30_006).erratum(RasErrata.TWO_NAMES)),
                row(5, broker(POWERSHELL)));
    }

    private static FlowDraft logs(Role source, Role agent, int port) {
        return flow(source, agent).tcp(AGENT, port).purpose("fetches logs");
    }

    private static FlowDraft broker(Role source) {
        return flow(source, CONNECTION_BROKER)
                .tcp(BROKER, 20_001, 20_002)
                .note("Publishing browses installed applications, files and folders over it.")
                .erratum(RasAdministrationErrata.PUBLISHING_AGENT)
                .purpose("talks to the broker and its redundancy service");
    }
}
