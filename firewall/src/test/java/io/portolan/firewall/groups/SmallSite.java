package io.portolan.firewall.groups;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.firewall.groups.Harbour.service;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Traffic;
import io.portolan.firewall.groups.Harbour.Role;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Packet;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random site so small that every packet that could matter can be tried. */
public final class SmallSite {
    private static final int HOSTS = 5;
    private static final int LAST_PORT = 6;
    private static final Role[] ROLES = Role.values();

    private final Random random;
    private final Map<String, String> hostOf = new LinkedHashMap<>();
    private final Policy policy;

    /** Makes the site of a seed. */
    public SmallSite(long seed) {
        random = new Random(seed);
        Topology.Builder topology = Topology.builder();
        for (int host = 1; host <= HOSTS; host++) {
            topology.add(host(host));
        }
        topology.add(roles(Place.network("net").address("10.0.1.0/28").address("2001:db8:1::/124"), 2)
                .build());
        if (random.nextInt(3) == 0) {
            // hosts among the clients
            topology.add(
                    roles(Place.network("around").address("10.0.0.0/29"), 1).build());
        }
        topology.add(roles(Place.outside("out").address("203.0.113.9").address("2001:db8:9::9"), 1)
                .build());
        List<FlowDraft> flows = new ArrayList<>();
        int count = 2 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            flows.add(some(flow(role(), role()), i));
        }
        policy = Planner.plan(topology.build(), Site.empty().resolve(Harbour.catalog(flows.toArray(new FlowDraft[0]))));
    }

    private Role role() {
        return ROLES[random.nextInt(4)];
    }

    private Place host(int number) {
        String name = "h" + number;
        Place.Builder host = Place.host(name);
        boolean only6 = random.nextInt(6) == 0;
        if (!only6) {
            host.address(own("10.0.0." + number, name));
        }
        if (only6 || random.nextInt(2) == 0) {
            host.address(own("2001:db8::" + number, name));
        }
        if (random.nextInt(6) == 0) {
            host.address(own("10.0.2." + number, name));
        }
        return roles(host, 2).build();
    }

    private String own(String address, String host) {
        hostOf.put(address, host);
        return address;
    }

    private Place.Builder roles(Place.Builder place, int most) {
        Role first = role();
        place.endpoint(first);
        Role second = role();
        if (most > 1 && random.nextInt(3) == 0 && second != first) {
            place.endpoint(second);
        }
        return place;
    }

    private FlowDraft some(FlowDraft flow, int number) {
        var service = service("s" + number);
        int first = random.nextInt(LAST_PORT);
        PortSpec ports = PortSpec.of(PortSet.ofRange(first, first + random.nextInt(LAST_PORT - first + 1)));
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> flow.tcp(service, ports);
            case 4 -> flow.udp(service, ports);
            case 5 -> flow.over(service, Traffic.udp(ports).from(PortSet.of(2)));
            case 6 ->
                flow.over(
                        service,
                        Traffic.of(random.nextBoolean() ? Transport.icmp(random.nextInt(2)) : Transport.icmp()));
            case 7 ->
                flow.over(service, Traffic.of(random.nextBoolean() ? Transport.icmpV6(1, 1) : Transport.icmpV6()));
            default ->
                flow.over(service, Traffic.of(Transport.ip(random.nextBoolean() ? IpProtocol.ESP : IpProtocol.VRRP)));
        };
    }

    public Policy policy() {
        return policy;
    }

    /** Every packet between two addresses of different hosts, of all that the flows could be about. */
    public List<Probe> probes() {
        List<String> addresses = new ArrayList<>(hostOf.keySet());
        addresses.addAll(List.of(
                "10.0.1.0",
                "10.0.1.15",
                "10.0.1.16",
                "10.0.0.7",
                "203.0.113.9",
                "203.0.113.10",
                "2001:db8:1::f",
                "2001:db8:1::10",
                "2001:db8:9::9"));
        List<Probe> probes = new ArrayList<>();
        for (String source : addresses) {
            for (String destination : addresses) {
                boolean oneFamily = (source.indexOf(':') < 0) == (destination.indexOf(':') < 0);
                boolean oneHost = source.equals(destination)
                        || (hostOf.containsKey(source)
                                && hostOf.get(source).equals(hostOf.getOrDefault(destination, "")));
                if (oneFamily && !oneHost) {
                    transports(source.indexOf(':') >= 0)
                            .forEach(transport -> probes.add(new Probe(source, destination, transport)));
                }
            }
        }
        return probes;
    }

    private static List<Transport> transports(boolean ipv6) {
        List<Transport> transports = new ArrayList<>();
        for (int port = 0; port <= LAST_PORT + 1; port++) {
            transports.add(Transport.tcp(PortSet.of(port)).from(PortSet.of(3)));
            transports.add(Transport.udp(PortSet.of(port)).from(PortSet.of(2)));
            transports.add(Transport.udp(PortSet.of(port)).from(PortSet.of(3)));
        }
        for (int type = 0; type < 3; type++) {
            transports.add(ipv6 ? Transport.icmpV6(type, 1) : Transport.icmp(type, 1));
            transports.add(ipv6 ? Transport.icmpV6(type, 0) : Transport.icmp(type, 0));
        }
        transports.add(Transport.ip(IpProtocol.ESP));
        transports.add(Transport.ip(IpProtocol.VRRP));
        transports.add(Transport.ip(IpProtocol.GRE));
        return transports;
    }

    /** A packet. */
    public record Probe(String source, String destination, Transport transport) {
        /** The packet as the planner knows it. */
        public Packet packet() {
            return Packet.of(source, destination, transport);
        }

        /** Tells whether rules hold the packet, asking nothing but sets of addresses and ports. */
        public boolean isIn(Rule rule) {
            return rule.sources().addresses().contains(source)
                    && rule.destinations().addresses().contains(destination)
                    && isIn(rule.transport());
        }

        private boolean isIn(Transport other) {
            if (other.protocol() != transport.protocol()) {
                return false;
            }
            if (transport instanceof PortTransport own && other instanceof PortTransport ports) {
                return ports.destinationPorts().contains(own.destinationPorts())
                        && ports.sourcePorts().contains(own.sourcePorts());
            }
            if (transport instanceof io.portolan.net.IcmpTransport own
                    && other instanceof io.portolan.net.IcmpTransport icmp) {
                return (icmp.type().isEmpty() || icmp.type().equals(own.type()))
                        && (icmp.code().isEmpty() || icmp.code().equals(own.code()));
            }
            return true;
        }
    }
}
