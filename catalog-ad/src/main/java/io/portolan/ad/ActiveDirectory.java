package io.portolan.ad;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Toggle;

/**
 * Active Directory: what members of a domain, its domain controllers and the two sides of a trust open to each other.
 *
 * <pre>{@code
 * // what must be open from a member to a domain controller?
 * ActiveDirectory.catalog().flowsTo(Infrastructure.DOMAIN_CONTROLLER).from(Role.MEMBER)
 * }</pre>
 *
 * <p>Domain controllers of the site's own domain are the shared {@link io.portolan.catalog.Infrastructure#DOMAIN_CONTROLLER},
 * so that one placement serves every catalog; the same holds for the global catalog and DNS servers. Only a trust needs roles
 * of its own: a controller of the site's own domain is placed as domain controller and as the side of the trust on which it
 * is, the partner's controllers as the other side.
 *
 * <p>Source: Microsoft, "How to configure a firewall for Active Directory domains and trusts" (KB 179442), 2023-12-26. The
 * article gives a client port and a server port for each service and leaves open who is the client; the errata tell what was
 * taken.
 */
public final class ActiveDirectory {
    private ActiveDirectory() {}

    /**
     * Returns the catalog of Active Directory.
     *
     * @return the one catalog, made on the first call
     */
    public static Catalog<Role> catalog() {
        return Lazy.CATALOG;
    }

    private static final class Lazy {
        static final Catalog<Role> CATALOG = AdArticle.read();
    }

    /** The roles of Active Directory that are not shared infrastructure. */
    public enum Role implements ProductRole {
        /** A computer that is joined to the domain: a client, or a server that is no domain controller. */
        MEMBER("Domain member"),
        /** A domain controller of a domain that trusts another, and so lets its users in. */
        TRUSTING_DOMAIN_CONTROLLER("Domain controller of the trusting domain"),
        /** A domain controller of a domain that is trusted, and so vouches for its users. */
        TRUSTED_DOMAIN_CONTROLLER("Domain controller of the trusted domain");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** What can replicate SYSVOL between the domain controllers of a domain. */
    public enum SysvolReplication implements FeatureOption {
        /** The File Replication service, up to the domain functional level of Windows Server 2003. */
        FRS("the File Replication service"),
        /** DFS Replication, from Windows Server 2008 on. */
        DFSR("DFS Replication");

        private final String title;

        SysvolReplication(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /** The questions about a site on which flows of Active Directory depend. */
    public static final class Features {
        /** Something at the site speaks LDAP over TLS; the article lets 636 and 3269 be closed otherwise. */
        public static final Toggle LDAPS =
                Toggle.of("ldaps", "clients use LDAP over TLS", AdArticle.TITLE.place("note"));

        /** Members find the global catalog on every domain controller, so that all of them must be reached for it. */
        public static final Toggle GLOBAL_CATALOG_EVERYWHERE = Toggle.of(
                "global-catalog-everywhere",
                "every domain controller holds the global catalog",
                AdArticle.MODERN.row(7));

        /** Members ask domain controllers for names. */
        public static final Toggle DNS_ON_DOMAIN_CONTROLLERS =
                Toggle.of("dns-on-domain-controllers", "domain controllers are DNS servers", AdArticle.MODERN.row(9));

        /** What replicates SYSVOL. */
        public static final Choice<SysvolReplication> SYSVOL_REPLICATION = Choice.of(
                "sysvol-replication", "what replicates SYSVOL", AdArticle.MODERN.row(13), SysvolReplication.class);

        /** The trust goes both ways, so that each domain is trusting and trusted. */
        public static final Toggle TWO_WAY_TRUST =
                Toggle.of("two-way-trust", "the trust goes both ways", AdArticle.LEGACY.place("note"));

        /** A trust is being made; SMB between its domain controllers is needed only then. */
        public static final Toggle TRUST_CREATION =
                Toggle.of("trust-creation", "a trust is being created", AdArticle.MODERN.place("(**)"));

        /** Time is taken from a server on the other side of an external trust. */
        public static final Toggle TIME_ACROSS_TRUST = Toggle.of(
                "time-across-trust",
                "the Windows Time service was set to synchronize across the trust",
                AdArticle.MODERN.place("note"));

        /** A trust that only speaks NetBIOS, such as with Windows NT or an old Samba. */
        public static final Toggle NETBIOS_TRUST =
                Toggle.of("netbios-trust", "the trusted domain supports only NetBIOS", AdArticle.MODERN.place("text"));

        /** The trust runs through a PPTP tunnel, so that the firewall sees the tunnel alone. */
        public static final Toggle TRUST_OVER_PPTP = Toggle.of(
                "trust-over-pptp",
                "the trust runs through a PPTP tunnel",
                AdArticle.ACTIVE_DIRECTORY.place("text"),
                false);

        /** Members older than Windows Server 2008 grant rights to users of the trusted domain. */
        public static final Toggle LEGACY_MEMBERS = Toggle.of(
                "legacy-members",
                "member servers run Windows 2000 or Server 2003 and grant access to users of the trusted domain",
                AdArticle.ACTIVE_DIRECTORY.place("note"));

        private Features() {}
    }
}
