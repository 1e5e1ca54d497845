package io.portolan.flowlogs.synthetic;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.matcher.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up records for a policy, each for a verdict that is known by how it is made: what is needed is taken from rules, an
 * answer is such a record turned around, what is unwanted goes between hosts from and to ports that are in no rule, and what is
 * unknown comes from an address of no place. Of 100 records 60 are needed, 25 answers, 10 unwanted and 5 unknown. The same seed
 * makes the same records.
 */
public final class SyntheticTraffic {
    private static final int NEEDED = 60;
    private static final int ANSWERS = 25;
    private static final int UNWANTED = 10;
    private static final long START = 1_767_225_600L; // 2026-01-01
    private static final long SPAN = 30L * 24 * 3600;
    private static final int MOST_OFFSETS = 1000;

    private record Source(AddressSet from, AddressSet to, PortTransport transport) {}

    private final Random random;
    private final List<Source> rules = new ArrayList<>();
    private final Map<String, String> hostOf = new HashMap<>();
    private final List<String> hosts = new ArrayList<>();
    private final List<Integer> idle = new ArrayList<>();

    /**
     * Prepares to make records.
     *
     * @param policy a policy with rules over TCP or UDP between addresses, at least two hosts of IPv4, and no network that is
     *     everywhere
     * @param seed the seed
     */
    public SyntheticTraffic(Policy policy, long seed) {
        this.random = new Random(seed);
        readHosts(policy.topology());
        PortSet.Builder busy = PortSet.builder();
        for (Rule rule : policy.rules()) {
            if (rule.transport() instanceof PortTransport transport) {
                busy.addAll(transport.destinationPorts());
                if (!transport.sourcePorts().equals(PortSet.all())) {
                    busy.addAll(transport.sourcePorts());
                } else {
                    add(
                            rule.sources().addresses().ipv4(),
                            rule.destinations().addresses().ipv4(),
                            transport);
                    add(
                            rule.sources().addresses().ipv6(),
                            rule.destinations().addresses().ipv6(),
                            transport);
                }
            }
        }
        busy.build().complementIn(PortSet.ofRange(1024, 65_535)).ports().forEach(idle::add);
        if (rules.isEmpty() || hosts.size() < 2 || idle.isEmpty()) {
            throw new IllegalArgumentException(
                    "no traffic can be made up for a policy without rules, hosts of IPv4 and ports in no rule");
        }
    }

    private void readHosts(Topology topology) {
        for (Place place : topology.places()) {
            if (place.kind() == Place.Kind.HOST) {
                for (AddressRange range : place.peers().addresses().ranges()) {
                    for (Address address = range.firstAddress(); ; address = address.next()) {
                        hostOf.put(address.toString(), place.name());
                        if (address.equals(range.lastAddress())) {
                            break;
                        }
                    }
                }
                if (!place.peers().addresses().ipv4().isEmpty()) {
                    hosts.add(place.peers().addresses().first());
                }
            }
        }
    }

    private void add(AddressSet from, AddressSet to, PortTransport transport) {
        if (!from.isEmpty() && !to.isEmpty()) {
            rules.add(new Source(from, to, transport));
        }
    }

    /**
     * Makes the next record.
     *
     * @return a record
     */
    public MadeRecord next() {
        int kind = random.nextInt(100);
        if (kind < NEEDED) {
            return needed(false);
        }
        if (kind < NEEDED + ANSWERS) {
            return needed(true);
        }
        String source = any(hosts);
        String destination = any(hosts);
        while (destination.equals(source)) {
            destination = any(hosts);
        }
        if (kind < NEEDED + ANSWERS + UNWANTED) {
            return made(Verdict.UNWANTED, source, destination, protocol(), any(idle), any(idle), false);
        }
        String stranger = "198.51.100." + random.nextInt(256);
        return made(Verdict.UNKNOWN, stranger, destination, protocol(), any(idle), any(idle), false);
    }

    private int protocol() {
        return random.nextBoolean() ? IpProtocol.TCP.number() : IpProtocol.UDP.number();
    }

    private MadeRecord needed(boolean isAnswer) {
        while (true) {
            Source rule = any(rules);
            String source = address(rule.from());
            String destination = address(rule.to());
            String host = hostOf.get(source);
            if (source.equals(destination) || (host != null && host.equals(hostOf.get(destination)))) {
                continue; // what stays on a host is in some rules, and no flow needs it
            }
            int port = port(rule.transport().destinationPorts());
            int protocol = rule.transport().protocol().number();
            return isAnswer
                    ? made(Verdict.ANSWER, destination, source, protocol, port, any(idle), true)
                    : made(Verdict.NEEDED, source, destination, protocol, any(idle), port, false);
        }
    }

    private String address(AddressSet addresses) {
        AddressRange range = any(addresses.ranges());
        Address address = range.firstAddress();
        for (int i = random.nextInt(MOST_OFFSETS); i > 0 && !address.equals(range.lastAddress()); i--) {
            address = address.next();
        }
        return address.toString();
    }

    private int port(PortSet ports) {
        PortRange range = any(ports.ranges());
        return range.first() + random.nextInt(range.size());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private MadeRecord made(
            Verdict truth,
            String source,
            String destination,
            int protocol,
            int sourcePort,
            int destinationPort,
            boolean isAnswer) {
        long packets = 1L + random.nextInt(50);
        return new MadeRecord(
                truth,
                source,
                destination,
                protocol,
                sourcePort,
                destinationPort,
                isAnswer,
                START + random.nextLong(SPAN),
                packets,
                packets * (40 + random.nextInt(1000)));
    }
}
