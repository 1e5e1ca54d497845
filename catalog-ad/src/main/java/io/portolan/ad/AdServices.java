package io.portolan.ad;

import io.portolan.catalog.Service;

/** The application protocols that are not constants of {@link Service}. */
final class AdServices {
    static final Service GLOBAL_CATALOG_LDAP = Service.of("global-catalog-ldap", "Global catalog LDAP");
    static final Service GLOBAL_CATALOG_LDAPS = Service.of("global-catalog-ldaps", "Global catalog LDAP over TLS");
    static final Service GRE = Service.of("gre", "GRE");
    static final Service KERBEROS_PASSWORD = Service.of("kerberos-password", "Kerberos password change");
    static final Service NTP = Service.of("ntp", "NTP");
    static final Service PING = Service.of("ping", "Ping");
    static final Service PPTP = Service.of("pptp", "PPTP");

    private AdServices() {}
}
