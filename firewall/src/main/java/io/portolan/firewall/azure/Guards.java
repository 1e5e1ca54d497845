package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import io.portolan.firewall.api.CloudInventory;
import io.portolan.firewall.api.CloudInventory.Interface;
import io.portolan.firewall.api.CloudInventory.Subnet;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.planner.address.AddressSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which network security groups guard which addresses. A group guards subnets and network interfaces; what is in both has to
 * pass both groups, and what is in neither is open.
 */
final class Guards {
    private final CloudOptions options;
    private final NsgMembers members;
    private final PolicySite site;
    private final List<ListedNsg> groups;
    private final Map<String, Subnet> subnets = new LinkedHashMap<>();
    private final Map<String, Interface> interfaces = new LinkedHashMap<>();
    private final Map<ListedNsg, AddressSet> known = new LinkedHashMap<>();
    private final Map<ListedNsg, AddressSet> possible = new LinkedHashMap<>();
    private final Map<String, AddressSet> lacking = new LinkedHashMap<>();

    /** What is known to have a group of its subnet, or none there. */
    private AddressSet knownBySubnet = AddressSet.none();

    private AddressSet guarded = AddressSet.none();
    private AddressSet open = AddressSet.none();

    Guards(List<ListedNsg> groups, CloudOptions options, NsgMembers members, PolicySite site) {
        this.groups = groups;
        this.options = options;
        this.members = members;
        this.site = site;
        for (CloudInventory inventory : options.inventories()) {
            inventory.subnets().forEach(subnet -> subnets.putIfAbsent(subnet.id(), subnet));
            inventory.interfaces().forEach(each -> interfaces.putIfAbsent(each.id(), each));
        }
        subnets.values().forEach(subnet -> knownBySubnet = knownBySubnet.union(subnet.addresses()));
        groups.forEach(this::find);
        findLacking();
        findOpen();
        groups.stream().filter(group -> !isTold(group)).forEach(this::findPossible);
    }

    private void find(ListedNsg group) {
        Optional<AddressSet> own = members.ofSecurityGroup(group).or(() -> asRendered(group));
        AddressSet addresses = own.orElseGet(() -> inventoried(group));
        if (own.isPresent() && !group.subnets().isEmpty() && group.interfaces().isEmpty()) {
            knownBySubnet = knownBySubnet.union(addresses);
        }
        if (!addresses.isEmpty()) {
            known.put(group, addresses);
            guarded = guarded.union(addresses);
        }
    }

    /** The group that is rendered for the policy is for all of its subnets, which nothing else tells. */
    private Optional<AddressSet> asRendered(ListedNsg group) {
        boolean guardsNobody =
                group.told() && group.subnets().isEmpty() && group.interfaces().isEmpty();
        boolean isOurs = options.policy().isPresent()
                && options.inventories().isEmpty()
                && Ascii.equalsIgnoreCase(group.name(), options.name())
                && members.isOnlyOne(group);
        return isOurs && !guardsNobody ? Optional.of(site.space()) : Optional.empty();
    }

    private AddressSet inventoried(ListedNsg group) {
        AddressSet.Builder addresses = AddressSet.builder();
        for (Subnet subnet : subnets.values()) {
            if (subnet.securityGroup().equals(Optional.of(group.key()))
                    || group.subnets().contains(subnet.id())) {
                addresses.addAll(subnet.addresses());
            }
        }
        for (Interface each : interfaces.values()) {
            boolean inSubnet = each.network().filter(group.subnets()::contains).isPresent();
            if (inSubnet
                    || each.securityGroups().contains(group.key())
                    || group.interfaces().contains(each.id())) {
                addresses.addAll(each.addresses());
            }
        }
        return addresses.build();
    }

    private void findLacking() {
        Set<String> listed = new LinkedHashSet<>();
        groups.forEach(group -> listed.add(group.key()));
        subnets.values()
                .forEach(subnet -> subnet.securityGroup()
                        .filter(key -> !listed.contains(key))
                        .ifPresent(key -> lacks(key, subnet.addresses())));
        interfaces
                .values()
                .forEach(each -> each.securityGroups().stream()
                        .filter(key -> !listed.contains(key))
                        .forEach(key -> lacks(key, each.addresses())));
    }

    private void lacks(String key, AddressSet addresses) {
        String name = JsonFields.plain(key.substring(key.lastIndexOf('/') + 1));
        lacking.merge("the listing lacks the network security group " + name, addresses, AddressSet::union);
        guarded = guarded.union(addresses);
    }

    /** What is in a subnet or has an interface that is listed, and that no group guards. */
    private void findOpen() {
        boolean subnetsAreTold = groups.stream().anyMatch(ListedNsg::told);
        AddressSet.Builder addresses = AddressSet.builder();
        subnets.values().forEach(subnet -> addresses.addAll(subnet.addresses()));
        for (Interface each : interfaces.values()) {
            if (subnetsAreTold) {
                addresses.addAll(each.addresses());
            }
        }
        open = addresses.build().difference(guarded);
    }

    private boolean isTold(ListedNsg group) {
        return members.ofSecurityGroup(group).isPresent() || asRendered(group).isPresent();
    }

    private void findPossible(ListedNsg group) {
        boolean bySubnet = interfaces.isEmpty() && !subnets.keySet().containsAll(group.subnets());
        boolean byInterface = interfaces.isEmpty() && !group.interfaces().isEmpty();
        boolean anyhow = !group.told()
                && groups.stream().noneMatch(ListedNsg::told)
                && !known.containsKey(group)
                && (subnets.isEmpty() || interfaces.isEmpty());
        AddressSet all = guarded.union(open);
        AddressSet addresses =
                byInterface || anyhow ? all : bySubnet ? all.difference(knownBySubnet) : AddressSet.none();
        if (!addresses.isEmpty()) {
            possible.put(group, addresses);
        }
    }

    /** Returns addresses that several subnets or interfaces of different subnets have. */
    AddressSet ofSeveralNetworks() {
        Map<String, AddressSet> byNetwork = new LinkedHashMap<>();
        subnets.forEach((id, subnet) -> byNetwork.merge(id, subnet.addresses(), AddressSet::union));
        interfaces
                .values()
                .forEach(
                        each -> byNetwork.merge(each.network().orElse(each.id()), each.addresses(), AddressSet::union));
        AddressSet seen = AddressSet.none();
        AddressSet twice = AddressSet.none();
        for (AddressSet addresses : byNetwork.values()) {
            twice = twice.union(seen.intersection(addresses));
            seen = seen.union(addresses);
        }
        return twice;
    }

    /** Returns the groups of which somebody knows whom they guard. */
    Map<ListedNsg, AddressSet> known() {
        return known;
    }

    /** Returns the groups that may guard addresses besides, and which. */
    Map<ListedNsg, AddressSet> possible() {
        return possible;
    }

    /** Returns groups that guard addresses and are not listed, in words, with the addresses. */
    Map<String, AddressSet> lacking() {
        return lacking;
    }

    /** Returns what is guarded for certain. */
    AddressSet guarded() {
        return guarded;
    }

    /** Returns what is known to be guarded by nobody. */
    AddressSet open() {
        return open;
    }
}
