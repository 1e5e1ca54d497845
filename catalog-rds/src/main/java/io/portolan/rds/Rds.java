package io.portolan.rds;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Toggle;

/**
 * Microsoft Remote Desktop Services: its roles, the ports that a site may change, the features on which flows depend, and
 * its catalog.
 *
 * <pre>{@code
 * for (Flow flow : Rds.catalog().flowsFrom(Role.GATEWAY)) {
 *     System.out.println(flow);
 * }
 * }</pre>
 *
 * <p>Source: Microsoft, "Ports that are used by Remote Desktop Services", 2026-02-12 and 2025-02-08. What the article leaves open is
 * decided by how the product works, and said so in a note or erratum of the flow.
 */
public final class Rds {
    private Rds() {}

    /**
     * Returns the catalog of Remote Desktop Services, of the latest edition.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    /**
     * Returns the catalog of each edition: those of 2025-02-08 and 2026-02-12. Settings, features and errata are those of the
     * latest in all of them, so that a site answers for any.
     *
     * @return catalogs, the earliest first, and {@link #catalog()} last
     */
    public static ImmutableList<Catalog<Role>> editions() {
        return ImmutableList.of(LazyEarlier.CATALOG, Lazy.CATALOG);
    }

    private static final class LazyEarlier {
        static final Catalog<Role> CATALOG = RdsArticle.readEarlier();
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = RdsArticle.read();
    }

    /** The roles of Remote Desktop Services. */
    public enum Role implements ProductRole {
        /** A device on which a user runs a Remote Desktop client or opens RD Web Access in a browser. */
        CLIENT("RD client"),
        /** RD Web Access (RDWA): the web pages and feeds from which users start desktops and programs. */
        WEB_ACCESS("RD Web Access"),
        /** RD Gateway: carries RDP from the internet to the resources inside, over HTTPS and UDP. */
        GATEWAY("RD Gateway"),
        /** RD Connection Broker (RDCB): sends each user to a session or desktop, and back to one left open. */
        CONNECTION_BROKER("RD Connection Broker"),
        /** RD Session Host (RDSH): serves desktops and programs to many users at once. */
        SESSION_HOST("RD Session Host"),
        /** RD Virtualization Host (RDVH): a Hyper-V host that runs virtual desktops. */
        VIRTUALIZATION_HOST("RD Virtualization Host"),
        /** A virtual desktop: a virtual machine that serves RDP to one user. */
        VIRTUAL_DESKTOP("Virtual desktop"),
        /** RD License Server: hands out client access licenses. */
        LICENSE_SERVER("RD License Server");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The ports of Remote Desktop Services that a site may change. */
    public static final class Ports {
        /** The port on which hosts listen for RDP, TCP and UDP alike: 3389 unless changed on host and client. */
        public static final PortSetting RDP = PortSetting.builder()
                .id("rdp-port")
                .title("RDP port")
                .defaultPort(3389)
                .configuredIn("the RDP listener of each host, and the address that clients connect to")
                .citation(RdsArticle.CLIENT_TO_RESOURCE.row(2))
                .build();

        /** The TCP port on which RD Gateway listens for HTTPS: 443 unless changed. */
        public static final PortSetting GATEWAY_HTTPS = PortSetting.builder()
                .id("gateway-https-port")
                .title("RD Gateway HTTPS port")
                .defaultPort(443)
                .configuredIn("RD Gateway Manager, properties of the server, transport settings")
                .citation(RdsArticle.GATEWAY_EXTERNAL.row(1))
                .build();

        /** The UDP port on which RD Gateway listens for RDP over UDP: 3391 unless changed. */
        public static final PortSetting GATEWAY_UDP = PortSetting.builder()
                .id("gateway-udp-port")
                .title("RD Gateway UDP port")
                .defaultPort(3391)
                .configuredIn("RD Gateway Manager, properties of the server, transport settings")
                .citation(RdsArticle.GATEWAY_EXTERNAL.row(2))
                .build();

        /** The TCP port to which WMI was fixed for RD Web Access on a perimeter network: the document has no number. */
        public static final PortSetting WMI_FIXED = PortSetting.builder()
                .id("wmi-fixed-port")
                .title("WMI fixed port")
                .configuredIn("the DCOM endpoint of WMI on the host that is asked")
                .citation(RdsArticle.WEB.row(1))
                .build();

        private Ports() {}
    }

    /** The questions about a site on which flows of Remote Desktop Services depend. */
    public static final class Features {
        /** Users start desktops and programs from RD Web Access. */
        public static final Toggle WEB_ACCESS =
                Toggle.of("web-access", "RD Web Access is deployed", RdsArticle.CLIENT_TO_RESOURCE.row(1));

        /** There are pools of virtual machines that the deployment does not manage, so that it reaches them by RDP. */
        public static final Toggle UNMANAGED_POOLS = Toggle.of(
                "unmanaged-pools",
                "there are pools of virtual machines that the deployment does not manage",
                RdsArticle.BROKER.row(3));

        /** Some clients connect without RD Gateway. */
        public static final Toggle DIRECT_CLIENTS =
                Toggle.of("direct-clients", "clients connect without RD Gateway", RdsArticle.BROKER.row(4));

        /** RD Gateway fetches certificate revocation lists by LDAP. */
        public static final Toggle CRL_BY_LDAP = Toggle.of(
                "crl-by-ldap",
                "RD Gateway fetches certificate revocation lists by LDAP",
                RdsArticle.GATEWAY_INTERNAL.row(4));

        /** RD Gateway fetches certificate revocation lists by HTTP. */
        public static final Toggle CRL_BY_HTTP = Toggle.of(
                "crl-by-http",
                "RD Gateway fetches certificate revocation lists by HTTP",
                RdsArticle.GATEWAY_INTERNAL.row(6));

        /** RD Gateway fetches certificate revocation lists by FTP. */
        public static final Toggle CRL_BY_FTP = Toggle.of(
                "crl-by-ftp",
                "RD Gateway fetches certificate revocation lists by FTP",
                RdsArticle.GATEWAY_INTERNAL.row(7));

        /** RD Gateway asks a central Network Policy Server. */
        public static final Toggle NPS =
                Toggle.of("nps", "Network Policy Server (NPS) is used", RdsArticle.GATEWAY_INTERNAL.row(8));

        /** RD Web Access stands on a perimeter network. */
        public static final Toggle WEB_ACCESS_ON_PERIMETER = Toggle.of(
                "web-access-on-perimeter", "RD Web Access is on a perimeter network", RdsArticle.WEB.place("text"));

        /** Client access licenses are issued per user and recorded in Active Directory. */
        public static final Toggle PER_USER_CALS = Toggle.of(
                "per-user-cals", "client access licenses are issued per user", RdsArticle.LICENSING_NETBIOS.row(3));

        private Features() {}
    }

    /** The sites outside with which Remote Desktop Services talks. */
    public static final class Outside {
        /** The Microsoft Clearinghouse, which activates license servers; the article gives no address for it. */
        public static final OutsideSite MICROSOFT_CLEARINGHOUSE =
                OutsideSite.of("microsoft-clearinghouse", "Microsoft Clearinghouse");

        private Outside() {}
    }
}
