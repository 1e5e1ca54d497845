package io.portolan.rds;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.NETBIOS_DATAGRAM;
import static io.portolan.catalog.Service.NETBIOS_NAME;
import static io.portolan.catalog.Service.NETBIOS_SESSION;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.rds.Rds.Outside.MICROSOFT_CLEARINGHOUSE;
import static io.portolan.rds.Rds.Role.LICENSE_SERVER;
import static io.portolan.rds.Rds.Role.SESSION_HOST;
import static io.portolan.rds.Rds.Role.VIRTUALIZATION_HOST;
import static io.portolan.rds.RdsArticle.administration;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.PortSet;
import io.portolan.rds.Rds.Features;
import io.portolan.rds.Rds.Role;

/** The sections of the article on session hosts, virtualization hosts and the license server. */
final class HostSections {
    private static final String RANDOM_NOTE =
            "The host hands out ports of its dynamic range at random; where it was narrowed"
                    + " (Microsoft KB 154596), the narrower range holds.";
    private static final String NETBIOS_NOTE =
            "NetBIOS over UDP uses the same port on both sides, so packets also come from it.";
    private static final String WITHOUT_NETBIOS_NOTE =
            "Named pipes work over TCP 445 without NetBIOS; the port matters where names are resolved by NetBIOS.";

    private HostSections() {}

    static Section sessionHost() {
        return RdsArticle.SESSION.section(licensed(SESSION_HOST));
    }

    static Section virtualizationHost() {
        return RdsArticle.VIRTUALIZATION.section(licensed(VIRTUALIZATION_HOST));
    }

    /** The rows that the sections of session host and virtualization host have in common, word for word. */
    private static Row[] licensed(Role host) {
        return new Row[] {
            row(
                    1,
                    flow(host, LICENSE_SERVER)
                            .rpc()
                            .erratum(RdsErrata.LICENSING_PEERS_LEFT_OPEN)
                            .purpose("asks for client access licenses")),
            row(
                    2,
                    flow(host, DOMAIN_CONTROLLER)
                            .tcp(LDAP, 389)
                            .tcp(LDAPS, 636)
                            .erratum(RdsErrata.DIRECTORY_MINIMUM)
                            .purpose("talks to Active Directory")),
            row(3, administration(host))
        };
    }

    static Section licensingTcp() {
        return RdsArticle.LICENSING_TCP.section(
                row(
                        1,
                        toLicensing()
                                .tcp(RPC_ENDPOINT_MAPPER, 135)
                                .variant("licensing")
                                .purpose("finds the licensing service")),
                row(
                        2,
                        toLicensing()
                                .tcp(RPC, rpcDynamic(PortSet.ofRange(1024, 65_535)))
                                .when(WindowsGeneration.LEGACY)
                                .note(RANDOM_NOTE)
                                .erratum(RdsErrata.LEGACY_RANGE)
                                .variant("legacy")
                                .purpose("asks for client access licenses")),
                row(
                        3,
                        toLicensing()
                                .tcp(RPC, rpcDynamic(PortSet.ofRange(49_152, 65_535)))
                                .when(WindowsGeneration.MODERN)
                                .note(RANDOM_NOTE)
                                .variant("modern")
                                .purpose("asks for client access licenses")),
                row(4, toLicensing().tcp(SMB, 445).purpose("reaches licensing through named pipes")),
                row(
                        5,
                        flow(LICENSE_SERVER, MICROSOFT_CLEARINGHOUSE)
                                .tcp(HTTPS, 443)
                                .cite(RdsArticle.LICENSING_NETBIOS.place("text"))
                                .note("The registry of the license server shows the service that it talks to, for"
                                        + " the rules of a proxy:"
                                        + " HKLM\\Software\\Microsoft\\TermServLicensing\\lrwiz\\Params.")
                                .purpose("reaches the Microsoft Clearinghouse over the internet")),
                row(6, administration(LICENSE_SERVER)),
                row(
                        7,
                        toLicensing()
                                .tcp(NETBIOS_SESSION, 139)
                                .note(WITHOUT_NETBIOS_NOTE)
                                .purpose("reaches named pipes through NetBIOS")));
    }

    static Section licensingNetbios() {
        return RdsArticle.LICENSING_NETBIOS.section(
                row(
                        1,
                        toLicensing()
                                .udp(NETBIOS_NAME, 137)
                                .note(NETBIOS_NOTE)
                                .note(WITHOUT_NETBIOS_NOTE)
                                .purpose("resolves NetBIOS names")),
                row(
                        2,
                        toLicensing()
                                .udp(NETBIOS_DATAGRAM, 138)
                                .note(NETBIOS_NOTE)
                                .note(WITHOUT_NETBIOS_NOTE)
                                .purpose("sends NetBIOS datagrams")),
                row(
                        3,
                        flow(LICENSE_SERVER, DOMAIN_CONTROLLER)
                                .udp(LDAP, 389)
                                .tcp(LDAP, 389)
                                .when(Features.PER_USER_CALS)
                                .erratum(RdsErrata.LDAP_UNDER_NETBIOS)
                                .purpose("records which user holds a license")));
    }

    private static FlowDraft toLicensing() {
        return flow(SESSION_HOST, LICENSE_SERVER)
                .alsoFrom(VIRTUALIZATION_HOST)
                .erratum(RdsErrata.LICENSING_PEERS_LEFT_OPEN);
    }
}
