package io.portolan.firewall.groups;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.text.Addresses;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.planner.Place;
import io.portolan.planner.Placement;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Divides the hosts of a topology into groups that the rules of a policy treat alike. */
final class GroupMaker {
    private final Policy policy;
    private final ImmutableList<Rule> rules;
    private final GroupNames names;

    /**
     * Starts with a policy.
     *
     * @param policy the policy
     * @param prefix with what the names of groups begin
     */
    GroupMaker(Policy policy, String prefix) {
        this.policy = policy;
        this.rules = NameRemoval.of(policy, ImmutableSet.of()).policy().rules();
        this.names = new GroupNames(policy, prefix);
    }

    /** Addresses of one host that the rules treat alike; a family without addresses goes with everything. */
    private record Member(
            Place host,
            AddressSet addresses,
            @Nullable BitSet ipv4,
            @Nullable BitSet ipv6) {}

    /** Members that go together. */
    private static final class Group {
        private final List<Member> members = new ArrayList<>();
        private @Nullable BitSet ipv4;
        private @Nullable BitSet ipv6;

        boolean takes(Member member) {
            return goWith(ipv4, member.ipv4()) && goWith(ipv6, member.ipv6());
        }

        private static boolean goWith(@Nullable BitSet one, @Nullable BitSet other) {
            return one == null || other == null || one.equals(other);
        }

        void add(Member member) {
            members.add(member);
            ipv4 = ipv4 == null ? member.ipv4() : ipv4;
            ipv6 = ipv6 == null ? member.ipv6() : ipv6;
        }

        AddressSet addresses() {
            AddressSet.Builder addresses = AddressSet.builder();
            members.forEach(member -> addresses.addAll(member.addresses()));
            return addresses.build();
        }
    }

    /**
     * Returns the groups.
     *
     * @return groups by name; every host with an address is in one
     */
    ImmutableList<HostGroup> groups() {
        Map<ImmutableSet<Placement>, List<Member>> alike = new LinkedHashMap<>();
        policy.topology().places().stream()
                .filter(place -> place.kind() == Place.Kind.HOST)
                .sorted(Comparator.comparing(Place::name))
                .forEach(host -> alike.computeIfAbsent(host.placements(), first -> new ArrayList<>())
                        .addAll(members(host)));
        List<HostGroup> groups = new ArrayList<>();
        alike.forEach((placements, members) -> {
            for (Group group : gather(members)) {
                ImmutableList<Place> hosts =
                        group.members.stream().map(Member::host).distinct().collect(ImmutableList.toImmutableList());
                groups.add(new HostGroup(names.of(placements, hosts, group.addresses()), hosts, group.addresses()));
            }
        });
        groups.sort(Comparator.comparing(HostGroup::name));
        return ImmutableList.copyOf(groups);
    }

    /** Members of both families come first: those of one then find theirs. */
    private static List<Group> gather(List<Member> members) {
        List<Group> groups = new ArrayList<>();
        List<Member> order = new ArrayList<>(members);
        order.sort(Comparator.comparing(member -> member.ipv4() == null || member.ipv6() == null));
        for (Member member : order) {
            groups.stream()
                    .filter(group -> group.takes(member))
                    .findFirst()
                    .orElseGet(() -> {
                        Group group = new Group();
                        groups.add(group);
                        return group;
                    })
                    .add(member);
        }
        return groups;
    }

    private List<Member> members(Place host) {
        Map<BitSet, AddressSet> ipv4 = byTreatment(host.peers().addresses().ipv4());
        Map<BitSet, AddressSet> ipv6 = byTreatment(host.peers().addresses().ipv6());
        if (ipv4.isEmpty() && ipv6.isEmpty()) {
            return List.of();
        }
        if (ipv4.size() <= 1 && ipv6.size() <= 1) {
            return List.of(new Member(host, host.peers().addresses(), only(ipv4), only(ipv6)));
        }
        List<Member> members = new ArrayList<>();
        ipv4.forEach((treatment, addresses) -> members.add(new Member(host, addresses, treatment, null)));
        ipv6.forEach((treatment, addresses) -> members.add(new Member(host, addresses, null, treatment)));
        return members;
    }

    private static @Nullable BitSet only(Map<BitSet, AddressSet> one) {
        return one.isEmpty() ? null : one.keySet().iterator().next();
    }

    private Map<BitSet, AddressSet> byTreatment(AddressSet addresses) {
        Map<BitSet, AddressSet> byTreatment = new LinkedHashMap<>();
        for (AddressRange address : Addresses.each(addresses)) {
            byTreatment.merge(treatment(address), AddressSet.of(address), AddressSet::union);
        }
        return byTreatment;
    }

    /** At which ends of which rules an address stands. */
    private BitSet treatment(AddressRange address) {
        BitSet ends = new BitSet();
        int end = 0;
        for (Rule rule : rules) {
            ends.set(end++, rule.sources().addresses().contains(address));
            ends.set(end++, rule.destinations().addresses().contains(address));
        }
        return ends;
    }
}
