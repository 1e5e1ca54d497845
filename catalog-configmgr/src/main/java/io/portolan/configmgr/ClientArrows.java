package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.toDistributionPoints;
import static io.portolan.configmgr.Arrows.wsusHttp;
import static io.portolan.configmgr.Arrows.wsusHttps;
import static io.portolan.configmgr.ConfigMgr.Outside.MICROSOFT;
import static io.portolan.configmgr.ConfigMgr.Role.ASSET_INTELLIGENCE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CLIENT;
import static io.portolan.configmgr.ConfigMgr.Role.CLOUD_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CLOUD_MANAGEMENT_GATEWAY;
import static io.portolan.configmgr.ConfigMgr.Role.FALLBACK_STATUS_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.MANAGEMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.NDES_POLICY_MODULE;
import static io.portolan.configmgr.ConfigMgr.Role.SOFTWARE_UPDATE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.STATE_MIGRATION_POINT;
import static io.portolan.configmgr.ConfigMgrArticle.DOCUMENT;
import static io.portolan.configmgr.ConfigMgrServices.BINL;
import static io.portolan.configmgr.ConfigMgrServices.CLIENT_NOTIFICATION;
import static io.portolan.configmgr.ConfigMgrServices.DHCP;
import static io.portolan.configmgr.ConfigMgrServices.DHCPV6;
import static io.portolan.configmgr.ConfigMgrServices.EXPRESS_UPDATES;
import static io.portolan.configmgr.ConfigMgrServices.GLOBAL_CATALOG_LDAP;
import static io.portolan.configmgr.ConfigMgrServices.MULTICAST;
import static io.portolan.configmgr.ConfigMgrServices.PEER_CACHE;
import static io.portolan.configmgr.ConfigMgrServices.PING;
import static io.portolan.configmgr.ConfigMgrServices.TFTP;
import static io.portolan.configmgr.ConfigMgrServices.WAKE_ON_LAN;
import static io.portolan.configmgr.ConfigMgrServices.WAKE_UP_PROXY;

import io.portolan.catalog.Cast;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Section;
import io.portolan.catalog.Traffic;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.PxeResponder;
import io.portolan.configmgr.ConfigMgr.Role;
import io.portolan.configmgr.ConfigMgr.WakeOnLanPackets;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;

/** The arrows from the Asset Intelligence synchronization point and from clients. */
final class ClientArrows {
    /** For every place where a wake-on-LAN packet is sent. */
    static final String WAKE_ON_LAN_NOTE =
            "Place the clients as networks, so that the broadcast addresses of their subnets are included.";

    /** For every row that prints both ports of DHCP. */
    static final String DHCP_NOTE =
            "The row has the ports of both sides: a client broadcasts from 68 to 67, and is answered from 67 to 68;"
                    + " relays carry the question to other subnets.";

    /** For the HTTP port of WSUS. */
    static final String WSUS_HTTP_NOTE =
            "HTTP stays open where HTTPS is in use: license terms of some updates, for instance, come unencrypted.";

    private static final String DHCPV6_NOTE =
            "The client asks the multicast group of servers, since it does not know yet which of them answers.";
    private static final String PXE_FIREWALL_NOTE =
            "The product can open the Windows Firewall of the distribution point for what comes in; outbound rules,"
                    + " where outbound traffic is blocked, are left to the administrator.";

    private ClientArrows() {}

    static void addTo(CatalogBuilder<Role> catalog) {
        catalog.section(intelligenceToMicrosoft())
                .section(intelligenceToSql())
                .section(toClient())
                .section(toPolicyModule())
                .section(toCloudDistributionPoint())
                .section(toCloudManagementGateway())
                .section(toDistributionPoint())
                .section(toMulticast())
                .section(toPxe())
                .section(toFallbackStatusPoint())
                .section(toGlobalCatalog())
                .section(toManagementPoint())
                .section(toSoftwareUpdatePoint())
                .section(toStateMigrationPoint());
    }

    private static Section intelligenceToMicrosoft() {
        return arrow(
                DOCUMENT.heading("Asset Intelligence synchronization point --> Microsoft"),
                flow(ASSET_INTELLIGENCE_POINT, MICROSOFT).tcp(HTTPS, 443).purpose("synchronizes Asset Intelligence"));
    }

    private static Section intelligenceToSql() {
        return arrow(
                DOCUMENT.heading("Asset Intelligence synchronization point --> SQL Server"),
                Arrows.sql(ASSET_INTELLIGENCE_POINT));
    }

    private static Section toClient() {
        return ConfigMgrArticle.CLIENT_TO_CLIENT.section(
                row(
                        "text",
                        flow(CLIENT, CLIENT)
                                .over(PING, Traffic.of(Transport.icmp(8)))
                                .when(Features.WAKE_UP_PROXY)
                                .note("Firewalls of the clients must let it pass, and so must devices inside the"
                                        + " subnet.")
                                .purpose("finds out whether another client is awake")),
                row(
                        1,
                        unicastWakeUp(CLIENT).purpose("wakes another client"),
                        directedWakeUp(CLIENT).purpose("wakes another client")),
                row(
                        2,
                        flow(CLIENT, CLIENT)
                                .udp(WAKE_UP_PROXY, Ports.WAKE_UP_PROXY)
                                .when(Features.WAKE_UP_PROXY)
                                .purpose("keeps in touch with other clients for wake-up proxy")),
                row(
                        3,
                        flow(CLIENT, CLIENT)
                                .udp(PEER_CACHE, 8004)
                                .cast(Cast.BROADCAST)
                                .when(Features.PEER_CACHE)
                                .purpose("asks the subnet who has content")),
                row(
                        4,
                        flow(CLIENT, CLIENT)
                                .tcp(PEER_CACHE, 8003)
                                .when(Features.PEER_CACHE)
                                .purpose("downloads content from a peer")));
    }

    /** Returns the flow of the packets that wake a client, where they are sent to its address. */
    static FlowDraft unicastWakeUp(Role source) {
        return flow(source, CLIENT)
                .udp(WAKE_ON_LAN, Ports.WAKE_ON_LAN)
                .when(Features.WAKE_ON_LAN)
                .when(Features.WAKE_ON_LAN_PACKETS, WakeOnLanPackets.UNICAST);
    }

    /** Returns the flow of the packets that wake a client, where they are sent to the broadcast address of its subnet. */
    static FlowDraft directedWakeUp(Role source) {
        return flow(source, CLIENT)
                .udp(WAKE_ON_LAN, Ports.WAKE_ON_LAN)
                .cast(Cast.DIRECTED_BROADCAST)
                .when(Features.WAKE_ON_LAN)
                .when(Features.WAKE_ON_LAN_PACKETS, WakeOnLanPackets.SUBNET_DIRECTED_BROADCAST)
                .note(WAKE_ON_LAN_NOTE)
                .variant("subnet-directed");
    }

    private static Section toPolicyModule() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_NDES,
                flow(CLIENT, NDES_POLICY_MODULE)
                        .tcp(HTTP, 80)
                        .erratum(ConfigMgrErrata.NDES_HTTP_COLUMN)
                        .purpose("requests a certificate"),
                flow(CLIENT, NDES_POLICY_MODULE).tcp(HTTPS, 443).purpose("requests a certificate"));
    }

    private static Section toCloudDistributionPoint() {
        return arrow(
                DOCUMENT.heading("Client --> Cloud distribution point"),
                flow(CLIENT, CLOUD_DISTRIBUTION_POINT).tcp(HTTPS, 443).purpose("downloads content from the cloud"));
    }

    private static Section toCloudManagementGateway() {
        return arrow(
                DOCUMENT.heading("Client --> Cloud management gateway (CMG)"),
                flow(CLIENT, CLOUD_MANAGEMENT_GATEWAY).tcp(HTTPS, 443).purpose("reaches its site over the internet"));
    }

    private static Section toDistributionPoint() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_DISTRIBUTION_POINT,
                toDistributionPoints(CLIENT).tcp(HTTP, Ports.CLIENT_HTTP).purpose("downloads content"),
                toDistributionPoints(CLIENT).tcp(HTTPS, Ports.CLIENT_HTTPS).purpose("downloads content"),
                toDistributionPoints(CLIENT)
                        .tcp(EXPRESS_UPDATES, Ports.EXPRESS_UPDATES)
                        .when(Features.EXPRESS_UPDATES)
                        .purpose("downloads the changed parts of updates"));
    }

    private static Section toMulticast() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_MULTICAST,
                toDistributionPoints(CLIENT)
                        .tcp(SMB, 445)
                        .when(Features.MULTICAST)
                        .purpose("reads from the share of a multicast distribution point"),
                toDistributionPoints(CLIENT)
                        .udp(MULTICAST, PortSpec.of(PortSet.ofRange(63_000, 64_000)))
                        .cast(Cast.MULTICAST)
                        .when(Features.MULTICAST)
                        .note("The client begins, and the distribution point then sends the content to the whole"
                                + " group.")
                        .purpose("receives content together with other clients"));
    }

    private static Section toPxe() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_PXE,
                toPxeResponder()
                        .over(DHCP, Traffic.udp(PortSpec.of(67)).from(PortSet.of(68)))
                        .cast(Cast.BROADCAST)
                        .repliesFrom(PortSpec.of(67))
                        .note(DHCP_NOTE)
                        .purpose("looks for a server to boot from"),
                toPxeResponder()
                        .udp(TFTP, 69)
                        .repliesFrom(PortSpec.of(PortSet.ofRange(49_152, 65_535)))
                        .cite(ConfigMgrArticle.NOTES.place("note 4"))
                        .note("Requests go to 69, but answers come from a high port that the distribution point"
                                + " picks for the transfer, so a rule for 69 alone lets the request in and no"
                                + " answer out.")
                        .note("In Windows PE the client's own port is a high one too; while the network card boots,"
                                + " it is whatever the maker of the card chose, 0-65535.")
                        .note("A TFTP server that is configured to answer from 69 needs no other port.")
                        .purpose("downloads the boot image"),
                toPxeResponder().udp(BINL, 4011).purpose("asks for boot information"),
                toPxeResponder()
                        .udp(DHCPV6, 547)
                        .cast(Cast.MULTICAST)
                        .note(DHCPV6_NOTE)
                        .when(Features.PXE_RESPONDER, PxeResponder.WITHOUT_WDS)
                        .purpose("looks for a server to boot from, by IPv6"));
    }

    private static FlowDraft toPxeResponder() {
        return toDistributionPoints(CLIENT).when(Features.PXE).note(PXE_FIREWALL_NOTE);
    }

    private static Section toFallbackStatusPoint() {
        return arrow(
                DOCUMENT.heading("Client --> Fallback status point"),
                flow(CLIENT, FALLBACK_STATUS_POINT)
                        .tcp(HTTP, Ports.CLIENT_HTTP)
                        .purpose("reports to the fallback status point"));
    }

    private static Section toGlobalCatalog() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_GLOBAL_CATALOG,
                flow(CLIENT, GLOBAL_CATALOG)
                        .tcp(GLOBAL_CATALOG_LDAP, 3268)
                        .when(Features.DOMAIN_CLIENTS)
                        .note("Workgroup computers and internet-only clients leave the global catalog alone.")
                        .purpose("asks the global catalog"));
    }

    private static Section toManagementPoint() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_MANAGEMENT_POINT,
                flow(CLIENT, MANAGEMENT_POINT)
                        .tcp(CLIENT_NOTIFICATION, Ports.CLIENT_NOTIFICATION)
                        .note("Where this port is closed, notifications come over HTTP or HTTPS instead.")
                        .purpose("waits for notifications"),
                flow(CLIENT, MANAGEMENT_POINT).tcp(HTTP, Ports.CLIENT_HTTP).purpose("gets its policy and reports data"),
                flow(CLIENT, MANAGEMENT_POINT)
                        .tcp(HTTPS, Ports.CLIENT_HTTPS)
                        .purpose("gets its policy and reports data"));
    }

    private static Section toSoftwareUpdatePoint() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_UPDATES,
                wsusHttp(flow(CLIENT, SOFTWARE_UPDATE_POINT), Ports.WSUS_HTTP)
                        .note(WSUS_HTTP_NOTE)
                        .purpose("looks for updates that apply to it"),
                wsusHttps(flow(CLIENT, SOFTWARE_UPDATE_POINT), Ports.WSUS_HTTPS)
                        .purpose("looks for updates that apply to it"));
    }

    private static Section toStateMigrationPoint() {
        return arrow(
                DOCUMENT.heading("Client --> State migration point"),
                flow(CLIENT, STATE_MIGRATION_POINT)
                        .tcp(HTTP, Ports.CLIENT_HTTP)
                        .purpose("saves and restores user data"),
                flow(CLIENT, STATE_MIGRATION_POINT)
                        .tcp(HTTPS, Ports.CLIENT_HTTPS)
                        .purpose("saves and restores user data"),
                flow(CLIENT, STATE_MIGRATION_POINT).tcp(SMB, 445).purpose("saves and restores user data"));
    }
}
