package io.portolan.windows;

import static io.portolan.catalog.Row.row;
import static io.portolan.windows.Listening.dynamicRpc;
import static io.portolan.windows.Listening.endpointMapper;
import static io.portolan.windows.Listening.netbiosDatagram;
import static io.portolan.windows.Listening.netbiosName;
import static io.portolan.windows.Listening.netbiosSession;
import static io.portolan.windows.Listening.smb;
import static io.portolan.windows.Listening.to;
import static io.portolan.windows.Windows.Role.ACTIVE_DIRECTORY;
import static io.portolan.windows.Windows.Role.APPLICATION_LAYER_GATEWAY;
import static io.portolan.windows.Windows.Role.ASP_NET_STATE;
import static io.portolan.windows.Windows.Role.CERTIFICATE_SERVICES;
import static io.portolan.windows.Windows.Role.CLUSTER;
import static io.portolan.windows.Windows.Role.COMPUTER_BROWSER;
import static io.portolan.windows.Windows.Role.DFS_NAMESPACES;
import static io.portolan.windows.Windows.Role.DFS_REPLICATION;
import static io.portolan.windows.Windows.Role.DHCP;
import static io.portolan.windows.Windows.Role.DISTRIBUTED_LINK_TRACKING_SERVER;
import static io.portolan.windows.Windows.Role.DISTRIBUTED_TRANSACTION_COORDINATOR;
import static io.portolan.windows.Windows.Role.DNS;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.Cast;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.windows.Windows.Features;

/** The sections from "Active Directory" to "DNS Server". */
final class SectionsAToD {
    private static final String BROWSER_NOTE = "No host needs it where all run Windows Vista or later.";
    private static final String FULL_NAMES_NOTE = "Not needed where DFSN uses fully qualified server names.";

    private static final String TUNNEL_NOTE =
            "Where all traffic to Active Directory goes through an L2TP tunnel with IPsec, UDP 500, UDP 4500 and ESP"
                    + " are all that a router before it must let through.";

    private SectionsAToD() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(activeDirectory())
                .section(applicationLayerGateway())
                .section(aspNetState())
                .section(certificateServices())
                .section(cluster())
                .section(computerBrowser())
                .section(dhcpServer())
                .section(dfsNamespaces())
                .section(dfsReplication())
                .section(distributedLinkTrackingServer())
                .section(distributedTransactionCoordinator())
                .section(dnsServer());
    }

    private static Section activeDirectory() {
        return heading(ACTIVE_DIRECTORY)
                .section(
                        row(
                                1,
                                to(ACTIVE_DIRECTORY)
                                        .tcp(Protocols.ADWS, 9389)
                                        .purpose("calls the web services of the directory")),
                        row(
                                2,
                                to(ACTIVE_DIRECTORY)
                                        .tcp(Protocols.AD_MANAGEMENT_GATEWAY, 9389)
                                        .purpose("calls the management gateway of the directory")),
                        row(
                                3,
                                to(ACTIVE_DIRECTORY)
                                        .tcp(Protocols.GLOBAL_CATALOG, 3269)
                                        .variant("3269")
                                        .purpose("searches the global catalog")),
                        row(
                                4,
                                to(ACTIVE_DIRECTORY)
                                        .tcp(Protocols.GLOBAL_CATALOG, 3268)
                                        .variant("3268")
                                        .purpose("searches the global catalog")),
                        row(
                                5,
                                to(ACTIVE_DIRECTORY)
                                        .over(Protocols.ICMP, Traffic.of(Transport.icmp(8)))
                                        .erratum(WindowsErrata.CELLS_LOST)
                                        .note("LDAP clients ping a server that has been silent for 120 seconds, four"
                                                + " times, and wait two seconds for each answer; all three are"
                                                + " options of their session.")
                                        .purpose("checks that an LDAP server is still there")),
                        row(6, to(ACTIVE_DIRECTORY).tcp(Service.LDAP, 389).purpose("reads and writes the directory")),
                        row(
                                7,
                                to(ACTIVE_DIRECTORY)
                                        .udp(Service.LDAP, 389)
                                        .erratum(WindowsErrata.LDAP_OR_DC_LOCATOR)
                                        .purpose("asks the directory")),
                        row(
                                8,
                                to(ACTIVE_DIRECTORY)
                                        .tcp(Service.LDAPS, 636)
                                        .purpose("reads and writes the directory over TLS")),
                        row(
                                9,
                                to(ACTIVE_DIRECTORY)
                                        .udp(Protocols.ISAKMP, 500)
                                        .erratum(WindowsErrata.IPSEC_SPLIT)
                                        .note(TUNNEL_NOTE)
                                        .purpose("agrees on keys for IPsec")),
                        row(
                                10,
                                to(ACTIVE_DIRECTORY)
                                        .udp(Protocols.NAT_T, 4500)
                                        .erratum(WindowsErrata.IPSEC_SPLIT)
                                        .note(TUNNEL_NOTE)
                                        .purpose("carries IPsec through address translation")),
                        row(11, endpointMapper(ACTIVE_DIRECTORY)),
                        row(
                                12,
                                dynamicRpc(ACTIVE_DIRECTORY, RpcService.NTDS)
                                        .erratum(RangeErrata.LEGACY_RANGE)
                                        .erratum(RangeErrata.ACTIVE_DIRECTORY_RANGES)
                                        .note("Replication and logon can be given a fixed port instead (Microsoft KB"
                                                + " 224196).")
                                        .note("Remote WMI and DCOM come here too: since Server 2012, Server Manager"
                                                + " and the checks before the promotion of a domain controller use"
                                                + " them.")),
                        row(13, smb(ACTIVE_DIRECTORY)));
    }

    private static Section applicationLayerGateway() {
        return heading(APPLICATION_LAYER_GATEWAY)
                .section(row(
                        1,
                        to(APPLICATION_LAYER_GATEWAY)
                                .tcp(Service.FTP, 21)
                                .erratum(WindowsErrata.GATEWAY_LOOPBACK)
                                .purpose("opens FTP sessions through address translation")));
    }

    private static Section aspNetState() {
        return heading(ASP_NET_STATE)
                .section(row(
                        1,
                        to(ASP_NET_STATE)
                                .tcp(Protocols.ASP_NET_SESSION_STATE, 42_424)
                                .purpose("keeps session state for ASP.NET on a web server")));
    }

    private static Section certificateServices() {
        return heading(CERTIFICATE_SERVICES)
                .section(
                        row(1, endpointMapper(CERTIFICATE_SERVICES)),
                        row(
                                2,
                                to(CERTIFICATE_SERVICES)
                                        .tcp(Service.SMB, 445, 139)
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                                        .purpose("reaches the certification authority over SMB")),
                        row(
                                3,
                                dynamicRpc(CERTIFICATE_SERVICES)
                                        .erratum(RangeErrata.CERTIFICATE_SERVICES_RANGE)
                                        .note(Listening.FIXED_OR_NARROWED)
                                        .note("The service uses DCOM besides RPC.")));
    }

    private static Section cluster() {
        return heading(CLUSTER)
                .section(
                        row(
                                1,
                                to(CLUSTER)
                                        .udp(Protocols.CLUSTER, 3343)
                                        .erratum(WindowsErrata.CLUSTER_TRANSPORT)
                                        .note("The packets are DTLS, version 1.0 or 1.2, which is on by default.")
                                        .purpose("keeps cluster nodes in touch")),
                        row(
                                2,
                                to(CLUSTER)
                                        .tcp(Protocols.CLUSTER, 3343)
                                        .when(Features.CLUSTER_NODE_JOIN)
                                        .purpose("joins a node to the cluster")),
                        row(
                                3,
                                to(CLUSTER)
                                        .over(Protocols.CLUSTER, Traffic.of(Transport.icmp(8)))
                                        .when(Features.ADD_NODE_WIZARD)
                                        .erratum(WindowsErrata.CELLS_LOST)
                                        .erratum(WindowsErrata.VALIDATION_IN_NOTE)
                                        .purpose("pings a node that joins")),
                        row(
                                4,
                                smb(CLUSTER)
                                        .when(Features.ADD_NODE_WIZARD)
                                        .erratum(WindowsErrata.VALIDATION_IN_NOTE)
                                        .note("The row names Cluster Service; by its number, the port is that of SMB.")
                                        .purpose("joins a node to the cluster")),
                        row(5, endpointMapper(CLUSTER)),
                        row(
                                6,
                                to(CLUSTER)
                                        .udp(Protocols.CLUSTER_ADMINISTRATOR, 137)
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                                        .purpose("administers the cluster by Cluster Administrator")),
                        row(7, dynamicRpc(CLUSTER).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section computerBrowser() {
        return heading(COMPUTER_BROWSER)
                .section(
                        row(
                                1,
                                netbiosDatagram(COMPUTER_BROWSER)
                                        .erratum(WindowsErrata.SHARING_PORTS_UNLISTED)
                                        .note(BROWSER_NOTE)),
                        row(
                                2,
                                netbiosName(COMPUTER_BROWSER)
                                        .erratum(WindowsErrata.SHARING_PORTS_UNLISTED)
                                        .note(BROWSER_NOTE)),
                        row(
                                3,
                                netbiosSession(COMPUTER_BROWSER)
                                        .erratum(WindowsErrata.SHARING_PORTS_UNLISTED)
                                        .note(BROWSER_NOTE)
                                        .note("Lists are compiled by RPC over named pipes.")));
    }

    private static Section dhcpServer() {
        return heading(DHCP)
                .section(
                        row(
                                1,
                                to(DHCP).over(
                                                Protocols.DHCP,
                                                Traffic.udp(PortSpec.of(67)).from(PortSet.of(68)))
                                        .cast(Cast.BROADCAST)
                                        .note(Listening.DHCP_NOTE)
                                        .purpose("asks for an address")),
                        row(2, to(DHCP).udp(Protocols.MADCAP, 2535).purpose("asks for a multicast address")),
                        row(3, to(DHCP).tcp(Protocols.DHCP_FAILOVER, 647).purpose("keeps DHCP servers in step")));
    }

    private static Section dfsNamespaces() {
        return heading(DFS_NAMESPACES)
                .section(
                        row(1, netbiosDatagram(DFS_NAMESPACES).optional().note(FULL_NAMES_NOTE)),
                        row(2, netbiosSession(DFS_NAMESPACES).optional().note(FULL_NAMES_NOTE)),
                        row(3, to(DFS_NAMESPACES).tcp(Service.LDAP, 389).purpose("reads namespaces in the directory")),
                        row(
                                4,
                                to(DFS_NAMESPACES)
                                        .udp(Service.LDAP, 389)
                                        .erratum(WindowsErrata.LDAP_OR_DC_LOCATOR)
                                        .purpose("asks the directory")),
                        row(5, smb(DFS_NAMESPACES).note("Domain controllers need the service to advertise SYSVOL.")),
                        row(6, endpointMapper(DFS_NAMESPACES)),
                        row(7, dynamicRpc(DFS_NAMESPACES).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section dfsReplication() {
        return heading(DFS_REPLICATION)
                .section(
                        row(
                                1,
                                endpointMapper(DFS_REPLICATION)
                                        .note("While a new, empty folder is set up for replication TCP 445 is used"
                                                + " too; that stands under the table sorted by port alone.")),
                        row(
                                2,
                                to(DFS_REPLICATION)
                                        .tcp(Service.RPC, 5722)
                                        .when(Features.DOMAIN_CONTROLLERS_2008)
                                        .variant("5722")
                                        .note("Domain controllers on Server 2012 do not use it.")
                                        .purpose("replicates files")),
                        row(
                                3,
                                dynamicRpc(DFS_REPLICATION, RpcService.DFSR)
                                        .note("One static port for administration and replication can take its"
                                                + " place: dfsrdiag StaticRPC sets it on each member, whether or"
                                                + " not that takes part in DFSN.")
                                        .purpose("replicates files")));
    }

    private static Section distributedLinkTrackingServer() {
        return heading(DISTRIBUTED_LINK_TRACKING_SERVER)
                .section(
                        row(1, endpointMapper(DISTRIBUTED_LINK_TRACKING_SERVER)),
                        row(2, dynamicRpc(DISTRIBUTED_LINK_TRACKING_SERVER).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section distributedTransactionCoordinator() {
        return heading(DISTRIBUTED_TRANSACTION_COORDINATOR)
                .section(
                        row(
                                1,
                                endpointMapper(DISTRIBUTED_TRANSACTION_COORDINATOR)
                                        .note("Transactional components of COM+, transactional message queues, and"
                                                + " SQL Server work over several systems need the service.")),
                        row(
                                2,
                                dynamicRpc(DISTRIBUTED_TRANSACTION_COORDINATOR)
                                        .erratum(WindowsErrata.LINKS_TO_NOTHING)
                                        .note(Listening.HEADING_MISSING)));
    }

    private static Section dnsServer() {
        return heading(DNS)
                .section(
                        row(1, to(DNS).udp(Service.DNS, 53).purpose("resolves and updates names")),
                        row(2, to(DNS).tcp(Service.DNS, 53).purpose("resolves and updates names")));
    }
}
