package io.portolan.configmgr;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Citation;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Toggle;

/**
 * Microsoft Configuration Manager: its roles, the ports that a site may change, the features on which flows depend, and
 * its catalog.
 *
 * <pre>{@code
 * for (Flow flow : ConfigMgr.catalog().flowsFrom(Role.SITE_SERVER)) {
 *     System.out.println(flow);
 * }
 * }</pre>
 *
 * <p>Source: Microsoft, "Ports used in Configuration Manager", 2025-12-08, and an older copy without a date. What the article
 * leaves open is decided by how the product works, and said so in a note or erratum of the flow.
 *
 * <p>Servers that are not of Configuration Manager alone are {@link io.portolan.catalog.Infrastructure}: domain
 * controllers, the SQL Server of the site database, certification authority, file shares.
 */
public final class ConfigMgr {
    private ConfigMgr() {}

    /**
     * Returns the catalog of Configuration Manager, of the latest edition.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    /**
     * Returns the catalog of each edition: an older one, whose article bears no date, and that of 2025-12-08. Settings,
     * features and errata are those of the latest in all of them, so that a site answers for any.
     *
     * @return catalogs, the earliest first, and {@link #catalog()} last
     */
    public static ImmutableList<Catalog<Role>> editions() {
        return ImmutableList.of(LazyEarlier.CATALOG, Lazy.CATALOG);
    }

    private static final class LazyEarlier {
        static final Catalog<Role> CATALOG = ConfigMgrArticle.readEarlier();
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = ConfigMgrArticle.read();
    }

    /** The roles of Configuration Manager, and the parties that exist for its sake. */
    public enum Role implements ProductRole {
        /** The Asset Intelligence synchronization point: exchanges the software catalog with Microsoft. */
        ASSET_INTELLIGENCE_POINT("Asset Intelligence synchronization point"),
        /** A device that Configuration Manager manages. */
        CLIENT("Client"),
        /** A server of the Network Device Enrollment Service (NDES) with the policy module of Configuration Manager. */
        NDES_POLICY_MODULE("NDES policy module"),
        /** A cloud distribution point: serves content from Azure. */
        CLOUD_DISTRIBUTION_POINT("Cloud distribution point"),
        /** The cloud management gateway (CMG): serves clients from Azure; see {@link Features#CMG_DEPLOYMENT}. */
        CLOUD_MANAGEMENT_GATEWAY("Cloud management gateway"),
        /** A distribution point to which the site server pushes content: "standard" in the article. */
        DISTRIBUTION_POINT("Distribution point"),
        /** A pull-distribution point: a distribution point that downloads its content from another. */
        PULL_DISTRIBUTION_POINT("Pull-distribution point"),
        /** The fallback status point: takes the reports of clients that cannot reach a management point. */
        FALLBACK_STATUS_POINT("Fallback status point"),
        /** A management point: gives clients their policy and takes their data. */
        MANAGEMENT_POINT("Management point"),
        /** A software update point: runs Windows Server Update Services (WSUS). */
        SOFTWARE_UPDATE_POINT("Software update point"),
        /** A state migration point: keeps user data while an operating system is deployed. */
        STATE_MIGRATION_POINT("State migration point"),
        /** The CMG connection point: connects the cloud management gateway with the site. */
        CMG_CONNECTION_POINT("CMG connection point"),
        /** A computer with the Configuration Manager console. */
        CONSOLE("Configuration Manager console"),
        /** A reporting services point: runs SQL Server Reporting Services. */
        REPORTING_SERVICES_POINT("Reporting services point"),
        /** A site server: of a primary site, a secondary site or the central administration site. */
        SITE_SERVER("Site server"),
        /** A computer with the SMS Provider, through which consoles reach the site. */
        SMS_PROVIDER("SMS Provider"),
        /** The certificate registration point: the peer of the NDES policy module. */
        CERTIFICATE_REGISTRATION_POINT("Certificate registration point"),
        /** The data warehouse service point: keeps long-term data. */
        DATA_WAREHOUSE_POINT("Data warehouse service point"),
        /** The Endpoint Protection point. */
        ENDPOINT_PROTECTION_POINT("Endpoint Protection point"),
        /** The enrollment proxy point: takes enrollment requests of devices. */
        ENROLLMENT_PROXY_POINT("Enrollment proxy point"),
        /** The enrollment point: completes the enrollment of devices. */
        ENROLLMENT_POINT("Enrollment point"),
        /** The Exchange Server connector: finds and manages devices through Exchange. */
        EXCHANGE_CONNECTOR("Exchange Server connector"),
        /** An Exchange server on the premises. */
        EXCHANGE_SERVER("On-premises Exchange server"),
        /** A Mac that enrolls. */
        MAC_COMPUTER("Mac computer"),
        /** A mobile device that enrolls. */
        MOBILE_DEVICE("Mobile device"),
        /** The service connection point: connects the site with the cloud services of Microsoft. */
        SERVICE_CONNECTION_POINT("Service connection point"),
        /** The SQL Server that hosts the database of WSUS (SUSDB); it can be the one of the site database. */
        WSUS_SQL_SERVER("SQL Server for WSUS"),
        /** The WSUS server from which a software update point synchronizes. */
        UPSTREAM_WSUS_SERVER("Upstream WSUS server");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * The ports of Configuration Manager that a site may change. A port that the article does not mark as changeable has no
     * setting.
     */
    public static final class Ports {
        /** The TCP port on which site systems with IIS take HTTP from clients: 80 unless changed for the site. */
        public static final PortSetting CLIENT_HTTP = setting(
                "client-http-port",
                "Client HTTP port",
                80,
                "setup, or the properties of the site",
                ConfigMgrArticle.CONFIGURABLE.place("text"));

        /** The TCP port on which site systems with IIS take HTTPS from clients: 443 unless changed for the site. */
        public static final PortSetting CLIENT_HTTPS = setting(
                "client-https-port",
                "Client HTTPS port",
                443,
                "setup, or the properties of the site",
                ConfigMgrArticle.CONFIGURABLE.place("text"));

        /** The TCP port on which management points keep the notification channel of clients: 10123 unless changed (note 2). */
        public static final PortSetting CLIENT_NOTIFICATION = setting(
                "client-notification-port",
                "Client notification port",
                10_123,
                "the site properties, ports",
                ConfigMgrArticle.CLIENT_TO_MANAGEMENT_POINT.row(1));

        /** The TCP port of express updates: 8005 unless changed in the client settings (note 2). */
        public static final PortSetting EXPRESS_UPDATES = setting(
                "express-updates-port",
                "Express updates port",
                8005,
                "the client settings, port for requests for delta content",
                ConfigMgrArticle.CLIENT_TO_DISTRIBUTION_POINT.row(3));

        /** The UDP port to which wake-on-LAN packets go: 9 unless changed (note 2). */
        public static final PortSetting WAKE_ON_LAN = setting(
                "wake-on-lan-port",
                "Wake on LAN port",
                9,
                "the site properties, ports, and the client settings for power management",
                ConfigMgrArticle.CLIENT_TO_CLIENT.row(1));

        /** The UDP port on which clients talk about wake-up proxy: 25536 unless changed (note 2). */
        public static final PortSetting WAKE_UP_PROXY = setting(
                "wake-up-proxy-port",
                "Wake-up proxy port",
                25_536,
                "the client settings for power management",
                ConfigMgrArticle.CLIENT_TO_CLIENT.row(2));

        /**
         * The TCP port on which WSUS on the software update point listens for HTTP: 8530 since Windows Server 2012, 80 as an
         * alternative (note 3).
         */
        public static final PortSetting WSUS_HTTP = wsus(
                "wsus-http-port",
                "WSUS HTTP port",
                8530,
                80,
                "the web site of WSUS in IIS, and the software update point");

        /**
         * The TCP port on which WSUS on the software update point listens for HTTPS: 8531 since Windows Server 2012, 443 as
         * an alternative (note 3). Where {@link #WSUS_HTTP} is 80, it is 443; otherwise it is one above.
         */
        public static final PortSetting WSUS_HTTPS = wsus(
                "wsus-https-port",
                "WSUS HTTPS port",
                8531,
                443,
                "the web site of WSUS in IIS, and the software update point");

        /**
         * The TCP port on which the upstream WSUS server listens for HTTP. The ports of WSUS need not be the same throughout
         * the hierarchy (note 3), so this can be another than {@link #WSUS_HTTP}.
         */
        public static final PortSetting UPSTREAM_WSUS_HTTP = wsus(
                "upstream-wsus-http-port",
                "Upstream WSUS HTTP port",
                8530,
                80,
                "the web site of WSUS in IIS, on the upstream server");

        /**
         * The TCP port on which the upstream WSUS server listens for HTTPS. Where {@link #UPSTREAM_WSUS_HTTP} is 80, it must
         * be 443 (note 3).
         */
        public static final PortSetting UPSTREAM_WSUS_HTTPS = wsus(
                "upstream-wsus-https-port",
                "Upstream WSUS HTTPS port",
                8531,
                443,
                "the web site of WSUS in IIS, on the upstream server");

        /** The TCP port on which SQL Server Reporting Services takes HTTP: 80 unless changed there. */
        public static final PortSetting REPORTING_HTTP = setting(
                "reporting-http-port",
                "Reporting services HTTP port",
                80,
                "SQL Server Reporting Services",
                ConfigMgrArticle.CONFIGURABLE.row(8));

        /** The TCP port on which SQL Server Reporting Services takes HTTPS: 443 unless changed there. */
        public static final PortSetting REPORTING_HTTPS = setting(
                "reporting-https-port",
                "Reporting services HTTPS port",
                443,
                "SQL Server Reporting Services",
                ConfigMgrArticle.CONFIGURABLE.row(8));

        /** The TCP port on which the certificate registration point takes HTTPS: 443 unless changed (note 2). */
        public static final PortSetting CERTIFICATE_REGISTRATION_HTTPS = setting(
                "certificate-registration-https-port",
                "Certificate registration HTTPS port",
                443,
                "the certificate registration point, and the NDES policy module",
                ConfigMgrArticle.NDES_TO_REGISTRATION.row(1));

        /** The TCP port on which the enrollment point takes HTTPS: 443 unless changed (note 2). */
        public static final PortSetting ENROLLMENT_HTTPS = setting(
                "enrollment-https-port",
                "Enrollment HTTPS port",
                443,
                "the enrollment point, and the enrollment proxy point",
                ConfigMgrArticle.CONFIGURABLE.row(1));

        /**
         * The TCP port of the database engine: 1433 unless changed. It must be static, and each instance that hosts the
         * database of another site needs its own.
         */
        public static final PortSetting SQL = setting(
                "sql-port",
                "SQL Server port",
                1433,
                "SQL Server Configuration Manager, as a static port",
                ConfigMgrArticle.CONNECTIONS_TO_SQL.place("intrasite"));

        /** The TCP port of the SQL Server Service Broker, for replication between sites: 4022 unless changed. */
        public static final PortSetting SQL_SERVICE_BROKER = setting(
                "sql-service-broker-port",
                "SQL Server Service Broker port",
                4022,
                "SQL Server, and the properties of the site database",
                ConfigMgrArticle.CONNECTIONS_TO_SQL.place("intersite, row 1"));

        /** The TCP port of the SQL Server that hosts SUSDB: 1433 unless changed (note 3). It must be static. */
        public static final PortSetting WSUS_SQL = setting(
                "wsus-sql-port",
                "WSUS SQL Server port",
                1433,
                "SQL Server Configuration Manager, as a static port",
                ConfigMgrArticle.NOTES.place("note 3"));

        private Ports() {}

        private static PortSetting wsus(
                String id, String title, int defaultPort, int alternative, String configuredIn) {
            return PortSetting.builder()
                    .id(id)
                    .title(title)
                    .defaultPort(defaultPort)
                    .addAlternatives(alternative, defaultPort)
                    .configuredIn(configuredIn)
                    .citation(ConfigMgrArticle.NOTES.place("note 3"))
                    .build();
        }

        private static PortSetting setting(
                String id, String title, int defaultPort, String configuredIn, Citation citation) {
            return PortSetting.builder()
                    .id(id)
                    .title(title)
                    .defaultPort(defaultPort)
                    .configuredIn(configuredIn)
                    .citation(citation)
                    .build();
        }
    }

    /** The questions about a site on which flows of Configuration Manager depend. */
    public static final class Features {
        /** Clients wake others, or the site server wakes clients, by wake on LAN. */
        public static final Toggle WAKE_ON_LAN = Toggle.of(
                "wake-on-lan", "computers are woken by wake on LAN", ConfigMgrArticle.CLIENT_TO_CLIENT.row(1));

        /**
         * How the packets that wake computers are sent. With wake-up proxy they must be unicast; subnet-directed broadcasts
         * pass only routers that are told to pass them.
         */
        public static final Choice<WakeOnLanPackets> WAKE_ON_LAN_PACKETS = Choice.of(
                "wake-on-lan-packets",
                "the kind of wake on LAN packets",
                ConfigMgrArticle.CLIENT_TO_CLIENT.row(1),
                WakeOnLanPackets.class);

        /** Clients use wake-up proxy. */
        public static final Toggle WAKE_UP_PROXY = Toggle.of(
                "wake-up-proxy", "clients use wake-up proxy", ConfigMgrArticle.CLIENT_TO_CLIENT.place("text"));

        /** Computers that boot Windows PE fetch content from each other. */
        public static final Toggle PEER_CACHE =
                Toggle.of("peer-cache", "Windows PE peer cache is used", ConfigMgrArticle.CLIENT_TO_CLIENT.row(3));

        /** Express installation files of updates are used. */
        public static final Toggle EXPRESS_UPDATES = Toggle.of(
                "express-updates", "clients get express updates", ConfigMgrArticle.CLIENT_TO_DISTRIBUTION_POINT.row(3));

        /** Distribution points are configured for multicast. */
        public static final Toggle MULTICAST = Toggle.of(
                "multicast",
                "distribution points send content by multicast",
                ConfigMgrArticle.CLIENT_TO_MULTICAST.row(2));

        /** Distribution points are configured for PXE. */
        public static final Toggle PXE =
                Toggle.of("pxe", "distribution points answer PXE requests", ConfigMgrArticle.CLIENT_TO_PXE.row(1));

        /** What answers PXE requests. */
        public static final Choice<PxeResponder> PXE_RESPONDER = Choice.of(
                "pxe-responder", "the PXE responder", ConfigMgrArticle.CLIENT_TO_PXE.row(4), PxeResponder.class);

        /** There are clients that are joined to a domain and not configured for the internet only. */
        public static final Toggle DOMAIN_CLIENTS = Toggle.of(
                "domain-clients",
                "some clients are domain members and not internet-only",
                ConfigMgrArticle.CLIENT_TO_GLOBAL_CATALOG.place("text"));

        /** Software update points, and the WSUS servers that they talk to, use HTTPS; HTTP stays in use beside it (note 3). */
        public static final Toggle SOFTWARE_UPDATES_OVER_HTTPS = Toggle.of(
                "software-updates-over-https",
                "software update points are configured to use HTTPS",
                ConfigMgrArticle.NOTES.place("note 3"));

        /** The form in which the cloud management gateway is deployed. */
        public static final Choice<CmgDeployment> CMG_DEPLOYMENT = Choice.of(
                "cmg-deployment",
                "the form of the cloud management gateway",
                ConfigMgrArticle.CMG_TO_SCALE_SET.place("text"),
                CmgDeployment.class);

        /** The number of virtual machines of the cloud management gateway. */
        public static final Choice<CmgSize> CMG_SIZE = Choice.of(
                "cmg-size",
                "the size of the cloud management gateway",
                ConfigMgrArticle.CMG_TO_SCALE_SET.row(1),
                CmgSize.class);

        /** The channel between CMG connection point and classic cloud service; TCP-TLS is preferred. */
        public static final Choice<CmgChannel> CMG_CHANNEL = Choice.of(
                "cmg-channel",
                "the channel of the cloud management gateway",
                ConfigMgrArticle.CMG_TO_CLASSIC.row(1),
                CmgChannel.TCP_TLS);

        /** The cloud management gateway reaches management points by HTTPS. */
        public static final Toggle CMG_HTTPS_MANAGEMENT_POINTS = Toggle.of(
                "cmg-https-management-points",
                "management points for the cloud management gateway are configured for HTTPS",
                ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT.place("text"));

        /** The cloud management gateway reaches management points by HTTP. */
        public static final Toggle CMG_HTTP_MANAGEMENT_POINTS = Toggle.of(
                "cmg-http-management-points",
                "management points for the cloud management gateway are configured for HTTP",
                ConfigMgrArticle.CMG_TO_MANAGEMENT_POINT.place("text"));

        /** Administrators take over clients with Remote Control. */
        public static final Toggle REMOTE_CONTROL = Toggle.of(
                "remote-control", "clients are reached with Remote Control", ConfigMgrArticle.CONSOLE_TO_CLIENT.row(1));

        /** Administrators help users with Remote Assistance. */
        public static final Toggle REMOTE_ASSISTANCE = Toggle.of(
                "remote-assistance",
                "clients are reached with Remote Assistance",
                ConfigMgrArticle.CONSOLE_TO_CLIENT.row(2));

        /** Devices other than consoles call the administration service. */
        public static final Toggle ADMINISTRATION_SERVICE = Toggle.of(
                "administration-service",
                "devices call the administration service",
                ConfigMgrArticle.CONSOLE_TO_PROVIDER.place(ConfigMgrArticle.ADMINISTRATION_SERVICE_NOTE));

        /** A cloud management gateway is deployed from the site. */
        public static final Toggle CMG = Toggle.of(
                "cmg", "the site deploys a cloud management gateway", ConfigMgrArticle.CONNECTION_TO_AZURE.row(1));

        /** The site sends external notifications. */
        public static final Toggle EXTERNAL_NOTIFICATIONS = Toggle.of(
                "external-notifications",
                "the site sends external notifications",
                ConfigMgrArticle.CONNECTION_TO_LOGIC_APP.row(1));

        /**
         * The site server is required to open all connections to site systems, which then open none to it (note 5).
         *
         * <p>The product asks this for each site system: this is one answer for all of them, and
         * {@link #siteServerInitiates} the answer for one. By default it is off.
         */
        public static final Toggle SITE_SERVER_INITIATES = Toggle.of(
                "site-server-initiates",
                "only the site server opens connections between itself and site systems",
                ConfigMgrArticle.NOTES.place("note 5"),
                false);

        private static final ImmutableMap<Role, Toggle> SITE_SERVER_INITIATES_TO = initiated();

        /**
         * Returns the feature that the site server is required to open the connections to one kind of site system, which then
         * opens none to it (note 5). By default it is off.
         *
         * @param siteSystem a role that connects back to the site server
         * @return the feature
         * @throws IllegalArgumentException if the role is none that connects back to the site server
         */
        public static Toggle siteServerInitiates(Role siteSystem) {
            Toggle toggle = SITE_SERVER_INITIATES_TO.get(siteSystem);
            checkArgument(
                    toggle != null,
                    "%s does not connect back to the site server; expected one of %s",
                    siteSystem.id(),
                    SITE_SERVER_INITIATES_TO.keySet());
            return toggle;
        }

        private static ImmutableMap<Role, Toggle> initiated() {
            ImmutableMap.Builder<Role, Toggle> toggles = ImmutableMap.builder();
            for (Role role : ImmutableList.of(
                    Role.MANAGEMENT_POINT,
                    Role.ASSET_INTELLIGENCE_POINT,
                    Role.CERTIFICATE_REGISTRATION_POINT,
                    Role.CMG_CONNECTION_POINT,
                    Role.ENDPOINT_PROTECTION_POINT,
                    Role.ENROLLMENT_POINT,
                    Role.ENROLLMENT_PROXY_POINT,
                    Role.FALLBACK_STATUS_POINT,
                    Role.SERVICE_CONNECTION_POINT,
                    Role.REPORTING_SERVICES_POINT,
                    Role.SOFTWARE_UPDATE_POINT,
                    Role.STATE_MIGRATION_POINT,
                    Role.DISTRIBUTION_POINT,
                    Role.PULL_DISTRIBUTION_POINT)) {
                toggles.put(
                        role,
                        Toggle.of(
                                "site-server-initiates-" + role.id(),
                                "only the site server opens connections between itself and the " + role.title(),
                                ConfigMgrArticle.NOTES.place("note 5"),
                                false));
            }
            return toggles.buildOrThrow();
        }

        /** A site database is in a named instance of SQL Server, on a port other than the default. */
        public static final Toggle NAMED_SQL_INSTANCE = Toggle.of(
                "named-sql-instance",
                "a site database is in a named instance of SQL Server, on a port other than 1433",
                ConfigMgrArticle.SQL_TO_SQL.place("text"));

        /** Certificate profiles are deployed through the certificate registration point. */
        public static final Toggle CERTIFICATE_PROFILES = Toggle.of(
                "certificate-profiles",
                "certificate profiles are deployed through the certificate registration point",
                ConfigMgrArticle.SITE_SERVER_TO_CA.place("text"));

        /** The content library was moved to another server. */
        public static final Toggle REMOTE_CONTENT_LIBRARY = Toggle.of(
                "remote-content-library",
                "the content library is on a share of another server",
                ConfigMgrArticle.SITE_SERVER_TO_LIBRARY.place("text"));

        /** A site is being installed whose database is on another server. */
        public static final Toggle SITE_INSTALLATION = Toggle.of(
                "site-installation",
                "a site with a remote SQL Server is being installed",
                ConfigMgrArticle.SITE_SERVER_TO_SQL.place("text"));

        /** WSUS cleanup adds indexes or removes obsolete updates, in the database of WSUS itself (note 3). */
        public static final Toggle WSUS_DATABASE_CLEANUP = Toggle.of(
                "wsus-database-cleanup",
                "WSUS cleanup adds indexes to SUSDB or removes obsolete updates from it",
                ConfigMgrArticle.NOTES.place("note 3"));

        /** Clients connect to UNC shares: to install by hand, or for definition files. */
        public static final Toggle UNC_SHARES = Toggle.of(
                "unc-shares", "clients connect to UNC shares", ConfigMgrArticle.CLIENT_TO_SHARES.place("text"));

        /** The site database is on SQL Servers in Azure, behind a load balancer. */
        public static final Toggle AZURE_LOAD_BALANCER = Toggle.of(
                "azure-load-balancer",
                "the site database is in Azure behind a load balancer",
                ConfigMgrArticle.CONNECTIONS_TO_SQL.place("text"));

        /** Site systems serve clients on the internet, without the cloud management gateway. */
        public static final Toggle INTERNET_BASED_CLIENTS = Toggle.of(
                "internet-based-clients",
                "site systems support internet-based clients",
                ConfigMgrArticle.INTERNET_BASED.place("text"));

        private Features() {}
    }

    /** How the packets that wake computers are sent. */
    public enum WakeOnLanPackets implements FeatureOption {
        /** To the last address of the sleeping computer. */
        UNICAST("unicast"),
        /** To the broadcast address of its subnet. */
        SUBNET_DIRECTED_BROADCAST("subnet-directed broadcasts");

        private final String title;

        WakeOnLanPackets(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What answers PXE requests on a distribution point. */
    public enum PxeResponder implements FeatureOption {
        /** Windows Deployment Services. */
        WDS("Windows Deployment Services"),
        /** The PXE responder of Configuration Manager, without Windows Deployment Services. */
        WITHOUT_WDS("one without Windows Deployment Services");

        private final String title;

        PxeResponder(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The forms in which the cloud management gateway is deployed. */
    public enum CmgDeployment implements FeatureOption {
        /** A virtual machine scale set. */
        VM_SCALE_SET("a virtual machine scale set"),
        /** A classic cloud service. */
        CLASSIC("a classic cloud service");

        private final String title;

        CmgDeployment(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** How many virtual machines the cloud management gateway has; it decides the ports of HTTPS. */
    public enum CmgSize implements FeatureOption {
        /** One virtual machine: HTTPS on 443. */
        ONE_VM("one virtual machine"),
        /** Two or more virtual machines: HTTPS on 10124-10139. */
        SEVERAL_VMS("two virtual machines or more");

        private final String title;

        CmgSize(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The channels between CMG connection point and a classic cloud service. */
    public enum CmgChannel implements FeatureOption {
        /** TCP-TLS, which is preferred. */
        TCP_TLS("TCP-TLS"),
        /** HTTPS, the fallback. */
        HTTPS("HTTPS");

        private final String title;

        CmgChannel(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The sites outside with which Configuration Manager talks; the article gives no addresses for them. */
    public static final class Outside {
        /** The service of Microsoft with which Asset Intelligence synchronizes. */
        public static final OutsideSite MICROSOFT = OutsideSite.of("microsoft", "Microsoft");

        /** Exchange Online. */
        public static final OutsideSite EXCHANGE_ONLINE = OutsideSite.of("exchange-online", "Exchange Online");

        /** The management of Azure, which deploys the cloud management gateway. */
        public static final OutsideSite AZURE = OutsideSite.of("azure", "Azure");

        /** The Azure Logic App that takes external notifications. */
        public static final OutsideSite AZURE_LOGIC_APP = OutsideSite.of("azure-logic-app", "Azure Logic App");

        private Outside() {}
    }
}
