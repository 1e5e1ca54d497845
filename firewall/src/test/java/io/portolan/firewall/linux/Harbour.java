package io.portolan.firewall.linux;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.OutsideSite;
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

/** A small site with everything that is hard to say: both families, ranges, source ports, types of ICMP, protocols, names. */
final class Harbour {
    enum Role implements ProductRole {
        CLIENT,
        GATEWAY,
        BROKER,
        DIRECTORY;

        @Override
        public String title() {
            return name();
        }
    }

    static final Document NOTES = Document.builder()
            .id("notes")
            .title("Notes")
            .publisher("Harbour")
            .address("https://harbour.example/notes")
            .date(LocalDate.of(2026, 1, 1))
            .build();

    static final Citation PLACE = NOTES.heading("Quay").place("text");

    static final OutsideSite CLOUD = OutsideSite.builder()
            .id("cloud")
            .title("Cloud")
            .address("*.cloud.example")
            .build();
    static final OutsideSite MONITOR = OutsideSite.builder()
            .id("monitor")
            .title("Monitor")
            .serviceTag("AzureMonitor")
            .build();

    static final Place QUAY = Place.host("quay")
            .address("10.1.0.10")
            .address("2001:db8:1::10")
            .endpoint(Role.GATEWAY)
            .build();
    static final Place PIER = Place.host("pier")
            .address("10.1.1.20")
            .address("2001:db8:1:1::20")
            .endpoint(Role.BROKER)
            .build();
    static final Place MOLE =
            Place.host("mole").address("10.1.1.21").endpoint(Role.BROKER).build();
    static final Place CRANE = Place.host("crane")
            .address("10.1.2.30")
            .address("2001:db8:1:2::30")
            .endpoint(Role.DIRECTORY)
            .build();
    static final Place BOATS = Place.network("boats")
            .address("10.2.0.0/24")
            .address("10.2.1.5-10.2.1.9")
            .address("2001:db8:2::/64")
            .endpoint(Role.CLIENT)
            .build();

    static final Topology TOPOLOGY = Topology.builder()
            .add(QUAY)
            .add(PIER)
            .add(MOLE)
            .add(CRANE)
            .add(BOATS)
            .build();

    /** More than one rule of iptables can list. */
    private static final String MANY = "7,9,11,13,15,17,19,21,23,25-26,29,31,33,35-37,39,41,43,45,47,49";

    private Harbour() {}

    static Policy policy() {
        return policy(
                TOPOLOGY,
                flow(Role.CLIENT, Role.GATEWAY).tcp(Service.HTTPS, 443),
                flow(Role.CLIENT, Role.GATEWAY).udp(Service.RDP, 3391),
                flow(Role.CLIENT, Role.GATEWAY).over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8))),
                flow(Role.CLIENT, Role.GATEWAY).over(Service.of("ping6", "Ping"), Traffic.of(Transport.icmpV6(128))),
                flow(Role.GATEWAY, Role.BROKER).tcp(Service.RDP, PortSpec.of(PortSet.parse("3389,5504,8000-8010"))),
                flow(Role.GATEWAY, Role.BROKER).rpc(),
                flow(Role.GATEWAY, Role.DIRECTORY)
                        .tcp(Service.LDAP, PortSpec.of(PortSet.parse("88,389,636,3268-3269"))),
                flow(Role.GATEWAY, Role.DIRECTORY).udp(Service.KERBEROS, PortSpec.of(88, 123, 389)),
                flow(Role.BROKER, Role.DIRECTORY).tcp(Service.of("many", "Many"), PortSpec.of(PortSet.parse(MANY))),
                flow(Role.BROKER, Role.BROKER)
                        .over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP))),
                flow(Role.BROKER, Role.GATEWAY)
                        .over(Service.of("gre", "GRE"), Traffic.of(Transport.ip(IpProtocol.GRE))),
                flow(Role.DIRECTORY, Role.GATEWAY)
                        .over(Service.of("esp", "ESP"), Traffic.of(Transport.ip(IpProtocol.ESP))),
                flow(Role.DIRECTORY, Role.GATEWAY)
                        .over(Service.of("ah", "AH"), Traffic.of(Transport.ip(IpProtocol.AH))),
                flow(Role.DIRECTORY, Role.BROKER)
                        .over(
                                Service.of("boot", "Boot"),
                                Traffic.udp(PortSpec.of(68, 4011)).from(PortSet.parse("67,2000-2009"))),
                flow(Role.DIRECTORY, Role.GATEWAY)
                        .over(Service.of("pmtu", "Path MTU"), Traffic.of(Transport.icmp(3, 4))),
                flow(Role.DIRECTORY, Role.GATEWAY)
                        .over(Service.of("pmtu6", "Path MTU"), Traffic.of(Transport.icmpV6(2, 0))),
                flow(Role.BROKER, Role.CLIENT).over(Service.of("icmp", "ICMP"), Traffic.of(Transport.icmp())),
                flow(Role.GATEWAY, CLOUD).tcp(Service.HTTPS, 443),
                flow(Role.BROKER, MONITOR).tcp(Service.HTTPS, 443));
    }

    static Policy policy(Topology topology, FlowDraft... flows) {
        for (FlowDraft flow : flows) {
            flow.cite(PLACE).purpose("tests");
        }
        Catalog<Role> catalog = Catalog.builder("harbour", "Harbour", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(NOTES.date())
                        .addDocuments(NOTES)
                        .build())
                .flows(flows)
                .build();
        return Planner.plan(topology, Site.empty().resolve(catalog));
    }
}
