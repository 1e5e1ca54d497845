package io.portolan.identity;

import static io.portolan.identity.IdentityDocuments.hybrid;
import static io.portolan.identity.IdentityDocuments.requirements;
import static io.portolan.identity.IdentityDocuments.security;

import io.portolan.catalog.Erratum;
import io.portolan.catalog.Reading;

/** Where the documents contradict each other, copy from themselves, or leave open what a flow must say. */
final class IdentityErrata {
    static final Erratum UDP_LDAPS = Erratum.builder()
            .id("udp-ldaps")
            .addReadings(Reading.of(hybrid(HybridPorts.DIRECTORY, 6), "LDAP over TLS uses TCP and UDP 636"))
            .taken("both, as printed")
            .reason(
                    "LDAP over TLS runs over TCP alone; the row is carried as its document states it, and no harm is known"
                            + " in leaving UDP 636 closed")
            .build();

    static final Erratum CRL_PEER = Erratum.builder()
            .id("crl-peer")
            .addReadings(
                    Reading.of(
                            hybrid(HybridPorts.CLOUD, 1), "revocation lists come over HTTP, in the table of Entra ID"),
                    Reading.of(
                            hybrid(HybridPorts.FARM, 1),
                            "the same row stands in the table of federation servers and proxies"),
                    Reading.of(hybrid(HybridPorts.PASS_THROUGH, 1), "and in the table of pass-through authentication"))
            .taken("Entra Connect fetches them from CRL distribution points")
            .reason(
                    "lists are published by whoever issued a certificate; neither Entra ID nor a federation server serves"
                            + " them")
            .build();

    static final Erratum COPIED_PURPOSE = Erratum.builder()
            .id("copied-purpose")
            .addReadings(
                    Reading.of(
                            hybrid(HybridPorts.FARM, 2),
                            "HTTPS between Entra Connect and the farm is for synchronization with Entra ID"),
                    Reading.of(hybrid(HybridPorts.CLOUD, 2), "the same words stand at HTTPS to Entra ID"))
            .taken("HTTPS from Entra Connect to federation servers and proxies")
            .reason("the heading names these peers; the words are those of the table above")
            .build();

    static final Erratum HTTP_OVER_UDP = Erratum.builder()
            .id("http-over-udp")
            .addReadings(
                    Reading.of(
                            security(IdentityDocuments.CONNECT_AND_FARM, 1),
                            "HTTP is TCP and UDP 80, and HTTPS likewise"),
                    Reading.of(security(IdentityDocuments.PROXY_AND_FARM, 1), "HTTPS is TCP and UDP 443"),
                    Reading.of(security(IdentityDocuments.PROXY_AND_USERS, 1), "HTTPS is TCP and UDP 443"),
                    Reading.of(hybrid(HybridPorts.FARM, 1), "HTTP is TCP 80, and HTTPS in row 2 TCP 443"))
            .taken("TCP alone")
            .reason("AD FS and its proxy serve HTTP over TCP; the newer document and the requirements name TCP alone")
            .build();

    static final Erratum WINRM_PROTOCOL = Erratum.builder()
            .id("winrm-protocol")
            .addReadings(
                    Reading.of(hybrid(HybridPorts.FARM, 3), "WinRM is on 5985; the protocol is not named"),
                    Reading.of(hybrid(HybridPorts.DIRECTORY, 8), "WinRM is on TCP 5985"))
            .taken("TCP")
            .reason("WinRM is HTTP, and the other row says so")
            .build();

    static final Erratum INSIDE_PORT = Erratum.builder()
            .id("inside-port")
            .addReadings(
                    Reading.of(
                            requirements(IdentityDocuments.DNS, "row 1"),
                            "clients inside reach AD FS by its name; no port is given"),
                    Reading.of(
                            requirements(IdentityDocuments.FIREWALL, "text 1"),
                            "TCP 443 is for the firewalls around the proxy"))
            .taken("TCP 443 from clients inside to federation servers")
            .reason("the federation service has one port for HTTPS, whoever asks")
            .build();

    static final Erratum SERVICE_BUS = Erratum.builder()
            .id("service-bus")
            .addReadings(Reading.of(
                    hybrid(HybridPorts.HEALTH, 1),
                    "5671 is required by the heading, recommended by the row, and not needed by current agents"))
            .taken("optional")
            .reason("an agent that cannot use it reports over 443")
            .build();

    private IdentityErrata() {}
}
