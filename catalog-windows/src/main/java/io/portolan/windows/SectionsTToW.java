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
import static io.portolan.windows.Windows.Role.CONNECTION_BROKER;
import static io.portolan.windows.Windows.Role.MEDIA_SERVICES;
import static io.portolan.windows.Windows.Role.RDS_LICENSING;
import static io.portolan.windows.Windows.Role.REMOTE_DESKTOP;
import static io.portolan.windows.Windows.Role.TCP_IP_PRINT_SERVER;
import static io.portolan.windows.Windows.Role.TELNET;
import static io.portolan.windows.Windows.Role.TRIVIAL_FTP;
import static io.portolan.windows.Windows.Role.UPNP_DEVICE_HOST;
import static io.portolan.windows.Windows.Role.WINDOWS_TIME;
import static io.portolan.windows.Windows.Role.WINRM;
import static io.portolan.windows.Windows.Role.WINS;
import static io.portolan.windows.Windows.Role.WORLD_WIDE_WEB_PUBLISHING;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.windows.Windows.Features;
import io.portolan.windows.Windows.Ports;

/** The sections from "TCP/IP Print Server" to "World Wide Web Publishing Service". */
final class SectionsTToW {
    private static final String BETWEEN_SERVERS_NOTE = "Between WINS servers only.";

    private SectionsTToW() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(tcpIpPrintServer())
                .section(telnet())
                .section(remoteDesktop())
                .section(rdsLicensing())
                .section(connectionBroker())
                .section(trivialFtp())
                .section(upnpDeviceHost())
                .section(wins())
                .section(mediaServices())
                .section(winrm())
                .section(windowsTime())
                .section(worldWideWebPublishing());
    }

    private static Section tcpIpPrintServer() {
        return heading(TCP_IP_PRINT_SERVER)
                .section(row(1, to(TCP_IP_PRINT_SERVER).tcp(Protocols.LPD, 515).purpose("prints from LPR clients")));
    }

    private static Section telnet() {
        return heading(TELNET)
                .section(row(1, to(TELNET).tcp(Protocols.TELNET, 23).purpose("opens a terminal session")));
    }

    private static Section remoteDesktop() {
        return heading(REMOTE_DESKTOP)
                .section(
                        row(
                                1,
                                to(REMOTE_DESKTOP)
                                        .tcp(Service.RDP, Ports.REMOTE_DESKTOP)
                                        .purpose("runs a session")),
                        row(
                                2,
                                to(REMOTE_DESKTOP)
                                        .udp(Service.RDP, Ports.REMOTE_DESKTOP)
                                        .purpose("runs a session")));
    }

    private static Section rdsLicensing() {
        return heading(RDS_LICENSING)
                .section(
                        row(1, endpointMapper(RDS_LICENSING)),
                        row(2, dynamicRpc(RDS_LICENSING).note(Listening.FIXED_OR_NARROWED)),
                        row(3, sharing(netbiosDatagram(RDS_LICENSING))),
                        row(4, sharing(netbiosName(RDS_LICENSING))),
                        row(5, sharing(netbiosSession(RDS_LICENSING))),
                        row(6, sharing(smb(RDS_LICENSING)).purpose("reaches licensing through named pipes")));
    }

    private static Section connectionBroker() {
        return heading(CONNECTION_BROKER)
                .section(
                        row(1, endpointMapper(CONNECTION_BROKER)),
                        row(2, dynamicRpc(CONNECTION_BROKER).note(Listening.FIXED_OR_NARROWED)));
    }

    private static Section trivialFtp() {
        return heading(TRIVIAL_FTP)
                .section(row(
                        1,
                        to(TRIVIAL_FTP)
                                .udp(Protocols.TFTP, 69)
                                .repliesFrom(AllocatedPorts.ofHost())
                                .erratum(WindowsErrata.TFTP_ANSWERS)
                                .note("The server answers from a port that it picks at random; open UDP 69 inwards"
                                        + " and let a firewall that follows TFTP open the rest for as long as it"
                                        + " is needed.")
                                .purpose("fetches files without user name or password")));
    }

    private static Section upnpDeviceHost() {
        return heading(UPNP_DEVICE_HOST)
                .section(row(
                        1,
                        to(UPNP_DEVICE_HOST).tcp(Protocols.UPNP, 2869).purpose("controls UPnP devices of the host")));
    }

    private static Section wins() {
        return heading(WINS)
                .section(
                        row(
                                1,
                                to(WINS).udp(Service.NETBIOS_NAME, 137)
                                        .erratum(WindowsErrata.NETBIOS_OPTIONAL)
                                        .note("A network can do without WINS where every domain is one of Active"
                                                + " Directory and every computer runs Windows 2000 or later.")
                                        .purpose("resolves NetBIOS names")),
                        row(
                                2,
                                to(WINS).tcp(Protocols.WINS_REPLICATION, 42)
                                        .note(BETWEEN_SERVERS_NOTE)
                                        .purpose("replicates names")),
                        row(
                                3,
                                to(WINS).udp(Protocols.WINS_REPLICATION, 42)
                                        .note(BETWEEN_SERVERS_NOTE)
                                        .purpose("replicates names")));
    }

    private static Section mediaServices() {
        return heading(MEDIA_SERVICES)
                .section(
                        row(1, media().tcp(Service.HTTP, 80)),
                        row(2, media().tcp(Protocols.MMS, 1755)),
                        row(3, media().udp(Protocols.MMS, 1755)),
                        row(4, media().udp(Protocols.MS_THEATER, 2460)),
                        row(5, media().udp(Protocols.RTCP, 5005)),
                        row(6, media().udp(Protocols.RTP, 5004)),
                        row(7, media().tcp(Protocols.RTSP, 554)));
    }

    private static FlowDraft media() {
        return to(MEDIA_SERVICES).purpose("plays media streams");
    }

    private static Section winrm() {
        return heading(WINRM)
                .section(
                        row(
                                1,
                                management(Features.WINRM_1)
                                        .tcp(Service.WINRM, Ports.WINRM_1_HTTP)
                                        .variant("winrm-1"),
                                management(Features.WINRM_1)
                                        .tcp(Protocols.WINRM_HTTPS, Ports.WINRM_1_HTTPS)
                                        .variant("winrm-1")),
                        row(
                                2,
                                management(Features.WINRM_2)
                                        .tcp(Service.WINRM, Ports.WINRM_2_HTTP)
                                        .variant("winrm-2"),
                                management(Features.WINRM_2)
                                        .tcp(Protocols.WINRM_HTTPS, Ports.WINRM_2_HTTPS)
                                        .variant("winrm-2")));
    }

    private static FlowDraft management(Toggle version) {
        return to(WINRM).when(version).erratum(WindowsErrata.WINRM_TRANSPORT).purpose("manages the host");
    }

    private static Section windowsTime() {
        return heading(WINDOWS_TIME)
                .section(
                        row(
                                1,
                                to(WINDOWS_TIME)
                                        .udp(Protocols.NTP, 123)
                                        .erratum(WindowsErrata.TIME_NEEDS)
                                        .purpose("sets the clock")),
                        row(
                                2,
                                to(WINDOWS_TIME)
                                        .udp(Protocols.SNTP, 123)
                                        .erratum(WindowsErrata.TIME_NEEDS)
                                        .note("Windows 2000 speaks SNTP, later versions NTP.")
                                        .purpose("sets the clock")));
    }

    private static Section worldWideWebPublishing() {
        return heading(WORLD_WIDE_WEB_PUBLISHING)
                .section(
                        row(
                                1,
                                to(WORLD_WIDE_WEB_PUBLISHING)
                                        .tcp(Service.HTTP, Ports.IIS_HTTP)
                                        .erratum(WindowsErrata.ADMINISTRATION_SITE)
                                        .purpose("opens web sites")),
                        row(
                                2,
                                to(WORLD_WIDE_WEB_PUBLISHING)
                                        .tcp(Service.HTTPS, Ports.IIS_HTTPS)
                                        .erratum(WindowsErrata.ADMINISTRATION_SITE)
                                        .purpose("opens web sites over TLS")));
    }
}
