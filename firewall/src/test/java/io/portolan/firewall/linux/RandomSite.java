package io.portolan.firewall.linux;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.linux.Harbour.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sites by chance, with names that try to be something else. */
final class RandomSite {
    private static final List<String> HOSTILE = List.of(
            "\"; flush ruleset; #",
            "$(touch /tmp/owned)",
            "`reboot`",
            "' -j ACCEPT '",
            "# } accept",
            "\\\" accept",
            "COMMIT",
            "naïve Überhost 船",
            "{{ }} ; drop",
            "x".repeat(253));

    private static final List<Role> ROLES = List.of(Role.values());

    private final Random random;

    private RandomSite(Random random) {
        this.random = random;
    }

    /** A policy and one of its hosts. */
    record Sample(Policy policy, Place host) {}

    static Sample of(long seed) {
        return new RandomSite(new Random(seed)).sample();
    }

    private Sample sample() {
        Topology.Builder topology = Topology.builder();
        List<Place> hosts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Place.Builder host = Place.host(name(i));
            if (i == 0 || random.nextInt(5) > 0) {
                host.address("10.0." + random.nextInt(3) + "." + (10 * i + random.nextInt(10)));
            }
            if (random.nextInt(3) > 0) {
                host.address("2001:db8:" + random.nextInt(3) + "::" + Integer.toHexString(16 * i + 1));
            }
            hosts.add(host.endpoint(ROLES.get(i % ROLES.size())).build());
        }
        hosts.forEach(topology::add);
        topology.add(network());
        List<FlowDraft> flows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            flows.add(flow(role(), role())
                    .over(Service.of("s" + i, "S"), traffic())
                    .cite(Harbour.PLACE)
                    .purpose("tests"));
        }
        Catalog<Role> catalog = Catalog.builder("harbour", "Harbour", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(Harbour.NOTES.date())
                        .addDocuments(Harbour.NOTES)
                        .build())
                .flows(flows.toArray(FlowDraft[]::new))
                .build();
        String deployment = HOSTILE.get(random.nextInt(HOSTILE.size())) + "y".repeat(random.nextInt(300));
        Policy policy = Planner.plan(
                topology.build(),
                List.of(new Deployment(deployment, Site.empty().resolve(catalog))));
        return new Sample(policy, hosts.get(0));
    }

    private String name(int host) {
        String name = host + HOSTILE.get(random.nextInt(HOSTILE.size()));
        return name.substring(0, Math.min(253, name.length()));
    }

    private Place network() {
        Place.Builder network = Place.network("net").endpoint(role());
        if (random.nextInt(6) == 0) {
            return network.anyAddress().build();
        }
        int ranges = 1 + random.nextInt(4);
        for (int i = 0; i < ranges; i++) {
            int first = random.nextInt(200);
            network.address("10.9." + i + "." + first + "-10.9." + i + "." + (first + random.nextInt(55)));
        }
        return network.address("2001:db8:9::/" + (48 + random.nextInt(40))).build();
    }

    private Role role() {
        return ROLES.get(random.nextInt(ROLES.size()));
    }

    private Traffic traffic() {
        return switch (random.nextInt(8)) {
            case 0 -> Traffic.of(Transport.icmp(random.nextInt(256)));
            case 1 -> Traffic.of(Transport.icmpV6(random.nextInt(256), random.nextInt(256)));
            case 2 -> Traffic.of(random.nextBoolean() ? Transport.icmp() : Transport.icmpV6());
            case 3 -> Traffic.of(Transport.ip(protocol()));
            case 4 -> Traffic.tcp(PortSpec.of(ports())).from(ports());
            case 5 -> Traffic.udp(PortSpec.of(ports()));
            default -> Traffic.tcp(PortSpec.of(random.nextInt(10) == 0 ? PortSet.all() : ports()));
        };
    }

    private IpProtocol protocol() {
        while (true) {
            IpProtocol protocol = IpProtocol.of(random.nextInt(256));
            if (!protocol.hasPorts() && protocol != IpProtocol.ICMP && protocol != IpProtocol.ICMPV6) {
                return protocol;
            }
        }
    }

    private PortSet ports() {
        PortSet.Builder ports = PortSet.builder();
        int ranges = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
        for (int i = 0; i < ranges; i++) {
            int first = random.nextInt(65_536);
            ports.addRange(first, Math.min(65_535, first + (random.nextBoolean() ? 0 : random.nextInt(2_000))));
        }
        return ports.build();
    }
}
