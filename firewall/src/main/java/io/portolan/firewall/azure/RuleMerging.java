package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.Excess;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.Layer;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.RuleParts;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.Cause;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Merges rules until they fit their budget, each time the two whose merging opens the fewest packets that neither of them
 * had opened. What is merged is of one protocol and one family, without service tags.
 */
final class RuleMerging {
    private final List<Part> parts = new ArrayList<>();
    private final List<Boolean> gone = new ArrayList<>();

    /** What merging two opens never changes, and so neither does their order. */
    private final PriorityQueue<Pair> pairs = new PriorityQueue<>(
            Comparator.comparing(Pair::opens).thenComparing(Pair::one).thenComparing(Pair::other));

    private RuleMerging() {}

    private record Pair(int one, int other, Part merged, BigInteger opens) {}

    /** Returns rules that fit, empty if no more can be merged. */
    static Optional<NsgRuleMaker> fit(RuleParts fitting, HostGroups members, boolean groups, int budget) {
        RuleMerging merging = new RuleMerging();
        fitting.parts().forEach(merging::add);
        while (true) {
            NsgRuleMaker maker = new NsgRuleMaker(members, groups);
            for (int i = 0; i < merging.parts.size(); i++) {
                if (!merging.gone.get(i)) {
                    maker.add(merging.parts.get(i));
                }
            }
            if (maker.count() <= budget) {
                return Optional.of(maker);
            }
            if (!merging.mergeTwo()) {
                return Optional.empty();
            }
        }
    }

    private boolean mergeTwo() {
        for (Pair pair = pairs.poll(); pair != null; pair = pairs.poll()) {
            if (!gone.get(pair.one()) && !gone.get(pair.other())) {
                gone.set(pair.one(), true);
                gone.set(pair.other(), true);
                add(pair.merged());
                return true;
            }
        }
        return false;
    }

    private void add(Part part) {
        int number = parts.size();
        parts.add(part);
        gone.add(false);
        for (int i = 0; i < number; i++) {
            if (!gone.get(i)) {
                pair(i, number).ifPresent(pairs::add);
            }
        }
    }

    private Optional<Pair> pair(int i, int j) {
        Part one = parts.get(i);
        Part other = parts.get(j);
        boolean alike = one.family() == other.family()
                && one.transport().protocol() == other.transport().protocol()
                && hasNoNames(one)
                && hasNoNames(other);
        if (!alike) {
            return Optional.empty();
        }
        Rule merged = new Rule(
                one.sources().union(other.sources()),
                one.destinations().union(other.destinations()),
                union(one.transport(), other.transport()),
                ImmutableSet.<Cause>builder()
                        .addAll(one.rule().causes())
                        .addAll(other.rule().causes())
                        .build()
                        .asList());
        BigInteger opens = size(merged.sources(), merged.destinations(), merged.transport())
                .subtract(size(one.sources(), one.destinations(), one.transport()))
                .subtract(size(other.sources(), other.destinations(), other.transport()))
                .add(common(one, other));
        return Optional.of(
                new Pair(i, j, new Part(merged, one.family(), merged.sources(), merged.destinations()), opens));
    }

    private static boolean hasNoNames(Part part) {
        return part.sources().names().isEmpty() && part.destinations().names().isEmpty();
    }

    private static Transport union(Transport one, Transport other) {
        if (one instanceof PortTransport left && other instanceof PortTransport right) {
            var to = left.destinationPorts().union(right.destinationPorts());
            return (one.protocol() == IpProtocol.TCP ? Transport.tcp(to) : Transport.udp(to))
                    .from(left.sourcePorts().union(right.sourcePorts()));
        }
        return one;
    }

    private static BigInteger size(Peers sources, Peers destinations, Transport transport) {
        return sources.addresses()
                .size()
                .multiply(destinations.addresses().size())
                .multiply(BigInteger.valueOf(
                        transport instanceof PortTransport ports
                                ? (long) ports.sourcePorts().size()
                                        * ports.destinationPorts().size()
                                : 1));
    }

    private static BigInteger common(Part one, Part other) {
        long ports = 1;
        if (one.transport() instanceof PortTransport left && other.transport() instanceof PortTransport right) {
            ports = (long) left.sourcePorts().intersection(right.sourcePorts()).size()
                    * left.destinationPorts()
                            .intersection(right.destinationPorts())
                            .size();
        }
        AddressSet from = one.sources().addresses().intersection(other.sources().addresses());
        AddressSet to =
                one.destinations().addresses().intersection(other.destinations().addresses());
        return from.size().multiply(to.size()).multiply(BigInteger.valueOf(ports));
    }

    /** Returns what rules allow that no flow needs. */
    static ImmutableList<Excess> excess(Policy policy, List<NsgRule> rules, AddressSet site) {
        ImmutableList.Builder<GuardRule> inbound = ImmutableList.builder();
        ImmutableList.Builder<GuardRule> outbound = ImmutableList.builder();
        for (NsgRule rule : rules) {
            boolean in = rule.direction() == NsgRule.Direction.INBOUND;
            Peers own = (in ? rule.destinations() : rule.sources()).peers();
            (in ? inbound : outbound)
                    .add(new GuardRule(
                            rule.name(),
                            rule.allows() ? Action.ALLOW : Action.DENY,
                            own.addresses().intersection(site),
                            (in ? rule.sources() : rule.destinations()).peers(),
                            rule.transport()
                                    .map(transport -> PacketKinds.of(List.of(transport)))
                                    .orElse(PacketKinds.all()),
                            ImmutableList.of()));
        }
        Layer layer = new Layer(site, inbound.build(), outbound.build());
        ImmutableList.Builder<Excess> excess = ImmutableList.builder();
        for (Finding finding : Audit.compare(policy, TwoSides.join(List.of(layer), List.of(), Action.DENY))
                .of(Finding.Kind.EXCESS)) {
            excess.add(new Excess(finding.rule(), "rules were merged to fit the budget"));
        }
        return excess.build();
    }
}
