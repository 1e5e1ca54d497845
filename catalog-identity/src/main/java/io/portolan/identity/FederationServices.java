package io.portolan.identity;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.identity.HybridIdentity.Role.CLIENT;
import static io.portolan.identity.HybridIdentity.Role.FEDERATION_SERVER;
import static io.portolan.identity.HybridIdentity.Role.LOAD_BALANCER;
import static io.portolan.identity.HybridIdentity.Role.WEB_APPLICATION_PROXY;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.SameHost;
import io.portolan.catalog.Service;
import io.portolan.identity.HybridIdentity.Ports;

/** What the two documents on AD FS say beyond the tables that they share with the one on hybrid identity. */
final class FederationServices {
    private static final Service NET_TCP = Service.of("net-tcp", "Net.TCP");

    private FederationServices() {}

    static FlowDraft[] flows() {
        return new FlowDraft[] {
            flow(FEDERATION_SERVER, SameHost.LOCALHOST)
                    .tcp(NET_TCP, Ports.NET_TCP)
                    .cite(IdentityDocuments.PORTS.place("note 2"))
                    .note("It shows in a port scan and needs no rule.")
                    .purpose("hands configuration to its service and to PowerShell"),
            flow(FEDERATION_SERVER, FEDERATION_SERVER)
                    .alsoFrom(WEB_APPLICATION_PROXY)
                    .tcp(HTTP, 80)
                    .cite(IdentityDocuments.FARM.place("text"))
                    .note("Nobody else should reach this port.")
                    .purpose("synchronizes configuration"),
            flow(LOAD_BALANCER, FEDERATION_SERVER)
                    .tcp(HTTP, 80)
                    .cite(IdentityDocuments.FARM.place("text"))
                    .cite(IdentityDocuments.LOAD_BALANCER.place("row 3"))
                    .purpose("asks whether the server is well"),
            flow(LOAD_BALANCER, WEB_APPLICATION_PROXY)
                    .tcp(HTTP, 80)
                    .cite(IdentityDocuments.LOAD_BALANCER.place("row 3"))
                    .purpose("asks whether the proxy is well"),
            flow(CLIENT, FEDERATION_SERVER)
                    .tcp(HTTPS, 443)
                    .cite(IdentityDocuments.DNS.place("row 1"))
                    .erratum(IdentityErrata.INSIDE_PORT)
                    .purpose("signs in from inside")
        };
    }
}
