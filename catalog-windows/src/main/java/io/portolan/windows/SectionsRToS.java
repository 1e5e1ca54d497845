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
import static io.portolan.windows.Windows.Role.REMOTE_INSTALLATION;
import static io.portolan.windows.Windows.Role.REMOTE_PROCEDURE_CALL;
import static io.portolan.windows.Windows.Role.REMOTE_STORAGE;
import static io.portolan.windows.Windows.Role.REMOTE_STORAGE_NOTIFICATION;
import static io.portolan.windows.Windows.Role.ROUTING_AND_REMOTE_ACCESS;
import static io.portolan.windows.Windows.Role.RPC_LOCATOR;
import static io.portolan.windows.Windows.Role.SERVER;
import static io.portolan.windows.Windows.Role.SHAREPOINT_PORTAL_SERVER;
import static io.portolan.windows.Windows.Role.SIMPLE_TCP_IP;
import static io.portolan.windows.Windows.Role.SMTP;
import static io.portolan.windows.Windows.Role.SNMP;
import static io.portolan.windows.Windows.Role.SNMP_TRAP;
import static io.portolan.windows.Windows.Role.SSDP_DISCOVERY;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.windows.Windows.Features;

/** The sections from "Remote Installation" to "SSDP Discovery Service". */
final class SectionsRToS {
    private static final String BY_445_NOTE = "Clients from Windows 2000 on can work over TCP 445 alone.";
    private static final String VPN_NOTE =
            "Beside routing, address translation and dial-up, the service is a VPN server by PPTP and by L2TP with"
                    + " IPsec.";
    private static final String L2TP_NOTE =
            "L2TP with IPsec needs ESP, UDP 4500 and UDP 500; the local security authority listens on the two ports.";

    private SectionsRToS() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(remoteInstallation())
                .section(remoteProcedureCall())
                .section(rpcLocator())
                .section(remoteStorageNotification())
                .section(remoteStorage())
                .section(routingAndRemoteAccess())
                .section(server())
                .section(sharePointPortalServer())
                .section(smtp())
                .section(simpleTcpIp())
                .section(snmp())
                .section(snmpTrap())
                .section(ssdpDiscovery());
    }

    private static Section remoteInstallation() {
        return heading(REMOTE_INSTALLATION)
                .section(row(
                        1,
                        to(REMOTE_INSTALLATION)
                                .udp(Protocols.BINL, 4011)
                                .note("The server checks clients in Active Directory; TFTP is a part of it too.")
                                .purpose("starts a computer over the network by PXE")));
    }

    private static Section remoteProcedureCall() {
        return heading(REMOTE_PROCEDURE_CALL)
                .section(
                        row(
                                1,
                                endpointMapper(REMOTE_PROCEDURE_CALL)
                                        .note("The call itself goes to a dynamic port of the service that is called,"
                                                + " from the range of the host on which it listens.")
                                        .purpose("asks on which port a service answers RPC")),
                        row(
                                2,
                                to(REMOTE_PROCEDURE_CALL)
                                        .tcp(Protocols.RPC_OVER_HTTPS, 593)
                                        .erratum(WindowsErrata.RPC_OVER_HTTPS_PORT)
                                        .purpose("calls over HTTPS")),
                        row(3, sharing(netbiosDatagram(REMOTE_PROCEDURE_CALL))),
                        row(4, sharing(netbiosName(REMOTE_PROCEDURE_CALL))),
                        row(5, sharing(netbiosSession(REMOTE_PROCEDURE_CALL))),
                        row(
                                6,
                                sharing(smb(REMOTE_PROCEDURE_CALL))
                                        .purpose("reaches the endpoint mapper through named pipes")));
    }

    private static Section rpcLocator() {
        return heading(RPC_LOCATOR)
                .section(
                        row(1, sharing(netbiosDatagram(RPC_LOCATOR))),
                        row(2, sharing(netbiosName(RPC_LOCATOR))),
                        row(3, sharing(netbiosSession(RPC_LOCATOR))),
                        row(4, sharing(smb(RPC_LOCATOR)).note("The service is off by default.")));
    }

    private static Section remoteStorageNotification() {
        return heading(REMOTE_STORAGE_NOTIFICATION)
                .section(
                        row(1, endpointMapper(REMOTE_STORAGE_NOTIFICATION)),
                        row(2, dynamicRpc(REMOTE_STORAGE_NOTIFICATION).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section remoteStorage() {
        return heading(REMOTE_STORAGE)
                .section(
                        row(1, endpointMapper(REMOTE_STORAGE)),
                        row(2, dynamicRpc(REMOTE_STORAGE).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section routingAndRemoteAccess() {
        return heading(ROUTING_AND_REMOTE_ACCESS)
                .section(
                        row(1, tunnel().over(Protocols.GRE, ip(IpProtocol.GRE)).purpose("carries tunneled packets")),
                        row(
                                2,
                                tunnel().over(Protocols.AH, ip(IpProtocol.AH))
                                        .purpose("authenticates packets by IPsec")),
                        row(
                                3,
                                tunnel().over(Protocols.ESP, ip(IpProtocol.ESP))
                                        .erratum(WindowsErrata.IPSEC_SPLIT)
                                        .erratum(WindowsErrata.LINKS_TO_NOTHING)
                                        .note(L2TP_NOTE)
                                        .purpose("encrypts packets by IPsec")),
                        row(
                                4,
                                tunnel().udp(Protocols.L2TP, 1701)
                                        .erratum(WindowsErrata.L2TP_FILTER)
                                        .note(L2TP_NOTE)
                                        .purpose("opens an L2TP tunnel")),
                        row(5, tunnel().tcp(Protocols.PPTP, 1723).purpose("opens a PPTP tunnel")));
    }

    private static FlowDraft tunnel() {
        return to(ROUTING_AND_REMOTE_ACCESS).note(VPN_NOTE);
    }

    private static Traffic ip(IpProtocol protocol) {
        return Traffic.of(Transport.ip(protocol));
    }

    private static Section server() {
        return heading(SERVER)
                .section(
                        row(1, netbiosDatagram(SERVER).optional().note(BY_445_NOTE)),
                        row(2, netbiosName(SERVER).optional().note(BY_445_NOTE)),
                        row(
                                3,
                                netbiosSession(SERVER)
                                        .optional()
                                        .erratum(WindowsErrata.SERVER_ICMP)
                                        .note(BY_445_NOTE)
                                        .note("Clients ping the addresses of the server first where WINS gave"
                                                + " several, or WINS failed and DNS answered; preloaded entries of"
                                                + " Lmhosts skip the DNS resolver.")),
                        row(
                                4,
                                smb(SERVER)
                                        .erratum(WindowsErrata.SERVER_ICMP)
                                        .note("Where IPv6 is not installed, TCP 445 depends on ICMP echo too;"
                                                + " Windows XP and Server 2003 with IPv6 send no echo for it.")
                                        .purpose("opens shares of files, printers and named pipes")));
    }

    private static Section sharePointPortalServer() {
        return heading(SHAREPOINT_PORTAL_SERVER)
                .section(
                        row(
                                1,
                                to(SHAREPOINT_PORTAL_SERVER)
                                        .tcp(Service.HTTP, 80)
                                        .purpose("opens the portal")),
                        row(
                                2,
                                to(SHAREPOINT_PORTAL_SERVER)
                                        .tcp(Service.HTTPS, 443)
                                        .purpose("opens the portal over TLS")));
    }

    private static Section smtp() {
        return heading(SMTP)
                .section(row(
                        1,
                        to(SMTP).tcp(Protocols.SMTP, 25)
                                .note("Domain controllers can replicate between sites by mail.")
                                .purpose("sends mail")));
    }

    private static Section simpleTcpIp() {
        return heading(SIMPLE_TCP_IP)
                .section(
                        row(1, to(SIMPLE_TCP_IP).tcp(Protocols.CHARGEN, 19).purpose("asks for a stream of characters")),
                        row(2, to(SIMPLE_TCP_IP).udp(Protocols.CHARGEN, 19).purpose("asks for a stream of characters")),
                        row(3, to(SIMPLE_TCP_IP).tcp(Protocols.DAYTIME, 13).purpose("asks for the time of day")),
                        row(4, to(SIMPLE_TCP_IP).udp(Protocols.DAYTIME, 13).purpose("asks for the time of day")),
                        row(5, to(SIMPLE_TCP_IP).tcp(Protocols.DISCARD, 9).purpose("sends what is thrown away")),
                        row(6, to(SIMPLE_TCP_IP).udp(Protocols.DISCARD, 9).purpose("sends what is thrown away")),
                        row(7, to(SIMPLE_TCP_IP).tcp(Protocols.ECHO, 7).purpose("sends what comes back")),
                        row(8, to(SIMPLE_TCP_IP).udp(Protocols.ECHO, 7).purpose("sends what comes back")),
                        row(
                                9,
                                to(SIMPLE_TCP_IP)
                                        .tcp(Protocols.QUOTE_OF_THE_DAY, 17)
                                        .erratum(WindowsErrata.QUOTE_SPELLINGS)
                                        .purpose("asks for a quote")),
                        row(
                                10,
                                to(SIMPLE_TCP_IP)
                                        .udp(Protocols.QUOTE_OF_THE_DAY, 17)
                                        .erratum(WindowsErrata.QUOTE_SPELLINGS)
                                        .purpose("asks for a quote")));
    }

    private static Section snmp() {
        return heading(SNMP).section(row(1, to(SNMP).udp(Protocols.SNMP, 161).purpose("manages the host by SNMP")));
    }

    private static Section snmpTrap() {
        return heading(SNMP_TRAP)
                .section(row(
                        1,
                        to(SNMP_TRAP)
                                .udp(Protocols.SNMP_TRAP, 162)
                                .erratum(WindowsErrata.TRAP_DIRECTION)
                                .purpose("reports an event by a trap")));
    }

    private static Section ssdpDiscovery() {
        return heading(SSDP_DISCOVERY)
                .section(
                        row(
                                1,
                                to(SSDP_DISCOVERY)
                                        .udp(Protocols.SSDP, 1900)
                                        .erratum(WindowsErrata.SSDP_NAME)
                                        .purpose("finds and announces UPnP devices")),
                        row(
                                2,
                                to(SSDP_DISCOVERY)
                                        .tcp(Protocols.SSDP_EVENTS, 2869)
                                        .erratum(WindowsErrata.SSDP_PORT)
                                        .erratum(WindowsErrata.SSDP_NAME)
                                        .note("From Windows XP Service Pack 2 on; unconditional, because only older"
                                                + " hosts use another port.")
                                        .purpose("delivers events of UPnP devices")),
                        row(
                                3,
                                to(SSDP_DISCOVERY)
                                        .tcp(Protocols.SSDP_LEGACY_EVENTS, 5000)
                                        .when(Features.SSDP_BEFORE_XP_SP2)
                                        .erratum(WindowsErrata.SSDP_PORT)
                                        .erratum(WindowsErrata.SSDP_NAME)
                                        .purpose("delivers events of UPnP devices to older hosts")));
    }
}
