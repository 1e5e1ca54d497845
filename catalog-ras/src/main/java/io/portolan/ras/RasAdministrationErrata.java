package io.portolan.ras;

import io.portolan.catalog.Erratum;
import io.portolan.catalog.Reading;

/** Where the article errs or leaves open what a flow of administration, reporting and agents must say. */
final class RasAdministrationErrata {
    static final Erratum CONSOLE_AND_REPORTING = Erratum.builder()
            .id("console-and-reporting")
            .addReadings(RasArticle.CONSOLE
                    .row(1)
                    .says("RAS Reporting is the destination, but the purpose says that the primary"
                            + " Connection Broker talks to it"))
            .addReadings(RasArticle.BROKER.row(10).says("the Connection Broker opens the same port itself"))
            .taken("the Console opens it to RAS Reporting, as printed, beside the Connection Broker")
            .reason("the columns of source and destination are taken at their word; the purpose does not rule the flow"
                    + " out")
            .build();

    static final Erratum SSRS_PORTS = Erratum.builder()
            .id("ssrs-ports")
            .addReadings(RasArticle.CONSOLE.row(2).says("SSRS is reached on 443"))
            .addReadings(RasArticle.REPORTING.row(2).says("SSRS is reached on 8085 and 443"))
            .taken("each row as it is printed")
            .reason("nothing tells that the Console uses 8085, or that RAS Reporting does not need 443")
            .build();

    static final Erratum CHECK_AGENT_TRANSPORTS = Erratum.builder()
            .id("check-agent-transports")
            .addReadings(twoPurposes(5))
            .addReadings(twoPurposes(6))
            .addReadings(twoPurposes(7))
            .addReadings(twoPurposes(8))
            .addReadings(twoPurposes(15))
            .taken("both purposes for both protocols; where there are two ports, UDP 30009 and TCP 30010")
            .reason("the purposes stay the same whether a row has one port or two; the section of the Provider Agent"
                    + " has the same pairs of protocol and port")
            .build();

    static final Erratum MICROSOFT_DOWNLOAD = Erratum.builder()
            .id("microsoft-download")
            .addReadings(
                    RasArticle.CONSOLE.row(10).says("updates of Parallels Client are looked for at the Microsoft site"))
            .addReadings(RasArticle.CLIENT
                    .row(6)
                    .says("from the Microsoft site comes the Remote Desktop client of Microsoft"))
            .taken("the Microsoft site on the printed ports")
            .reason("the purpose is that of the next row; a download from Microsoft must be meant")
            .build();

    static final Erratum PARALLELS_SITE_PORTS = Erratum.builder()
            .id("parallels-site-ports")
            .addReadings(RasArticle.CLIENT.row(7).says("the client reaches the Parallels site on 80 and 443"))
            .addReadings(RasArticle.CONSOLE.row(11).says("the Console reaches it on 80 alone, for the same"))
            .taken("each row as it is printed")
            .reason("443 may be missing from the row of the Console, but nothing proves it")
            .build();

    static final Erratum PERFORMANCE_MONITOR_AS_BROKER = Erratum.builder()
            .id("performance-monitor-as-broker")
            .addReadings(RasArticle.CONSOLE
                    .row(13)
                    .says("Performance Monitor is reached on 20002 and 20001, to talk to the broker"))
            .addReadings(
                    RasArticle.CONSOLE.row(14).says("the Connection Broker is reached on the same ports for the same"))
            .taken("Performance Monitor as the destination, as printed")
            .reason("the row is almost surely a double of the next with a wrong destination: every other row about"
                    + " Performance Monitor has 8086")
            .build();

    static final Erratum WYSE_REPLY = Erratum.builder()
            .id("wyse-reply")
            .addReadings(RasArticle.CONSOLE
                    .row(16)
                    .says("the Console is the source of both packets, yet UDP 68 is for inbound packets alone"))
            .taken("the question goes from the Console to UDP 1234, the answer from the Wyse broker to UDP 68 of the"
                    + " Console")
            .reason("the purpose calls the second packet a reply, and a reply travels the other way")
            .build();

    static final Erratum PURPOSE_OF_SQL = Erratum.builder()
            .id("purpose-of-sql")
            .addReadings(RasArticle.SSRS
                    .row(1)
                    .says("the purpose speaks of the Console and RAS Reporting, not of SQL Server"))
            .addReadings(RasArticle.CONSOLE.row(1).says("SSRS talks to SQL Server"))
            .taken("SSRS opens it to SQL Server")
            .reason("the columns say so, and so does the remark in the section of the Console")
            .build();

    static final Erratum PUBLISHING_AGENT = Erratum.builder()
            .id("publishing-agent")
            .addReadings(RasArticle.WEB_ADMINISTRATION.row(4).says("the purpose is to talk to PA"))
            .addReadings(RasArticle.POWERSHELL.row(5).says("the purpose is to talk to PA"))
            .taken("the Connection Broker, as the destination column has it")
            .reason("PA is the Publishing Agent, as the Connection Broker was called before; it is not the Provider"
                    + " Agent")
            .build();

    static final Erratum DASHBOARD_PORT = Erratum.builder()
            .id("dashboard-port")
            .addReadings(RasArticle.WEB_ADMINISTRATION
                    .row(6)
                    .says("pages of RAS Reporting come from TCP 3000 of its service"))
            .taken("RAS Reporting as the destination, as printed")
            .reason("3000 is the default of Grafana, the dashboard of Performance Monitor, which is probably meant")
            .build();

    static final Erratum BROKER_PORT_TRANSPORTS = Erratum.builder()
            .id("broker-port-transports")
            .addReadings(RasArticle.PROVIDER_AGENT.row(1).says("20003 by TCP"))
            .addReadings(RasArticle.ENROLLMENT_SERVER.row(2).says("20003 by TCP and UDP"))
            .addReadings(RasArticle.SESSION_HOST_AGENT.row(1).says("20003 by TCP and UDP"))
            .addReadings(RasArticle.REMOTE_PC_AGENT.row(1).says("20003 by TCP and UDP"))
            .addReadings(RasArticle.TENANT.row(1).says("20003 by TCP"))
            .taken("each row as it is printed")
            .reason("different components may use the port differently; the article does not say")
            .build();

    static final Erratum ENROLLMENT_TRANSPORTS = Erratum.builder()
            .id("enrollment-transports")
            .addReadings(RasArticle.BROKER.row(9).says("30030 by TCP"))
            .addReadings(RasArticle.CONSOLE.row(15).says("30030 by TCP and UDP"))
            .addReadings(RasArticle.SESSION_HOST_AGENT.row(5).says("30030 by TCP"))
            .addReadings(RasArticle.GUEST_AGENT.row(4).says("30030 by TCP"))
            .addReadings(RasArticle.REMOTE_PC_AGENT.row(4).says("30030 by TCP and UDP"))
            .taken("each row as it is printed")
            .reason("different components may use the port differently; the article does not say")
            .build();

    static final Erratum ROWS_THAT_LACK = Erratum.builder()
            .id("rows-that-lack")
            .addReadings(noRemotePc(1))
            .addReadings(noRemotePc(2))
            .addReadings(noRemotePc(3))
            .addReadings(RasArticle.POWERSHELL.row(3).says("logs of Remote PC Agents are fetched by PowerShell"))
            .addReadings(RasArticle.BROKER
                    .row(12)
                    .says("Guest Agents are targets of the push; no other row has them reached by the"
                            + " Connection Broker"))
            .taken("no flow beyond the rows")
            .reason("guests are handled by the Provider Agent; nothing explains why the Web Administration Service has"
                    + " no row for Remote PCs")
            .build();

    private RasAdministrationErrata() {}

    private static Reading noRemotePc(int row) {
        return RasArticle.WEB_ADMINISTRATION
                .row(row)
                .says("logs are fetched from other agents; no row has them fetched from Remote PC Agents");
    }

    private static Reading twoPurposes(int row) {
        return RasArticle.CONSOLE
                .row(row)
                .says("two protocols and two purposes, without saying which belongs to which");
    }
}
