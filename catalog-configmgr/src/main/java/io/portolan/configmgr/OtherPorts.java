package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.ANY_HOST;
import static io.portolan.catalog.Infrastructure.DHCP_SERVER;
import static io.portolan.catalog.Infrastructure.DNS_SERVER;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.FILE_SERVER;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;
import static io.portolan.catalog.Infrastructure.SQL_SERVER;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.DNS;
import static io.portolan.catalog.Service.KERBEROS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.NETBIOS_DATAGRAM;
import static io.portolan.catalog.Service.NETBIOS_NAME;
import static io.portolan.catalog.Service.NETBIOS_SESSION;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.toDistributionPoints;
import static io.portolan.configmgr.Arrows.toSiteServer;
import static io.portolan.configmgr.Arrows.udpEndpointMapper;
import static io.portolan.configmgr.ConfigMgr.Role.CERTIFICATE_REGISTRATION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.CLIENT;
import static io.portolan.configmgr.ConfigMgr.Role.DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.ENROLLMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.FALLBACK_STATUS_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.MANAGEMENT_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.PULL_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.REPORTING_SERVICES_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SITE_SERVER;
import static io.portolan.configmgr.ConfigMgr.Role.SMS_PROVIDER;
import static io.portolan.configmgr.ConfigMgr.Role.SOFTWARE_UPDATE_POINT;
import static io.portolan.configmgr.ConfigMgrServices.DHCP;
import static io.portolan.configmgr.ConfigMgrServices.GLOBAL_CATALOG_LDAP;
import static io.portolan.configmgr.ConfigMgrServices.SQL;
import static io.portolan.configmgr.ConfigMgrServices.SQL_SERVICE_BROKER;

import io.portolan.catalog.Cast;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Section;
import io.portolan.catalog.Traffic;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;
import io.portolan.net.PortSet;

/** What the article states under "Other ports", in tables, lists and running text. */
final class OtherPorts {
    private static final String NETBIOS_NOTE =
            "NetBIOS over UDP uses the same port on both sides, so packets also come from it.";
    private static final String REMOTE_REGISTRY_NOTE =
            "The remote registry service must run on the server that becomes a site system, and it is in use on remote"
                    + " SQL Servers too; a server in a forest that is not trusted needs an account for the installation"
                    + " besides.";
    private static final String OTHER_ROLES_NOTE =
            "Other roles with an arrow to SQL Server come by the same load balancer, if their database is behind it.";
    private static final String NO_STATUS_NOTE =
            "Distribution points send no status; this way back is stated for installation and repair.";
    private static final String NARROWED_NOTE =
            "Where the range has to be small, rpccfg.exe narrows it; IPsec can protect the traffic.";

    private OtherPorts() {}

    static void addTo(CatalogBuilder<Role> catalog) {
        catalog.section(clientsToShares())
                .section(connectionsToSql())
                .section(discovery())
                .section(internetBased())
                .section(windowsServer());
    }

    private static Section clientsToShares() {
        return arrow(
                ConfigMgrArticle.CLIENT_TO_SHARES,
                flow(CLIENT, FILE_SERVER)
                        .tcp(SMB, 445)
                        .when(Features.UNC_SHARES)
                        .note("Examples are installing the client by hand from a given source, and definition files of"
                                + " Endpoint Protection.")
                        .purpose("opens UNC shares"));
    }

    private static Section connectionsToSql() {
        return ConfigMgrArticle.CONNECTIONS_TO_SQL.section(
                row(
                        "load balancer, row 1",
                        behindLoadBalancer(CERTIFICATE_REGISTRATION_POINT)
                                .alsoFrom(ENROLLMENT_POINT)
                                .alsoFrom(MANAGEMENT_POINT)
                                .alsoFrom(SITE_SERVER)
                                .alsoFrom(REPORTING_SERVICES_POINT)
                                .alsoFrom(SMS_PROVIDER)
                                .tcp(SQL, Ports.SQL)
                                .note(Arrows.STATIC_PORT_NOTE)
                                .note(OTHER_ROLES_NOTE)
                                .purpose("reaches the site database through the load balancer"),
                        replication().tcp(SQL, Ports.SQL).note(Arrows.STATIC_PORT_NOTE)),
                row("load balancer, row 2", replication().tcp(SQL_SERVICE_BROKER, Ports.SQL_SERVICE_BROKER)),
                row(
                        "load balancer, row 3",
                        behindLoadBalancer(SITE_SERVER)
                                .tcp(SMB, 445)
                                .purpose("reaches the replicas through the load balancer")),
                row(
                        "load balancer, row 4",
                        behindLoadBalancer(SITE_SERVER)
                                .tcp(RPC_ENDPOINT_MAPPER, 135)
                                .erratum(ConfigMgrErrata.DYNAMIC_RANGE_NOT_LISTED)
                                .purpose("reaches the replicas through the load balancer")),
                row("roles, row 1", Arrows.sql(CERTIFICATE_REGISTRATION_POINT)));
    }

    private static FlowDraft replication() {
        return behindLoadBalancer(SQL_SERVER)
                .erratum(ConfigMgrErrata.INTERSITE_PORTS_NOT_CONFIGURABLE)
                .purpose("replicates data between sites through the load balancer");
    }

    private static FlowDraft behindLoadBalancer(Endpoint source) {
        return flow(source, SQL_SERVER)
                .when(Features.AZURE_LOAD_BALANCER)
                .erratum(ConfigMgrErrata.LOAD_BALANCER_SOURCES)
                .note("The firewall of each replica needs it, and so do the rules of the load balancer.")
                .variant("load-balancer");
    }

    private static Section discovery() {
        return arrow(
                ConfigMgrArticle.DISCOVERY,
                discovery(DOMAIN_CONTROLLER).tcp(LDAP, 389),
                discovery(DOMAIN_CONTROLLER).tcp(LDAPS, 636),
                discovery(GLOBAL_CATALOG).tcp(GLOBAL_CATALOG_LDAP, 3268),
                discovery(DOMAIN_CONTROLLER).tcp(RPC_ENDPOINT_MAPPER, 135),
                discovery(DOMAIN_CONTROLLER).tcp(RPC, rpcDynamic()),
                discovery(DOMAIN_CONTROLLER)
                        .tcp(RPC, rpcDynamic(PortSet.ofRange(1024, 5000)))
                        .when(WindowsGeneration.LEGACY)
                        .erratum(ConfigMgrErrata.DISCOVERY_RANGES)
                        .variant("discovery-legacy"),
                discovery(DOMAIN_CONTROLLER)
                        .tcp(RPC, rpcDynamic(PortSet.ofRange(49_152, 65_535)))
                        .when(WindowsGeneration.MODERN)
                        .erratum(ConfigMgrErrata.DISCOVERY_RANGES)
                        .variant("discovery-modern"));
    }

    private static FlowDraft discovery(Infrastructure destination) {
        return flow(SITE_SERVER, destination)
                .erratum(ConfigMgrErrata.DISCOVERY_PEERS_LEFT_OPEN)
                .variant("discovery")
                .purpose("discovers resources and publishes its site");
    }

    private static Section internetBased() {
        return ConfigMgrArticle.INTERNET_BASED.section(
                row(1, udpEndpointMapper(toInternetBased()), toInternetBased().tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(2, toInternetBased().tcp(RPC, rpcDynamic()).note(NARROWED_NOTE)),
                row(
                        3,
                        toInternetBased().tcp(SMB, 445),
                        fromInternetBased(MANAGEMENT_POINT).tcp(SMB, 445),
                        fromInternetBased(SOFTWARE_UPDATE_POINT).tcp(SMB, 445),
                        fromInternetBased(FALLBACK_STATUS_POINT).tcp(SMB, 445),
                        fromInternetBased(DISTRIBUTION_POINT)
                                .note(NO_STATUS_NOTE)
                                .tcp(SMB, 445),
                        fromInternetBased(PULL_DISTRIBUTION_POINT)
                                .note(NO_STATUS_NOTE)
                                .tcp(SMB, 445)),
                row(4, udpEndpointMapper(packages()), packages().tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(5, packages().tcp(RPC, rpcDynamic()).note(NARROWED_NOTE)));
    }

    private static FlowDraft toInternetBased() {
        return flow(SITE_SERVER, MANAGEMENT_POINT)
                .alsoTo(DISTRIBUTION_POINT)
                .alsoTo(PULL_DISTRIBUTION_POINT)
                .alsoTo(SOFTWARE_UPDATE_POINT)
                .alsoTo(FALLBACK_STATUS_POINT)
                .when(Features.INTERNET_BASED_CLIENTS)
                .note(REMOTE_REGISTRY_NOTE)
                .variant("internet-based")
                .purpose("installs and repairs a site system for clients on the internet");
    }

    private static FlowDraft fromInternetBased(Role siteSystem) {
        return toSiteServer(siteSystem)
                .when(Features.INTERNET_BASED_CLIENTS)
                .variant("internet-based")
                .purpose("connects back while it is installed or repaired");
    }

    private static FlowDraft packages() {
        return toDistributionPoints(SITE_SERVER)
                .when(Features.INTERNET_BASED_CLIENTS)
                .variant("package-installation")
                .purpose("installs applications and packages on the distribution point");
    }

    private static Section windowsServer() {
        return arrow(
                ConfigMgrArticle.WINDOWS_SERVER,
                windows(DNS_SERVER).udp(DNS, 53).tcp(DNS, 53).purpose("resolves names"),
                windows(DHCP_SERVER)
                        .over(DHCP, Traffic.udp(PortSpec.of(67)).from(PortSet.of(68)))
                        .cast(Cast.BROADCAST)
                        .repliesFrom(PortSpec.of(67))
                        .note(ClientArrows.DHCP_NOTE)
                        .purpose("leases an address"),
                windows(ANY_HOST)
                        .udp(NETBIOS_NAME, 137)
                        .optional()
                        .note(NETBIOS_NOTE)
                        .purpose("resolves NetBIOS names"),
                windows(ANY_HOST)
                        .udp(NETBIOS_DATAGRAM, 138)
                        .optional()
                        .note(NETBIOS_NOTE)
                        .purpose("sends NetBIOS datagrams"),
                windows(ANY_HOST).tcp(NETBIOS_SESSION, 139).optional().purpose("opens NetBIOS sessions"),
                windows(DOMAIN_CONTROLLER).tcp(KERBEROS, 88).purpose("authenticates itself and its users"));
    }

    private static FlowDraft windows(Infrastructure destination) {
        return flow(ANY_HOST, destination).erratum(ConfigMgrErrata.WINDOWS_SERVER_PEERS_LEFT_OPEN);
    }
}
