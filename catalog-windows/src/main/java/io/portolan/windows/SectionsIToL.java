package io.portolan.windows;

import static io.portolan.catalog.Row.row;
import static io.portolan.windows.Listening.endpointMapper;
import static io.portolan.windows.Listening.netbiosDatagram;
import static io.portolan.windows.Listening.netbiosSession;
import static io.portolan.windows.Listening.sharing;
import static io.portolan.windows.Listening.smb;
import static io.portolan.windows.Listening.to;
import static io.portolan.windows.Windows.Role.BRANCH_CACHE;
import static io.portolan.windows.Windows.Role.INTERNET_AUTHENTICATION;
import static io.portolan.windows.Windows.Role.INTERNET_CONNECTION_SHARING;
import static io.portolan.windows.Windows.Role.IPAM;
import static io.portolan.windows.Windows.Role.ISA_TMG;
import static io.portolan.windows.Windows.Role.KERBEROS_KEY_DISTRIBUTION_CENTER;
import static io.portolan.windows.Windows.Role.LICENSE_LOGGING;
import static io.portolan.windows.WindowsArticle.heading;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Section;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.windows.Windows.Features;
import io.portolan.windows.Windows.Ports;

/** The sections from "Internet Authentication Service" to "License Logging". */
final class SectionsIToL {
    private static final String INNER_SIDE_NOTE = "Offered on the inner network interface only.";

    private SectionsIToL() {}

    static void addTo(CatalogBuilder<Windows.Role> catalog) {
        catalog.section(internetAuthentication())
                .section(internetConnectionSharing())
                .section(ipam())
                .section(branchCache())
                .section(isaTmg())
                .section(kerberos())
                .section(licenseLogging());
    }

    private static Section internetAuthentication() {
        return heading(INTERNET_AUTHENTICATION)
                .section(
                        row(
                                1,
                                to(INTERNET_AUTHENTICATION)
                                        .udp(Protocols.LEGACY_RADIUS, 1645)
                                        .variant("1645")
                                        .purpose("asks on an older port of RADIUS")),
                        row(
                                2,
                                to(INTERNET_AUTHENTICATION)
                                        .udp(Protocols.LEGACY_RADIUS, 1646)
                                        .variant("1646")
                                        .purpose("asks on an older port of RADIUS")),
                        row(
                                3,
                                to(INTERNET_AUTHENTICATION)
                                        .udp(Service.RADIUS, 1813)
                                        .variant("accounting")
                                        .purpose("reports usage")),
                        row(
                                4,
                                to(INTERNET_AUTHENTICATION)
                                        .udp(Service.RADIUS, 1812)
                                        .variant("authentication")
                                        .purpose("authenticates users")));
    }

    private static Section internetConnectionSharing() {
        return heading(INTERNET_CONNECTION_SHARING)
                .section(
                        row(
                                1,
                                to(INTERNET_CONNECTION_SHARING)
                                        .udp(Protocols.DHCP, 67)
                                        .note(INNER_SIDE_NOTE)
                                        .purpose("asks for an address")),
                        row(
                                2,
                                to(INTERNET_CONNECTION_SHARING)
                                        .udp(Service.DNS, 53)
                                        .note(INNER_SIDE_NOTE)
                                        .purpose("resolves names")),
                        row(
                                3,
                                to(INTERNET_CONNECTION_SHARING)
                                        .tcp(Service.DNS, 53)
                                        .note(INNER_SIDE_NOTE)
                                        .purpose("resolves names")));
    }

    private static Section ipam() {
        return heading(IPAM)
                .section(row(
                        "text",
                        to(IPAM).tcp(Protocols.IPAM, Ports.IPAM)
                                .erratum(WindowsErrata.PORTS_WITHOUT_TABLE)
                                .note("The console speaks Windows Communication Foundation over TCP.")
                                .purpose("manages address management from the IPAM console")));
    }

    private static Section branchCache() {
        return heading(BRANCH_CACHE)
                .section(row(
                        "text",
                        to(BRANCH_CACHE)
                                .udp(Protocols.BRANCHCACHE_DISCOVERY, 3702)
                                .erratum(WindowsErrata.PORTS_WITHOUT_TABLE)
                                .purpose("discovers cached content"),
                        to(BRANCH_CACHE)
                                .tcp(Protocols.BRANCHCACHE_RETRIEVAL, 80)
                                .erratum(WindowsErrata.PORTS_WITHOUT_TABLE)
                                .purpose("fetches cached content"),
                        to(BRANCH_CACHE)
                                .tcp(Protocols.BRANCHCACHE_OFFERS, Ports.HOSTED_CACHE)
                                .erratum(WindowsErrata.PORTS_WITHOUT_TABLE)
                                .note("The hosted cache listens.")
                                .purpose("offers content to a hosted cache")));
    }

    private static Section isaTmg() {
        return heading(ISA_TMG)
                .section(
                        row(1, storage(2171).variant("domain").purpose("reads the configuration, in a domain")),
                        row(2, storage(2173).variant("replication").purpose("replicates the configuration")),
                        row(3, storage(2172).variant("workgroup").purpose("reads the configuration, in a workgroup")),
                        row(
                                4,
                                to(ISA_TMG)
                                        .tcp(Protocols.FIREWALL_CLIENT, PortSpec.of(PortSet.ofRange(1025, 65_535)))
                                        .udp(Protocols.FIREWALL_CLIENT, PortSpec.of(PortSet.ofRange(1025, 65_535)))
                                        .erratum(RangeErrata.LEGACY_RANGE)
                                        .note("Protocol and ports are agreed on in the control channel of the client.")
                                        .purpose("carries the programs of firewall clients")),
                        row(
                                5,
                                to(ISA_TMG)
                                        .tcp(Protocols.FIREWALL_CLIENT_CONTROL, 1745)
                                        .unless(Features.ISA_2000)
                                        .note("TCP is stated for ISA 2004 and 2006.")
                                        .purpose("controls firewall clients"),
                                to(ISA_TMG)
                                        .udp(Protocols.FIREWALL_CLIENT_CONTROL, 1745)
                                        .when(Features.ISA_2000)
                                        .purpose("controls firewall clients")),
                        row(
                                6,
                                to(ISA_TMG)
                                        .tcp(Protocols.FIREWALL_CONTROL, 3847)
                                        .unless(Features.ISA_2000)
                                        .purpose("controls the firewall")),
                        row(7, endpointMapper(ISA_TMG).when(Features.ISA_STATUS_MONITORING)),
                        row(
                                8,
                                monitoring(1024)
                                        .unless(Features.TMG)
                                        .variant("isa")
                                        .erratum(RangeErrata.LEGACY_RANGE),
                                monitoring(10_000)
                                        .when(Features.TMG)
                                        .variant("tmg")
                                        .note("TMG widens the default dynamic range of its host downwards.")),
                        row(
                                9,
                                to(ISA_TMG)
                                        .tcp(Protocols.WEB_MANAGEMENT, 2175)
                                        .unless(Features.ISA_2000)
                                        .when(Features.ISA_WEB_MANAGEMENT)
                                        .purpose("manages the firewall without its console")),
                        row(
                                10,
                                to(ISA_TMG)
                                        .tcp(Protocols.WEB_PROXY, 8080)
                                        .note("Members of an array talk to each other here too.")
                                        .purpose("browses through the proxy")));
    }

    private static FlowDraft storage(int port) {
        return to(ISA_TMG).tcp(Protocols.CONFIGURATION_STORAGE, port).unless(Features.ISA_2000);
    }

    private static FlowDraft monitoring(int first) {
        return to(ISA_TMG)
                .tcp(Service.RPC, AllocatedPorts.ofProduct(PortSet.ofRange(first, 65_535)))
                .when(Features.ISA_STATUS_MONITORING)
                .erratum(RangeErrata.RULES_DIFFER)
                .note("The printed numbers are the product's own range, not the default range of its host.")
                .purpose("watches the status of servers and services from the console");
    }

    private static Section kerberos() {
        return heading(KERBEROS_KEY_DISTRIBUTION_CENTER)
                .section(
                        row(1, kdc().tcp(Service.KERBEROS, 88).purpose("asks for tickets")),
                        row(2, kdc().udp(Service.KERBEROS, 88).purpose("asks for tickets")),
                        row(3, kdc().udp(Protocols.KERBEROS_PASSWORD, 464).purpose("changes a password")),
                        row(4, kdc().tcp(Protocols.KERBEROS_PASSWORD, 464).purpose("changes a password")),
                        row(
                                5,
                                kdc().udp(Protocols.DC_LOCATOR, 389)
                                        .erratum(WindowsErrata.LDAP_OR_DC_LOCATOR)
                                        .purpose("finds a domain controller")));
    }

    private static FlowDraft kdc() {
        return to(KERBEROS_KEY_DISTRIBUTION_CENTER);
    }

    private static Section licenseLogging() {
        return heading(LICENSE_LOGGING)
                .section(
                        row(1, licensing(netbiosDatagram(LICENSE_LOGGING))),
                        row(2, licensing(netbiosSession(LICENSE_LOGGING))),
                        row(3, licensing(smb(LICENSE_LOGGING))));
    }

    private static FlowDraft licensing(FlowDraft draft) {
        return sharing(draft)
                .erratum(WindowsErrata.LICENSE_LOGGING_NAME_SERVICE)
                .erratum(WindowsErrata.LICENSE_LOGGING_ENDED)
                .note("The service is off by default in Server 2003 and gone from Server 2008 on.");
    }
}
