package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Traffic;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Source ports, types and codes of ICMP, and names: rules hold what flows need, packet by packet. */
class ShapePropertyTest {
    private static final int PORTS = 4;
    private static final List<Role> SOURCES = List.of(Role.A, Role.B);
    private static final List<Role> DESTINATIONS = List.of(Role.C, Role.D);
    private static final Topology TOPOLOGY = Lab.topology(
            Lab.host(Role.A, "10.0.0.1"),
            Lab.host(Role.B, "10.0.0.2"),
            Place.outside("c").outsideName("c.example").address("10.0.1.1").endpoint(Role.C),
            Place.outside("d").outsideName("d.example").endpoint(Role.D));
    private static final List<String> FROM = List.of("10.0.0.1", "10.0.0.2");
    private static final List<String> TO = List.of("10.0.1.1", "c.example", "d.example");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Role roleOf(String end) {
        return switch (end) {
            case "10.0.0.1" -> Role.A;
            case "10.0.0.2" -> Role.B;
            case "d.example" -> Role.D;
            default -> Role.C;
        };
    }

    private static boolean has(Peers peers, String end) {
        return end.endsWith(".example")
                ? peers.names().stream().anyMatch(name -> name.toString().equals(end))
                : peers.addresses().contains(end);
    }

    private record Sent(String source, String destination, int from, int to) {}

    private static PortSet some(Random random) {
        int first = random.nextInt(PORTS);
        return PortSet.ofRange(first, first + random.nextInt(PORTS - first));
    }

    @Property(tries = 80)
    void rulesHoldExactlyTheSourcePortsThatFlowsNeed(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<FlowDraft> flows = new ArrayList<>();
        Set<Sent> needed = new HashSet<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Role source = SOURCES.get(random.nextInt(2));
            Role destination = DESTINATIONS.get(random.nextInt(2));
            PortSet from = random.nextInt(3) == 0 ? PortSet.all() : some(random);
            PortSet to = some(random);
            flows.add(flow(source, destination)
                    .over(Service.of("s" + i, "S"), Traffic.udp(PortSpec.of(to)).from(from)));
            for (Sent sent : everything(PORTS, PORTS)) {
                if (roleOf(sent.source()) == source
                        && roleOf(sent.destination()) == destination
                        && from.contains(sent.from())
                        && to.contains(sent.to())) {
                    needed.add(sent);
                }
            }
        }
        Policy policy = Lab.plan(TOPOLOGY, flows.toArray(new FlowDraft[0]));
        for (Sent sent : everything(PORTS, PORTS)) {
            boolean held = policy.rules().stream().anyMatch(rule -> {
                PortTransport udp = (PortTransport) rule.transport();
                return has(rule.sources(), sent.source())
                        && has(rule.destinations(), sent.destination())
                        && udp.sourcePorts().contains(sent.from())
                        && udp.destinationPorts().contains(sent.to());
            });
            assertThat(held).as("%s in %s", sent, policy).isEqualTo(needed.contains(sent));
            Packet packet = Packet.of(
                    sent.source(),
                    sent.destination(),
                    Transport.udp(PortSet.of(sent.to())).from(PortSet.of(sent.from())));
            assertThat(policy.allows(packet)).isEqualTo(needed.contains(sent));
        }
    }

    /** Any type, one type, or one code of a type, in numbers as small as ports. */
    @Property(tries = 80)
    void rulesHoldExactlyTheTypesAndCodesThatFlowsNeed(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<FlowDraft> flows = new ArrayList<>();
        Set<Sent> needed = new HashSet<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Role source = SOURCES.get(random.nextInt(2));
            Role destination = DESTINATIONS.get(random.nextInt(2));
            int type = random.nextInt(5) - 1;
            int code = type < 0 ? -1 : random.nextInt(5) - 1;
            IcmpTransport icmp =
                    type < 0 ? Transport.icmp() : code < 0 ? Transport.icmp(type) : Transport.icmp(type, code);
            flows.add(flow(source, destination).over(Service.of("s" + i, "S"), Traffic.of(icmp)));
            for (Sent sent : everything(2 * PORTS, PORTS)) {
                if (roleOf(sent.source()) == source
                        && roleOf(sent.destination()) == destination
                        && (type < 0 || sent.from() == type)
                        && (code < 0 || sent.to() == code)) {
                    needed.add(sent);
                }
            }
        }
        Policy policy = Lab.plan(TOPOLOGY, flows.toArray(new FlowDraft[0]));
        for (Sent sent : everything(2 * PORTS, PORTS)) {
            boolean held = policy.rules().stream().anyMatch(rule -> {
                IcmpTransport icmp = (IcmpTransport) rule.transport();
                return has(rule.sources(), sent.source())
                        && has(rule.destinations(), sent.destination())
                        && (icmp.type().isEmpty() || icmp.type().getAsInt() == sent.from())
                        && (icmp.code().isEmpty() || icmp.code().getAsInt() == sent.to());
            });
            assertThat(held).as("%s in %s", sent, policy).isEqualTo(needed.contains(sent));
        }
    }

    private static List<Sent> everything(int froms, int tos) {
        List<Sent> all = new ArrayList<>();
        for (String source : FROM) {
            for (String destination : TO) {
                for (int from = 0; from < froms; from++) {
                    for (int to = 0; to < tos; to++) {
                        all.add(new Sent(source, destination, from, to));
                    }
                }
            }
        }
        return all;
    }
}
