package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Three hosts with one address, one with two, and four ports: so small that every packet can be looked at. */
final class TinyWorld {
    static final int ENDS = 5;
    static final int PORTS = 4;
    private static final List<Role> ROLES = List.of(Role.A, Role.B, Role.C, Role.D);

    private final Random random;
    private final Map<Role, Set<Integer>> ends = new EnumMap<>(Role.class);
    private final List<Need> needs = new ArrayList<>();
    private final Policy policy;

    /** What the oracle knows of a flow. */
    record Need(String id, Role source, Role destination, int first, int last) {}

    /** A packet by the numbers of its addresses and its port. */
    record Tiny(int source, int destination, int port) {
        Packet packet() {
            return Packet.of(address(source), address(destination), Transport.tcp(PortSet.of(port)));
        }
    }

    TinyWorld(Random random) {
        this.random = random;
        Topology.Builder topology = Topology.builder();
        for (int host = 0; host < ENDS - 1; host++) {
            Place.Builder place = Place.host("h" + host);
            List<Integer> own = host == 0 ? List.of(0, 1) : List.of(host + 1);
            own.forEach(end -> place.address(address(end)));
            for (Role role : ROLES) {
                if (random.nextInt(5) < 2) {
                    place.endpoint(role);
                    ends.computeIfAbsent(role, first -> new TreeSet<>()).addAll(own);
                }
            }
            topology.add(place.build());
        }
        List<FlowDraft> drafts = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Role source = ROLES.get(random.nextInt(ROLES.size()));
            Role destination = ROLES.get(random.nextInt(ROLES.size()));
            int first = random.nextInt(PORTS);
            int last = first + random.nextInt(PORTS - first);
            drafts.add(flow(source, destination)
                    .tcp(Service.of("s" + i, "S" + i), io.portolan.catalog.PortSpec.of(PortSet.ofRange(first, last))));
            needs.add(new Need(
                    "lab." + source.id() + "." + destination.id() + ".s" + i + "-tcp",
                    source,
                    destination,
                    first,
                    last));
        }
        this.policy =
                Planner.plan(topology.build(), Site.empty().resolve(Lab.catalog(drafts.toArray(new FlowDraft[0]))));
    }

    static String address(int end) {
        return "10.0.0." + end;
    }

    Policy policy() {
        return policy;
    }

    /** Every packet between two hosts. */
    static List<Tiny> packets() {
        return allPackets().stream().filter(packet -> !isWithinHost(packet)).toList();
    }

    /** Every packet, also those within a host. */
    static List<Tiny> allPackets() {
        List<Tiny> packets = new ArrayList<>();
        for (int source = 0; source < ENDS; source++) {
            for (int destination = 0; destination < ENDS; destination++) {
                for (int port = 0; port < PORTS; port++) {
                    packets.add(new Tiny(source, destination, port));
                }
            }
        }
        return packets;
    }

    static boolean isWithinHost(Tiny packet) {
        return packet.source() == packet.destination() || (packet.source() < 2 && packet.destination() < 2);
    }

    /** The flows that need a packet, straight from the definition. */
    Set<String> causes(Tiny packet) {
        Set<String> causes = new TreeSet<>();
        for (Need need : needs) {
            if (ends.getOrDefault(need.source(), Set.of()).contains(packet.source())
                    && ends.getOrDefault(need.destination(), Set.of()).contains(packet.destination())
                    && need.first() <= packet.port()
                    && packet.port() <= need.last()) {
                causes.add(need.id());
            }
        }
        return causes;
    }

    /** Returns whether a rule holds a packet, asking nothing but sets of addresses and ports. */
    static boolean holds(Peers sources, Peers destinations, Transport transport, Tiny packet) {
        return ((PortTransport) transport).destinationPorts().contains(packet.port())
                && sources.addresses().contains(address(packet.source()))
                && destinations.addresses().contains(address(packet.destination()));
    }

    static boolean holds(Rule rule, Tiny packet) {
        return holds(rule.sources(), rule.destinations(), rule.transport(), packet);
    }

    Peers somePeers() {
        int first = random.nextInt(ENDS);
        int last = first + random.nextInt(ENDS - first);
        return Peers.of(AddressSet.parse(address(first) + "-" + address(last)));
    }

    PortTransport someTransport() {
        int first = random.nextInt(PORTS);
        return Transport.tcp(PortSet.ofRange(first, first + random.nextInt(PORTS - first)));
    }
}
