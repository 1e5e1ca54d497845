package io.portolan.ras;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Toggle;

/**
 * Parallels Remote Application Server (RAS): its roles, the ports that a site may change, the features on which flows
 * depend, and its catalog.
 *
 * <pre>{@code
 * for (Flow flow : Ras.catalog().flowsFrom(Role.CONNECTION_BROKER)) {
 *     System.out.println(flow);
 * }
 * }</pre>
 *
 * <p>Source: Parallels, knowledge base article 129097 on the firewall requirements of RAS. It bears no date; the date of
 * the catalog is the day on which it was read, 2026-11-01. Web addresses that the article lost are from Microsoft,
 * "Windows Virtual Desktop required URL list", 2020-12-04. What the article leaves open is decided by how the product
 * works, and said so in a note or erratum of the flow.
 *
 * <p>Where the article calls a port optional and says in the same breath when it is used, the flow is conditional on a
 * feature; only the web addresses that the article lists as optional are optional here.
 */
public final class Ras {
    private Ras() {}

    /**
     * Returns the catalog of Parallels RAS.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = RasArticle.read();
    }

    /** The roles of Parallels RAS. */
    public enum Role implements ProductRole {
        /** Parallels Client, the program with which a user opens published applications and desktops. */
        CLIENT("Parallels Client"),
        /** A web browser, in which users open the Web Client and administrators the Management Portal. */
        WEB_BROWSER("Web browser"),
        /** High Availability Load Balancing (HALB): an appliance that spreads client connections over gateways. */
        HALB("HALB"),
        /**
         * RAS Secure Gateway of any mode, for rows that name none. A gateway also has the role of its mode, {@link
         * #NORMAL_GATEWAY} or {@link #FORWARDING_GATEWAY}.
         */
        SECURE_GATEWAY("RAS Secure Gateway"),
        /** RAS Secure Gateway in Forwarding mode: passes everything on to a gateway in Normal mode. */
        FORWARDING_GATEWAY("RAS Secure Gateway in Forwarding mode"),
        /** RAS Secure Gateway in Normal mode: asks the Connection Broker and carries sessions to their hosts. */
        NORMAL_GATEWAY("RAS Secure Gateway in Normal mode"),
        /** RAS Connection Broker: authenticates, balances load, and holds the configuration; one of them is primary. */
        CONNECTION_BROKER("RAS Connection Broker"),
        /**
         * A host that serves an RDP session: an RD Session Host, a virtual desktop or a Remote PC. A host with an agent
         * has the role of that agent besides.
         */
        SESSION_HOST("Session host"),
        /** RAS RD Session Host Agent, on an RD Session Host. */
        SESSION_HOST_AGENT("RAS RD Session Host Agent"),
        /** RAS Guest Agent, inside a virtual desktop. */
        GUEST_AGENT("RAS Guest Agent"),
        /** RAS Remote PC Agent, on a physical computer that is published. */
        REMOTE_PC_AGENT("RAS Remote PC Agent"),
        /** RAS Provider Agent: drives hypervisors and clouds, and looks after Guest Agents. */
        PROVIDER_AGENT("RAS Provider Agent"),
        /** RAS Enrollment Server: gets logon certificates from the certification authority for single sign-on. */
        ENROLLMENT_SERVER("RAS Enrollment Server"),
        /** RAS Console, the Windows program of administrators. */
        CONSOLE("RAS Console"),
        /** RAS Web Administration Service: the REST interface and the Management Portal. */
        WEB_ADMINISTRATION("RAS Web Administration Service"),
        /** RAS PowerShell: administration by script. */
        POWERSHELL("RAS PowerShell"),
        /** RAS Reporting, also called RAS Reporting Service: records activity in a database; shares a host with SSRS. */
        REPORTING("RAS Reporting"),
        /** SQL Server Reporting Services (SSRS), which renders the reports. */
        SSRS("SSRS"),
        /** RAS Performance Monitor: an InfluxDB store with a dashboard, fed by the Telegraf services of other hosts. */
        PERFORMANCE_MONITOR("RAS Performance Monitor"),
        /** RAS Remote Installer Service, on a host to which agents are pushed. */
        REMOTE_INSTALLER("RAS Remote Installer Service"),
        /** A second-factor server of Deepnet or SafeNet; for RADIUS see the shared RADIUS server. */
        MFA_SERVER("MFA server"),
        /** Dell Wyse broker, which Wyse thin clients and the Console find by broadcast. */
        WYSE_BROKER("Wyse broker"),
        /** The Connection Broker of a Tenant Broker, which the Connection Brokers of tenants join. */
        TENANT_BROKER("Connection Broker of a Tenant Broker"),
        /** A Microsoft Hyper-V host that the Provider Agent drives. */
        HYPER_V("Hyper-V"),
        /** A Nutanix cluster that the Provider Agent drives. */
        NUTANIX("Nutanix"),
        /** VMware virtualization that the Provider Agent drives. */
        VMWARE("VMware"),
        /** Scale Computing virtualization that the Provider Agent drives. */
        SCALE("Scale Computing"),
        /** A computer that the Provider Agent drives like a guest, "Remote PC over VDI". */
        REMOTE_PC_OVER_VDI("Remote PC over VDI"),
        /** A virtual machine in Azure that serves sessions of Azure Virtual Desktop. */
        AVD_VIRTUAL_MACHINE("AVD virtual machine");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The ports of Parallels RAS that a site may change. */
    public static final class Ports {
        /** The port of Secure Gateway without SSL: 80 by default, says the Console's row on gateways. */
        public static final PortSetting GATEWAY = PortSetting.builder()
                .id("gateway-port")
                .title("Secure Gateway port")
                .defaultPort(80)
                .configuredIn("the network properties of the Secure Gateway in RAS Console")
                .citation(RasArticle.CONSOLE.row(12))
                .build();

        /** The port of Secure Gateway with SSL: 443 by default, says the Console's row on gateways. */
        public static final PortSetting GATEWAY_SSL = PortSetting.builder()
                .id("gateway-ssl-port")
                .title("Secure Gateway SSL port")
                .defaultPort(443)
                .configuredIn("the SSL properties of the Secure Gateway in RAS Console")
                .citation(RasArticle.CONSOLE.row(12))
                .build();

        /** The port of the mail server: 587 unless the mailbox settings say otherwise. */
        public static final PortSetting MAIL = PortSetting.builder()
                .id("mail-port")
                .title("Mail server port")
                .defaultPort(587)
                .configuredIn("the mailbox settings in RAS Console")
                .citation(RasArticle.BROKER.row(13))
                .build();

        /** The port of SQL Server: 1433, or one that SQL Server hands out where none was set for it. */
        public static final PortSetting SQL = PortSetting.builder()
                .id("sql-port")
                .title("SQL Server port")
                .defaultPort(1433)
                .configuredIn("the TCP/IP settings of the SQL Server instance")
                .citation(RasArticle.CONSOLE.row(1))
                .build();

        private Ports() {}
    }

    /** The questions about a site on which flows of Parallels RAS depend. */
    public static final class Features {
        /** Gateways balance plain RDP connections, as the rows from Parallels Client to gateways say. */
        public static final Toggle RDP_LOAD_BALANCING =
                Toggle.of("rdp-load-balancing", "RDP load balancing is enabled", RasArticle.CLIENT.row(2));

        /** Clients connect to session hosts themselves once a gateway has answered: Direct Mode. */
        public static final Toggle DIRECT_MODE =
                Toggle.of("direct-mode", "clients connect in Direct Mode", RasArticle.CLIENT.row(4));

        /** Sessions of Azure Virtual Desktop run over UDP in ShortPath mode. */
        public static final Toggle SHORT_PATH = Toggle.of(
                "short-path", "sessions of Azure Virtual Desktop use ShortPath mode", RasArticle.CLIENT.row(5));

        /** Administrators shadow clients through a firewall, over an indirect network connection. */
        public static final Toggle INDIRECT_SHADOWING = Toggle.of(
                "indirect-shadowing",
                "administrators shadow clients through a gateway or firewall",
                RasArticle.CLIENT.row(1));

        /** Administrators shadow clients over a direct network connection. */
        public static final Toggle DIRECT_SHADOWING = Toggle.of(
                "direct-shadowing", "clients are shadowed over a direct network connection", RasArticle.CONSOLE.row(4));

        /** RAS Console runs on a host of the Connection Broker. */
        public static final Toggle CONSOLE_ON_BROKER = Toggle.of(
                "console-on-broker", "RAS Console runs on the Connection Broker", RasArticle.SECURE_GATEWAY.row(4));

        /** Certificates come from Let's Encrypt. */
        public static final Toggle LETS_ENCRYPT =
                Toggle.of("lets-encrypt", "Let's Encrypt is used", RasArticle.WEB.row(2));

        /** The farm is the Tenant Broker of others. */
        public static final Toggle TENANT_BROKER =
                Toggle.of("tenant-broker", "the farm is a Tenant Broker", RasArticle.BROKER.row(3));

        /** The farm is a tenant that joins a Tenant Broker. */
        public static final Toggle TENANT =
                Toggle.of("tenant", "the farm is a tenant of a Tenant Broker", RasArticle.TENANT.row(1));

        /** The second factor of a logon comes from Deepnet or SafeNet. */
        public static final Toggle DEEPNET_OR_SAFENET = Toggle.of(
                "deepnet-or-safenet", "Deepnet or SafeNet checks the second factor", RasArticle.BROKER.row(8));

        /** The second factor of a logon comes from a RADIUS server. */
        public static final Toggle RADIUS =
                Toggle.of("radius", "RADIUS checks the second factor", RasArticle.BROKER.row(8));

        /** The gateways' port without SSL is switched off, so that the Console falls back on the one with SSL. */
        public static final Toggle GATEWAY_PORT_DISABLED = Toggle.of(
                "gateway-port-disabled", "the Secure Gateway port without SSL is disabled", RasArticle.CONSOLE.row(12));

        /** The version of RAS is older than 18. */
        public static final Toggle BEFORE_RAS_18 =
                Toggle.of("before-ras-18", "RAS is older than version 18", RasArticle.WEB_ADMINISTRATION.row(4));

        /** The Provider Agent drives Hyper-V. */
        public static final Toggle HYPER_V =
                Toggle.of("hyper-v", "the provider is Hyper-V", RasArticle.PROVIDER_AGENT.row(3));

        private Features() {}
    }

    /**
     * The sites outside with which Parallels RAS talks.
     *
     * <p>The addresses for virtual machines of Azure Virtual Desktop were links that the copy of the article lost, but for
     * three; the others are recovered from the list of Microsoft on which the article is based, and their flows cite it.
     */
    public static final class Outside {
        /** Let's Encrypt, which issues certificates and checks the site from outside; the article has no address. */
        public static final OutsideSite LETS_ENCRYPT = OutsideSite.of("lets-encrypt", "Let's Encrypt");

        /** The services of Azure Virtual Desktop to which clients connect; the article has no address. */
        public static final OutsideSite AVD_SERVICES = OutsideSite.of("avd-services", "Azure Virtual Desktop services");

        /** The Microsoft site of downloads; the article has no address. */
        public static final OutsideSite MICROSOFT_SITE = OutsideSite.of("microsoft-site", "Microsoft site");

        /** The Parallels site of updates and downloads; the article has no address. */
        public static final OutsideSite PARALLELS_SITE = OutsideSite.of("parallels-site", "Parallels site");

        /** The Parallels Licensing Server. */
        public static final OutsideSite LICENSING_SERVER =
                site("parallels-licensing-server", "Parallels Licensing Server", "ras.parallels.com");

        /** Microsoft Azure, which the Provider Agent drives; the article has no address. */
        public static final OutsideSite AZURE = OutsideSite.of("azure", "Microsoft Azure");

        /** Amazon Web Services, which the Provider Agent drives; the article has no address. */
        public static final OutsideSite AWS = OutsideSite.of("aws", "Amazon Web Services");

        /** The site from which FSLogix is downloaded; the article has no address. */
        public static final OutsideSite FSLOGIX = OutsideSite.of("fslogix", "FSLogix download");

        /** Service traffic of Azure Virtual Desktop, required; the address is recovered. */
        public static final OutsideSite AVD_SERVICE_TRAFFIC =
                site("avd-service-traffic", "AVD service traffic", "*.wvd.microsoft.com", "WindowsVirtualDesktop");

        /** Agent traffic: monitoring, required; the address is recovered. */
        public static final OutsideSite AVD_MONITORING =
                site("avd-monitoring", "AVD monitoring", "gcs.prod.monitoring.core.windows.net", "AzureCloud");

        /** Agent traffic: diagnostics, required; the address is recovered. */
        public static final OutsideSite AVD_DIAGNOSTICS = site(
                "avd-diagnostics",
                "AVD diagnostics",
                "production.diagnostics.monitoring.core.windows.net",
                "AzureCloud");

        /** Agent traffic: blob storage, required; the address is recovered. */
        public static final OutsideSite AVD_BLOB_STORAGE =
                site("avd-blob-storage", "AVD blob storage", "*xt.blob.core.windows.net", "AzureCloud");

        /** Agent traffic: event hubs, required; the address is recovered. */
        public static final OutsideSite AVD_EVENT_HUBS =
                site("avd-event-hubs", "AVD event hubs", "*eh.servicebus.windows.net", "AzureCloud");

        /** Agent traffic: table storage, required; the address is recovered. */
        public static final OutsideSite AVD_TABLE_STORAGE =
                site("avd-table-storage", "AVD table storage", "*xt.table.core.windows.net", "AzureCloud");

        /** Agent traffic: queue storage, required; the address is recovered. */
        public static final OutsideSite AVD_QUEUE_STORAGE =
                site("avd-queue-storage", "AVD queue storage", "*xt.queue.core.windows.net", "AzureCloud");

        /** Azure Marketplace, required; the address is recovered. */
        public static final OutsideSite AZURE_MARKETPLACE =
                site("azure-marketplace", "Azure Marketplace", "catalogartifact.azureedge.net", "AzureCloud");

        /** Windows activation in Azure, required; the address is recovered. */
        public static final OutsideSite AZURE_KMS =
                site("azure-kms", "Windows activation in Azure", "kms.core.windows.net", "Internet");

        /** Updates of the agent and the side-by-side stack, required; the address is recovered. */
        public static final OutsideSite AVD_AGENT_UPDATES = site(
                "avd-agent-updates", "AVD agent updates", "mrsglobalsteus2prod.blob.core.windows.net", "AzureCloud");

        /** Support of the Azure portal, required; the address is recovered. */
        public static final OutsideSite AZURE_PORTAL_SUPPORT = site(
                "azure-portal-support",
                "Azure portal support",
                "wvdportalstorageblob.blob.core.windows.net",
                "AzureCloud");

        /** Azure Instance Metadata Service, required; the article prints the address. */
        public static final OutsideSite AZURE_INSTANCE_METADATA =
                site("azure-instance-metadata", "Azure Instance Metadata Service", "169.254.169.254");

        /** Azure's watch over the health of session hosts, required; the article prints the address. */
        public static final OutsideSite AZURE_HEALTH_MONITORING =
                site("azure-health-monitoring", "Azure health monitoring", "168.63.129.16");

        /** Authentication to Microsoft Online Services, optional; the address is recovered. */
        public static final OutsideSite MICROSOFT_ONLINE =
                site("microsoft-online", "Microsoft Online Services", "*.microsoftonline.com");

        /** Telemetry of Microsoft, optional; the address is recovered. */
        public static final OutsideSite MICROSOFT_TELEMETRY =
                site("microsoft-telemetry", "Microsoft telemetry", "*.events.data.microsoft.com");

        /** The test of Windows whether it reaches the internet, optional; the address is recovered. */
        public static final OutsideSite CONNECTIVITY_TEST =
                site("connectivity-test", "Windows connectivity test", "www.msftconnecttest.com");

        /** Windows Update, optional; the address is recovered. */
        public static final OutsideSite WINDOWS_UPDATE =
                site("windows-update", "Windows Update", "*.prod.do.dsp.mp.microsoft.com");

        /** Sign-in to Microsoft Online Services and Microsoft 365, optional; the address is recovered. */
        public static final OutsideSite MICROSOFT_SIGN_IN =
                site("microsoft-sign-in", "Microsoft Online sign-in", "login.windows.net");

        /** Updates of OneDrive, optional; the article prints the address. */
        public static final OutsideSite ONEDRIVE_UPDATES = site("onedrive-updates", "OneDrive updates", "*.sfx.ms");

        /** Certificate revocation check at DigiCert, optional; the address is recovered. */
        public static final OutsideSite DIGICERT = site("digicert", "DigiCert revocation check", "*.digicert.com");

        /** Azure DNS under .com, optional; the address is recovered. */
        public static final OutsideSite AZURE_DNS_COM = site("azure-dns-com", "Azure DNS (.com)", "*.azure-dns.com");

        /** Azure DNS under .net, optional; the address is recovered. */
        public static final OutsideSite AZURE_DNS_NET = site("azure-dns-net", "Azure DNS (.net)", "*.azure-dns.net");

        private Outside() {}

        private static OutsideSite site(String id, String title, String address) {
            return OutsideSite.builder().id(id).title(title).address(address).build();
        }

        private static OutsideSite site(String id, String title, String address, String serviceTag) {
            return OutsideSite.builder()
                    .id(id)
                    .title(title)
                    .address(address)
                    .serviceTag(serviceTag)
                    .build();
        }
    }
}
