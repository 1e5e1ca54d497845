package io.portolan.flowlogs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A draft of a site's own flows, made of traffic that no flow needs: for a person to approve, shorten or throw away. Traffic
 * of equal places is one proposal, and so are ports of equal ends.
 *
 * @param proposals the proposals, those with the most records first
 * @param outside sums over conversations with an end that is in no place, or in one that is everywhere, of which no flow can
 *     be made
 */
public record OwnFlowDraft(ImmutableList<Proposal> proposals, Count outside) {
    private static final int LARGEST_NETWORK_BITS = 1;

    /**
     * A flow that would need traffic that was seen.
     *
     * @param from the names of the places that opened connections
     * @param to the names of the places to which
     * @param traffic what was sent, such as {@code tcp/443}, {@code icmp/8} or {@code ip/47}
     * @param count sums over it
     * @param guessed whether for some of it only the ports told who opened the connection
     */
    public record Proposal(
            ImmutableSortedSet<String> from,
            ImmutableSortedSet<String> to,
            ImmutableSortedSet<String> traffic,
            Count count,
            boolean guessed) {}

    private record Ends(ImmutableSortedSet<String> from, ImmutableSortedSet<String> to) {}

    private record Way(String to, String traffic) {}

    private record Sources(ImmutableSortedSet<String> from, String traffic) {}

    private static final class Gathered {
        private final Count.Sum sum = new Count.Sum();
        private boolean guessed;

        void add(Count count, boolean isGuessed) {
            sum.add(count);
            guessed |= isGuessed;
        }
    }

    /**
     * Returns the draft for a report.
     *
     * @param report what became of records of traffic
     * @param topology where endpoints live
     * @return the draft
     */
    public static OwnFlowDraft of(TrafficReport report, Topology topology) {
        Places places = new Places(topology);
        Map<Way, TreeMap<String, Gathered>> ways = new LinkedHashMap<>();
        Count.Sum outside = new Count.Sum();
        outside.add(report.further());
        for (Unwanted each : report.unwanted()) {
            Conversation conversation = each.conversation();
            String from = places.of(conversation.source());
            String to = places.of(conversation.destination());
            if (from.isEmpty() || to.isEmpty() || conversation.selector() < 0) {
                outside.add(each.count());
            } else {
                ways.computeIfAbsent(new Way(to, traffic(conversation)), first -> new TreeMap<>())
                        .computeIfAbsent(from, first -> new Gathered())
                        .add(each.count(), conversation.guessed());
            }
        }
        return new OwnFlowDraft(proposals(ways), outside.count());
    }

    /** First destinations with equal sources for one kind of traffic, then traffic with equal ends. */
    private static ImmutableList<Proposal> proposals(Map<Way, TreeMap<String, Gathered>> ways) {
        Map<Sources, TreeSet<String>> destinations = new LinkedHashMap<>();
        Map<Sources, Gathered> counts = new HashMap<>();
        ways.forEach((way, sources) -> {
            Sources key = new Sources(ImmutableSortedSet.copyOf(sources.keySet()), way.traffic());
            destinations.computeIfAbsent(key, first -> new TreeSet<>()).add(way.to());
            Gathered sum = counts.computeIfAbsent(key, first -> new Gathered());
            sources.values().forEach(gathered -> sum.add(gathered.sum.count(), gathered.guessed));
        });
        Map<Ends, TreeSet<String>> traffic = new LinkedHashMap<>();
        Map<Ends, Gathered> sums = new HashMap<>();
        destinations.forEach((sources, to) -> {
            Ends ends = new Ends(sources.from(), ImmutableSortedSet.copyOf(to));
            traffic.computeIfAbsent(ends, first -> new TreeSet<>()).add(sources.traffic());
            Gathered gathered = counts.getOrDefault(sources, new Gathered());
            sums.computeIfAbsent(ends, first -> new Gathered()).add(gathered.sum.count(), gathered.guessed);
        });
        List<Proposal> proposals = new ArrayList<>();
        traffic.forEach((ends, kinds) -> {
            Gathered sum = sums.getOrDefault(ends, new Gathered());
            proposals.add(new Proposal(
                    ends.from(), ends.to(), ImmutableSortedSet.copyOf(kinds), sum.sum.count(), sum.guessed));
        });
        proposals.sort(
                Comparator.comparingLong((Proposal proposal) -> proposal.count().records())
                        .reversed()
                        .thenComparing(proposal -> proposal.to().first())
                        .thenComparing(proposal -> proposal.traffic().first())
                        .thenComparing(proposal -> proposal.from().first()));
        return ImmutableList.copyOf(proposals);
    }

    private static String traffic(Conversation conversation) {
        int selector = conversation.selector();
        return switch (conversation.protocol()) {
            case 6 -> "tcp/" + selector;
            case 17 -> "udp/" + selector;
            case 1 -> "icmp/" + selector / 256;
            case 58 -> "icmpv6/" + selector / 256;
            default -> "ip/" + conversation.protocol();
        };
    }

    /** Finds the one place of an address: a host, or else the first network or outside site that is not everywhere. */
    private static final class Places {
        private final Map<String, String> hosts = new HashMap<>();
        private final List<Place> others = new ArrayList<>();

        Places(Topology topology) {
            for (Place place : topology.places()) {
                if (place.kind() == Place.Kind.HOST) {
                    for (AddressRange range : place.peers().addresses().ranges()) {
                        for (Address address = range.firstAddress(); ; address = address.next()) {
                            hosts.put(address.toString(), place.name());
                            if (address.equals(range.lastAddress())) {
                                break;
                            }
                        }
                    }
                } else if (!isEverywhere(place)) {
                    others.add(place);
                }
            }
        }

        private static boolean isEverywhere(Place place) {
            return place.peers().addresses().ranges().stream()
                    .anyMatch(
                            range -> range.prefixLength().orElse(range.family().bits()) < LARGEST_NETWORK_BITS);
        }

        String of(Address address) {
            String host = hosts.get(address.toString());
            if (host != null) {
                return host;
            }
            AddressRange one = AddressRange.of(address, address);
            return others.stream()
                    .filter(place -> place.peers().addresses().contains(one))
                    .map(Place::name)
                    .findFirst()
                    .orElse("");
        }
    }
}
