package io.portolan.firewall.groups;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.time.LocalDate;

/** A small site with one of everything that a cloud can and cannot say. */
public final class Harbour {
    /** Who works at the harbour. */
    public enum Role implements ProductRole {
        SHIP,
        GATE,
        CRANE,
        STORE,
        PILOT,
        CUSTOMS,
        LIGHTHOUSE;

        @Override
        public String title() {
            return name();
        }
    }

    private static final Document BOOK = Document.builder()
            .id("book")
            .title("Harbour book")
            .publisher("Harbour")
            .address("https://harbour.example/book")
            .date(LocalDate.of(2026, 1, 1))
            .build();

    private Harbour() {}

    /** A service that is called like its identifier. */
    public static Service service(String id) {
        return Service.of(id, id);
    }

    /** A catalog of flows, each with a citation. */
    public static Catalog<Role> catalog(FlowDraft... flows) {
        for (FlowDraft flow : flows) {
            flow.cite(BOOK.heading("Harbour").place("text")).purpose("tests");
        }
        return Catalog.builder("harbour", "Harbour", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(BOOK.date())
                        .addDocuments(BOOK)
                        .build())
                .flows(flows)
                .build();
    }

    /** The site. */
    public static Topology topology() {
        return Topology.builder()
                .add(Place.network("ships")
                        .address("10.1.0.0/16")
                        .endpoint(Role.SHIP)
                        .build())
                .add(Place.host("gate")
                        .address("10.0.0.10")
                        .address("2001:db8::10")
                        .endpoint(Role.GATE)
                        .build())
                .add(Place.host("crane-1")
                        .address("10.0.0.21")
                        .address("2001:db8::21")
                        .endpoint(Role.CRANE)
                        .build())
                .add(Place.host("crane-2")
                        .address("10.0.0.22")
                        .address("2001:db8::22")
                        .endpoint(Role.CRANE)
                        .build())
                .add(Place.host("store")
                        .address("10.0.0.30")
                        .endpoint(Role.STORE)
                        .build())
                .add(Place.host("pilot $(reboot) \"x\" ${y}")
                        .address("10.0.0.40")
                        .endpoint(Role.PILOT)
                        .build())
                .add(Place.outside("customs")
                        .address("203.0.113.7")
                        .outsideName("customs.example.com")
                        .endpoint(Role.CUSTOMS)
                        .build())
                .add(Place.outside("lighthouse")
                        .outsideName("tag:AzureMonitor")
                        .endpoint(Role.LIGHTHOUSE)
                        .build())
                .build();
    }

    /** What the harbour needs. */
    public static Policy policy() {
        return Planner.plan(
                topology(),
                Site.empty()
                        .resolve(catalog(
                                flow(Role.SHIP, Role.GATE).tcp(service("entry"), 80, 443, 8443),
                                flow(Role.SHIP, Role.GATE).udp(service("entry"), 3391),
                                flow(Role.GATE, Role.CRANE)
                                        .tcp(service("hook"), PortSpec.of(PortSet.ofRange(5500, 5504))),
                                flow(Role.GATE, Role.CRANE).udp(service("hook"), 3389),
                                flow(Role.CRANE, Role.CRANE)
                                        .over(service("turn"), Traffic.of(Transport.ip(IpProtocol.VRRP))),
                                flow(Role.CRANE, Role.STORE).rpc(),
                                flow(Role.PILOT, Role.GATE)
                                        .alsoTo(Role.CRANE)
                                        .over(service("ping"), Traffic.of(Transport.icmp(8))),
                                flow(Role.STORE, Role.PILOT)
                                        .over(
                                                service("lamp"),
                                                Traffic.udp(PortSpec.of(68)).from(PortSet.of(67))),
                                flow(Role.STORE, Role.PILOT)
                                        .over(service("tow"), Traffic.of(Transport.ip(IpProtocol.ESP))),
                                flow(Role.GATE, Role.CUSTOMS).tcp(service("papers"), 443),
                                flow(Role.CRANE, Role.LIGHTHOUSE).tcp(service("light"), 443))));
    }
}
