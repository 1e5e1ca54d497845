package io.portolan.ras;

import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Heading;
import io.portolan.catalog.Reading;
import java.time.LocalDate;

/** Where the article errs or leaves open what a flow of clients, gateways and brokers must say. */
final class RasErrata {
    private static final Document WINDOWS_SERVICES = Document.builder()
            .id("windows-services")
            .title("Service overview and network port requirements for Windows")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/networking/"
                    + "service-overview-and-network-port-requirements")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    static final Erratum PUSH_PEERS_LEFT_OPEN = Erratum.builder()
            .id("push-peers-left-open")
            .addReadings(RasArticle.ALL_COMPONENTS
                    .place("text")
                    .says("every component needs TCP 135 and 445 for pushing agents; no peer and no"
                            + " direction is given"))
            .addReadings(RasArticle.BROKER
                    .row(12)
                    .says("the Connection Broker pushes to six kinds of hosts, itself among them"))
            .addReadings(RasArticle.WEB_ADMINISTRATION
                    .row(5)
                    .says("the Web Administration Service pushes to the same six, before RAS 18"))
            .taken("the Connection Broker opens the connections to the six kinds of hosts of its own row")
            .reason("the components are the targets of the push; the Web Administration Service pushes before"
                    + " RAS 18 alone")
            .build();

    static final Erratum AGENT_CALLED_BROKER = Erratum.builder()
            .id("agent-called-broker")
            .addReadings(RasArticle.ALL_COMPONENTS
                    .place("text")
                    .says("the lines before it call the agent of a session host a Connection Broker for resources"))
            .taken("two roles: the RD Session Host Agent and the Connection Broker")
            .reason("an older article has publishing agents there; the broker's new name was put in where it does not"
                    + " belong")
            .build();

    static final Erratum STATIC_PUSH_PORT = Erratum.builder()
            .id("static-push-port")
            .addReadings(RasArticle.ALL_COMPONENTS.place("text").says("a push needs TCP 135 and 445"))
            .addReadings(RasArticle.BROKER.row(12).says("a push needs TCP 49179 besides 135 and 445"))
            .addReadings(RasArticle.WEB_ADMINISTRATION.row(5).says("a push needs TCP 135 and 445"))
            .taken("each row as it is printed; 49179 is a port like any other")
            .reason("49179 lies within the dynamic range of Windows, but the row prints the one number, not a range")
            .build();

    static final Erratum SOURCE_CELL_LOST = Erratum.builder()
            .id("source-cell-lost")
            .addReadings(lost(RasArticle.CLIENT, 3))
            .addReadings(lost(RasArticle.BROKER, 3))
            .addReadings(lost(RasArticle.CONSOLE, 3))
            .addReadings(lost(RasArticle.WEB_ADMINISTRATION, 3))
            .addReadings(lost(RasArticle.POWERSHELL, 3))
            .addReadings(lost(RasArticle.PROVIDER_AGENT, 3))
            .addReadings(lost(RasArticle.ENROLLMENT_SERVER, 3))
            .addReadings(lost(RasArticle.SESSION_HOST_AGENT, 2))
            .addReadings(lost(RasArticle.GUEST_AGENT, 3))
            .addReadings(lost(RasArticle.REMOTE_PC_AGENT, 3))
            .taken("the party in the first cell is the destination, and the source is that of the row before")
            .reason("the source is a cell merged over many rows; a row with a source of its own has one name more")
            .build();

    static final Erratum SOURCE_WITHOUT_BAR = Erratum.builder()
            .id("source-without-bar")
            .addReadings(RasArticle.SESSION_HOST_AGENT
                    .row(1)
                    .says("no bar ends the line of the first name; one stands alone on the next line"))
            .taken("the RD Session Host Agent as the source of the rows of its section")
            .reason("the name stands where other sections have their source, and repeats the heading as theirs do")
            .build();

    static final Erratum TWO_NAMES = Erratum.builder()
            .id("two-names")
            .addReadings(RasArticle.BROKER.row(8).says("the second factor is checked by 2FA servers"))
            .addReadings(RasArticle.CONSOLE.row(9).says("the second factor is checked by MFA servers"))
            .addReadings(RasArticle.BROKER.row(3).says("one Connection Broker is the primary"))
            .addReadings(RasArticle.BROKER.row(14).says("one Connection Broker is the primary"))
            .addReadings(
                    RasArticle.BROKER.row(10).says("one Connection Broker is the master; it talks to RAS Reporting"))
            .addReadings(
                    RasArticle.CONSOLE.row(1).says("one Connection Broker is the primary; it talks to RAS Reporting"))
            .addReadings(
                    RasArticle.REPORTING.row(1).says("Reporting is a RAS Reporting Service; the database is MS SQL"))
            .addReadings(RasArticle.REPORTING.row(2).says("Reporting is a RAS Reporting Service"))
            .addReadings(RasArticle.WEB_ADMINISTRATION.row(6).says("Reporting is a RAS Reporting Service"))
            .addReadings(RasArticle.SSRS.row(1).says("the database is a Microsoft SQL Server"))
            .addReadings(withRas(RasArticle.BROKER, 6))
            .addReadings(withRas(RasArticle.CONSOLE, 8))
            .addReadings(withRas(RasArticle.WEB_ADMINISTRATION, 3))
            .addReadings(withRas(RasArticle.POWERSHELL, 4))
            .addReadings(RasArticle.GUEST_AGENT.row(1).says("the Provider Agent goes without RAS in its name"))
            .taken("one role for each pair of names, whichever of them the row has")
            .reason("both names stand for the same party, and the article never lists them side by side")
            .build();

    static final Erratum NORMAL_GATEWAY_PORTS = Erratum.builder()
            .id("normal-gateway-ports")
            .addReadings(RasArticle.CLIENT
                    .row(3)
                    .says("four groups of protocols and four purposes, but 3389 stands with 80 and 443"))
            .taken("80 and 443, then 3389 and 20009 by TCP and UDP, then 20000 by UDP alone")
            .reason("the row above has 3389 in a group of its own, and the vendor's reference architecture prints four"
                    + " groups here too")
            .build();

    static final Erratum SHORT_PATH_LISTENER = Erratum.builder()
            .id("short-path-listener")
            .addReadings(RasArticle.CLIENT.row(5).says("the services of Azure Virtual Desktop are reached on UDP 3390"))
            .taken("the services as the destination, as printed")
            .reason("on managed networks ShortPath runs straight from the client to the session host, which listens on"
                    + " UDP 3390; the services only arrange it")
            .build();

    static final Erratum BROWSER_AND_LETS_ENCRYPT = Erratum.builder()
            .id("browser-and-lets-encrypt")
            .addReadings(
                    RasArticle.WEB.row(1).says("web browser and Let's Encrypt share the source cell of all three rows"))
            .addReadings(RasArticle.WEB.row(2).says("the remark about Let's Encrypt seems to cover users too"))
            .addReadings(RasArticle.WEB.row(3).says("the remark about Let's Encrypt seems to cover users too"))
            .taken("browsers reach all three, always; Let's Encrypt reaches HALB and gateways alone, where it is used")
            .reason("the portal is for administrators alone, and users need HALB and gateways whoever issues"
                    + " certificates")
            .build();

    static final Erratum VRRP_AS_PORT = Erratum.builder()
            .id("vrrp-as-port")
            .addReadings(RasArticle.HALB.row(1).says("112 stands in the column of ports"))
            .taken("IP protocol 112, without ports")
            .reason("VRRP is an IP protocol of its own beside TCP and UDP; 112 is its number")
            .build();

    static final Erratum MODE_OF_CONSOLE = Erratum.builder()
            .id("mode-of-console")
            .addReadings(RasArticle.SECURE_GATEWAY
                    .row(4)
                    .says("the remark on Normal mode follows the RAS Console, which has no modes"))
            .taken("gateways in Normal mode open TCP 20002; what the Console opens stands in its own section")
            .reason("the modes are those of the gateway, and the row has the gateway in Normal mode as its source")
            .build();

    static final Erratum KERBEROS_WITH_DNS = Erratum.builder()
            .id("kerberos-with-dns")
            .addReadings(
                    RasArticle.BROKER.row(1).says("four protocols and four purposes, but 88 and 53 stand in one group"))
            .addReadings(RasArticle.ENROLLMENT_SERVER.row(1).says("the same list, with 88 and 53 apart"))
            .taken("Kerberos on TCP and UDP 88, DNS on UDP 53")
            .reason("so each protocol, group of ports and purpose has its line, and both sections agree")
            .build();

    static final Erratum DNS_OVER_UDP_ONLY = Erratum.builder()
            .id("dns-over-udp-only")
            .addReadings(RasArticle.BROKER.row(1).says("DNS is UDP 53"))
            .addReadings(RasArticle.ENROLLMENT_SERVER.row(1).says("DNS is UDP 53"))
            .addReadings(
                    WINDOWS_SERVICES.heading("DNS Server").row(2).says("DNS listens on TCP 53 as well as on UDP 53"))
            .taken("UDP 53, as both rows print it")
            .reason("the rows are carried as their document states them; an answer too long for UDP is asked for again"
                    + " by TCP, which they leave out")
            .build();

    static final Erratum ONE_PROTOCOL_FOR_TWO_LINES = Erratum.builder()
            .id("one-protocol-for-two-lines")
            .addReadings(RasArticle.BROKER.row(2).says("TCP once, for 20001 and 20030"))
            .addReadings(RasArticle.BROKER
                    .row(8)
                    .says("TCP and UDP once, for the ports of Deepnet or SafeNet and of RADIUS"))
            .addReadings(RasArticle.CONSOLE.row(16).says("UDP once, for 1234 and 68"))
            .addReadings(RasArticle.WEB_ADMINISTRATION.row(4).says("TCP once, for the ports of the broker and 30020"))
            .taken("the protocols hold for every port of the row")
            .reason("no other protocol is given for the second group of ports")
            .build();

    static final Erratum MFA_PORT_GROUPS = Erratum.builder()
            .id("mfa-port-groups")
            .addReadings(RasArticle.BROKER.row(8).says("8080 and 80, and apart from them 1812 and 1813"))
            .addReadings(RasArticle.CONSOLE.row(9).says("the four ports in one group, for three products"))
            .taken("80 and 8080 to Deepnet or SafeNet, 1812 and 1813 to RADIUS, each by TCP and UDP")
            .reason("1812 and 1813 are the ports of RADIUS; the row of the Connection Broker separates them")
            .build();

    static final Erratum REMOTE_INSTALLER_HOST = Erratum.builder()
            .id("remote-installer-host")
            .addReadings(RasArticle.BROKER
                    .row(11)
                    .says("the Connection Broker reaches the Remote Installer Service on 30020; no version"
                            + " or host is named"))
            .addReadings(RasArticle.WEB_ADMINISTRATION
                    .row(4)
                    .says("the Web Administration Service reaches the Connection Broker on 30020, before RAS 18"))
            .taken("both rows as printed, with the Remote Installer Service as a role of its own")
            .reason("the article does not say where the service runs; an older layout of it lists 30020 among the"
                    + " ports of the gateway, so each target of a push seems to run its own")
            .build();

    private RasErrata() {}

    private static Reading withRas(Heading section, int row) {
        return section.row(row).says("the Provider Agent has RAS in its name");
    }

    private static Reading lost(Heading section, int row) {
        return section.row(row).says("there is no cell for the source, not even an empty one");
    }
}
