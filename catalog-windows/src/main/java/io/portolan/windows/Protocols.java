package io.portolan.windows;

import io.portolan.catalog.Service;

/** The application protocols that only this article names; those that many products use are constants of {@link Service}. */
final class Protocols {
    static final Service AD_MANAGEMENT_GATEWAY =
            Service.of("ad-management-gateway", "Active Directory Management Gateway Service");
    static final Service ADWS = Service.of("adws", "Active Directory Web Services (ADWS)");
    static final Service AH = Service.of("ah", "IPsec AH");
    static final Service ASP_NET_SESSION_STATE = Service.of("asp-net-session-state", "ASP.NET Session State");
    static final Service BINL = Service.of("binl", "BINL");
    static final Service BRANCHCACHE_DISCOVERY = Service.of("branchcache-discovery", "BranchCache discovery");
    static final Service BRANCHCACHE_RETRIEVAL = Service.of("branchcache-retrieval", "BranchCache retrieval");
    static final Service BRANCHCACHE_OFFERS = Service.of("branchcache-offers", "BranchCache hosted cache offers");
    static final Service CHARGEN = Service.of("chargen", "Chargen");
    static final Service CLUSTER = Service.of("cluster", "Cluster service");
    static final Service CLUSTER_ADMINISTRATOR = Service.of("cluster-administrator", "Cluster Administrator");
    static final Service CONFIGURATION_STORAGE = Service.of("isa-configuration-storage", "ISA Configuration Storage");
    static final Service DAYTIME = Service.of("daytime", "Daytime");
    static final Service DC_LOCATOR = Service.of("dc-locator", "DC Locator");
    static final Service DCOM = Service.of("dcom", "DCOM");
    static final Service DHCP = Service.of("dhcp", "DHCP");
    static final Service DHCP_FAILOVER = Service.of("dhcp-failover", "DHCP failover");
    static final Service DISCARD = Service.of("discard", "Discard");
    static final Service ECHO = Service.of("echo", "Echo");
    static final Service ESP = Service.of("esp", "IPsec ESP");
    static final Service FIREWALL_CLIENT = Service.of("isa-firewall-client", "ISA Firewall Client application");
    static final Service FIREWALL_CLIENT_CONTROL =
            Service.of("isa-firewall-client-control", "ISA Firewall Client control channel");
    static final Service FIREWALL_CONTROL = Service.of("isa-firewall-control", "ISA Firewall control channel");
    static final Service FTP_DATA = Service.of("ftp-data", "FTP data");
    static final Service GLOBAL_CATALOG = Service.of("global-catalog", "Global Catalog");
    static final Service GRE = Service.of("gre", "GRE");
    static final Service ICMP = Service.of("icmp", "ICMP");
    static final Service IPAM = Service.of("ipam", "IPAM management");
    static final Service ISAKMP = Service.of("isakmp", "IPsec ISAKMP");
    static final Service KERBEROS_PASSWORD = Service.of("kerberos-password", "Kerberos password V5");
    static final Service L2TP = Service.of("l2tp", "L2TP");
    static final Service LEGACY_RADIUS = Service.of("legacy-radius", "Legacy RADIUS");
    static final Service LIVE_MIGRATION = Service.of("live-migration", "Live migration");
    static final Service LPD = Service.of("lpd", "LPD");
    static final Service MADCAP = Service.of("madcap", "MADCAP");
    static final Service MMS = Service.of("mms", "MMS");
    static final Service MS_THEATER = Service.of("ms-theater", "MS Theater");
    static final Service MSMQ = Service.of("msmq", "MSMQ");
    static final Service MSMQ_DCS = Service.of("msmq-dcs", "MSMQ-DCs");
    static final Service MSMQ_MANAGEMENT = Service.of("msmq-mgmt", "MSMQ-Mgmt");
    static final Service MSMQ_PING = Service.of("msmq-ping", "MSMQ-Ping");
    static final Service MSMQ_RPC = Service.of("msmq-rpc", "MSMQ-RPC");
    static final Service NAT_T = Service.of("nat-t", "NAT-T");
    static final Service NNTP = Service.of("nntp", "NNTP");
    static final Service NNTPS = Service.of("nntps", "NNTP over SSL");
    static final Service NTP = Service.of("ntp", "NTP");
    static final Service POP3 = Service.of("pop3", "POP3");
    static final Service PPTP = Service.of("pptp", "PPTP");
    static final Service QUOTE_OF_THE_DAY = Service.of("qotd", "Quote of the day");
    static final Service RPC_NAMED_PIPES = Service.of("rpc-named-pipes", "RPC over named pipes");
    static final Service RPC_OVER_HTTPS = Service.of("rpc-over-https", "RPC over HTTPS");
    static final Service RTCP = Service.of("rtcp", "RTCP");
    static final Service RTP = Service.of("rtp", "RTP");
    static final Service RTSP = Service.of("rtsp", "RTSP");
    static final Service SMTP = Service.of("smtp", "SMTP");
    static final Service SNMP = Service.of("snmp", "SNMP");
    static final Service SNMP_TRAP = Service.of("snmp-trap", "SNMP trap");
    static final Service SNTP = Service.of("sntp", "SNTP");
    static final Service SSDP = Service.of("ssdp", "SSDP");
    static final Service SSDP_EVENTS = Service.of("ssdp-events", "SSDP event notification");
    static final Service SSDP_LEGACY_EVENTS = Service.of("ssdp-legacy-events", "SSDP legacy event notification");
    static final Service TELNET = Service.of("telnet", "Telnet");
    static final Service TFTP = Service.of("tftp", "TFTP");
    static final Service UPNP = Service.of("upnp", "UPnP");
    static final Service WEB_MANAGEMENT = Service.of("isa-web-management", "ISA web management");
    static final Service WEB_PROXY = Service.of("isa-web-proxy", "ISA web proxy");
    static final Service WINRM_HTTPS = Service.of("winrm-https", "WinRM over HTTPS");
    static final Service WINS_REPLICATION = Service.of("wins-replication", "WINS replication");
    static final Service X400 = Service.of("x400", "X.400");

    private Protocols() {}
}
