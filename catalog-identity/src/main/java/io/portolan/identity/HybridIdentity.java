package io.portolan.identity;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Toggle;

/**
 * Hybrid identity: Active Directory Federation Services (AD FS), its Web Application Proxy, and Microsoft Entra Connect.
 *
 * <pre>{@code
 * HybridIdentity.catalog().flowsTo(Role.FEDERATION_SERVER)        // who talks to AD FS?
 * HybridIdentity.catalog().flowsFrom(Role.ENTRA_CONNECT)          // what does Entra Connect need?
 * }</pre>
 *
 * <p>Sources: Microsoft, "Hybrid Identity Required Ports and Protocols", 2025-04-09; "Best practices for securing Active
 * Directory Federation Services", 2024-02-13; "AD FS Requirements", 2025-04-08. Where two state one flow, it cites both.
 */
public final class HybridIdentity {
    private HybridIdentity() {}

    /**
     * Returns the catalog of hybrid identity.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = IdentityDocuments.read();
    }

    /** The roles of hybrid identity. */
    public enum Role implements ProductRole {
        /** A device of a user inside the corporate network. */
        CLIENT("Client inside"),
        /** A device of a user outside the corporate network. */
        EXTERNAL_CLIENT("Client outside"),
        /** What stands before farms of federation servers or proxies, and asks them whether they are well. */
        LOAD_BALANCER("Load balancer"),
        /** Web Application Proxy (WAP) in the perimeter network, which passes requests on to AD FS. */
        WEB_APPLICATION_PROXY("Web Application Proxy"),
        /** A federation server of AD FS. */
        FEDERATION_SERVER("AD FS federation server"),
        /** Microsoft Entra Connect, which synchronizes the directory with Microsoft Entra ID. */
        ENTRA_CONNECT("Microsoft Entra Connect");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The ports of hybrid identity that a site may change. */
    public static final class Ports {
        /** The port on which AD FS speaks with itself on one host: 1501, or 808 on Windows Server 2012 R2. */
        public static final PortSetting NET_TCP = PortSetting.builder()
                .id("adfs-net-tcp-port")
                .title("AD FS Net.TCP port")
                .addAlternatives(808, 1501)
                .configuredIn("the property NetTcpPort of AD FS")
                .citation(IdentityDocuments.PORTS.place("note 2"))
                .build();

        private Ports() {}
    }

    /** The questions about a site on which flows of hybrid identity depend. */
    public static final class Features {
        /** Entra Connect reads the directory over TLS. */
        public static final Toggle LDAPS =
                Toggle.of("ldaps", "Entra Connect uses LDAP over TLS", HybridPorts.DIRECTORY.row(6));

        /** Seamless single sign-on is in use or being set up. */
        public static final Toggle SEAMLESS_SSO =
                Toggle.of("seamless-sso", "seamless single sign-on is used", HybridPorts.DIRECTORY.row(5));

        /** Passwords that were changed in the cloud are written back. */
        public static final Toggle PASSWORD_WRITEBACK =
                Toggle.of("password-writeback", "passwords are written back", HybridPorts.DIRECTORY.row(5));

        /** The wizard of Entra Connect installs AD FS with a group managed service account. */
        public static final Toggle ADFS_WITH_GMSA = Toggle.of(
                "adfs-with-gmsa",
                "the wizard of Entra Connect installs AD FS with a group managed service account",
                HybridPorts.DIRECTORY.row(8));

        /** Users are authenticated by agents inside. */
        public static final Toggle PASS_THROUGH_AUTHENTICATION = Toggle.of(
                "pass-through-authentication", "pass-through authentication is used", HybridPorts.PASS_THROUGH.row(2));

        /** Agents of Microsoft Entra Connect Health report from federation servers and Entra Connect. */
        public static final Toggle HEALTH_AGENT =
                Toggle.of("health-agent", "Microsoft Entra Connect Health is used", HybridPorts.HEALTH.row(2));

        /** Users sign in with certificates, and not by the certauth name on port 443. */
        public static final Toggle USER_CERTIFICATES_ON_49443 = Toggle.of(
                "user-certificates-on-49443",
                "users sign in with certificates on a port of their own",
                IdentityDocuments.FIREWALL.place("text 2"));

        private Features() {}
    }

    /** The sites outside with which hybrid identity talks. */
    public static final class Outside {
        /** Microsoft Entra ID; the documents point to lists of its names and addresses, which change. */
        public static final OutsideSite MICROSOFT_ENTRA_ID = OutsideSite.of("microsoft-entra-id", "Microsoft Entra ID");

        private Outside() {}
    }
}
