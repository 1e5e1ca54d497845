package io.portolan.ad;

import io.portolan.catalog.Document;
import io.portolan.catalog.Erratum;
import java.time.LocalDate;

/** Where the article contradicts itself or leaves open what a flow must say. */
final class AdErrata {
    private static final Document WINDOWS_SERVICES = Document.builder()
            .id("windows-services")
            .title("Service overview and network port requirements for Windows")
            .publisher("Microsoft")
            .address("https://learn.microsoft.com/troubleshoot/windows-server/networking/"
                    + "service-overview-and-network-port-requirements")
            .date(LocalDate.of(2023, 12, 26))
            .build();

    static final Erratum TRUST_DIRECTION = Erratum.builder()
            .id("trust-direction")
            .addReadings(
                    AdArticle.LEGACY
                            .place("note")
                            .says(
                                    "the rows hold between two domain controllers, of one forest or of two; which of them asks is not said"))
            .taken(
                    "domain controllers of the trusting domain ask those of the trusted one, and the other way round where"
                            + " the trust goes both ways")
            .reason(
                    "accounts live in the trusted domain: the trusting side passes logons there, looks accounts up and keeps"
                            + " the secure channel")
            .build();

    static final Erratum LEGACY_RANGE = Erratum.builder()
            .id("legacy-range")
            .addReadings(AdArticle.LEGACY.row(2).says("RPC of hosts before Windows Server 2008 is on 1024-65535"))
            .addReadings(AdArticle.MODERN.place("text").says("the default dynamic range of such hosts is 1025-5000"))
            .taken("1024-65535 as printed for this row; the range of a host, once known, takes its place")
            .reason("the row is carried as its document states it; the default of 1025-5000 is part of it")
            .build();

    static final Erratum LEGACY_ROWS_MISSING = Erratum.builder()
            .id("legacy-rows-missing")
            .addReadings(AdArticle.LEGACY
                    .place("table")
                    .says("the table of older Windows has neither Windows Time nor the change of Kerberos passwords"))
            .addReadings(AdArticle.MODERN.row(1).says("the table of current Windows has UDP 123, and in row 3 464"))
            .taken("both rows hold whatever Windows listens")
            .reason("older domain controllers serve time and change passwords on the same ports")
            .build();

    static final Erratum PASSWORD_CLIENT_PORTS = Erratum.builder()
            .id("password-client-ports")
            .addReadings(AdArticle.MODERN.row(3).says("the client's port is TCP alone, the server's is TCP and UDP"))
            .taken("TCP and UDP 464")
            .reason("a client that sends UDP sends it from a UDP port; the cell of the client lost a word")
            .build();

    static final Erratum SMB_CLIENT_UDP = Erratum.builder()
            .id("smb-client-udp")
            .addReadings(AdArticle.MODERN.row(12).says("the client's port is TCP and UDP, the server's is TCP alone"))
            .taken("TCP 445")
            .reason("what listens is the server; SMB over UDP 445 does not exist")
            .build();

    static final Erratum REPLICATION_AMONG_TRUSTS = Erratum.builder()
            .id("replication-among-trusts")
            .addReadings(
                    AdArticle.LEGACY
                            .place("note")
                            .says(
                                    "the tables, FRS and DFSR among their rows, are for two domain controllers of one forest or of two"))
            .addReadings(AdArticle.TITLE
                    .place("note")
                    .says("between members and domain controllers FRS and DFSR need not be open"))
            .taken("FRS and DFSR between domain controllers alone, and not across a trust")
            .reason("SYSVOL replicates among the domain controllers of one domain")
            .build();

    static final Erratum NETBIOS_PORTS_LEFT_OUT = Erratum.builder()
            .id("netbios-ports-left-out")
            .addReadings(
                    AdArticle.MODERN
                            .place("text")
                            .says(
                                    "a trust that supports only NetBIOS needs the ports listed for Windows NT, but no such list is there"))
            .addReadings(WINDOWS_SERVICES
                    .heading("System services ports > Net Logon")
                    .place("rows 1 to 3")
                    .says("NetBIOS is UDP 137 and 138 and TCP 139"))
            .taken("UDP 137, UDP 138 and TCP 139 of the other article")
            .reason("the list for Windows NT is no longer part of this article")
            .build();

    static final Erratum PPTP_CALLER = Erratum.builder()
            .id("pptp-caller")
            .addReadings(
                    AdArticle.ACTIVE_DIRECTORY
                            .row(1)
                            .says(
                                    "a trust can run through a PPTP tunnel; who sets it up, and between which hosts, is not said"))
            .taken("the trusting side sets up the tunnel to the trusted side")
            .reason(
                    "it is the side that asks; where routers end the tunnel, place them instead of the domain controllers")
            .build();

    private AdErrata() {}
}
