package io.portolan.windows;

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
            says(Role.ACTIVE_DIRECTORY, 5, "the cell of the transport is blank"),
            says(Role.CLUSTER, 3, "an echo port"),
            says(Role.GROUP_POLICY, 2, "the row ends before its last cell"));

    static final Erratum IPSEC_SPLIT = erratum(
            "ipsec-split",
            "each table as it stands",
            "a tunnel needs all three; who looks at one section alone misses what the other lists",
            says(Role.ACTIVE_DIRECTORY, 9, "UDP 500 and, in the next row, UDP 4500; ESP is in the text alone"),
            says(Role.ROUTING_AND_REMOTE_ACCESS, 3, "ESP; UDP 500 and 4500 are in the text alone"),
            says(Role.ROUTING_AND_REMOTE_ACCESS, "note", "the local security authority listens on these two ports"));

    static final Erratum VALIDATION_IN_NOTE = erratum(
            "cluster-validation-in-note",
            "the rows as they stand",
            "the table lists what joining needs; validation is stated for two directions, without a row",
            says(
                    Role.CLUSTER,
                    "note",
                    "validation on Server 2008 and later needs ICMP for IPv4 and IPv6, and TCP 445, in both directions"),
            says(Role.CLUSTER, 3, "ICMP while a node joins through the wizard; the same for TCP 445 in the next row"));

    static final Erratum CLUSTER_TRANSPORT = erratum(
            "cluster-transport",
            "UDP 3343, which carries DTLS for the cluster service",
            "in our reading all of them mean the same packets, since DTLS runs on UDP",
            says(Role.CLUSTER, 1, "the transport is UDP with DTLS"),
            says(Role.HYPER_V, 7, "the transport of cluster traffic is UDP"),
            says(WindowsArticle.PORT_TABLE, "row 159", "UDP 3343, as in row 183, without DTLS"));

    static final Erratum NETBIOS_OPTIONAL = erratum(
            "netbios-optional-for-some",
            "optional where the article says so, required elsewhere",
            "the ports are the same, but no reason for leaving them closed is given for the other services",
            says(Role.DFS_NAMESPACES, "footnote 2", "NetBIOS is optional"),
            says(Role.NET_LOGON, "footnote 2", "NetBIOS is optional"),
            says(Role.SERVER, "text", "NetBIOS is optional, because clients can use TCP 445"),
            says(Role.COMPUTER_BROWSER, "table", "NetBIOS without such a remark, and no TCP 445"),
            says(Role.PERFORMANCE_LOGS, "table", "NetBIOS without such a remark, and no TCP 445"),
            says(WindowsArticle.SERVICES, "tables", "the other services with these ports have no such remark"));

    static final Erratum SHARING_PORTS_UNLISTED = erratum(
            "file-and-printer-sharing-unlisted",
            "each service with the ports of its own table",
            "the feature has no section; in our reading Server and Event Log come nearest, with UDP 137 and 138 and TCP 139"
                    + " and 445",
            says(
                    WindowsArticle.SERVICES,
                    "notes",
                    "seven services need of a firewall what File and Printer Sharing needs; what that is, is not said"),
            says(
                    Role.COMPUTER_BROWSER,
                    "text",
                    "it works by RPC over named pipes as the seven do, but the remark is missing"));

    static final Erratum LDAP_OR_DC_LOCATOR = erratum(
            "ldap-or-dc-locator",
            "the name that each section uses",
            "in our reading both are LDAP over UDP, and finding a domain controller is one use of it",
            says(Role.KERBEROS_KEY_DISTRIBUTION_CENTER, 5, "UDP 389 is DC Locator"),
            says(Role.ACTIVE_DIRECTORY, 7, "UDP 389 is LDAP, as in the other sections"),
            says(WindowsArticle.PORT_TABLE, "rows 85, 87 to 89 and 91", "UDP 389 is DC Locator for every service"));

    static final Erratum LINKS_TO_NOTHING = erratum(
            "references-missing",
            "the rows as they stand; where a port can be customized, a note says so, but not how",
            "no heading is what the remarks refer to; two others are of products that no section describes",
            says(Role.DISTRIBUTED_TRANSACTION_COORDINATOR, "footnote 1", "refers to a heading on the coordinator"),
            says(Role.FILE_REPLICATION, "footnote 1", "refers to a heading on the File Replication service"),
            says(Role.ROUTING_AND_REMOTE_ACCESS, "note", "refers to the references for IPsec and the authority"),
            says(
                    "References",
                    "headings",
                    "none on any of the three; Exchange and Operations Manager have one, but no section"));

    static final Erratum FTP_DATA_DIRECTION = erratum(
            "ftp-data-direction",
            "a flow to the server, as every row of this article",
            "the article names listeners alone; in our reading it is the server that connects in active mode,"
                    + " from this port to the client",
            says(Role.FTP_PUBLISHING, 2, "TCP 20 is a port of the service"),
            says(Role.FTP_PUBLISHING, "text", "it is the default data port of active mode"));

    static final Erratum GATEWAY_LOOPBACK = erratum(
            "gateway-loopback-in-text",
            "TCP 21 alone",
            "in our reading no filter between segments sees a loopback adapter",
            says(Role.APPLICATION_LAYER_GATEWAY, "text", "FTP is turned to a port from 3000 to 5000 on loopback"),
            says(Role.APPLICATION_LAYER_GATEWAY, 1, "TCP 21"));

    static final Erratum GROUP_POLICY_KERBEROS = erratum(
            "group-policy-lacks-kerberos",
            "the rows of the table",
            "Kerberos has a section of its own, with the ports on which a domain controller listens for it",
            says(Role.GROUP_POLICY, "text", "a client needs Kerberos, LDAP, SMB and RPC"),
            says(Role.GROUP_POLICY, "table", "neither port 88, nor UDP 389, nor DNS"));

    static final Erratum PORTS_WITHOUT_TABLE = erratum(
            "ports-without-table",
            "the ports of the text, and BranchCache as a service of its own",
            "in our reading the list is about peers and hosted caches of BranchCache, not about IPAM",
            says(Role.IPAM, "text", "TCP 48885, without table and logical name"),
            says(Role.BRANCH_CACHE, "text", "UDP 3702, TCP 80 and TCP 443 in a list under the heading of IPAM"));

    static final Erratum LICENSE_LOGGING_NAME_SERVICE = erratum(
            "license-logging-lacks-137",
            "the rows of the table",
            "no row gives UDP 137",
            says(Role.LICENSE_LOGGING, "note", "it needs what File and Printer Sharing needs"),
            says(Role.LICENSE_LOGGING, "table", "UDP 138, TCP 139 and TCP 445, not UDP 137"));

    static final Erratum LICENSE_LOGGING_ENDED = erratum(
            "license-logging-ended",
            "it requires Active Directory, on the systems that have it",
            "the list names it, and dates none of its entries",
            says(
                    WindowsArticle.DEPENDENCIES,
                    "services that require Active Directory",
                    "License Logging is among them"),
            says(Role.LICENSE_LOGGING, "text", "it is not part of Windows from Server 2008 on"));

    static final Erratum RPC_OVER_HTTPS_PORT = erratum(
            "rpc-over-https-593",
            "RPC over HTTPS on TCP 593, as the section says",
            "in our reading both mean the endpoint mapper for RPC over HTTP",
            says(Role.REMOTE_PROCEDURE_CALL, 2, "TCP 593 is RPC over HTTPS"),
            says(WindowsArticle.PORT_TABLE, "row 111", "TCP 593 is the endpoint mapper of RPC over HTTPS"));

    static final Erratum L2TP_FILTER = erratum(
            "l2tp-filter",
            "UDP 1701 as the table of Routing and Remote Access lists it",
            "between tunnel ends L2TP is inside ESP; in our reading a filter sees UDP 1701 where there is no IPsec",
            says(Role.ROUTING_AND_REMOTE_ACCESS, 4, "L2TP listens on UDP 1701"),
            says(Role.ACTIVE_DIRECTORY, "note", "no filter for L2TP is needed, because ESP protects it"));

    static final Erratum SERVER_ICMP = erratum(
            "server-icmp",
            "the rows of the table",
            "clients ping candidate addresses where WINS gave several, or failed and DNS answered; no row lists the pings",
            says(Role.SERVER, "note", "TCP 139, and TCP 445 where IPv6 is not installed, depend on ICMP echo"),
            says(Role.SERVER, "table", "no ICMP"));

    static final Erratum QUOTE_SPELLINGS = erratum(
            "quote-of-the-day-spellings",
            "one protocol, quote of the day",
            "the text counts quote of the day among the protocols of the service",
            says(Role.SIMPLE_TCP_IP, 9, "TCP 17 is Quotd"),
            says(Role.SIMPLE_TCP_IP, 10, "UDP 17 is Quoted"),
            says(WindowsArticle.PORT_TABLE, "rows 10 and 11", "TCP 17 and UDP 17 are Quotd"));

    static final Erratum TRAP_DIRECTION = erratum(
            "snmp-trap-direction",
            "traps come to the service on UDP 162",
            "the text says that it receives traps, and the table lists what a service listens on",
            says(Role.SNMP_TRAP, "text", "the service receives traps"),
            says(Role.SNMP_TRAP, 1, "the protocol is called outgoing traps"));

    static final Erratum SSDP_PORT = erratum(
            "ssdp-port",
            "TCP 2869, and TCP 5000 on hosts older than XP Service Pack 2",
            "the note dates the change, and the table calls 5000 the legacy port",
            says(Role.SSDP_DISCOVERY, "text", "TCP 5000 is what events use at present"),
            says(Role.SSDP_DISCOVERY, "note", "TCP 2869 from Windows XP Service Pack 2 on"));

    static final Erratum SSDP_NAME = erratum(
            "ssdp-service-name",
            "SSDPRSR as printed",
            "the catalog keeps to the article; in our reading SSDPSRV is meant, as Windows calls the service",
            says(Role.SSDP_DISCOVERY, "text", "the logical name is SSDPRSR"));

    static final Erratum TFTP_ANSWERS = erratum(
            "tftp-answers",
            "UDP 69 for the question, and answers from a dynamic port",
            "the text says how TFTP answers, though no row has the ports",
            says(Role.TRIVIAL_FTP, "text", "the service answers from a random high port"),
            says(Role.TRIVIAL_FTP, 1, "UDP 69 alone"));

    static final Erratum WINRM_TRANSPORT = erratum(
            "winrm-transport",
            "TCP",
            "the cell beside it says TCP before each port",
            says(Role.WINRM, 1, "the transport is TP, as in the next row"));

    static final Erratum TIME_NEEDS = erratum(
            "windows-time-needs",
            "UDP 123 as the table has it",
            "Kerberos and DNS are listened for by services that have their own sections",
            says(Role.WINDOWS_TIME, "text", "in a domain, the ports of Kerberos and DNS are needed too"),
            says(Role.WINDOWS_TIME, "table", "UDP 123 alone"));

    static final Erratum ADMINISTRATION_SITE = erratum(
            "administration-site-in-text",
            "80 and 443 as the table has them",
            "the site is optional, and no row lists its port",
            says(Role.WORLD_WIDE_WEB_PUBLISHING, "text", "the administration site, if enabled, uses TCP 8098"),
            says(Role.WORLD_WIDE_WEB_PUBLISHING, "table", "TCP 80 and TCP 443"));

    static final Erratum DEPENDENCIES_INCOMPLETE = erratum(
            "dependencies-incomplete",
            "the lists as they stand",
            "the article calls both incomplete, and nothing tells what else belongs in them",
            says(
                    WindowsArticle.DEPENDENCIES,
                    "services on which Active Directory depends",
                    "Active Directory itself is in the list, DNS Server is not, though WINS is there for when DNS is down"),
            says(WindowsArticle.DEPENDENCIES, "lists", "Group Policy is in neither"),
            says(WindowsArticle.OVERVIEW, "text", "which services rely on others is left out of the article"));

    private WindowsErrata() {}

    static Erratum erratum(String id, String taken, String reason, Reading... readings) {
        return Erratum.builder()
                .id(id)
                .addReadings(readings)
                .taken(taken)
                .reason(reason)
                .build();
    }

    static Reading says(Role service, int row, String says) {
        return says(service, "row " + row, says);
    }

    static Reading says(Role service, String place, String says) {
        return Reading.of(WindowsArticle.cite(service, place), says);
    }

    static Reading says(String section, String place, String says) {
        return Reading.of(WindowsArticle.cite(section, place), says);
    }
}
