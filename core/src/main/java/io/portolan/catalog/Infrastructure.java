package io.portolan.catalog;

/** Endpoints of a site that many products share, so that one placement serves all catalogs. */
public enum Infrastructure implements SharedEndpoint {
    /** A domain controller of Active Directory: Kerberos, LDAP, replication. */
    DOMAIN_CONTROLLER("Domain controller"),
    /** A domain controller that holds the global catalog. */
    GLOBAL_CATALOG("Global catalog"),
    /** A DNS server that resolves names for the site. */
    DNS_SERVER("DNS server"),
    /** A certification authority that issues certificates. */
    CERTIFICATION_AUTHORITY("Certification authority"),
    /** A server from which certificate revocation lists are fetched, by LDAP, HTTP or FTP. */
    CRL_DISTRIBUTION_POINT("CRL distribution point"),
    /** A RADIUS server, such as Network Policy Server (NPS). */
    RADIUS_SERVER("RADIUS server"),
    /** A DHCP server that leases addresses. */
    DHCP_SERVER("DHCP server"),
    /** A server of file shares. */
    FILE_SERVER("File server"),
    /** A server that takes mail by SMTP. */
    MAIL_SERVER("Mail server"),
    /** A database server that runs Microsoft SQL Server. */
    SQL_SERVER("SQL Server"),
    /** A workstation or server from which administrators manage other hosts. */
    ADMIN_WORKSTATION("Administrator's workstation"),
    /** Whatever host of the site uses a service, where a document names the listener alone. */
    ANY_HOST("Any host"),
    /** Any host outside the site. */
    INTERNET("Internet");

    private final String id = Ids.ofConstant(name());
    private final String title;

    Infrastructure(String title) {
        this.title = title;
    }

    /**
     * Returns the stable identifier: the name of the constant in lower case with hyphens.
     *
     * @return for {@link #DNS_SERVER}, {@code dns-server}
     */
    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }
}
