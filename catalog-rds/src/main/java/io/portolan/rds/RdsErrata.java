package io.portolan.rds;

import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Heading;
import java.time.LocalDate;

/** Where the article errs, contradicts another document, or leaves open what a flow must say. */
final class RdsErrata {
    private static final Document WINDOWS_SERVICES = Document.builder()
            .id("windows-services")
            .title("Service overview and network port requirements for Windows")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/networking/"
                    + "service-overview-and-network-port-requirements")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    private static final Heading DIRECTORY =
            WINDOWS_SERVICES.heading("System services ports > Active Directory (local security authority)");

    static final Erratum WEB_ACCESS_AMONG_RESOURCES = Erratum.builder()
            .id("web-access-among-resources")
            .addReadings(RdsArticle.CLIENT_TO_RESOURCE
                    .row(1)
                    .says("HTTPS for RD Web stands under the heading about RD resources"))
            .taken("the client opens it to RD Web Access")
            .reason("the pages are served by RD Web Access; session hosts and desktops do not listen on 443")
            .build();

    static final Erratum DIRECT_RDP = Erratum.builder()
            .id("direct-rdp")
            .addReadings(RdsArticle.CLIENT_TO_RESOURCE.row(2).says("clients use 3389; no condition is stated"))
            .addReadings(RdsArticle.BROKER.row(4).says("3389 is the port of clients that do not use RD Gateway"))
            .taken("clients need RDP to the resource only where they connect without RD Gateway")
            .reason("behind a gateway it is the gateway that opens RDP to the resource; opening every host to every"
                    + " client is what the gateway is there to avoid")
            .build();

    static final Erratum PUBLISHING_DIRECTION = Erratum.builder()
            .id("publishing-direction")
            .addReadings(RdsArticle.BROKER.row(1).says("the broker uses TCP 5504 for connections to RD Web Access"))
            .addReadings(RdsArticle.WEB.row(2).says("RD Web Access uses TCP 5504 for connections to the broker"))
            .taken("RD Web Access opens the connection; the broker listens")
            .reason("the publishing service runs on the broker, and RD Web Access asks it")
            .build();

    static final Erratum NTDS_PORT_LOST = Erratum.builder()
            .id("ntds-port-lost")
            .addReadings(RdsArticle.GATEWAY_INTERNAL.row(3).says("TCP 135 is the port of the NTDS RPC services"))
            .addReadings(RdsArticle.EARLIER
                    .heading(RdsArticle.GATEWAY_INTERNAL.text())
                    .row(2)
                    .says("TCP 135 is both the endpoint mapper and the port of the NTDS RPC services, in the edition of"
                            + " 2025-02-08"))
            .addReadings(DIRECTORY
                    .row(12)
                    .says("RPC of Active Directory listens on 49152-65535; TCP 135, in the row before, is the endpoint"
                            + " mapper"))
            .taken("TCP 135 for the endpoint mapper, and the dynamic range for the NTDS RPC services")
            .reason("the endpoint mapper only answers on which port NTDS listens; that port comes from the dynamic"
                    + " range unless an administrator fixed it")
            .build();

    static final Erratum LDAP_FOR_TWO = Erratum.builder()
            .id("ldap-for-two-uses")
            .addReadings(RdsArticle.GATEWAY_INTERNAL
                    .row(4)
                    .says("LDAP authenticates users, and is required when revocation lists are fetched by LDAP"))
            .addReadings(DIRECTORY.row(6).says("LDAP on TCP 389, and in the next row on UDP 389, is Active Directory"))
            .taken("always to a domain controller, and to the CRL distribution point if lists are fetched by LDAP")
            .reason("authentication needs LDAP whatever is done about lists; lists can be published on another server")
            .build();

    static final Erratum KERBEROS_BY_TCP_ALONE = Erratum.builder()
            .id("kerberos-by-tcp-alone")
            .addReadings(RdsArticle.GATEWAY_INTERNAL.row(1).says("Kerberos is on TCP 88; UDP is not mentioned"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports > Kerberos Key Distribution Center")
                    .row(2)
                    .says("Kerberos is on UDP 88 as well as on TCP 88"))
            .taken("TCP 88, as printed")
            .reason("the row is carried as it stands; clients that still try UDP first fall back on TCP")
            .build();

    static final Erratum DIRECTORY_MINIMUM = Erratum.builder()
            .id("directory-rows-are-a-minimum")
            .addReadings(RdsArticle.SESSION.row(2).says("LDAP and LDAPS are all that goes to Active Directory"))
            .addReadings(RdsArticle.VIRTUALIZATION.row(2).says("and so they are from the virtualization host"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports > Group Policy")
                    .place("text")
                    .says("a member of a domain needs Kerberos, LDAP, SMB and RPC"))
            .taken("the rows as printed")
            .reason("they are what the product adds; what every member of a domain needs besides is not in the article")
            .build();

    static final Erratum WMI_PEER_LEFT_OPEN = Erratum.builder()
            .id("wmi-peer-left-open")
            .addReadings(RdsArticle.WEB.row(1).says("a fixed WMI port is needed; neither number nor peer is given"))
            .taken("RD Web Access opens it to the broker, on a port that the site must tell")
            .reason("the other connection that RD Web Access opens goes to the broker; where session hosts publish by"
                    + " themselves, they would be asked instead")
            .build();

    static final Erratum LICENSING_PEERS_LEFT_OPEN = Erratum.builder()
            .id("licensing-peers-left-open")
            .addReadings(RdsArticle.LICENSING_TCP
                    .row(1)
                    .says("TCP 135 is for licensing and the session host; the rows about RPC, SMB and NetBIOS after"
                            + " it name no peer"))
            .addReadings(RdsArticle.LICENSING_NETBIOS.row(1).says("this row and the next name no peer either"))
            .addReadings(RdsArticle.SESSION.row(1).says("the session host uses RPC to the license server"))
            .addReadings(
                    RdsArticle.VIRTUALIZATION.row(1).says("the virtualization host uses RPC to the license server"))
            .taken("session host and virtualization host open the connections; the license server listens")
            .reason("they are the two roles whose sections name the license server")
            .build();

    static final Erratum LEGACY_RANGE = Erratum.builder()
            .id("legacy-range")
            .addReadings(RdsArticle.LICENSING_TCP.row(2).says("before Windows Server 2008, RPC ports are 1024-65535"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports")
                    .place("text")
                    .says("before Windows Vista and Server 2008, the dynamic range is 1025-5000"))
            .addReadings(WINDOWS_SERVICES
                    .heading("RDS Licensing (RDSL)")
                    .row(2)
                    .says("licensing is given the modern range alone"))
            .taken("1024-65535 as printed for this row; the range of a host, once known, takes its place")
            .reason("the row is carried as its document states it; the legacy default of 1025-5000 is part of it")
            .build();

    static final Erratum LDAP_UNDER_NETBIOS = Erratum.builder()
            .id("ldap-under-netbios")
            .addReadings(RdsArticle.LICENSING_NETBIOS.row(3).says("LDAP stands in the list about NetBIOS"))
            .taken("LDAP from the license server to a domain controller")
            .reason("LDAP does not run over NetBIOS; per-user licenses are recorded in the directory")
            .build();

    private RdsErrata() {}
}
