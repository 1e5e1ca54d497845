package io.portolan.configmgr;

import io.portolan.catalog.Service;

/** The application protocols that Configuration Manager needs beside the usual ones. */
final class ConfigMgrServices {
    static final Service BINL = Service.of("binl", "BINL");
    static final Service CLIENT_NOTIFICATION = Service.of("client-notification", "Client notification");
    static final Service CMG_CHANNEL = Service.of("cmg-channel", "CMG channel over TCP-TLS");
    static final Service DHCP = Service.of("dhcp", "DHCP");
    static final Service DHCPV6 = Service.of("dhcpv6", "DHCPv6");
    static final Service EXPRESS_UPDATES = Service.of("express-updates", "Express updates");
    static final Service GLOBAL_CATALOG_LDAP = Service.of("global-catalog-ldap", "Global catalog LDAP");
    static final Service MULTICAST = Service.of("multicast-content", "Multicast of content");
    static final Service PEER_CACHE = Service.of("peer-cache", "Windows PE peer cache");
    static final Service PING = Service.of("ping", "Ping");
    static final Service REMOTE_ASSISTANCE = Service.of("remote-assistance", "Remote Assistance");
    static final Service REMOTE_CONTROL = Service.of("remote-control", "Remote Control");
    static final Service SQL = Service.of("sql-server", "SQL Server");
    static final Service SQL_SERVICE_BROKER = Service.of("sql-service-broker", "SQL Server Service Broker");
    static final Service TFTP = Service.of("tftp", "TFTP");
    static final Service WAKE_ON_LAN = Service.of("wake-on-lan", "Wake on LAN");
    static final Service WAKE_UP_PROXY = Service.of("wake-up-proxy", "Wake-up proxy");
    static final Service WINRM_HTTPS = Service.of("winrm-https", "WinRM over HTTPS");

    static final Service SQL_SERVER_BROWSER = Service.of("sql-server-browser", "SQL Server Browser");

    private ConfigMgrServices() {}
}
