package io.portolan.ad;

import static io.portolan.ad.ActiveDirectory.Role.MEMBER;
import static io.portolan.ad.ActiveDirectory.Role.TRUSTED_DOMAIN_CONTROLLER;
import static io.portolan.ad.Parties.outsideTunnel;
import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.NETBIOS_DATAGRAM;
import static io.portolan.catalog.Service.NETBIOS_NAME;
import static io.portolan.catalog.Service.NETBIOS_SESSION;

import io.portolan.ad.ActiveDirectory.Features;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Section;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;

/** What the article says beside its two tables. */
final class RunningText {
    private static final String PING_NOTE =
            "The LDAP client gives a pending request up if the server does not answer; the article allows ICMP of any host"
                    + " to domain controllers as an example.";

    private RunningText() {}

    static Section netbios() {
        return AdArticle.MODERN.section(row("text", netbios(Parties.trusting()), netbios(Parties.trusted())));
    }

    private static FlowDraft netbios(FlowDraft draft) {
        return outsideTunnel(draft.udp(NETBIOS_NAME, 137)
                .udp(NETBIOS_DATAGRAM, 138)
                .tcp(NETBIOS_SESSION, 139)
                .when(Features.NETBIOS_TRUST)
                .cite(AdArticle.LEGACY.place("text"))
                .erratum(AdErrata.NETBIOS_PORTS_LEFT_OUT)
                .purpose("keeps a trust with a domain that only knows NetBIOS"));
    }

    static Section activeDirectory() {
        return AdArticle.ACTIVE_DIRECTORY.section(
                row(
                        "text",
                        ping(Parties.member()),
                        ping(Parties.controllers()),
                        outsideTunnel(ping(Parties.trusting())),
                        outsideTunnel(ping(Parties.trusted()))),
                row(1, tunnel().tcp(AdServices.PPTP, 1723).purpose("sets up the tunnel through which the trust runs")),
                row(
                        "text",
                        tunnel().over(AdServices.GRE, Traffic.of(Transport.ip(IpProtocol.GRE)))
                                .purpose("carries the packets of the tunnel")),
                row(
                        "note",
                        flow(MEMBER, TRUSTED_DOMAIN_CONTROLLER)
                                .udp(NETBIOS_DATAGRAM, 138)
                                .when(Features.LEGACY_MEMBERS)
                                .note("The primary domain controller is meant.")
                                .purpose("looks up users of the trusted domain to grant them access")));
    }

    private static FlowDraft ping(FlowDraft draft) {
        return draft.over(AdServices.PING, Traffic.of(Transport.icmp(8)))
                .note(PING_NOTE)
                .purpose("finds out whether the server is still there");
    }

    private static FlowDraft tunnel() {
        return Parties.trusting().when(Features.TRUST_OVER_PPTP).erratum(AdErrata.PPTP_CALLER);
    }
}
