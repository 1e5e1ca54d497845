package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudInventory.Interface;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.planner.address.AddressSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom security groups guard, as far as is known.
 *
 * <p>A group is its identifier. Its name tells who is in it where the name was given and no other group of the listing has
 * it, for groups of two VPCs may have one name.
 */
final class Members {
    private final CloudOptions options;
    private final Map<String, ListedGroup> byId = new LinkedHashMap<>();
    private final Map<String, AddressSet> given = new HashMap<>();
    private final Map<String, Inventoried> inventoried = new HashMap<>();
    private final Set<String> inventoriedVpcs = new HashSet<>();
    private final Set<String> ambiguous = new LinkedHashSet<>();
    private final AddressSet ofSeveralVpcs;
    private final boolean complete;

    Members(List<ListedGroup> groups, CloudOptions options) {
        this.options = options;
        groups.forEach(group -> byId.putIfAbsent(group.id(), group));
        this.complete = options.inventories().stream().allMatch(CloudInventory::complete);
        this.ofSeveralVpcs = takeInventories();
        Map<String, Set<String>> idsOfName = new HashMap<>();
        groups.forEach(group -> group.name()
                .ifPresent(name -> idsOfName
                        .computeIfAbsent(name, first -> new HashSet<>())
                        .add(group.id())));
        Map<String, AddressSet> named = new LinkedHashMap<>();
        if (options.inventories().isEmpty()) {
            options.policy().ifPresent(policy -> named.putAll(PolicySite.groupAddresses(policy, options.name())));
        }
        named.putAll(options.members());
        named.forEach((name, addresses) -> {
            Set<String> ids = idsOfName.getOrDefault(name, Set.of(name));
            if (byId.containsKey(name) || ids.size() == 1) {
                given.put(byId.containsKey(name) ? name : ids.iterator().next(), addresses);
            } else {
                ambiguous.add(name);
            }
        });
        // an identifier goes before a name
        options.members().forEach((id, addresses) -> {
            if (!idsOfName.containsKey(id) || byId.containsKey(id)) {
                given.put(id, addresses);
            }
        });
    }

    /** What interfaces tell of a group. */
    private static final class Inventoried {
        private AddressSet addresses = AddressSet.none();
        private AddressSet reachable = AddressSet.none();
    }

    /** Who is behind a reference to a group. */
    record Referred(AddressSet addresses, Optional<String> notUnderstood) {}

    private AddressSet takeInventories() {
        Map<String, AddressSet> byVpc = new LinkedHashMap<>();
        AddressSet twice = AddressSet.none();
        for (Interface each : interfaces()) {
            each.network().ifPresent(inventoriedVpcs::add);
            AddressSet all = each.addresses().union(each.publicAddresses());
            for (String group : each.securityGroups()) {
                Inventoried of = inventoried.computeIfAbsent(group, first -> new Inventoried());
                of.addresses = of.addresses.union(each.addresses());
                of.reachable = of.reachable.union(each.publicAddresses());
            }
            byVpc.merge(each.network().orElse(""), all, AddressSet::union);
        }
        AddressSet seen = AddressSet.none();
        for (AddressSet ofVpc : byVpc.values()) {
            twice = twice.union(seen.intersection(ofVpc));
            seen = seen.union(ofVpc);
        }
        return twice;
    }

    private ImmutableList<Interface> interfaces() {
        return options.inventories().stream()
                .flatMap(inventory -> inventory.interfaces().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the addresses that a group guards, empty if nobody knows. */
    Optional<AddressSet> guardedBy(ListedGroup group) {
        @Nullable AddressSet known = given.get(group.id());
        if (known != null) {
            return Optional.of(known.difference(ofSeveralVpcs));
        }
        Inventoried of = inventoried.get(group.id());
        if (of != null) {
            return Optional.of(of.addresses.union(of.reachable).difference(ofSeveralVpcs));
        }
        return isInventoried(group.vpc()) ? Optional.of(AddressSet.none()) : Optional.empty();
    }

    private boolean isInventoried(Optional<String> vpc) {
        return !options.inventories().isEmpty()
                && complete
                && vpc.map(inventoriedVpcs::contains).orElse(true);
    }

    /** Returns who is meant by a reference to a group, by the private addresses of interfaces. */
    Referred referred(Optional<String> id, Optional<String> name, Optional<String> vpc) {
        String key = id.orElseGet(() -> named(name));
        @Nullable AddressSet known = given.get(key);
        if (known != null) {
            return new Referred(known, Optional.empty());
        }
        String shown = JsonFields.plain(id.or(() -> name).orElse("without identifier"));
        @Nullable Inventoried of = inventoried.get(key);
        ListedGroup group = byId.get(key);
        if (of != null || (group != null && isInventoried(group.vpc()))) {
            AddressSet addresses = of == null ? AddressSet.none() : of.addresses;
            return new Referred(
                    addresses,
                    complete ? Optional.empty() : Optional.of("who is in the group " + shown + " besides instances"));
        }
        String where = vpc.isEmpty() || byId.containsKey(key) ? "" : " of " + JsonFields.plain(vpc.get());
        return new Referred(AddressSet.none(), Optional.of("who is in the group " + shown + where));
    }

    private String named(Optional<String> name) {
        List<String> ids = byId.values().stream()
                .filter(group -> name.isPresent() && group.name().equals(name))
                .map(ListedGroup::id)
                .toList();
        return ids.size() == 1 ? ids.get(0) : "";
    }

    /** Returns addresses of interfaces that have a group which is not listed, and what the reason is. */
    Map<String, AddressSet> partlyListed() {
        Map<String, AddressSet> partly = new LinkedHashMap<>();
        for (Interface each : interfaces()) {
            for (String group : each.securityGroups()) {
                if (!byId.containsKey(group)) {
                    partly.merge(
                            "the listing lacks the security group " + JsonFields.plain(group),
                            each.addresses().union(each.publicAddresses()).difference(ofSeveralVpcs),
                            AddressSet::union);
                }
            }
        }
        return partly;
    }

    /** Returns the addresses that interfaces of several VPCs have. */
    AddressSet ofSeveralVpcs() {
        return ofSeveralVpcs;
    }

    /** Returns names that were given, and that several groups have. */
    Set<String> ambiguousNames() {
        return ambiguous;
    }
}
