package io.portolan.configmgr;

import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import java.time.LocalDate;

/** Where the article errs, contradicts itself or another document, or leaves open what a flow must say. */
final class ConfigMgrErrata {
    private static final Document WINDOWS_SERVICES = Document.builder()
            .id("windows-services")
            .title("Service overview and network port requirements for Windows")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/networking/"
                    + "service-overview-and-network-port-requirements")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    private static final Document FIREWALL_SETTINGS = Document.builder()
            .id("configmgr-client-ports")
            .title("Windows Firewall and port settings for clients")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/intune/configmgr/core/clients/deploy/"
                    + "windows-firewall-and-port-settings-for-clients")
            .date(LocalDate.of(2016, 10, 6))
            .copy("MicrosoftDocs/memdocs, commit be0389ee5806f9ed83a133b18d384bc10219d200")
            .build();

    static final Erratum NDES_HTTP_COLUMN = Erratum.builder()
            .id("ndes-http-column")
            .addReadings(ConfigMgrArticle.CLIENT_TO_NDES.row(1).says("HTTP has its 80 under TCP and a blank under UDP"))
            .addReadings(ConfigMgrArticle.EARLIER
                    .heading(ConfigMgrArticle.CLIENT_TO_NDES.text())
                    .row(1)
                    .says("the blank was lost in the older copy, so that 80 stands under UDP"))
            .taken("TCP 80")
            .reason("the edition of 2025-12-08 prints it so, and HTTP over UDP is not what NDES serves")
            .build();

    static final Erratum CMG_MANAGEMENT_POINT_PORTS = Erratum.builder()
            .id("cmg-management-point-ports")
            .addReadings(ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT
                    .row(1)
                    .says("443 and 80 are printed without note 2, as if they could not be changed"))
            .addReadings(ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT
                    .place("text")
                    .says("which port it is follows from how the management point is configured"))
            .addReadings(ConfigMgrArticle.CLIENT_TO_MANAGEMENT_POINT
                    .row(2)
                    .says("the ports of the management point can be changed"))
            .taken("the client ports of the site, with 443 and 80 as defaults")
            .reason("a management point listens on the same ports whoever comes")
            .build();

    static final Erratum CMG_SOFTWARE_UPDATE_POINT_PORTS = Erratum.builder()
            .id("cmg-software-update-point-ports")
            .addReadings(ConfigMgrArticle.CMG_TO_UPDATES
                    .row(1)
                    .says("443 and 8531 stand with a slash between, and without the mark of note 3"))
            .addReadings(ConfigMgrArticle.CMG_TO_UPDATES.row(2).says("and so do 80 and 8530"))
            .addReadings(ConfigMgrArticle.CMG_TO_UPDATES
                    .place("text")
                    .says("which port it is follows from how the software update point is configured"))
            .addReadings(ConfigMgrArticle.CLIENT_TO_UPDATES
                    .row(1)
                    .says("by note 3, the ports of the software update point can be changed"))
            .taken("the WSUS settings, with the printed pairs as alternatives")
            .reason("a software update point listens on the same ports whoever comes")
            .build();

    static final Erratum PROXY_PORTS = Erratum.builder()
            .id("proxy-ports")
            .addReadings(ConfigMgrArticle.CONFIGURABLE
                    .row(3)
                    .says("clients reach the internet on ports that are set as proxy settings, but no row says so"))
            .addReadings(ConfigMgrArticle.CONFIGURABLE
                    .row(4)
                    .says("and so can those from the software update point to the internet"))
            .addReadings(
                    ConfigMgrArticle.NOTES.place("note 1").says("the port is fixed; a proxy can be put in its way"))
            .taken("port 80 without a setting, and no flow from clients to the internet")
            .reason("what can be set is the port of the proxy, which the article does not number; it states neither"
                    + " port nor protocol for clients")
            .build();

    static final Erratum DYNAMIC_RANGE_NOT_LISTED = Erratum.builder()
            .id("dynamic-range-not-listed")
            .addReadings(ConfigMgrArticle.CONSOLE_TO_SITE_SERVER.row(1).says("RPC is TCP 135, without a dynamic port"))
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_MIGRATION
                    .row(2)
                    .says("the endpoint mapper is the last row; other site systems have the dynamic ports after it"))
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("load balancer, row 4")
                    .says("the endpoint mapper ends the list, without the dynamic ports"))
            .taken("the endpoint mapper alone, as printed")
            .reason("the endpoint mapper only answers which port to use; whoever finds RPC blocked after it needs the"
                    + " dynamic range as well")
            .build();

    static final Erratum UDP_ENDPOINT_MAPPER = Erratum.builder()
            .id("udp-endpoint-mapper")
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_INTELLIGENCE
                    .row(2)
                    .says("the endpoint mapper is on UDP 135 and TCP 135, as in most tables"))
            .addReadings(ConfigMgrArticle.MANAGEMENT_POINT_TO_SITE_SERVER
                    .row(1)
                    .says("the endpoint mapper is on TCP 135 alone"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports > Remote Procedure Call (RPC)")
                    .row(1)
                    .says("the endpoint mapper is on TCP 135 alone"))
            .taken("UDP 135 where it is printed")
            .reason("the rows are carried as they stand; no dynamic UDP ports are listed to follow it")
            .build();

    static final Erratum UDP_LDAPS = Erratum.builder()
            .id("udp-ldaps")
            .addReadings(ConfigMgrArticle.MANAGEMENT_POINT_TO_DIRECTORY.row(2).says("LDAPS is on UDP 636 and TCP 636"))
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_DIRECTORY.row(2).says("and so it is from the site server"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports > Active Directory (local security authority)")
                    .row(8)
                    .says("LDAPS is on TCP 636 alone"))
            .addReadings(WINDOWS_SERVICES
                    .heading("Ports and protocols")
                    .row(114)
                    .says("LDAPS of the local security authority is on UDP 636, as on TCP 636 in the row before"))
            .taken("UDP 636 where it is printed")
            .reason("the rows are carried as they stand, though LDAPS is LDAP inside TLS, which needs TCP")
            .build();

    static final Erratum TWO_HEADS_WITHOUT_STATUS = Erratum.builder()
            .id("two-heads-without-status")
            .addReadings(
                    ConfigMgrArticle.SITE_SERVER_TO_REPORTING.place("heading").says("either side opens connections"))
            .addReadings(ConfigMgrArticle.NOTES
                    .place("note 5")
                    .says("site systems connect back to send status, which a reporting services point does not"))
            .taken("the way back as printed, unless the site server is to open all connections")
            .reason("the arrow has two heads, and closing what a document lists is for the site to decide")
            .build();

    static final Erratum PULL_SOURCE_LEFT_OPEN = Erratum.builder()
            .id("pull-source-left-open")
            .addReadings(ConfigMgrArticle.PULL_FROM_SOURCE
                    .place("heading")
                    .says("the source is a distribution point configured as such, of which kind is left open"))
            .addReadings(ConfigMgrArticle.CLIENT_TO_DISTRIBUTION_POINT
                    .place("heading")
                    .says("both kinds of distribution point are named, as in the other headings about them"))
            .taken("either kind")
            .reason("the heading shuts neither out")
            .build();

    static final Erratum WSUS_PORTS_OF_SITE_SERVER = Erratum.builder()
            .id("wsus-ports-of-site-server")
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_UPDATES
                    .row(4)
                    .says("the arrow has two heads, so the software update point opens HTTP to the site server"))
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_UPDATES.row(5).says("and HTTPS, on the ports of WSUS"))
            .taken("the way back as printed")
            .reason("the heading holds for all rows, though it is the software update point that runs WSUS; a site"
                    + " server without it does not listen on these ports")
            .build();

    static final Erratum WSUS_PORTS_NOT_CONFIGURABLE = Erratum.builder()
            .id("wsus-ports-not-configurable")
            .addReadings(ConfigMgrArticle.NOT_CONFIGURABLE
                    .row(2)
                    .says("ports between site server and site systems cannot be configured"))
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_UPDATES
                    .row(4)
                    .says("the software update point is reached on 80 or 8530, by note 3"))
            .addReadings(ConfigMgrArticle.NOTES.place("note 3").says("the ports of WSUS can be changed"))
            .taken("the WSUS settings")
            .reason("the rule is general, the note is about these ports")
            .build();

    static final Erratum WSUS_HTTPS_ONE_OR_HIGHER = Erratum.builder()
            .id("wsus-https-one-or-higher")
            .addReadings(ConfigMgrArticle.NOTES
                    .place("note 3")
                    .says("where HTTP is not on 80, HTTPS has to be 1 or more, with 8530 and 8531 as the example"))
            .addReadings(FIREWALL_SETTINGS
                    .heading("Notes")
                    .place("note 2")
                    .says("where HTTP is not on 80, HTTPS is one above"))
            .taken("HTTPS one above HTTP, but 443 where HTTP is on 80")
            .reason("the article on the firewalls of clients says so, and the example of the note agrees")
            .build();

    static final Erratum NOTE_5_MARKS = Erratum.builder()
            .id("note-5-marks")
            .addReadings(ConfigMgrArticle.SITE_SERVER_TO_UPDATES
                    .place("heading")
                    .says("note 5 is marked at six headings: those of management point, distribution point,"
                            + " fallback status point, reporting services point, software update point and"
                            + " state migration point"))
            .addReadings(ConfigMgrArticle.NOTES
                    .place("note 5")
                    .says("it speaks of the site server and site systems without exception"))
            .taken("the note for every site system that connects back")
            .reason("the product has the option in the properties of every site system")
            .build();

    static final Erratum SQL_BROWSER_COLUMN = Erratum.builder()
            .id("sql-browser-column")
            .addReadings(ConfigMgrArticle.SQL_TO_SQL
                    .row(3)
                    .says("1434 stands under TCP in the copy at hand, and under UDP in a later copy of the same date"))
            .addReadings(ConfigMgrArticle.EARLIER
                    .heading(ConfigMgrArticle.SQL_TO_SQL.text())
                    .place("text")
                    .says("the SQL Server Browser is on UDP 1434, and is not required"))
            .addReadings(ConfigMgrArticle.SQL_TO_SQL
                    .place("text")
                    .says("it is required for a named instance on a port other than the default"))
            .taken("UDP 1434, for a named instance on a port other than the default")
            .reason("SQL Server Browser answers on UDP alone, and two of three copies say so")
            .build();

    static final Erratum INTERSITE_PORTS_NOT_CONFIGURABLE = Erratum.builder()
            .id("intersite-ports-not-configurable")
            .addReadings(ConfigMgrArticle.NOT_CONFIGURABLE.row(1).says("ports from site to site cannot be configured"))
            .addReadings(ConfigMgrArticle.SQL_TO_SQL.row(1).says("note 2 allows another port"))
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("text")
                    .says("custom ports serve intersite replication too"))
            .taken("the SQL Server settings")
            .reason("two places about this connection agree; the rule is about the sites themselves, whose SMB is"
                    + " fixed")
            .build();

    static final Erratum SQL_ROLES = Erratum.builder()
            .id("sql-roles")
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("roles, row 1")
                    .says("the certificate registration point talks to SQL Server, but no arrow says so"))
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("roles")
                    .says("arrows to SQL Server come from five roles that the list leaves out: Asset Intelligence"
                            + " synchronization point, data warehouse service point, Endpoint Protection point, service"
                            + " connection point and state migration point"))
            .taken("every role that an arrow or the list names")
            .reason("neither place says that it is complete, and neither denies the other")
            .build();

    static final Erratum LOAD_BALANCER_SOURCES = Erratum.builder()
            .id("load-balancer-sources")
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("load balancer, row 1")
                    .says("four ports of a replica behind a load balancer are given, but not who comes to them"))
            .addReadings(ConfigMgrArticle.CONNECTIONS_TO_SQL
                    .place("roles")
                    .says("seven parties talk to the database themselves"))
            .taken("SQL from the parties of that list, the service broker from other SQL Servers, SMB and the"
                    + " endpoint mapper from the site server")
            .reason("the list stands in the same section and is about the same database; for the other ports, these"
                    + " are the parties whose arrows to SQL Server have them")
            .build();

    static final Erratum DISCOVERY_PEERS_LEFT_OPEN = Erratum.builder()
            .id("discovery-peers-left-open")
            .addReadings(ConfigMgrArticle.DISCOVERY
                    .row(1)
                    .says("rows 1 to 4 have neither parties nor protocol; the others are TCP, without parties"))
            .taken("the site server opens them to domain controllers, all by TCP")
            .reason("the site server discovers resources in Active Directory and publishes the site there; its arrow to"
                    + " domain controllers carries UDP besides")
            .build();

    static final Erratum DISCOVERY_RANGES = Erratum.builder()
            .id("discovery-ranges")
            .addReadings(ConfigMgrArticle.DISCOVERY.row(6).says("1024-5000 is listed, without a condition"))
            .addReadings(ConfigMgrArticle.DISCOVERY.row(7).says("49152-65535 is listed beside it, without one too"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports")
                    .place("text")
                    .says("the dynamic range is 49152-65535 since Windows Vista and Server 2008, and 1025-5000 before"))
            .taken("each range as printed, for domain controllers of its generation of Windows; the range of a host,"
                    + " once known, takes its place")
            .reason("a host has one of the two ranges; 1024 is carried as the row has it, and the older default of"
                    + " 1025-5000 is part of it")
            .build();

    static final Erratum WINDOWS_SERVER_PEERS_LEFT_OPEN = Erratum.builder()
            .id("windows-server-peers-left-open")
            .addReadings(
                    ConfigMgrArticle.WINDOWS_SERVER.row(1).says("the table names services and ports, but no parties"))
            .taken("any host opens them, to the server of the service; NetBIOS to any host")
            .reason("every host of a domain uses these services of Windows")
            .build();

    private ConfigMgrErrata() {}
}
