package io.portolan.firewall.windows;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.windows.Harbour.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sites that chance makes, with names that nobody should choose. */
public final class Voyage {
    private static final List<String> HOSTILE = List.of(
            "'; Remove-Item -Recurse C:\\; '",
            "$(Stop-Computer)",
            "\"quoted\" & <b>",
            "`backtick` $env:PATH",
            "\u2018typographic\u2019\u201A\u201B\u201C\u201D",
            "# #> ! ; | ? %PATH% ^",
            "name=all dir=in",
            "@{} @() %{ }",
            "\u05D0\u05D1\u05D2 \u00E4\u00F6\u00FC \uFF07");

    private static final List<Role> ROLES = List.of(Role.GATEWAY, Role.QUAY, Role.PILOT, Role.CREW);

    private final Random random;

    public Voyage(Random random) {
        this.random = random;
    }

    public Policy policy() {
        Topology.Builder topology = Topology.builder();
        int hosts = 2 + random.nextInt(4);
        for (int i = 0; i < hosts; i++) {
            topology.add(host(i));
        }
        int networks = random.nextInt(3);
        for (int i = 0; i < networks; i++) {
            topology.add(network(i));
        }
        if (random.nextInt(3) == 0) {
            topology.add(Place.outside(name(90))
                    .outsideName("www.example.com")
                    .address("203.0.113." + random.nextInt(256))
                    .endpoint(role())
                    .build());
        }
        // a role that lives nowhere is left out of the policy
        return Planner.plan(
                topology.build(),
                List.of(new Deployment(deployment(), Harbour.site().resolve(Harbour.catalog(flows())))));
    }

    private Place host(int number) {
        Place.Builder host = Place.host(name(number));
        boolean ipv6 = random.nextInt(3) > 0;
        if (!ipv6 || random.nextInt(4) > 0) {
            host.address("10.0.0." + (number * 3));
            if (random.nextInt(3) == 0) {
                host.address("10.0.0." + (number * 3 + 1));
            }
        }
        if (ipv6) {
            host.address("2001:db8::" + Integer.toHexString(number * 2 + 1));
        }
        return host.endpoint(role()).endpoint(role()).build();
    }

    private Place network(int number) {
        Place.Builder network = Place.network(name(50 + number));
        switch (random.nextInt(5)) {
            case 0 -> network.anyAddress();
            case 1 -> network.address("0.0.0.0/0").address("2001:db8:c::/48");
            case 2 -> network.address("10.0.0.2-10.0.0.9");
            case 3 -> network.address("2001:db8::2-2001:db8::1:0").address("255.255.255.254/31");
            default -> network.address("10.0.0.0/8").address("::/0");
        }
        return network.endpoint(role()).build();
    }

    private String name(int number) {
        return switch (random.nextInt(3)) {
            case 0 -> "host-" + number;
            case 1 -> HOSTILE.get(random.nextInt(HOSTILE.size())) + number;
            default -> "x".repeat(random.nextInt(200)) + "'" + number;
        };
    }

    /** The names of deployments stand in the reasons of rules, and may be as long as they like. */
    private String deployment() {
        return random.nextInt(6) == 0
                ? HOSTILE.get(random.nextInt(HOSTILE.size())).repeat(500)
                : name(99);
    }

    private Role role() {
        return ROLES.get(random.nextInt(ROLES.size()));
    }

    private FlowDraft[] flows() {
        List<FlowDraft> flows = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            Service service = Service.of("s" + i, "S" + i);
            FlowDraft flow = flow(role(), role());
            flows.add(
                    switch (random.nextInt(8)) {
                        case 0 ->
                            flow.over(service, Traffic.udp(PortSpec.of(ports())).from(sourcePorts()));
                        case 1 -> flow.over(service, Traffic.of(icmp()));
                        case 2 ->
                            flow.over(
                                    service,
                                    Traffic.of(Transport.ip(IpProtocol.of(
                                            List.of(0, 47, 50, 112, 255).get(random.nextInt(5))))));
                        case 3 -> flow.tcp(service, PortSpec.rpcDynamic());
                        case 4 ->
                            flow.over(service, Traffic.tcp(PortSpec.of(ports())).from(sourcePorts()));
                        default -> flow.tcp(service, PortSpec.of(ports()));
                    });
        }
        return flows.toArray(new FlowDraft[0]);
    }

    private io.portolan.net.IcmpTransport icmp() {
        int type = random.nextInt(256);
        return switch (random.nextInt(5)) {
            case 0 -> Transport.icmp();
            case 1 -> Transport.icmp(type);
            case 2 -> Transport.icmp(type, random.nextInt(256));
            case 3 -> Transport.icmpV6(128);
            default -> Transport.icmpV6(type, random.nextInt(256));
        };
    }

    /** Few, for lists for IPv6 have an entry for each pair of ports. */
    private PortSet sourcePorts() {
        int first = random.nextInt(60_000);
        return switch (random.nextInt(4)) {
            case 0 -> PortSet.all();
            case 1 -> PortSet.of(67);
            case 2 -> PortSet.ofRange(first, 65_535);
            default -> PortSet.of(0, first, 65_535);
        };
    }

    private PortSet ports() {
        PortSet.Builder ports = PortSet.builder();
        switch (random.nextInt(6)) {
            case 0 -> ports.addRange(0, 65_535);
            case 1 -> ports.addRange(0, random.nextInt(65_536));
            case 2 -> ports.addRange(65_535 - random.nextInt(1000), 65_535);
            case 3 -> {
                for (int i = 0; i < 12; i++) {
                    ports.add(random.nextInt(200));
                }
            }
            default -> {
                int first = random.nextInt(65_000);
                ports.add(135).add(443).addRange(first, first + random.nextInt(500));
            }
        }
        return ports.build();
    }
}
