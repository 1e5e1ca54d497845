package io.portolan.configmgr;

import static io.portolan.configmgr.ConfigMgrArticle.cite;

import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Reading;
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

    static final Erratum NDES_HTTP_COLUMN = Erratum.builder()
            .id("ndes-http-column")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CLIENT_TO_NDES, "row 1"), "HTTP has its 80 under UDP and nothing under TCP"))
            .taken("TCP 80")
            .reason("a cell of the row was lost, and the number moved into its place; NDES does not take HTTP over UDP")
            .build();

    static final Erratum CMG_MANAGEMENT_POINT_PORTS = Erratum.builder()
            .id("cmg-management-point-ports")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT, "row 1"),
                    "443 and 80 are printed without note 2, as if they could not be changed"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT, "text"),
                    "which port it is follows from how the management point is configured"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CLIENT_TO_MANAGEMENT_POINT, "row 2"),
                    "the ports of the management point can be changed"))
            .taken("the client ports of the site, with 443 and 80 as defaults")
            .reason("a management point listens on the same ports whoever comes")
            .build();

    static final Erratum DYNAMIC_RANGE_NOT_LISTED = Erratum.builder()
            .id("dynamic-range-not-listed")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONSOLE_TO_SITE_SERVER, "row 1"), "RPC is TCP 135, without a dynamic port"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_MIGRATION, "row 2"),
                    "the endpoint mapper is the last row; other site systems have the dynamic ports after it"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONNECTIONS_TO_SQL, "load balancer, row 4"),
                    "the endpoint mapper ends the list, without the dynamic ports"))
            .taken("the endpoint mapper alone, as printed")
            .reason("the endpoint mapper only answers which port to use; whoever finds RPC blocked after it needs the"
                    + " dynamic range as well")
            .build();

    static final Erratum UDP_ENDPOINT_MAPPER = Erratum.builder()
            .id("udp-endpoint-mapper")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_INTELLIGENCE, "row 2"),
                    "the endpoint mapper is on UDP 135 and TCP 135, as in most tables"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.MANAGEMENT_POINT_TO_SITE_SERVER, "row 1"),
                    "the endpoint mapper is on TCP 135 alone"))
            .addReadings(Reading.of(
                    Citation.of(WINDOWS_SERVICES, "Remote Procedure Call (RPC)", "row 1"),
                    "the endpoint mapper is on TCP 135 alone"))
            .taken("UDP 135 where it is printed")
            .reason("the rows are carried as they stand; no dynamic UDP ports are listed to follow it")
            .build();

    static final Erratum TWO_HEADS_WITHOUT_STATUS = Erratum.builder()
            .id("two-heads-without-status")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_REPORTING, "heading"), "either side opens connections"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.INTERNET_BASED, "row 3"),
                    "either side opens SMB connections, for distribution points as for the others"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.NOTES, "note 5"),
                    "site systems connect back to send status, which reporting services points and distribution points"
                            + " do not"))
            .taken("only the site server opens connections to these two")
            .reason("status is the one reason that the article knows for the way back; the arrow from site server to"
                    + " distribution point has one head too")
            .build();

    static final Erratum WSUS_PORTS_OF_SITE_SERVER = Erratum.builder()
            .id("wsus-ports-of-site-server")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_UPDATES, "row 4"),
                    "the arrow has two heads, so the software update point opens HTTP to the site server"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_UPDATES, "row 5"), "and HTTPS, on the ports of WSUS"))
            .taken("the way back as printed")
            .reason(
                    "the heading holds for all rows, though it is the software update point that runs WSUS; a site server"
                            + " without it does not listen on these ports")
            .build();

    static final Erratum WSUS_PORTS_NOT_CONFIGURABLE = Erratum.builder()
            .id("wsus-ports-not-configurable")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.NOT_CONFIGURABLE, "row 2"),
                    "ports between site server and site systems cannot be configured"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.SITE_SERVER_TO_UPDATES, "row 4"),
                    "the software update point is reached on 80 or 8530, by note 3"))
            .addReadings(Reading.of(cite(ConfigMgrArticle.NOTES, "note 3"), "the ports of WSUS can be changed"))
            .taken("the WSUS settings")
            .reason("the rule is general, the note is about these ports")
            .build();

    static final Erratum INTERSITE_PORTS_NOT_CONFIGURABLE = Erratum.builder()
            .id("intersite-ports-not-configurable")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.NOT_CONFIGURABLE, "row 1"), "ports from site to site cannot be configured"))
            .addReadings(Reading.of(cite(ConfigMgrArticle.SQL_TO_SQL, "row 1"), "note 2 allows another port"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONNECTIONS_TO_SQL, "text"), "custom ports serve intersite replication too"))
            .taken("the SQL Server settings")
            .reason(
                    "two places about this connection agree; the rule is about the sites themselves, whose SMB is fixed")
            .build();

    static final Erratum SQL_ROLES = Erratum.builder()
            .id("sql-roles")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONNECTIONS_TO_SQL, "roles, row 1"),
                    "the certificate registration point talks to SQL Server, but no arrow says so"))
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONNECTIONS_TO_SQL, "roles"),
                    "arrows to SQL Server come from five roles that the list leaves out: Asset Intelligence"
                            + " synchronization point, data warehouse service point, Endpoint Protection point, service"
                            + " connection point and state migration point"))
            .taken("every role that an arrow or the list names")
            .reason("neither place says that it is complete, and neither denies the other")
            .build();

    static final Erratum LOAD_BALANCER_SOURCES = Erratum.builder()
            .id("load-balancer-sources")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.CONNECTIONS_TO_SQL, "load balancer, row 1"),
                    "four ports of a replica behind a load balancer are given, but not who comes to them"))
            .taken(
                    "SQL from the roles that the section names next, the service broker from the other SQL Servers, SMB and"
                            + " the endpoint mapper from the site server")
            .reason("these are the parties that the arrows give for the same ports")
            .build();

    static final Erratum DISCOVERY_PEERS_LEFT_OPEN = Erratum.builder()
            .id("discovery-peers-left-open")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.DISCOVERY, "row 1"),
                    "rows 1 to 4 have neither parties nor protocol; the others are TCP, without parties"))
            .taken("the site server opens them to domain controllers, all by TCP")
            .reason("the site server discovers resources in Active Directory and publishes the site there; its arrow to"
                    + " domain controllers carries UDP besides")
            .build();

    static final Erratum DISCOVERY_LEGACY_RANGE = Erratum.builder()
            .id("discovery-legacy-range")
            .addReadings(
                    Reading.of(cite(ConfigMgrArticle.DISCOVERY, "row 6"), "the older of the two ranges is 1024-5000"))
            .addReadings(Reading.of(
                    Citation.of(WINDOWS_SERVICES, "System services ports", "text"),
                    "before Windows Vista and Server 2008, the dynamic range is 1025-5000"))
            .taken("1024-5000 as printed for this row; the range of a host, once known, takes its place")
            .reason("the row is carried as its document states it; the legacy default of 1025-5000 is part of it")
            .build();

    static final Erratum WINDOWS_SERVER_PEERS_LEFT_OPEN = Erratum.builder()
            .id("windows-server-peers-left-open")
            .addReadings(Reading.of(
                    cite(ConfigMgrArticle.WINDOWS_SERVER, "row 1"),
                    "the table names services and ports, but no parties"))
            .taken("any host opens them, to the server of the service; NetBIOS to any host")
            .reason("every host of a domain uses these services of Windows")
            .build();

    private ConfigMgrErrata() {}
}
