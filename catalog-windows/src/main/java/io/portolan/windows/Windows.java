package io.portolan.windows;

import static io.portolan.windows.WindowsArticle.heading;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.FlowSet;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;

/**
 * The system services of Microsoft Windows and of the server products around it: what each listens on, on what it
 * depends, and which dynamic ports a network of old and new hosts needs.
 *
 * <pre>{@code
 * Windows.services("LSASS")                           // by logical name: [ACTIVE_DIRECTORY]
 * Windows.catalog().flowsTo(Role.PRINT_SPOOLER)    // what does it listen on?
 * Windows.catalog().flowsOn(IpProtocol.TCP, 445)      // who listens on 445?
 * Windows.catalog().flowsOver(IpProtocol.GRE)         // who needs a protocol that has no ports?
 * Windows.flowsToDomainController()                   // what must be open towards a domain controller?
 * WindowsEstate.MIXED.dynamicPorts()                  // which dynamic range, with old and new hosts side by side?
 * }</pre>
 *
 * <p>Source: Microsoft, "Service overview and network port requirements for Windows" (KB 832017), 2023-12-26. The article
 * says on which ports a service listens and nothing of who connects, so every flow comes from
 * {@link io.portolan.catalog.Infrastructure#ANY_HOST}. Read {@link #WARNING} before you make rules of it.
 */
public final class Windows {
    /** What the article warns of, to be told to whoever makes firewall rules of this catalog. */
    public static final String WARNING =
            "This catalog plans filters between network segments. Microsoft advises against taking its ports as a"
                    + " recipe for Windows Firewall, the firewall on each host, which has documentation of its own.";

    private Windows() {}

    /**
     * Returns the catalog of Windows services.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    /**
     * Returns the services with a logical name, the one that command-line tools use.
     *
     * @param logicalName a name in any case, such as {@code LSASS} or {@code CscService}
     * @return the services, in document order; empty where the article gives the name to none
     */
    public static ImmutableSet<Role> services(String logicalName) {
        ImmutableSet.Builder<Role> services = ImmutableSet.builder();
        for (Role service : Role.values()) {
            for (String name : service.systemServiceNames()) {
                if (Ascii.equalsIgnoreCase(name, logicalName)) {
                    services.add(service);
                }
            }
        }
        return services.build();
    }

    /**
     * Returns the services on which Active Directory depends, itself among them, as the article lists them. The article
     * calls its list incomplete; the conditions of some are on the flows of {@link #flowsToDomainController()}.
     *
     * @return 13 services, in the order of the article
     */
    public static ImmutableSet<Role> activeDirectoryServices() {
        return Dependencies.ACTIVE_DIRECTORY_SERVICES;
    }

    /**
     * Returns the services that require Active Directory, as the article lists them; it calls its list incomplete.
     * {@link Role#CERTIFICATE_SERVICES} do in some configurations only, {@link Role#DFS_NAMESPACES} where
     * namespaces are domain-based.
     *
     * @return 23 services, in the order of the article
     */
    public static ImmutableSet<Role> activeDirectoryDependents() {
        return Dependencies.ACTIVE_DIRECTORY_DEPENDENTS;
    }

    /**
     * Returns the services of which the article says that they need of a firewall what File and Printer Sharing needs,
     * because they work by RPC over named pipes. It never lists those ports; what the sections of
     * {@link Role#SERVER} and {@link Role#EVENT_LOG} list comes nearest: UDP 137, UDP 138, TCP 139, TCP 445.
     *
     * @return services, in document order
     */
    public static ImmutableSet<Role> fileAndPrinterSharingServices() {
        return Dependencies.FILE_AND_PRINTER_SHARING;
    }

    /**
     * Returns the protocols over which a client must reach a domain controller for Group Policy to apply. Where the
     * client runs Windows XP or Server 2003, ICMP comes to it ({@link Features#XP_CLIENTS}).
     *
     * @return Kerberos, LDAP, SMB and RPC
     */
    public static ImmutableSet<Service> groupPolicyProtocols() {
        return Dependencies.GROUP_POLICY_PROTOCOLS;
    }

    /**
     * Returns the services that need the RPC endpoint mapper, which is {@link Role#REMOTE_PROCEDURE_CALL}: those whose
     * own sections list TCP 135. Most of them need the dynamic port that it answers too.
     *
     * @return services, in document order
     */
    public static ImmutableSet<Role> rpcServices() {
        return Dependencies.rpcServices();
    }

    /**
     * Returns everything that must be open towards a domain controller: whatever the 13
     * {@linkplain #activeDirectoryServices() services on which Active Directory depends} listen on, as flows to
     * {@link io.portolan.catalog.Infrastructure#DOMAIN_CONTROLLER}.
     *
     * <p>Each flow is one of the {@link #catalog()} with the domain controller as destination and the service in its
     * identifier, and keeps its traffic, conditions and citations. What the list adds is added as conditions: DFS
     * Replication or File Replication by {@link Features#SYSVOL_REPLICATION}, and WINS by {@link Features#WINS_FALLBACK}.
     * The article calls the list incomplete, and names no DNS server in it.
     *
     * @return the flows, in the order of the list
     */
    public static FlowSet<Role> flowsToDomainController() {
        return LazyDomainController.CATALOG.flows();
    }

    /**
     * Returns the differences between the tables of the services and the table sorted by port, which sums them up: ports
     * that only one of the two gives, services that one of them leaves out or calls otherwise, misprints, and rows out of
     * order. The differences are found by comparison, so that none is missing and none is made up; the flows of the
     * {@link #catalog()} are those of the service tables.
     *
     * @return one erratum for each difference, those of the sorted table first, in its order
     */
    public static ImmutableList<Erratum> portTableErrata() {
        return LazyPortTable.ERRATA;
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = WindowsArticle.read();
    }

    private static final class LazyDomainController {
        static final Catalog<Role> CATALOG = DomainController.read(Lazy.CATALOG);
    }

    private static final class LazyPortTable {
        static final ImmutableList<Erratum> ERRATA = new PortTableComparison(Lazy.CATALOG).errata();
    }

    /**
     * The 58 services of the article, in its order, and {@link #BRANCH_CACHE}, whose ports it gives under IPAM.
     */
    public enum Role implements ProductRole {
        /** Active Directory: authentication and replication on domain controllers, in Lsass.exe. */
        ACTIVE_DIRECTORY("Active Directory (local security authority)", "LSASS"),
        /** Plug-ins that let protocols through the address translation of Internet Connection Sharing. */
        APPLICATION_LAYER_GATEWAY("Application Layer Gateway service", "ALG"),
        /** Keeps the session state of ASP.NET outside the web process. */
        ASP_NET_STATE("ASP.NET State Service", "aspnet_state"),
        /** A certification authority. */
        CERTIFICATE_SERVICES("Certificate Services", "CertSvc"),
        /** Runs failover clusters and their database. */
        CLUSTER("Cluster service", "ClusSvc"),
        /** Lists the computers of a network, for hosts older than Windows Vista. */
        COMPUTER_BROWSER("Computer Browser", "Browser"),
        /** Leases addresses; also multicast addresses by MADCAP. */
        DHCP("Dynamic Host Configuration Protocol (DHCP) Server", "DHCPServer"),
        /** DFSN: joins shares of several servers into one tree of names. */
        DFS_NAMESPACES("Distributed File System Namespaces", "Dfs"),
        /** DFSR: multi-master replication of files, since Server 2003 R2. */
        DFS_REPLICATION("Distributed File System Replication", "DFSR"),
        /** Remembers, on domain controllers, where files moved between volumes. */
        DISTRIBUTED_LINK_TRACKING_SERVER("Distributed Link Tracking Server", "TrkSvr"),
        /** DTC: coordinates transactions over several machines. */
        DISTRIBUTED_TRANSACTION_COORDINATOR("Distributed Transaction Coordinator", "MSDTC"),
        /** Answers DNS queries and takes updates. */
        DNS("DNS Server", "DNS"),
        /** Stores events, and lets them be read over the network. */
        EVENT_LOG("Event Log", "Eventlog"),
        /** Sends and receives faxes. */
        FAX("Fax Service", "Fax"),
        /** FRS: the older replication of SYSVOL, between domain controllers of Windows 2000 and Server 2003. */
        FILE_REPLICATION("File Replication", "NtFrs"),
        /** The FTP server of Internet Information Services (IIS). */
        FTP_PUBLISHING("FTP Publishing Service", "MSFTPSVC"),
        /** What a client needs to fetch and apply policy, and what reports of it need. */
        GROUP_POLICY("Group Policy", "Group Policy"),
        /** TLS for IIS. */
        HTTP_SSL("HTTP SSL", "HTTPFilter"),
        /** Replicas of virtual machines, and live migration; the article gives no logical name. */
        HYPER_V("Hyper-V service"),
        /** IAS: the RADIUS server of Windows Server 2003. */
        INTERNET_AUTHENTICATION("Internet Authentication Service", "IAS"),
        /** ICF and ICS: a gateway for a small network, with DHCP and DNS on its inner side. */
        INTERNET_CONNECTION_SHARING("Internet Connection Firewall (ICF)/Internet Connection Sharing", "SharedAccess"),
        /** The server that the IPAM console manages; the article gives no logical name. */
        IPAM("IP Address Management (IPAM)"),
        /** Shares downloaded content within a branch; the article puts it under IPAM, without a logical name. */
        BRANCH_CACHE("BranchCache"),
        /** ISA Server and Forefront TMG, Microsoft's firewalls; the article gives no logical name. */
        ISA_TMG("ISA/TMG Server"),
        /** KDC: issues Kerberos tickets and changes passwords. */
        KERBEROS_KEY_DISTRIBUTION_CENTER("Kerberos Key Distribution Center", "kdc"),
        /** Counts licenses; gone since Server 2008. */
        LICENSE_LOGGING("License Logging", "LicenseService"),
        /** MSMQ: messages between programs, stored and forwarded. */
        MESSAGE_QUEUING("Message Queuing", "MSMQ"),
        /** Carries mail from Exchange 2000 and 2003 to Exchange 5.5. */
        EXCHANGE_MTA("Microsoft Exchange Message Transfer Agent (MTA) stacks", "MSExchangeMTA"),
        /** Mailboxes for POP3 clients. */
        POP3("Microsoft POP3 service", "POP3SVC"),
        /** The secure channel from a computer to a domain controller, and pass-through authentication. */
        NET_LOGON("Net Logon", "Netlogon"),
        /** A news server. */
        NNTP("Network News Transfer Protocol (NNTP)", "NNTPSVC"),
        /** Caching and redirection of user data, and the settings of Primary Computer; two logical names. */
        OFFLINE_FILES(
                "Offline Files, User Profile Service, Folder Redirection, and Primary Computer",
                "ProfSvc",
                "CscService"),
        /** Collects performance counters on a schedule. */
        PERFORMANCE_LOGS("Performance Logs and Alerts", "SysmonLog"),
        /** Runs print queues. */
        PRINT_SPOOLER("Print Spooler", "Spooler"),
        /** RIS: installs Windows over the network, for PXE clients. */
        REMOTE_INSTALLATION("Remote Installation", "BINLSVC"),
        /** The RPC endpoint mapper and COM service control manager. */
        REMOTE_PROCEDURE_CALL("Remote Procedure Call (RPC)", "RpcSs"),
        /** The RPC name service, off by default. */
        RPC_LOCATOR("Remote Procedure Call (RPC) Locator", "RpcLocator"),
        /** Tells users that a file is on secondary storage. */
        REMOTE_STORAGE_NOTIFICATION("Remote Storage Notification", "Remote_Storage_User_Link"),
        /** Moves rarely used files to secondary storage. */
        REMOTE_STORAGE("Remote Storage", "Remote_Storage_Server"),
        /** RRAS: routing, address translation, dial-up and VPN. */
        ROUTING_AND_REMOTE_ACCESS("Routing and Remote Access", "RemoteAccess"),
        /** Shares of files, printers and named pipes over SMB. */
        SERVER("Server", "lanmanserver"),
        /** The portal of 2003; the article gives no logical name. */
        SHAREPOINT_PORTAL_SERVER("SharePoint Portal Server"),
        /** Takes and relays mail; domain controllers can replicate between sites by it. */
        SMTP("Simple Mail Transfer Protocol (SMTP)", "SMTPSVC"),
        /** Echo, discard, character generator, daytime and quote of the day. */
        SIMPLE_TCP_IP("Simple TCP/IP Services", "SimpTcp"),
        /** An SNMP agent. */
        SNMP("Simple Network Management Protocol (SNMP) Service", "SNMP"),
        /** Receives SNMP traps. */
        SNMP_TRAP("SNMP Trap Service", "SNMPTRAP"),
        /** Finds UPnP devices and delivers their events; its logical name is kept as the article prints it. */
        SSDP_DISCOVERY("Simple Service Discovery Protocol (SSDP) Discovery Service", "SSDPRSR"),
        /** LPD, for clients such as UNIX machines. */
        TCP_IP_PRINT_SERVER("TCP/IP Print Server", "LPDSVC"),
        /** Terminal sessions in text. */
        TELNET("Telnet", "TlntSvr"),
        /** RDS: Windows desktops and programs for several users at once. */
        REMOTE_DESKTOP("Remote Desktop Services (RDS)", "TermService"),
        /** RDSL: issues and tracks client access licenses for RDS. */
        RDS_LICENSING("RDS Licensing (RDSL)", "TermServLicensing"),
        /** Brings a returning user back to the session left open. */
        CONNECTION_BROKER("Remote Desktop Connection Broker", "Tssdis"),
        /** TFTP, a part of Remote Installation. */
        TRIVIAL_FTP("Trivial FTP Daemon", "tftpd"),
        /** Registers, controls and describes UPnP devices that the host offers. */
        UPNP_DEVICE_HOST("UPnP Device Host", "UPNPHost"),
        /** WINS: resolves NetBIOS names, and replicates with other WINS servers. */
        WINS("Windows Internet Name Service (WINS)", "WINS"),
        /** A streaming server. */
        MEDIA_SERVICES("Windows Media Services", "WMServer"),
        /** WinRM: remote management over HTTP and HTTPS. */
        WINRM("Windows Remote Management (WinRM)", "WinRM"),
        /** Keeps clocks together, by NTP or SNTP. */
        WINDOWS_TIME("Windows Time", "W32Time"),
        /** The web server of IIS. */
        WORLD_WIDE_WEB_PUBLISHING("World Wide Web Publishing Service", "W3SVC");

        private final String heading;
        private final ImmutableList<String> systemServiceNames;

        Role(String heading, String... systemServiceNames) {
            this.heading = heading;
            this.systemServiceNames = ImmutableList.copyOf(systemServiceNames);
        }

        /**
         * Returns the name of the service, with its logical names in brackets.
         *
         * @return such as {@code Print Spooler [Spooler]}; the name alone where the article gives no logical name
         */
        @Override
        public String title() {
            return systemServiceNames.isEmpty() ? heading : heading + " " + systemServiceNames;
        }

        /** Returns the heading of the section in the article, or for {@link #BRANCH_CACHE} a name of the same kind. */
        String heading() {
            return heading;
        }

        /**
         * Returns the logical names, which command-line tools and scripts use, as the article prints them.
         *
         * @return mostly one; two for {@link #OFFLINE_FILES}; none where the article gives none
         */
        public ImmutableList<String> systemServiceNames() {
            return systemServiceNames;
        }
    }

    /** How the domain controllers replicate SYSVOL; an answer to {@link Features#SYSVOL_REPLICATION}. */
    public enum SysvolReplication implements FeatureOption {
        /** By DFS Replication. */
        DFSR("DFS Replication"),
        /** By the File Replication service. */
        FRS("File Replication service");

        private final String title;

        SysvolReplication(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The ports of Windows services that a site may change. */
    public static final class Ports {
        /** The control port of FTP: 21 unless changed in IIS. */
        public static final PortSetting FTP_CONTROL = PortSetting.builder()
                .id("ftp-control-port")
                .title("FTP control port")
                .defaultPort(21)
                .configuredIn("Internet Information Services (IIS) Manager")
                .citation(WindowsArticle.heading(Role.FTP_PUBLISHING).place("text"))
                .build();

        /** The port of active FTP data: 20 unless the control port was changed; it is always the one below that. */
        public static final PortSetting FTP_DATA = PortSetting.builder()
                .id("ftp-data-port")
                .title("FTP data port")
                .defaultPort(20)
                .configuredIn("the FTP control port, which it follows")
                .citation(WindowsArticle.heading(Role.FTP_PUBLISHING).place("text"))
                .build();

        /** The HTTP port of web sites in IIS: 80 unless changed. */
        public static final PortSetting IIS_HTTP = PortSetting.builder()
                .id("iis-http-port")
                .title("IIS HTTP port")
                .defaultPort(80)
                .configuredIn("Internet Information Services (IIS) Manager")
                .citation(WindowsArticle.heading(Role.WORLD_WIDE_WEB_PUBLISHING).place("text"))
                .build();

        /** The HTTPS port of web sites in IIS: 443 unless changed. */
        public static final PortSetting IIS_HTTPS = PortSetting.builder()
                .id("iis-https-port")
                .title("IIS HTTPS port")
                .defaultPort(443)
                .configuredIn("Internet Information Services (IIS) Manager")
                .citation(WindowsArticle.heading(Role.HTTP_SSL).place("text"))
                .build();

        /** The port on which an IPAM server listens for its console: 48885 by default. */
        public static final PortSetting IPAM = PortSetting.builder()
                .id("ipam-port")
                .title("IPAM port")
                .defaultPort(48_885)
                .configuredIn("the TCP binding of the IPAM server")
                .citation(WindowsArticle.heading(Role.IPAM).place("text"))
                .build();

        /** The port on which a hosted cache of BranchCache takes offers: 443 by default. */
        public static final PortSetting HOSTED_CACHE = PortSetting.builder()
                .id("hosted-cache-port")
                .title("BranchCache hosted cache port")
                .defaultPort(443)
                .configuredIn("the hosted cache")
                .citation(WindowsArticle.heading(Role.BRANCH_CACHE).place("text"))
                .build();

        /** The port of Remote Desktop, TCP and UDP alike: 3389 unless the listening port was changed. */
        public static final PortSetting REMOTE_DESKTOP = PortSetting.builder()
                .id("remote-desktop-port")
                .title("Remote Desktop port")
                .defaultPort(3389)
                .configuredIn("the listening port of Remote Desktop on each host")
                .citation(WindowsArticle.DOCUMENT.heading("References > RDS").place("text"))
                .build();

        /** The HTTP port of WinRM 1.1 and earlier: 80 by default. */
        public static final PortSetting WINRM_1_HTTP = winrm("winrm-1-http-port", "WinRM 1.1 HTTP port", 80, 1);

        /** The HTTPS port of WinRM 1.1 and earlier: 443 by default. */
        public static final PortSetting WINRM_1_HTTPS = winrm("winrm-1-https-port", "WinRM 1.1 HTTPS port", 443, 1);

        /** The HTTP port of WinRM 2.0: 5985 by default. */
        public static final PortSetting WINRM_2_HTTP = winrm("winrm-2-http-port", "WinRM 2.0 HTTP port", 5985, 2);

        /** The HTTPS port of WinRM 2.0: 5986 by default. */
        public static final PortSetting WINRM_2_HTTPS = winrm("winrm-2-https-port", "WinRM 2.0 HTTPS port", 5986, 2);

        private Ports() {}

        private static PortSetting winrm(String id, String title, int defaultPort, int row) {
            return PortSetting.builder()
                    .id(id)
                    .title(title)
                    .defaultPort(defaultPort)
                    .configuredIn("the WinRM listener of each host")
                    .citation(WindowsArticle.heading(Role.WINRM).row(row))
                    .build();
        }
    }

    /** The questions about a site on which flows of Windows services depend. */
    public static final class Features {
        /** Nodes are being joined to the cluster. */
        public static final Toggle CLUSTER_NODE_JOIN = Toggle.of(
                "cluster-node-join",
                "a node joins the cluster",
                WindowsArticle.heading(Role.CLUSTER).row(2));

        /** Nodes are being joined to the cluster through the Add Node Wizard. */
        public static final Toggle ADD_NODE_WIZARD = Toggle.of(
                "add-node-wizard",
                "a node joins the cluster through the Add Node Wizard",
                WindowsArticle.heading(Role.CLUSTER).row(3));

        /** Domain controllers run Windows Server 2008 or 2008 R2. */
        public static final Toggle DOMAIN_CONTROLLERS_2008 = Toggle.of(
                "domain-controllers-2008",
                "domain controllers run Windows Server 2008 or 2008 R2",
                WindowsArticle.heading(Role.DFS_REPLICATION).row(2));

        /** Clients of Group Policy run Windows XP or Server 2003. */
        public static final Toggle XP_CLIENTS = Toggle.of(
                "xp-clients",
                "clients of Group Policy run Windows XP or Windows Server 2003",
                WindowsArticle.heading(Role.GROUP_POLICY).row(2));

        /** Virtual machines of Hyper-V are replicated. */
        public static final Toggle HYPER_V_REPLICA = Toggle.of(
                "hyper-v-replica",
                "Hyper-V Replica is in use",
                WindowsArticle.heading(Role.HYPER_V).row(1));

        /** Virtual machines of Hyper-V are moved between hosts while they run. */
        public static final Toggle LIVE_MIGRATION = Toggle.of(
                "live-migration",
                "live migration of Hyper-V is in use",
                WindowsArticle.heading(Role.HYPER_V).row(5));

        /** The firewall is ISA Server 2000. */
        public static final Toggle ISA_2000 = Toggle.of(
                "isa-2000",
                "the firewall is ISA Server 2000",
                WindowsArticle.heading(Role.ISA_TMG).place("note 1"));

        /** The firewall is Forefront TMG. */
        public static final Toggle TMG = Toggle.of(
                "tmg",
                "the firewall is Forefront TMG",
                WindowsArticle.heading(Role.ISA_TMG).place("note 7"));

        /** ISA Server is managed from the web management of an appliance maker, without the console. */
        public static final Toggle ISA_WEB_MANAGEMENT = Toggle.of(
                "isa-web-management",
                "ISA Server is managed without its console, by the web management of an appliance maker",
                WindowsArticle.heading(Role.ISA_TMG).place("note 4"));

        /** The console of ISA Server watches the status of remote servers and services. */
        public static final Toggle ISA_STATUS_MONITORING = Toggle.of(
                "isa-status-monitoring",
                "the ISA console watches the status of remote servers and services",
                WindowsArticle.heading(Role.ISA_TMG).place("note 6"));

        /** Hosts run Windows XP before Service Pack 2, which delivers UPnP events on another port. */
        public static final Toggle SSDP_BEFORE_XP_SP2 = Toggle.of(
                "ssdp-before-xp-sp2",
                "hosts run Windows older than XP Service Pack 2",
                WindowsArticle.heading(Role.SSDP_DISCOVERY).place("text"));

        /** Hosts run WinRM 1.1 or earlier. */
        public static final Toggle WINRM_1 = Toggle.of(
                "winrm-1",
                "hosts run WinRM 1.1 or earlier",
                WindowsArticle.heading(Role.WINRM).row(1));

        /** Hosts run WinRM 2.0. */
        public static final Toggle WINRM_2 = Toggle.of(
                "winrm-2",
                "hosts run WinRM 2.0 or later",
                WindowsArticle.heading(Role.WINRM).row(2));

        /** How SYSVOL is replicated; {@link Windows#flowsToDomainController()} depends on it. */
        public static final Choice<SysvolReplication> SYSVOL_REPLICATION = Choice.of(
                "sysvol-replication",
                "what replicates SYSVOL",
                WindowsArticle.DEPENDENCIES.place("services on which Active Directory depends"),
                SysvolReplication.class);

        /**
         * Replication falls back on WINS, which it can from Server 2003 Service Pack 1 on;
         * {@link Windows#flowsToDomainController()} depends on it.
         */
        public static final Toggle WINS_FALLBACK = Toggle.of(
                "wins-fallback",
                "replication of Active Directory, on Server 2003 SP1 and later, falls back on WINS when DNS is down",
                WindowsArticle.DEPENDENCIES.place("services on which Active Directory depends"));

        private Features() {}
    }
}
