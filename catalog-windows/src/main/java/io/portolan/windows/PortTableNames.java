package io.portolan.windows;

import com.google.common.base.Ascii;
import io.portolan.catalog.Service;
import org.jspecify.annotations.Nullable;

/** The names of the table sorted by port, where they are not those of the service tables. */
final class PortTableNames {
    private PortTableNames() {}

    /** Returns the service that the table calls so, or null where the article has no section for it. */
    static Windows.@Nullable Role service(String printed) {
        for (Windows.Role service : Windows.Role.values()) {
            if (service.heading().equals(printed)) {
                return service;
            }
        }
        return switch (printed) {
            case "Local Security Authority",
                    "Active Directory Web Services (ADWS)",
                    "Active Directory Management Gateway Service" -> Windows.Role.ACTIVE_DIRECTORY;
            case "Application Layer Gateway Service" -> Windows.Role.APPLICATION_LAYER_GATEWAY;
            case "Cluster Service" -> Windows.Role.CLUSTER;
            case "DHCP Server", "DHCP Failover" -> Windows.Role.DHCP;
            case "Distributed File System" -> Windows.Role.DFS_NAMESPACES;
            case "Distributed File Replication Service" -> Windows.Role.DFS_REPLICATION;
            case "Distributed Link Tracking" -> Windows.Role.DISTRIBUTED_LINK_TRACKING_SERVER;
            case "File Replication Service" -> Windows.Role.FILE_REPLICATION;
            case "Hyper-V Live Migration" -> Windows.Role.HYPER_V;
            case "Internet Connection Firewall/Internet Connection Sharing" -> Windows.Role.INTERNET_CONNECTION_SHARING;
            case "License Logging Service" -> Windows.Role.LICENSE_LOGGING;
            case "Microsoft Exchange MTA Stacks" -> Windows.Role.EXCHANGE_MTA;
            case "Microsoft POP3 Service" -> Windows.Role.POP3;
            case "Netlogon" -> Windows.Role.NET_LOGON;
            case "Network News Transfer Protocol" -> Windows.Role.NNTP;
            case "RDS" -> Windows.Role.REMOTE_DESKTOP;
            case "RDSL" -> Windows.Role.RDS_LICENSING;
            case "Remote Procedure Call" -> Windows.Role.REMOTE_PROCEDURE_CALL;
            case "Remote Procedure Call Locator" -> Windows.Role.RPC_LOCATOR;
            case "Simple Mail Transfer Protocol" -> Windows.Role.SMTP;
            case "SNMP Service" -> Windows.Role.SNMP;
            case "SSDP Discovery Service" -> Windows.Role.SSDP_DISCOVERY;
            case "Trivial FTP Daemon Service" -> Windows.Role.TRIVIAL_FTP;
            case "Windows Internet Name Service" -> Windows.Role.WINS;
            case "WinRM 1.1 and earlier", "WinRM 2.0" -> Windows.Role.WINRM;
            default -> null;
        };
    }

    /** Tells whether the table means an application protocol by a name. */
    static boolean means(String printed, Service protocol) {
        if (Ascii.equalsIgnoreCase(printed, protocol.title())) {
            return true;
        }
        Service other = switch (printed) {
            case "Certificate-based Authentication (HTTPS)" -> Service.HTTPS;
            case "Cluster Services", "Cluster Service Traffic" -> Protocols.CLUSTER;
            case "DHCP Server" -> Protocols.DHCP;
            case "FTP control" -> Service.FTP;
            case "FTP default data" -> Protocols.FTP_DATA;
            case "GRE (IP protocol 47)" -> Protocols.GRE;
            case "IPsec AH (IP protocol 51)" -> Protocols.AH;
            case "IPsec ESP (IP protocol 50)" -> Protocols.ESP;
            case "Kerberos Authentication (HTTP)" -> Service.HTTP;
            case "LDAP Server" -> Service.LDAP;
            case "LDAP SSL" -> Service.LDAPS;
            case "NetBIOS Datagram Service" -> Service.NETBIOS_DATAGRAM;
            case "NetBIOS Name Resolution" -> Service.NETBIOS_NAME;
            case "NetBIOS Session Service" -> Service.NETBIOS_SESSION;
            case "Quotd" -> Protocols.QUOTE_OF_THE_DAY;
            case "RADIUS Accounting", "RADIUS Authentication" -> Service.RADIUS;
            case "Randomly allocated high TCP ports" -> Service.RPC;
            case "RDS" -> Service.RDP;
            case "RPC" -> Service.RPC_ENDPOINT_MAPPER;
            case "SNMP Traps Outgoing" -> Protocols.SNMP_TRAP;
            default -> null;
        };
        return protocol.equals(other);
    }
}
