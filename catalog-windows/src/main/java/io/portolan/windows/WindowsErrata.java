package io.portolan.windows;

import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.Erratum;
import io.portolan.catalog.Reading;
import io.portolan.windows.Windows.Role;

/**
 * Where the article contradicts itself, misprints, or says in text what its tables lack; about dynamic ports see
 * {@link RangeErrata}, about the table sorted by port {@link PortTableComparison}.
 */
final class WindowsErrata {
    static final Erratum CELLS_LOST = erratum(
            "icmp-cells-lost",
            "ICMP echo requests in each case",
            "each row names the protocol, which has no ports, and each is about pings, by its own words or those of"
                    + " the text",
            heading(Role.ACTIVE_DIRECTORY).row(5).says("the cell of the transport is blank"),
            heading(Role.CLUSTER).row(3).says("an echo port"),
            heading(Role.GROUP_POLICY).row(2).says("the row ends before its last cell"));

    static final Erratum IPSEC_SPLIT = erratum(
            "ipsec-split",
            "each table as it stands",
            "a tunnel needs all three; who looks at one section alone misses what the other lists",
            heading(Role.ACTIVE_DIRECTORY)
                    .row(9)
                    .says("UDP 500 and, in the next row, UDP 4500; ESP is in the text alone"),
            heading(Role.ROUTING_AND_REMOTE_ACCESS).row(3).says("ESP; UDP 500 and 4500 are in the text alone"),
            heading(Role.ROUTING_AND_REMOTE_ACCESS)
                    .place("note")
                    .says("the local security authority listens on these two ports"));

    static final Erratum VALIDATION_IN_NOTE = erratum(
            "cluster-validation-in-note",
            "the rows as they stand",
            "the table lists what joining needs; validation is stated for two directions, without a row",
            heading(Role.CLUSTER)
                    .place("note")
                    .says("validation on Server 2008 and later needs ICMP for IPv4 and IPv6, and TCP 445, in both"
                            + " directions"),
            heading(Role.CLUSTER)
                    .row(3)
                    .says("ICMP while a node joins through the wizard; the same for TCP 445 in the next row"));

    static final Erratum CLUSTER_TRANSPORT = erratum(
            "cluster-transport",
            "UDP 3343, which carries DTLS for the cluster service",
            "in our reading all of them mean the same packets, since DTLS runs on UDP",
            heading(Role.CLUSTER).row(1).says("the transport is UDP with DTLS"),
            heading(Role.HYPER_V).row(7).says("the transport of cluster traffic is UDP"),
            WindowsArticle.PORT_TABLE.row(159).says("UDP 3343, as in row 183, without DTLS"));

    static final Erratum NETBIOS_OPTIONAL = erratum(
            "netbios-optional-for-some",
            "optional where the article says so, required elsewhere",
            "the ports are the same, but no reason for leaving them closed is given for the other services",
            heading(Role.DFS_NAMESPACES).place("footnote 2").says("NetBIOS is optional"),
            heading(Role.NET_LOGON).place("footnote 2").says("NetBIOS is optional"),
            heading(Role.SERVER).place("text").says("NetBIOS is optional, because clients can use TCP 445"),
            heading(Role.COMPUTER_BROWSER).place("table").says("NetBIOS without such a remark, and no TCP 445"),
            heading(Role.PERFORMANCE_LOGS).place("table").says("NetBIOS without such a remark, and no TCP 445"),
            WindowsArticle.SERVICES.place("tables").says("the other services with these ports have no such remark"));

    static final Erratum SHARING_PORTS_UNLISTED = erratum(
            "file-and-printer-sharing-unlisted",
            "each service with the ports of its own table",
            "the feature has no section; in our reading Server and Event Log come nearest, with UDP 137 and 138 and"
                    + " TCP 139 and 445",
            WindowsArticle.SERVICES
                    .place("notes")
                    .says("seven services need of a firewall what File and Printer Sharing needs; what that is, is"
                            + " not said"),
            heading(Role.COMPUTER_BROWSER)
                    .place("text")
                    .says("it works by RPC over named pipes as the seven do, but the remark is missing"));

    static final Erratum LDAP_OR_DC_LOCATOR = erratum(
            "ldap-or-dc-locator",
            "the name that each section uses",
            "in our reading both are LDAP over UDP, and finding a domain controller is one use of it",
            heading(Role.KERBEROS_KEY_DISTRIBUTION_CENTER).row(5).says("UDP 389 is DC Locator"),
            heading(Role.ACTIVE_DIRECTORY).row(7).says("UDP 389 is LDAP, as in the other sections"),
            WindowsArticle.PORT_TABLE
                    .place("rows 85, 87 to 89 and 91")
                    .says("UDP 389 is DC Locator for every service"));

    static final Erratum LINKS_TO_NOTHING = erratum(
            "references-missing",
            "the rows as they stand; where a port can be customized, a note says so, but not how",
            "no heading is what the remarks refer to; two others are of products that no section describes",
            heading(Role.DISTRIBUTED_TRANSACTION_COORDINATOR)
                    .place("footnote 1")
                    .says("refers to a heading on the coordinator"),
            heading(Role.FILE_REPLICATION)
                    .place("footnote 1")
                    .says("refers to a heading on the File Replication service"),
            heading(Role.ROUTING_AND_REMOTE_ACCESS)
                    .place("note")
                    .says("refers to the references for IPsec and the authority"),
            WindowsArticle.DOCUMENT
                    .heading("References")
                    .place("headings")
                    .says("none on any of the three; Exchange and Operations Manager have one, but no section"));

    static final Erratum FTP_DATA_DIRECTION = erratum(
            "ftp-data-direction",
            "a flow to the server, as every row of this article",
            "the article names listeners alone; in our reading it is the server that connects in active mode,"
                    + " from this port to the client",
            heading(Role.FTP_PUBLISHING).row(2).says("TCP 20 is a port of the service"),
            heading(Role.FTP_PUBLISHING).place("text").says("it is the default data port of active mode"));

    static final Erratum GATEWAY_LOOPBACK = erratum(
            "gateway-loopback-in-text",
            "TCP 21 alone",
            "in our reading no filter between segments sees a loopback adapter",
            heading(Role.APPLICATION_LAYER_GATEWAY)
                    .place("text")
                    .says("FTP is turned to a port from 3000 to 5000 on loopback"),
            heading(Role.APPLICATION_LAYER_GATEWAY).row(1).says("TCP 21"));

    static final Erratum GROUP_POLICY_KERBEROS = erratum(
            "group-policy-lacks-kerberos",
            "the rows of the table",
            "Kerberos has a section of its own, with the ports on which a domain controller listens for it",
            heading(Role.GROUP_POLICY).place("text").says("a client needs Kerberos, LDAP, SMB and RPC"),
            heading(Role.GROUP_POLICY).place("table").says("neither port 88, nor UDP 389, nor DNS"));

    static final Erratum PORTS_WITHOUT_TABLE = erratum(
            "ports-without-table",
            "the ports of the text, and BranchCache as a service of its own",
            "in our reading the list is about peers and hosted caches of BranchCache, not about IPAM",
            heading(Role.IPAM).place("text").says("TCP 48885, without table and logical name"),
            heading(Role.BRANCH_CACHE)
                    .place("text")
                    .says("UDP 3702, TCP 80 and TCP 443 in a list under the heading of IPAM"));

    static final Erratum LICENSE_LOGGING_NAME_SERVICE = erratum(
            "license-logging-lacks-137",
            "the rows of the table",
            "no row gives UDP 137",
            heading(Role.LICENSE_LOGGING).place("note").says("it needs what File and Printer Sharing needs"),
            heading(Role.LICENSE_LOGGING).place("table").says("UDP 138, TCP 139 and TCP 445, not UDP 137"));

    static final Erratum LICENSE_LOGGING_ENDED = erratum(
            "license-logging-ended",
            "it requires Active Directory, on the systems that have it",
            "the list names it, and dates none of its entries",
            WindowsArticle.DEPENDENCIES
                    .place("services that require Active Directory")
                    .says("License Logging is among them"),
            heading(Role.LICENSE_LOGGING).place("text").says("it is not part of Windows from Server 2008 on"));

    static final Erratum RPC_OVER_HTTPS_PORT = erratum(
            "rpc-over-https-593",
            "RPC over HTTPS on TCP 593, as the section says",
            "in our reading both mean the endpoint mapper for RPC over HTTP",
            heading(Role.REMOTE_PROCEDURE_CALL).row(2).says("TCP 593 is RPC over HTTPS"),
            WindowsArticle.PORT_TABLE.row(111).says("TCP 593 is the endpoint mapper of RPC over HTTPS"));

    static final Erratum L2TP_FILTER = erratum(
            "l2tp-filter",
            "UDP 1701 as the table of Routing and Remote Access lists it",
            "between tunnel ends L2TP is inside ESP; in our reading a filter sees UDP 1701 where there is no IPsec",
            heading(Role.ROUTING_AND_REMOTE_ACCESS).row(4).says("L2TP listens on UDP 1701"),
            heading(Role.ACTIVE_DIRECTORY).place("note").says("no filter for L2TP is needed, because ESP protects it"));

    static final Erratum SERVER_ICMP = erratum(
            "server-icmp",
            "the rows of the table",
            "clients ping candidate addresses where WINS gave several, or failed and DNS answered; no row lists the"
                    + " pings",
            heading(Role.SERVER)
                    .place("note")
                    .says("TCP 139, and TCP 445 where IPv6 is not installed, depend on ICMP echo"),
            heading(Role.SERVER).place("table").says("no ICMP"));

    static final Erratum QUOTE_SPELLINGS = erratum(
            "quote-of-the-day-spellings",
            "one protocol, quote of the day",
            "the text counts quote of the day among the protocols of the service",
            heading(Role.SIMPLE_TCP_IP).row(9).says("TCP 17 is Quotd"),
            heading(Role.SIMPLE_TCP_IP).row(10).says("UDP 17 is Quoted"),
            WindowsArticle.PORT_TABLE.place("rows 10 and 11").says("TCP 17 and UDP 17 are Quotd"));

    static final Erratum TRAP_DIRECTION = erratum(
            "snmp-trap-direction",
            "traps come to the service on UDP 162",
            "the text says that it receives traps, and the table lists what a service listens on",
            heading(Role.SNMP_TRAP).place("text").says("the service receives traps"),
            heading(Role.SNMP_TRAP).row(1).says("the protocol is called outgoing traps"));

    static final Erratum SSDP_PORT = erratum(
            "ssdp-port",
            "TCP 2869, and TCP 5000 on hosts older than XP Service Pack 2",
            "the note dates the change, and the table calls 5000 the legacy port",
            heading(Role.SSDP_DISCOVERY).place("text").says("TCP 5000 is what events use at present"),
            heading(Role.SSDP_DISCOVERY).place("note").says("TCP 2869 from Windows XP Service Pack 2 on"));

    static final Erratum SSDP_NAME = erratum(
            "ssdp-service-name",
            "SSDPRSR as printed",
            "the catalog keeps to the article; in our reading SSDPSRV is meant, as Windows calls the service",
            heading(Role.SSDP_DISCOVERY).place("text").says("the logical name is SSDPRSR"));

    static final Erratum TFTP_ANSWERS = erratum(
            "tftp-answers",
            "UDP 69 for the question, and answers from a dynamic port",
            "the text says how TFTP answers, though no row has the ports",
            heading(Role.TRIVIAL_FTP).place("text").says("the service answers from a random high port"),
            heading(Role.TRIVIAL_FTP).row(1).says("UDP 69 alone"));

    static final Erratum WINRM_TRANSPORT = erratum(
            "winrm-transport",
            "TCP",
            "the cell beside it says TCP before each port",
            heading(Role.WINRM).row(1).says("the transport is TP, as in the next row"));

    static final Erratum TIME_NEEDS = erratum(
            "windows-time-needs",
            "UDP 123 as the table has it",
            "Kerberos and DNS are listened for by services that have their own sections",
            heading(Role.WINDOWS_TIME).place("text").says("in a domain, the ports of Kerberos and DNS are needed too"),
            heading(Role.WINDOWS_TIME).place("table").says("UDP 123 alone"));

    static final Erratum ADMINISTRATION_SITE = erratum(
            "administration-site-in-text",
            "80 and 443 as the table has them",
            "the site is optional, and no row lists its port",
            heading(Role.WORLD_WIDE_WEB_PUBLISHING)
                    .place("text")
                    .says("the administration site, if enabled, uses TCP 8098"),
            heading(Role.WORLD_WIDE_WEB_PUBLISHING).place("table").says("TCP 80 and TCP 443"));

    static final Erratum DEPENDENCIES_INCOMPLETE = erratum(
            "dependencies-incomplete",
            "the lists as they stand",
            "the article calls both incomplete, and nothing tells what else belongs in them",
            WindowsArticle.DEPENDENCIES
                    .place("services on which Active Directory depends")
                    .says("Active Directory itself is in the list, DNS Server is not, though WINS is there for when"
                            + " DNS is down"),
            WindowsArticle.DEPENDENCIES.place("lists").says("Group Policy is in neither"),
            WindowsArticle.OVERVIEW.place("text").says("which services rely on others is left out of the article"));

    private WindowsErrata() {}

    static Erratum erratum(String id, String taken, String reason, Reading... readings) {
        return Erratum.builder()
                .id(id)
                .addReadings(readings)
                .taken(taken)
                .reason(reason)
                .build();
    }
}
