package io.portolan.firewall.windows;

import io.portolan.net.IcmpTransport;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Place;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Packets at the edges of rules and beside them. */
public final class Samples {
    private final Random random;
    private final List<Sample> samples = new ArrayList<>();

    public Samples(Random random) {
        this.random = random;
    }

    /** Returns packets that each rule is about, and those one address, port, type or protocol away. */
    public List<Sample> near(Iterable<Rule> rules, int ofEach) {
        for (Rule rule : rules) {
            for (int i = 0; i < ofEach; i++) {
                near(rule);
            }
        }
        return samples;
    }

    /** Returns packets between the places of a topology, of transports that the rules are about. */
    public List<Sample> between(Topology topology, List<Rule> rules, int count) {
        List<Place> places = topology.places().stream()
                .filter(place -> !place.peers().addresses().isEmpty())
                .toList();
        for (int i = 0; i < count && !rules.isEmpty() && !places.isEmpty(); i++) {
            Place from = places.get(random.nextInt(places.size()));
            Place to = places.get(random.nextInt(places.size()));
            Rule rule = rules.get(random.nextInt(rules.size()));
            add(edge(from.peers().addresses()), edge(to.peers().addresses()), rule.transport());
        }
        return samples;
    }

    private void near(Rule rule) {
        AddressSet sources = rule.sources().addresses();
        AddressSet destinations = rule.destinations().addresses();
        boolean both = random.nextInt(4) == 0;
        boolean ipv6 = both
                ? random.nextBoolean()
                : !sources.ipv6().isEmpty() && !destinations.ipv6().isEmpty() && random.nextBoolean();
        AddressSet from = ipv6 ? sources.ipv6() : sources.ipv4();
        AddressSet to = ipv6 ? destinations.ipv6() : destinations.ipv4();
        if (!from.isEmpty() && !to.isEmpty()) {
            add(edge(from), edge(to), rule.transport());
        }
    }

    private void add(String source, String destination, Transport transport) {
        boolean ipv6 = source.indexOf(':') >= 0;
        if (ipv6 != destination.indexOf(':') >= 0) {
            return;
        }
        int protocol = transport.protocol().number();
        if (random.nextInt(12) == 0) {
            protocol = List.of(0, 1, 6, 17, 47, 58, 112, 255).get(random.nextInt(8));
        }
        if (protocol == (ipv6 ? 1 : 58)) {
            return;
        }
        int first = random.nextInt(3) == 0 ? random.nextInt(256) : 8;
        int second = random.nextInt(256);
        if (transport instanceof PortTransport ports) {
            first = edge(ports.sourcePorts());
            second = edge(ports.destinationPorts());
        } else if (transport instanceof IcmpTransport icmp) {
            first = icmp.type().isPresent() ? within(icmp.type().getAsInt() + random.nextInt(3) - 1, 255) : first;
            second = icmp.code().isPresent() ? within(icmp.code().getAsInt() + random.nextInt(3) - 1, 255) : second;
        }
        if (protocol == 1 || protocol == 58) {
            first = within(first, 255);
            second = within(second, 255);
        }
        samples.add(new Sample(source, destination, protocol, first, second));
    }

    private int edge(PortSet ports) {
        if (random.nextInt(6) == 0) {
            return random.nextInt(65_536);
        }
        List<PortRange> ranges = ports.ranges();
        PortRange range = ranges.get(random.nextInt(ranges.size()));
        int end = random.nextBoolean() ? range.first() : range.last();
        return within(end + step(), 65_535);
    }

    private static int within(int number, int last) {
        return Math.max(0, Math.min(last, number));
    }

    private String edge(AddressSet addresses) {
        List<AddressRange> ranges = addresses.ranges();
        AddressRange range = ranges.get(random.nextInt(ranges.size()));
        return Sample.moved(random.nextBoolean() ? range.first() : range.last(), step());
    }

    /** Mostly none. */
    private int step() {
        return switch (random.nextInt(8)) {
            case 0 -> 1;
            case 1 -> -1;
            default -> 0;
        };
    }

    /** Returns samples each once. */
    public static Set<Sample> once(List<Sample> samples) {
        return new LinkedHashSet<>(samples);
    }
}
