package io.portolan.windows;

import static io.portolan.catalog.Row.row;
import static io.portolan.windows.Listening.dynamicRpc;
import static io.portolan.windows.Listening.endpointMapper;
import static io.portolan.windows.Listening.netbiosDatagram;
import static io.portolan.windows.Listening.netbiosName;
import static io.portolan.windows.Listening.netbiosSession;
import static io.portolan.windows.Listening.sharing;
import static io.portolan.windows.Listening.smb;
import static io.portolan.windows.Listening.to;
import static io.portolan.windows.Windows.Role.EXCHANGE_MTA;
import static io.portolan.windows.Windows.Role.MESSAGE_QUEUING;
import static io.portolan.windows.Windows.Role.NET_LOGON;
import static io.portolan.windows.Windows.Role.NNTP;
import static io.portolan.windows.Windows.Role.OFFLINE_FILES;
import static io.portolan.windows.Windows.Role.PERFORMANCE_LOGS;
import static io.portolan.windows.Windows.Role.POP3;
import static io.portolan.windows.Windows.Role.PRINT_SPOOLER;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;

/** The sections from "Message Queuing" to "Print Spooler". */
final class SectionsMToP {
    private static final String TRUSTS_NOTE =
            "Only for trusts that know no DNS, and as a fallback when DNS fails. With neither WINS nor working"
                    + " broadcasts, turn NetBIOS over TCP/IP off or set NodeType to 2.";

    private static final String PRIMARY_COMPUTER_NOTE =
            "Primary Computer reads its settings by LDAP; files, profiles and folders move over SMB.";

    private SectionsMToP() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(messageQueuing())
                .section(exchangeMta())
                .section(pop3())
                .section(netLogon())
                .section(nntp())
                .section(offlineFiles())
                .section(performanceLogs())
                .section(printSpooler());
    }

    private static Section messageQueuing() {
        return heading(MESSAGE_QUEUING)
                .section(
                        row(1, queues().tcp(Protocols.MSMQ, 1801).purpose("exchanges messages")),
                        row(2, queues().udp(Protocols.MSMQ, 1801).purpose("exchanges messages")),
                        row(3, queues().tcp(Protocols.MSMQ_DCS, 2101).purpose("reaches message queuing by MSMQ-DCs")),
                        row(
                                4,
                                queues().tcp(Protocols.MSMQ_MANAGEMENT, 2107)
                                        .purpose("reaches message queuing by MSMQ-Mgmt")),
                        row(5, queues().udp(Protocols.MSMQ_PING, 3527).purpose("reaches message queuing by MSMQ-Ping")),
                        row(
                                6,
                                queues().tcp(Protocols.MSMQ_RPC, 2105)
                                        .variant("2105")
                                        .purpose("calls message queuing by RPC")),
                        row(
                                7,
                                queues().tcp(Protocols.MSMQ_RPC, 2103)
                                        .variant("2103")
                                        .purpose("calls message queuing by RPC")),
                        row(8, endpointMapper(MESSAGE_QUEUING)));
    }

    private static FlowDraft queues() {
        return to(MESSAGE_QUEUING);
    }

    private static Section exchangeMta() {
        return heading(EXCHANGE_MTA)
                .section(row(
                        1, to(EXCHANGE_MTA).tcp(Protocols.X400, 102).purpose("carries mail between Exchange servers")));
    }

    private static Section pop3() {
        return heading(POP3).section(row(1, to(POP3).tcp(Protocols.POP3, 110).purpose("fetches mail")));
    }

    private static Section netLogon() {
        return heading(NET_LOGON)
                .section(
                        row(1, sharing(netbiosDatagram(NET_LOGON)).optional().note(TRUSTS_NOTE)),
                        row(2, sharing(netbiosName(NET_LOGON)).optional().note(TRUSTS_NOTE)),
                        row(3, sharing(netbiosSession(NET_LOGON)).optional().note(TRUSTS_NOTE)),
                        row(
                                4,
                                sharing(smb(NET_LOGON))
                                        .note("A member of a domain serves RPC over named pipes; a domain controller"
                                                + " serves RPC over TCP, mailslots and LDAP too. Earlier clients"
                                                + " need what File and Printer Sharing needs.")),
                        row(
                                5,
                                to(NET_LOGON)
                                        .udp(Service.LDAP, 389)
                                        .erratum(WindowsErrata.LDAP_OR_DC_LOCATOR)
                                        .purpose("asks a domain controller")),
                        row(
                                6,
                                endpointMapper(NET_LOGON),
                                dynamicRpc(NET_LOGON, RpcService.NETLOGON)
                                        .note("The port for logon can be fixed (Microsoft KB 224196).")
                                        .note("To listen, the service leans on the Workstation service and the local"
                                                + " security authority.")));
    }

    private static Section nntp() {
        return heading(NNTP)
                .section(
                        row(1, to(NNTP).tcp(Protocols.NNTP, 119).purpose("reads and posts news")),
                        row(2, to(NNTP).tcp(Protocols.NNTPS, 563).purpose("reads and posts news over TLS")));
    }

    private static Section offlineFiles() {
        return heading(OFFLINE_FILES)
                .section(
                        row(1, userData().tcp(Service.SMB, 445).purpose("caches or redirects user data")),
                        row(
                                2,
                                userData()
                                        .tcp(Protocols.GLOBAL_CATALOG, 3269)
                                        .variant("3269")
                                        .purpose("searches the global catalog")),
                        row(
                                3,
                                userData()
                                        .tcp(Protocols.GLOBAL_CATALOG, 3268)
                                        .variant("3268")
                                        .purpose("searches the global catalog")),
                        row(4, userData().tcp(Service.LDAP, 389).purpose("reads settings in the directory")),
                        row(
                                5,
                                userData()
                                        .udp(Service.LDAP, 389)
                                        .erratum(WindowsErrata.LDAP_OR_DC_LOCATOR)
                                        .purpose("asks the directory")),
                        row(6, userData().tcp(Service.LDAPS, 636).purpose("reads settings in the directory over TLS")));
    }

    private static FlowDraft userData() {
        return to(OFFLINE_FILES).note(PRIMARY_COMPUTER_NOTE);
    }

    private static Section performanceLogs() {
        return heading(PERFORMANCE_LOGS)
                .section(row(1, netbiosSession(PERFORMANCE_LOGS).purpose("collects counters over the network")));
    }

    private static Section printSpooler() {
        return heading(PRINT_SPOOLER)
                .section(
                        row(1, endpointMapper(PRINT_SPOOLER)),
                        row(2, dynamicRpc(PRINT_SPOOLER).note(Listening.FIXED_OR_NARROWED)),
                        row(3, sharing(netbiosDatagram(PRINT_SPOOLER))),
                        row(4, sharing(netbiosName(PRINT_SPOOLER))),
                        row(5, sharing(netbiosSession(PRINT_SPOOLER))),
                        row(6, sharing(smb(PRINT_SPOOLER))));
    }
}
