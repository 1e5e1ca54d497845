package io.portolan.windows;

import static io.portolan.catalog.Row.row;
import static io.portolan.windows.Listening.dynamicRpc;
import static io.portolan.windows.Listening.endpointMapper;
import static io.portolan.windows.Listening.modernRange;
import static io.portolan.windows.Listening.netbiosSession;
import static io.portolan.windows.Listening.sharing;
import static io.portolan.windows.Listening.smb;
import static io.portolan.windows.Listening.to;
import static io.portolan.windows.Windows.Role.EVENT_LOG;
import static io.portolan.windows.Windows.Role.FAX;
import static io.portolan.windows.Windows.Role.FILE_REPLICATION;
import static io.portolan.windows.Windows.Role.FTP_PUBLISHING;
import static io.portolan.windows.Windows.Role.GROUP_POLICY;
import static io.portolan.windows.Windows.Role.HTTP_SSL;
import static io.portolan.windows.Windows.Role.HYPER_V;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.Transport;
import io.portolan.windows.Windows.Features;
import io.portolan.windows.Windows.Ports;

/** The sections from "Event Log" to "Hyper-V service". */
final class SectionsEToH {
    private static final String CUSTOM_PORT_NOTE =
            "The port can be customized, as the article's reference on domain controllers tells.";

    private SectionsEToH() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(eventLog())
                .section(fax())
                .section(fileReplication())
                .section(ftpPublishing())
                .section(groupPolicy())
                .section(httpSsl())
                .section(hyperV());
    }

    private static Section eventLog() {
        return heading(EVENT_LOG)
                .section(
                        row(
                                1,
                                events().tcp(Protocols.RPC_NAMED_PIPES, 139)
                                        .variant("139")
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)),
                        row(2, events().tcp(Protocols.RPC_NAMED_PIPES, 445).variant("445")),
                        row(
                                3,
                                events().udp(Protocols.RPC_NAMED_PIPES, 137)
                                        .variant("137")
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)),
                        row(
                                4,
                                events().udp(Protocols.RPC_NAMED_PIPES, 138)
                                        .variant("138")
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)));
    }

    private static FlowDraft events() {
        return sharing(to(EVENT_LOG).purpose("reads events over the network"));
    }

    private static Section fax() {
        return heading(FAX)
                .section(
                        row(1, netbiosSession(FAX)),
                        row(2, smb(FAX)),
                        row(3, endpointMapper(FAX)),
                        row(4, dynamicRpc(FAX).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section fileReplication() {
        return heading(FILE_REPLICATION)
                .section(
                        row(1, endpointMapper(FILE_REPLICATION)),
                        row(
                                2,
                                dynamicRpc(FILE_REPLICATION, RpcService.FRS)
                                        .erratum(WindowsErrata.LINKS_TO_NOTHING)
                                        .note(Listening.HEADING_MISSING)
                                        .purpose("replicates files")));
    }

    private static Section ftpPublishing() {
        return heading(FTP_PUBLISHING)
                .section(
                        row(
                                1,
                                to(FTP_PUBLISHING)
                                        .tcp(Service.FTP, Ports.FTP_CONTROL)
                                        .purpose("controls an FTP session")),
                        row(
                                2,
                                to(FTP_PUBLISHING)
                                        .tcp(Protocols.FTP_DATA, Ports.FTP_DATA)
                                        .optional()
                                        .variant("active")
                                        .erratum(WindowsErrata.FTP_DATA_DIRECTION)
                                        .note("The port is always the one below the control port, and the server"
                                                + " opens the connection from it; nothing comes to it unless a"
                                                + " client is configured so.")
                                        .purpose("transfers files in active mode")),
                        row(
                                3,
                                to(FTP_PUBLISHING)
                                        .tcp(Protocols.FTP_DATA, AllocatedPorts.ofHost(Listening.MODERN_RANGE))
                                        .variant("passive")
                                        .erratum(RangeErrata.MODERN_RANGE_ONLY)
                                        .erratum(RangeErrata.RULES_DIFFER)
                                        .erratum(RangeErrata.FTP_PASSIVE_RANGE)
                                        .note("In our reading the ports are dynamic ones of the host, not of RPC;"
                                                + " IIS can be given a range for them in its metabase.")
                                        .purpose("transfers files in passive mode")));
    }

    private static Section groupPolicy() {
        return heading(GROUP_POLICY)
                .section(
                        row(
                                1,
                                policy().tcp(Protocols.DCOM, modernRange())
                                        .udp(Protocols.DCOM, modernRange())
                                        .erratum(RangeErrata.MODERN_RANGE_ONLY)
                                        .erratum(RangeErrata.RULES_DIFFER)
                                        .note(CUSTOM_PORT_NOTE)
                                        .note("Reports on results and models come by DCOM and RPC from client or"
                                                + " domain controller; a report that a Server 2012 host starts from"
                                                + " afar reads the event log of its target too.")
                                        .purpose("gathers reports on policy")),
                        row(
                                2,
                                application()
                                        .over(Protocols.ICMP, Traffic.of(Transport.icmp(8)))
                                        .when(Features.XP_CLIENTS)
                                        .erratum(WindowsErrata.CELLS_LOST)
                                        .purpose("finds out whether the link is slow")),
                        row(3, application().tcp(Service.LDAP, 389).purpose("finds out which policy applies")),
                        row(4, application().tcp(Service.SMB, 445).purpose("fetches policy from a domain controller")),
                        row(
                                5,
                                application()
                                        .tcp(Service.RPC_ENDPOINT_MAPPER, 135)
                                        .purpose("asks on which port RPC is answered"),
                                application()
                                        .tcp(Service.RPC, modernRange())
                                        .erratum(RangeErrata.MODERN_RANGE_ONLY)
                                        .erratum(RangeErrata.RULES_DIFFER)
                                        .note(CUSTOM_PORT_NOTE)
                                        .note("A refresh that one Server 2012 host starts on another comes in on TCP"
                                                + " 135 and 49152-65535, by RPC and WMI.")
                                        .purpose("calls the domain controller on the port that the endpoint mapper"
                                                + " answered")));
    }

    private static FlowDraft policy() {
        return to(GROUP_POLICY).erratum(WindowsErrata.GROUP_POLICY_KERBEROS);
    }

    private static FlowDraft application() {
        return policy().note(
                        "A client that applies policy opens it to a domain controller; logon across domains can need"
                                + " the same set between client, resource domain and account domain. Where one protocol of"
                                + " the set is blocked, policy neither applies nor updates.");
    }

    private static Section httpSsl() {
        return heading(HTTP_SSL)
                .section(row(1, to(HTTP_SSL).tcp(Service.HTTPS, Ports.IIS_HTTPS).purpose("opens web sites over TLS")));
    }

    private static Section hyperV() {
        return heading(HYPER_V)
                .section(
                        row(
                                1,
                                to(HYPER_V)
                                        .tcp(Service.WMI, 135)
                                        .when(Features.HYPER_V_REPLICA)
                                        .purpose("manages replication by WMI")),
                        row(2, dynamicRpc(HYPER_V).when(Features.HYPER_V_REPLICA)),
                        row(
                                3,
                                to(HYPER_V)
                                        .tcp(Service.HTTP, 80)
                                        .when(Features.HYPER_V_REPLICA)
                                        .purpose("sends replicas, with Kerberos authentication")),
                        row(
                                4,
                                to(HYPER_V)
                                        .tcp(Service.HTTPS, 443)
                                        .when(Features.HYPER_V_REPLICA)
                                        .purpose("sends replicas, with certificate authentication")),
                        row(
                                5,
                                to(HYPER_V)
                                        .tcp(Protocols.LIVE_MIGRATION, 6600)
                                        .when(Features.LIVE_MIGRATION)
                                        .purpose("moves a running virtual machine")),
                        row(
                                6,
                                smb(HYPER_V)
                                        .when(Features.LIVE_MIGRATION)
                                        .purpose("moves a running virtual machine over SMB")),
                        row(
                                7,
                                to(HYPER_V)
                                        .udp(Protocols.CLUSTER, 3343)
                                        .when(Features.LIVE_MIGRATION)
                                        .erratum(WindowsErrata.CLUSTER_TRANSPORT)
                                        .purpose("keeps cluster nodes in touch")));
    }
}
