package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Policies against a plain list of packets: a universe of six hosts with two addresses each and a network, and eight ports,
 * every packet of which is asked for one by one.
 */
class PolicyPropertyTest {
    private static final int HOSTS = 6;
    private static final int PORTS = 8;
    private static final List<Role> ROLES = List.of(Role.values());

    /** What the oracle knows: who has which roles, and which flows there are. */
    private record World(
            Map<String, Set<Role>> rolesOfAddress, Map<String, String> hostOfAddress, List<Need> needs, Policy policy) {

        /** Whether some flow needs the packet, straight from the definition. */
        boolean needs(String source, String destination, boolean udp, int port) {
            return !causes(source, destination, udp, port).isEmpty();
        }

        Set<String> causes(String source, String destination, boolean udp, int port) {
            Set<String> causes = new TreeSet<>();
            for (Need need : needs) {
                if (need.udp() == udp
                        && need.ports().contains(port)
                        && roles(source).contains(need.source())
                        && roles(destination).contains(need.destination())
                        && isIpv6(source) == isIpv6(destination)) {
                    causes.add(need.id());
                }
            }
            return causes;
        }

        Set<Role> roles(String address) {
            return rolesOfAddress.getOrDefault(address, Set.of());
        }

        boolean isOneHost(String source, String destination) {
            String host = hostOfAddress.get(source);
            return source.equals(destination) || (host != null && host.equals(hostOfAddress.get(destination)));
        }

        boolean allows(String source, String destination, boolean udp, int port) {
            return needs(source, destination, udp, port) && !isOneHost(source, destination);
        }
    }

    private record Need(String id, Role source, Role destination, boolean udp, Set<Integer> ports) {}

    private static boolean isIpv6(String address) {
        return address.contains(":");
    }

    private static World world(Random random) {
        List<Need> needs = new ArrayList<>();
        List<FlowDraft> drafts = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Role source = role(random);
            Role destination = role(random);
            boolean udp = random.nextBoolean();
            Set<Integer> ports = new TreeSet<>();
            int first = random.nextInt(PORTS);
            int last = first + random.nextInt(PORTS - first);
            for (int port = first; port <= last; port++) {
                ports.add(port);
            }
            Service service = Service.of("s" + i, "S" + i);
            PortSpec spec = PortSpec.of(PortSet.ofRange(first, last));
            drafts.add(
                    udp
                            ? flow(source, destination).udp(service, spec)
                            : flow(source, destination).tcp(service, spec));
            needs.add(new Need(
                    "lab." + source.id() + "." + destination.id() + ".s" + i + (udp ? "-udp" : "-tcp"),
                    source,
                    destination,
                    udp,
                    ports));
        }
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        Map<String, String> hosts = new LinkedHashMap<>();
        Topology.Builder topology = Topology.builder();
        Map<Integer, List<String>> addresses = new LinkedHashMap<>();
        for (int i = 0; i < HOSTS; i++) {
            for (String address : List.of("10.0.0." + i, "2001:db8::" + i)) {
                if (random.nextInt(4) > 0) { // mostly a host of its own, so that some have several and some none
                    int host = random.nextInt(3) == 0 ? random.nextInt(HOSTS) : i;
                    addresses.computeIfAbsent(host, first -> new ArrayList<>()).add(address);
                }
            }
        }
        for (int i = 0; i < HOSTS; i++) {
            Place.Builder place = Place.host("h" + i);
            Set<Role> own = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (random.nextInt(3) == 0) {
                    own.add(role);
                    place.endpoint(role);
                }
            }
            for (String address : addresses.getOrDefault(i, List.of())) {
                place.address(address);
                hosts.put(address, "h" + i);
                roles.computeIfAbsent(address, first -> EnumSet.noneOf(Role.class))
                        .addAll(own);
            }
            topology.add(place.build());
        }
        Role inNetwork = role(random);
        int from = random.nextInt(HOSTS);
        topology.add(Place.network("net")
                .address("10.0.0." + from + "-10.0.0.7")
                .endpoint(inNetwork)
                .build());
        for (int i = from; i <= 7; i++) {
            roles.computeIfAbsent("10.0.0." + i, first -> EnumSet.noneOf(Role.class))
                    .add(inNetwork);
        }
        Policy policy =
                Planner.plan(topology.build(), Site.empty().resolve(Lab.catalog(drafts.toArray(new FlowDraft[0]))));
        return new World(roles, hosts, needs, policy);
    }

    private static Role role(Random random) {
        return ROLES.get(random.nextInt(ROLES.size()));
    }

    private static List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i <= 8; i++) {
            addresses.add("10.0.0." + i);
            addresses.add("2001:db8::" + i);
        }
        return addresses;
    }

    private interface Visit {
        void packet(String source, String destination, boolean udp, int port, Packet packet);
    }

    private static void visitAll(Visit visit) {
        for (String source : addresses()) {
            for (String destination : addresses()) {
                if (isIpv6(source) == isIpv6(destination)) {
                    for (int port = 0; port < PORTS; port++) {
                        PortSet one = PortSet.of(port);
                        visit.packet(
                                source, destination, false, port, Packet.of(source, destination, Transport.tcp(one)));
                        visit.packet(
                                source, destination, true, port, Packet.of(source, destination, Transport.udp(one)));
                    }
                }
            }
        }
    }

    @Property(tries = 200)
    void rulesHoldExactlyThePacketsThatFlowsNeed(@ForAll Random random) {
        World world = world(random);
        List<Rule> rules = world.policy().rules();
        visitAll((source, destination, udp, port, packet) -> {
            boolean needed = world.needs(source, destination, udp, port);
            boolean held = holds(rules, source, destination, udp, port);
            if (world.isOneHost(source, destination)) {
                assertThat(held && !needed).as("%s in %s", packet, rules).isFalse();
            } else {
                assertThat(held).as("%s in %s", packet, rules).isEqualTo(needed);
                assertThat(world.policy().allows(packet)).isEqualTo(needed);
            }
        });
    }

    /** Reads rules without the code that made them, but for asking whether a set has a member. */
    private static boolean holds(List<Rule> rules, String source, String destination, boolean udp, int port) {
        for (Rule rule : rules) {
            PortTransport transport = (PortTransport) rule.transport();
            if (transport.protocol().toString().equals(udp ? "udp" : "tcp")
                    && transport.destinationPorts().contains(port)
                    && rule.sources().addresses().contains(source)
                    && rule.destinations().addresses().contains(destination)) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 100)
    void everyRuleNamesExactlyTheFlowsThatNeedOneOfItsPacketsBetweenHosts(@ForAll Random random) {
        World world = world(random);
        for (Rule rule : world.policy().rules()) {
            Set<String> crossing = new TreeSet<>();
            visitAll((source, destination, udp, port, packet) -> {
                if (holds(List.of(rule), source, destination, udp, port) && !world.isOneHost(source, destination)) {
                    crossing.addAll(world.causes(source, destination, udp, port));
                }
            });
            Set<String> told = new TreeSet<>();
            rule.causes().forEach(cause -> told.add(cause.id()));
            assertThat(told).isNotEmpty().isEqualTo(crossing);
        }
    }

    @Property(tries = 50)
    void explanationsAgreeWithMembership(@ForAll Random random) {
        World world = world(random);
        visitAll((source, destination, udp, port, packet) -> {
            if (!world.isOneHost(source, destination) && (port + source.length()) % 3 == 0) {
                Explanation explanation = world.policy().explain(packet);
                Set<String> told = new LinkedHashSet<>();
                explanation.causes().forEach(cause -> told.add(cause.id()));
                assertThat(told).isEqualTo(world.causes(source, destination, udp, port));
                assertThat(explanation.isAllowed()).isEqualTo(!told.isEmpty());
                assertThat(explanation.rules().isEmpty()).isEqualTo(told.isEmpty());
            }
        });
    }

    @Property(tries = 200)
    void aDifferenceIsSymmetricAndHoldsExactlyWhatDiffers(@ForAll Random random) {
        World one = world(random);
        World other = world(random);
        PolicyDiff diff = one.policy().diff(other.policy());
        PolicyDiff back = other.policy().diff(one.policy());
        assertThat(back.added()).isEqualTo(diff.removed());
        assertThat(back.removed()).isEqualTo(diff.added());
        assertThat(one.policy().diff(one.policy()).isEmpty()).isTrue();
        List<Rule> removed = new ArrayList<>();
        diff.removed().forEach(change -> removed.add(change.rule()));
        visitAll((source, destination, udp, port, packet) -> {
            if (!one.isOneHost(source, destination)) {
                assertThat(holds(removed, source, destination, udp, port))
                        .as("%s in %s", packet, diff)
                        .isEqualTo(one.needs(source, destination, udp, port)
                                && !other.allows(source, destination, udp, port));
            }
        });
        for (PolicyDiff.Change change : diff.removed()) {
            assertThat(one.policy().allows(change.witness())).isTrue();
            String source = inTheWorld(change.witness().source().toString());
            String destination = inTheWorld(change.witness().destination().toString());
            assertThat(one.isOneHost(source, destination)).isFalse();
            assertThat(other.policy().allows(change.witness()) && !other.isOneHost(source, destination))
                    .isFalse();
            assertThat(change.rule().causes()).isNotEmpty();
        }
    }

    /** Returns an address as worlds write it, which do not shorten the last zero. */
    private static String inTheWorld(String address) {
        return address.endsWith("::") ? address + "0" : address;
    }

    @Property(tries = 100)
    void theOrderOfPlacesDoesNotMatter(@ForAll Random random) {
        World world = world(random);
        List<Place> places = new ArrayList<>(world.policy().topology().places());
        Collections.shuffle(places, random);
        Topology.Builder shuffled = Topology.builder();
        places.forEach(shuffled::add);
        Policy again = Planner.plan(shuffled.build(), world.policy().deployments());
        assertThat(again.rules()).isEqualTo(world.policy().rules());
        assertThat(again.leftOut()).isEqualTo(world.policy().leftOut());
    }
}
