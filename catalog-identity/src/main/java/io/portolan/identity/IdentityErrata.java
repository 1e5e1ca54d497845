package io.portolan.identity;

import io.portolan.catalog.Erratum;

/** Where the documents contradict each other, copy from themselves, or leave open what a flow must say. */
final class IdentityErrata {
    static final Erratum UDP_LDAPS = Erratum.builder()
            .id("udp-ldaps")
            .addReadings(HybridPorts.DIRECTORY.row(6).says("LDAP over TLS uses TCP and UDP 636"))
            .taken("both, as printed")
            .reason(
                    "LDAP over TLS runs over TCP alone; the row is carried as its document states it, and no harm is known"
                            + " in leaving UDP 636 closed")
            .build();

    static final Erratum CRL_PEER = Erratum.builder()
            .id("crl-peer")
            .addReadings(
                    HybridPorts.CLOUD.row(1).says("revocation lists come over HTTP, in the table of Entra ID"),
                    HybridPorts.FARM.row(1).says("the same row stands in the table of federation servers and proxies"),
                    HybridPorts.PASS_THROUGH.row(1).says("and in the table of pass-through authentication"))
            .taken("Entra Connect fetches them from CRL distribution points")
            .reason(
                    "lists are published by whoever issued a certificate; neither Entra ID nor a federation server serves"
                            + " them")
            .build();

    static final Erratum COPIED_PURPOSE = Erratum.builder()
            .id("copied-purpose")
            .addReadings(
                    HybridPorts.FARM
                            .row(2)
                            .says("HTTPS between Entra Connect and the farm is for synchronization with Entra ID"),
                    HybridPorts.CLOUD.row(2).says("the same words stand at HTTPS to Entra ID"))
            .taken("HTTPS from Entra Connect to federation servers and proxies")
            .reason("the heading names these peers; the words are those of the table above")
            .build();

    static final Erratum HTTP_OVER_UDP = Erratum.builder()
            .id("http-over-udp")
            .addReadings(
                    IdentityDocuments.CONNECT_AND_FARM.row(1).says("HTTP is TCP and UDP 80, and HTTPS likewise"),
                    IdentityDocuments.PROXY_AND_FARM.row(1).says("HTTPS is TCP and UDP 443"),
                    IdentityDocuments.PROXY_AND_USERS.row(1).says("HTTPS is TCP and UDP 443"),
                    HybridPorts.FARM.row(1).says("HTTP is TCP 80, and HTTPS in row 2 TCP 443"))
            .taken("TCP alone")
            .reason("AD FS and its proxy serve HTTP over TCP; the newer document and the requirements name TCP alone")
            .build();

    static final Erratum WINRM_PROTOCOL = Erratum.builder()
            .id("winrm-protocol")
            .addReadings(
                    HybridPorts.FARM.row(3).says("WinRM is on 5985; the protocol is not named"),
                    HybridPorts.DIRECTORY.row(8).says("WinRM is on TCP 5985"))
            .taken("TCP")
            .reason("WinRM is HTTP, and the other row says so")
            .build();

    static final Erratum INSIDE_PORT = Erratum.builder()
            .id("inside-port")
            .addReadings(
                    IdentityDocuments.DNS
                            .place("row 1")
                            .says("clients inside reach AD FS by its name; no port is given"),
                    IdentityDocuments.FIREWALL.place("text 1").says("TCP 443 is for the firewalls around the proxy"))
            .taken("TCP 443 from clients inside to federation servers")
            .reason("the federation service has one port for HTTPS, whoever asks")
            .build();

    static final Erratum SERVICE_BUS = Erratum.builder()
            .id("service-bus")
            .addReadings(HybridPorts.HEALTH
                    .row(1)
                    .says("5671 is required by the heading, recommended by the row, and not needed by current agents"))
            .taken("optional")
            .reason("an agent that cannot use it reports over 443")
            .build();

    private IdentityErrata() {}
}
