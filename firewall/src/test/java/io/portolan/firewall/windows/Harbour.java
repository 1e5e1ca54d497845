package io.portolan.firewall.windows;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.time.LocalDate;

/** A small site with one of everything that firewalls find hard. */
public final class Harbour {
    /** What hosts do. */
    public enum Role implements ProductRole {
        GATEWAY,
        QUAY,
        PILOT,
        CREW,
        CHANDLER;

        @Override
        public String title() {
            return name();
        }
    }

    private static final Document CHART = Document.builder()
            .id("chart")
            .title("Chart of the harbour")
            .publisher("Harbour master")
            .address("https://harbour.example/chart")
            .date(LocalDate.of(2026, 1, 1))
            .build();

    private Harbour() {}

    /** Starts a catalog of the harbour without flows. */
    public static CatalogBuilder<Role> catalog() {
        return Catalog.builder("harbour", "Harbour", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(CHART.date())
                        .addDocuments(CHART)
                        .build());
    }

    /** Returns a catalog of flows that lack purpose and citation. */
    public static Catalog<Role> catalog(FlowDraft... flows) {
        for (FlowDraft flow : flows) {
            flow.cite(CHART.heading("Harbour").place("row")).purpose("keeps the harbour going");
        }
        return catalog().flows(flows).build();
    }

    public static Topology topology() {
        return Topology.builder()
                .add(Place.host("gate")
                        .address("10.0.0.10")
                        .address("2001:db8::10")
                        .endpoint(Role.GATEWAY)
                        .build())
                .add(Place.host("quay")
                        .address("10.0.0.20")
                        .address("10.0.0.22")
                        .endpoint(Role.QUAY)
                        .build())
                .add(Place.host("pilot")
                        .address("10.0.1.5")
                        .address("2001:db8:1::5")
                        .endpoint(Role.PILOT)
                        .build())
                .add(Place.network("crew")
                        .address("10.1.0.0/16")
                        .address("10.2.0.1-10.2.0.6")
                        .address("2001:db8:c::/48")
                        .endpoint(Role.CREW)
                        .build())
                .add(Place.outside("chandler")
                        .outsideName("www.chandler.example")
                        .outsideName("tag:AzureCloud")
                        .address("203.0.113.7")
                        .endpoint(Role.CHANDLER)
                        .build())
                .add(Place.network("sea")
                        .anyAddress()
                        .endpoint(Infrastructure.INTERNET)
                        .build())
                .build();
    }

    public static Catalog<Role> flows() {
        return catalog(
                flow(Role.CREW, Role.GATEWAY)
                        .tcp(Service.of("web", "Web"), PortSpec.of(PortSet.parse("443,8080,8443,9000-9010"))),
                flow(Infrastructure.INTERNET, Role.GATEWAY).tcp(Service.of("https", "HTTPS"), 443),
                flow(Infrastructure.INTERNET, Role.GATEWAY).udp(Service.of("voice", "Voice"), 3391),
                flow(Role.GATEWAY, Role.QUAY).rpc().tcp(Service.of("smb", "SMB"), 445),
                flow(Role.PILOT, Role.QUAY).rpc(RpcService.WMI).tcp(Service.of("tally", "Tally"), 50_000),
                flow(Role.GATEWAY, Role.QUAY)
                        .over(
                                Service.of("boot", "Boot"),
                                Traffic.udp(PortSpec.of(68)).from(PortSet.of(67))),
                flow(Role.CREW, Role.QUAY).over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8))),
                flow(Role.CREW, Role.PILOT).over(Service.of("ping6", "Ping"), Traffic.of(Transport.icmpV6(128, 0))),
                flow(Role.PILOT, Role.GATEWAY)
                        .over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP))),
                flow(Role.QUAY, Role.PILOT).over(Service.of("gre", "GRE"), Traffic.of(Transport.ip(IpProtocol.GRE))),
                flow(Role.GATEWAY, Role.CHANDLER).tcp(Service.of("orders", "Orders"), 443));
    }

    public static Site site() {
        return Site.builder().windows(WindowsEstate.MODERN).build();
    }

    public static Policy policy() {
        return Planner.plan(topology(), site().resolve(flows()));
    }

    public static Place host(Policy policy, String name) {
        return policy.topology().place(name).orElseThrow();
    }
}
