package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.aws.Permission.Cidr;
import io.portolan.firewall.aws.Permission.Peer;
import io.portolan.firewall.cloud.Supernet;
import io.portolan.firewall.text.Addresses;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges rules of a security group until they fit their budget, each time the two whose merging opens the fewest packets
 * that no rule had opened: addresses times ports.
 *
 * <p>Two rules become one with a range of ports that holds both, and with the same peer or a prefix that holds both. To find
 * the merges with the least excess in all is hard; taking the best next one is not always that.
 */
final class LeastExcess {
    private final int budget;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private final Map<IpProtocol, Candidates> candidates = new LinkedHashMap<>();
    private int made;

    LeastExcess(ImmutableMap<Permission, ImmutableList<Rule>> permissions, int budget) {
        this.budget = budget;
        permissions.forEach((permission, rules) -> entries.put(made, new Entry(made++, permission, rules)));
    }

    /** A rule, with a number that no other has. */
    private record Entry(int number, Permission permission, ImmutableList<Rule> rules) {
        AddressSet addresses() {
            return permission.peer().addresses();
        }

        Traffic traffic() {
            return permission.traffic();
        }
    }

    /**
     * Two rules and what they become: one rule, or one of each family where groups of both lose their names.
     *
     * @param least what it opens at least, more whatever had been opened by merges when that was found out
     * @param exactAt what had been opened by merges when it was exact, negative if it never was
     */
    private record Merge(
            Entry one, Entry other, ImmutableList<Permission> become, BigInteger least, BigInteger exactAt) {
        boolean lessens(Set<AddressFamily> families) {
            for (AddressFamily family : families) {
                int before = SecurityGroup.count(ImmutableList.of(one.permission(), other.permission()), family);
                if (SecurityGroup.count(become, family) < before) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * The merges of one protocol, by what they open at least. What a merge opens can only lessen while others open more, and
     * by no more than those do: so the order stays right, and only the first has to be found out exactly.
     */
    private static final class Candidates {
        private final PriorityQueue<Merge> queue = new PriorityQueue<>(Comparator.comparing(Merge::least)
                .thenComparing(merge -> merge.one().number())
                .thenComparing(merge -> merge.other().number()));
        private BigInteger openedByMerges = BigInteger.ZERO;
        private BigInteger openedBefore = BigInteger.ZERO;
    }

    /** Returns rules that fit, empty if there are none: each protocol takes one at least. */
    Optional<ImmutableMap<Permission, ImmutableList<Rule>>> fit() {
        List<Entry> all = List.copyOf(entries.values());
        for (Entry entry : all) {
            Candidates own = candidates(entry);
            own.openedBefore = own.openedBefore.add(size(entry.permission()));
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                consider(all.get(i), all.get(j));
            }
        }
        for (Set<AddressFamily> over = over(); !over.isEmpty(); over = over()) {
            Merge best = null;
            for (Candidates each : candidates.values()) {
                Merge first = first(each, over);
                if (first != null && (best == null || opens(first).compareTo(opens(best)) < 0)) {
                    best = first;
                }
            }
            if (best == null) {
                return Optional.empty();
            }
            take(best);
        }
        Map<Permission, ImmutableList<Rule>> fitted = new LinkedHashMap<>();
        entries.values().forEach(entry -> fitted.merge(entry.permission(), entry.rules(), LeastExcess::both));
        return Optional.of(ImmutableMap.copyOf(fitted));
    }

    private Candidates candidates(Entry entry) {
        return candidates.computeIfAbsent(entry.traffic().protocol(), first -> new Candidates());
    }

    private BigInteger opens(Merge merge) {
        return merge.least().subtract(candidates(merge.one()).openedByMerges);
    }

    private Set<AddressFamily> over() {
        Set<AddressFamily> over = EnumSet.noneOf(AddressFamily.class);
        List<Permission> permissions =
                entries.values().stream().map(Entry::permission).toList();
        for (AddressFamily family : AddressFamily.values()) {
            if (SecurityGroup.count(permissions, family) > budget) {
                over.add(family);
            }
        }
        return over;
    }

    /** The merge of a protocol that opens least, which stays among the candidates until it is taken. */
    private @Nullable Merge first(Candidates of, Set<AddressFamily> over) {
        for (Merge merge = of.queue.peek(); merge != null; merge = of.queue.peek()) {
            boolean alive = entries.containsKey(merge.one().number())
                    && entries.containsKey(merge.other().number());
            if (alive && merge.lessens(over)) {
                if (merge.exactAt().equals(of.openedByMerges)) {
                    return merge;
                }
                of.queue.remove();
                BigInteger opens = of.openedByMerges;
                for (Permission permission : merge.become()) {
                    opens = opens.add(opens(permission));
                }
                of.queue.add(new Merge(merge.one(), merge.other(), merge.become(), opens, of.openedByMerges));
            } else {
                of.queue.remove();
            }
        }
        return null;
    }

    private void take(Merge merge) {
        Candidates of = candidates(merge.one());
        of.openedByMerges = merge.least();
        entries.remove(merge.one().number());
        entries.remove(merge.other().number());
        ImmutableList<Rule> rules = both(merge.one().rules(), merge.other().rules());
        for (Permission permission : merge.become()) {
            // what the new rule holds needs no rule of its own
            entries.values().removeIf(entry -> permission.contains(entry.permission()));
            Entry entry = new Entry(made++, permission, rules);
            for (Entry other : entries.values()) {
                consider(other, entry);
            }
            entries.put(entry.number(), entry);
        }
    }

    private static ImmutableList<Rule> both(ImmutableList<Rule> one, ImmutableList<Rule> other) {
        return ImmutableSet.<Rule>builder().addAll(one).addAll(other).build().asList();
    }

    private void consider(Entry one, Entry other) {
        if (one.traffic().protocol() != other.traffic().protocol()) {
            return;
        }
        ImmutableList<Permission> become = become(one, other);
        if (!become.isEmpty()) {
            Candidates of = candidates(one);
            BigInteger size = BigInteger.ZERO;
            for (Permission permission : become) {
                size = size.add(size(permission));
            }
            BigInteger least = size.subtract(of.openedBefore).max(of.openedByMerges);
            of.queue.add(new Merge(one, other, become, least, BigInteger.ONE.negate()));
        }
    }

    private static BigInteger size(Permission permission) {
        return permission
                .peer()
                .addresses()
                .size()
                .multiply(BigInteger.valueOf(permission.traffic().selectors().size()));
    }

    private static ImmutableList<Permission> become(Entry one, Entry other) {
        Traffic traffic = one.traffic().bridge(other.traffic());
        Peer peer = one.permission().peer();
        if (peer.equals(other.permission().peer())) {
            return ImmutableList.of(new Permission(traffic, peer));
        }
        if (peer instanceof Cidr
                && other.permission().peer() instanceof Cidr
                && one.addresses().ipv4().isEmpty() != other.addresses().ipv4().isEmpty()) {
            return ImmutableList.of();
        }
        AddressSet addresses = one.addresses().union(other.addresses());
        ImmutableList.Builder<Permission> become = ImmutableList.builder();
        for (AddressFamily family : AddressFamily.values()) {
            AddressSet part = Addresses.of(addresses, family);
            if (!part.isEmpty()) {
                become.add(new Permission(traffic, new Cidr(Supernet.of(part))));
            }
        }
        return become.build();
    }

    /** Returns how many packets a rule would open that none of the rules has open. */
    private BigInteger opens(Permission permission) {
        AddressSet addresses = permission.peer().addresses();
        PortSet selectors = permission.traffic().selectors();
        List<Entry> beside = entries.values().stream()
                .filter(entry ->
                        entry.traffic().protocol() == permission.traffic().protocol()
                                && entry.traffic().selectors().intersects(selectors)
                                && entry.addresses().intersects(addresses))
                .toList();
        Set<Integer> cuts = new TreeSet<>();
        cuts.add(selectors.first());
        for (Entry entry : beside) {
            cuts.add(Math.max(selectors.first(), entry.traffic().first()));
            cuts.add(Math.min(selectors.last(), entry.traffic().last()) + 1);
        }
        cuts.add(selectors.last() + 1);
        BigInteger opens = BigInteger.ZERO;
        Integer from = null;
        for (int cut : cuts) {
            if (from != null) {
                BigInteger closed = closed(addresses, beside, from).size();
                opens = opens.add(closed.multiply(BigInteger.valueOf(cut - from)));
            }
            from = cut;
        }
        return opens;
    }

    private static AddressSet closed(AddressSet addresses, List<Entry> beside, int selector) {
        AddressSet.Builder open = AddressSet.builder();
        for (Entry entry : beside) {
            if (entry.traffic().first() <= selector
                    && selector <= entry.traffic().last()) {
                open.addAll(entry.addresses());
            }
        }
        return addresses.difference(open.build());
    }
}
