package io.portolan.windows;

import com.google.common.collect.ImmutableList;

/**
 * The table of the section "Ports and protocols", which sums up the service tables by port, as the article prints it: its
 * names, its order, its misprints. Only the port is left blank for "n/a", and a random port is given by its range alone.
 */
final class PortTable {
    /** Transport, port, application protocol and system service name; one row a line. */
    private static final String ROWS = """
            gre||GRE (IP protocol 47)|Routing and Remote Access
            esp||IPsec ESP (IP protocol 50)|Routing and Remote Access
            ah||IPsec AH (IP protocol 51)|Routing and Remote Access
            tcp|7|Echo|Simple TCP/IP Services
            udp|7|Echo|Simple TCP/IP Services
            tcp|9|Discard|Simple TCP/IP Services
            udp|9|Discard|Simple TCP/IP Services
            tcp|13|Daytime|Simple TCP/IP Services
            udp|13|Daytime|Simple TCP/IP Services
            tcp|17|Quotd|Simple TCP/IP Services
            udp|17|Quotd|Simple TCP/IP Services
            tcp|19|Chargen|Simple TCP/IP Services
            udp|19|Chargen|Simple TCP/IP Services
            tcp|20|FTP default data|FTP Publishing Service
            tcp|21|FTP control|FTP Publishing Service
            tcp|21|FTP control|Application Layer Gateway Service
            tcp|23|Telnet|Telnet
            tcp|25|SMTP|Simple Mail Transfer Protocol
            tcp|25|SMTP|Exchange Server
            tcp|42|WINS Replication|Windows Internet Name Service
            udp|42|WINS Replication|Windows Internet Name Service
            tcp|53|DNS|DNS Server
            udp|53|DNS|DNS Server
            tcp|53|DNS|Internet Connection Firewall/Internet Connection Sharing
            udp|53|DNS|Internet Connection Firewall/Internet Connection Sharing
            udp|67|DHCP Server|DHCP Server
            udp|67|DHCP Server|Internet Connection Firewall/Internet Connection Sharing
            udp|69|TFTP|Trivial FTP Daemon Service
            tcp|80|HTTP|Windows Media Services
            tcp|80|HTTP|WinRM 1.1 and earlier
            tcp|80|HTTP|World Wide Web Publishing Service
            tcp|80|HTTP|SharePoint Portal Server
            tcp|88|Kerberos|Kerberos Key Distribution Center
            udp|88|Kerberos|Kerberos Key Distribution Center
            tcp|102|X.400|Microsoft Exchange MTA Stacks
            tcp|110|POP3|Microsoft POP3 Service
            tcp|110|POP3|Exchange Server
            tcp|119|NNTP|Network News Transfer Protocol
            udp|123|NTP|Windows Time
            udp|123|SNTP|Windows Time
            tcp|135|RPC|Message Queuing
            tcp|135|RPC|Remote Procedure Call
            tcp|135|RPC|Exchange Server
            tcp|135|RPC|Certificate Services
            tcp|135|RPC|Cluster Service
            tcp|135|RPC|Distributed File System Namespaces
            tcp|135|RPC|Distributed Link Tracking
            tcp|135|RPC|Distributed Transaction Coordinator
            tcp|135|RPC|Distributed File Replication Service
            tcp|135|RPC|Fax Service
            tcp|135|RPC|Microsoft Exchange Server
            tcp|135|RPC|File Replication Service
            tcp|135|RPC|Group Policy
            tcp|135|RPC|Local Security Authority
            tcp|135|RPC|Remote Storage Notification
            tcp|135|RPC|Remote Storage
            tcp|135|RPC|Systems Management Server 2.0
            tcp|135|RPC|RDSL
            tcp|135|RPC|Remote Desktop Connection Broker
            udp|137|NetBIOS Name Resolution|Computer Browser
            udp|137|NetBIOS Name Resolution|Server
            udp|137|NetBIOS Name Resolution|Windows Internet Name Service
            udp|137|NetBIOS Name Resolution|Net Logon
            udp|137|NetBIOS Name Resolution|Systems Management Server 2.0
            udp|138|NetBIOS Datagram Service|Computer Browser
            udp|138|NetBIOS Datagram Service|Server
            udp|138|NetBIOS Datagram Service|Net Logon
            udp|138|NetBIOS Datagram Service|Distributed File System
            udp|138|NetBIOS Datagram Service|Systems Management Server 2.0
            udp|138|NetBIOS Datagram Service|License Logging Service
            tcp|139|NetBIOS Session Service|Computer Browser
            tcp|139|NetBIOS Session Service|Fax Service
            tcp|139|NetBIOS Session Service|Performance Logs and Alerts
            tcp|139|NetBIOS Session Service|Print Spooler
            tcp|139|NetBIOS Session Service|Server
            tcp|139|NetBIOS Session Service|Net Logon
            tcp|139|NetBIOS Session Service|Remote Procedure Call Locator
            tcp|139|NetBIOS Session Service|Distributed File System Namespaces
            tcp|139|NetBIOS Session Service|Systems Management Server 2.0
            tcp|139|NetBIOS Session Service|License Logging Service
            tcp|143|IMAP|Exchange Server
            udp|161|SNMP|SNMP Service
            udp|162|SNMP Traps Outgoing|SNMP Trap Service
            tcp|389|LDAP Server|Local Security Authority
            udp|389|DC Locator|Local Security Authority
            tcp|389|LDAP Server|Distributed File System Namespaces
            udp|389|DC Locator|Distributed File System Namespaces
            udp|389|DC Locator|Netlogon
            udp|389|DC Locator|Kerberos Key Distribution Center
            tcp|389|LDAP Server|Distributed File System Replication
            udp|389|DC Locator|Distributed File System Replication
            tcp|443|HTTPS|HTTP SSL
            tcp|443|HTTPS|World Wide Web Publishing Service
            tcp|443|HTTPS|SharePoint Portal Server
            tcp|443|RPC over HTTPS|Exchange Server 2003
            tcp|443|HTTPS|WinRM 1.1 and earlier
            tcp|445|SMB|Fax Service
            tcp|445|SMB|Print Spooler
            tcp|445|SMB|Server
            tcp|445|SMB|Remote Procedure Call Locator
            tcp|445|SMB|Distributed File System Namespaces
            tcp|445|SMB|Distributed File System Replication
            tcp|445|SMB|License Logging Service
            tcp|445|SMB|Net Logon
            udp|464|Kerberos Password V5|Kerberos Key Distribution Center
            tcp|464|Kerberos Password V5|Kerberos Key Distribution Center
            udp|500|IPsec ISAKMP|Local Security Authority
            tcp|515|LPD|TCP/IP Print Server
            tcp|554|RTSP|Windows Media Services
            tcp|563|NNTP over SSL|Network News Transfer Protocol
            tcp|593|RPC over HTTPS endpoint mapper|Remote Procedure Call
            tcp|593|RPC over HTTPS|Exchange Server
            tcp|636|LDAP SSL|Local Security Authority
            udp|636|LDAP SSL|Local Security Authority
            tcp|647|DHCP Failover|DHCP Failover
            tcp|9389|Active Directory Web Services (ADWS)|Active Directory Web Services (ADWS)
            tcp|9389|Active Directory Web Services (ADWS)|Active Directory Management Gateway Service
            tcp|993|IMAP over SSL|Exchange Server
            tcp|995|POP3 over SSL|Exchange Server
            tcp|1067|Installation Bootstrap Service|Installation Bootstrap protocol server
            tcp|1068|Installation Bootstrap Service|Installation Bootstrap protocol client
            tcp|1270|MOM-Encrypted|Microsoft Operations Manager 2000
            tcp|1433|SQL over TCP|Microsoft SQL Server
            tcp|1433|SQL over TCP|MSSQL$UDDI
            udp|1434|SQL Probe|Microsoft SQL Server
            udp|1434|SQL Probe|MSSQL$UDDI
            udp|1645|Legacy RADIUS|Internet Authentication Service
            udp|1646|Legacy RADIUS|Internet Authentication Service
            udp|1701|L2TP|Routing and Remote Access
            tcp|1723|PPTP|Routing and Remote Access
            tcp|1755|MMS|Windows Media Services
            udp|1755|MMS|Windows Media Services
            tcp|1801|MSMQ|Message Queuing
            udp|1801|MSMQ|Message Queuing
            udp|1812|RADIUS Authentication|Internet Authentication Service
            udp|1813|RADIUS Accounting|Internet Authentication Service
            udp|1900|SSDP|SSDP Discovery Service
            tcp|2101|MSMQ-DCs|Message Queuing
            tcp|2103|MSMQ-RPC|Message Queuing
            tcp|2105|MSMQ-RPC|Message Queuing
            tcp|2107|MSMQ-Mgmt|Message Queuing
            tcp|2393|OLAP Services 7.0|SQL Server: Downlevel OLAP Client Support
            tcp|2394|OLAP Services 7.0|SQL Server: Downlevel OLAP Client Support
            udp|2460|MS Theater|Windows Media Services
            udp|2535|MADCAP|DHCP Server
            tcp|2701|SMS Remote Control (control)|SMS Remote Control Agent
            udp|2701|SMS Remote Control (control)|SMS Remote Control Agent
            tcp|2702|SMS Remote Control (data)|SMS Remote Control Agent
            udp|2702|SMS Remote Control (data)|SMS Remote Control Agent
            tcp|2703|SMS Remote Chat|SMS Remote Control Agent
            upd|2703|SMS Remote Chat|SMS Remote Control Agent
            tcp|2704|SMS Remote File Transfer|SMS Remote Control Agent
            udp|2704|SMS Remote File Transfer|SMS Remote Control Agent
            tcp|2725|SQL Analysis Services|SQL Server Analysis Services
            tcp|2869|UPNP|UPnP Device Host
            tcp|2869|SSDP event notification|SSDP Discovery Service
            tcp|3268|Global Catalog|Local Security Authority
            tcp|3269|Global Catalog|Local Security Authority
            udp|3343|Cluster Services|Cluster Service
            tcp|3389|RDS|RDS
            udp|3389|RDS|RDS
            udp|3527|MSMQ-Ping|Message Queuing
            udp|4011|BINL|Remote Installation
            udp|4500|NAT-T|Local Security Authority
            tcp|5000|SSDP legacy event notification|SSDP Discovery Service
            udp|5004|RTP|Windows Media Services
            udp|5005|RTCP|Windows Media Services
            tcp|5722|RPC|Distributed File System Replication
            tcp|6001|Information Store|Exchange Server 2003
            tcp|6002|Directory Referral|Exchange Server 2003
            tcp|6004|DSProxy/NSPI|Exchange Server 2003
            tcp|42424|ASP.NET Session State|ASP.NET State Service
            tcp|51515|MOM-Clear|Microsoft Operations Manager 2000
            tcp|5985|HTTP|WinRM 2.0
            tcp|5986|HTTPS|WinRM 2.0
            tcp|1024-65535|RPC|Randomly allocated high TCP ports
            tcp|135|WMI|Hyper-V service
            tcp|49152-65535|Randomly allocated high TCP ports|Hyper-V service
            tcp|80|Kerberos Authentication (HTTP)|Hyper-V service
            tcp|443|Certificate-based Authentication (HTTPS)|Hyper-V service
            tcp|6600|Live Migration|Hyper-V Live Migration
            tcp|445|SMB|Hyper-V Live Migration
            udp|3343|Cluster Service Traffic|Hyper-V Live Migration
            """;

    /** A row. */
    static final class Entry {
        final int number;
        final String transport;
        final String port;
        final String application;
        final String service;

        Entry(int number, String transport, String port, String application, String service) {
            this.number = number;
            this.transport = transport;
            this.port = port;
            this.application = application;
            this.service = service;
        }
    }

    private PortTable() {}

    /** Returns the rows, in the order of the table; numbers count from 1. */
    static ImmutableList<Entry> entries() {
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        int number = 0;
        for (int start = 0; start < ROWS.length(); start = ROWS.indexOf('\n', start) + 1) {
            number++;
            int port = ROWS.indexOf('|', start) + 1;
            int application = ROWS.indexOf('|', port) + 1;
            int service = ROWS.indexOf('|', application) + 1;
            entries.add(new Entry(
                    number,
                    ROWS.substring(start, port - 1),
                    ROWS.substring(port, application - 1),
                    ROWS.substring(application, service - 1),
                    ROWS.substring(service, ROWS.indexOf('\n', service))));
        }
        return entries.build();
    }
}
