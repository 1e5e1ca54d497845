package io.portolan.sitefile;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what NetBox, AWS and Azure know of machines. */
final class CloudInventories {
    private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

    private CloudInventories() {}

    static List<InventoryHost> netBox(String file, String text) {
        Node root = Tree.parse(file, text);
        List<InventoryHost> hosts = new ArrayList<>();
        for (Node device : root instanceof Node.Listing listing ? listing.items() : Tree.items(root, "results")) {
            Set<String> addresses = new LinkedHashSet<>();
            for (String key : List.of("primary_ip4", "primary_ip6", "primary_ip")) {
                Tree.text(device, key, "address")
                        .ifPresent(address -> addresses.add(
                                address.contains("/") ? address.substring(0, address.indexOf('/')) : address));
            }
            List<String> groups = new ArrayList<>();
            for (Node tag : Tree.items(device, "tags")) {
                Tree.text(tag, "slug").ifPresent(groups::add);
            }
            for (String key : List.of("role", "device_role", "site", "tenant", "platform")) {
                Tree.text(device, key, "slug").ifPresent(slug -> groups.add(key + "=" + slug));
            }
            hosts.add(host(device, Tree.text(device, "name"), addresses, groups));
        }
        return hosts;
    }

    static List<InventoryHost> aws(String file, String text) {
        List<InventoryHost> hosts = new ArrayList<>();
        for (Node reservation : Tree.items(Tree.parse(file, text), "Reservations")) {
            for (Node instance : Tree.items(reservation, "Instances")) {
                Set<String> addresses = new LinkedHashSet<>();
                Tree.text(instance, "PrivateIpAddress").ifPresent(addresses::add);
                for (Node card : Tree.items(instance, "NetworkInterfaces")) {
                    for (Node address : Tree.items(card, "PrivateIpAddresses")) {
                        Tree.text(address, "PrivateIpAddress").ifPresent(addresses::add);
                    }
                    for (Node address : Tree.items(card, "Ipv6Addresses")) {
                        Tree.text(address, "Ipv6Address").ifPresent(addresses::add);
                    }
                }
                List<String> groups = new ArrayList<>();
                Optional<String> name = Tree.text(instance, "InstanceId");
                for (Node tag : Tree.items(instance, "Tags")) {
                    String key = Tree.text(tag, "Key").orElse("");
                    String value = Tree.text(tag, "Value").orElse("");
                    groups.add(key + "=" + value);
                    if (key.equals("Name") && !value.isBlank()) {
                        name = Optional.of(value);
                    }
                }
                for (Node group : Tree.items(instance, "SecurityGroups")) {
                    Tree.text(group, "GroupName").ifPresent(groups::add);
                }
                hosts.add(host(instance, name, addresses, groups));
            }
        }
        return hosts;
    }

    static List<InventoryHost> azure(String file, String text) {
        Node root = Tree.parse(file, text);
        if (!(root instanceof Node.Listing machines)) {
            throw Values.expected(root, "a list of virtual machines", "");
        }
        List<InventoryHost> hosts = new ArrayList<>();
        for (Node machine : machines.items()) {
            Optional<String> addresses = Tree.text(machine, "privateIps");
            if (addresses.isEmpty()) {
                throw machine.place()
                        .error("the machine has no privateIps; list machines by 'az vm list --show-details'");
            }
            List<String> groups = new ArrayList<>();
            Tree.entries(machine, "tags")
                    .forEach((key, value) ->
                            groups.add(key + "=" + Tree.text(value.value()).orElse("")));
            Tree.text(machine, "resourceGroup").ifPresent(groups::add);
            hosts.add(host(machine, Tree.text(machine, "name"), COMMAS.splitToList(addresses.get()), groups));
        }
        return hosts;
    }

    private static InventoryHost host(
            Node node, Optional<String> name, Iterable<String> addresses, List<String> groups) {
        if (name.isEmpty() || name.get().isBlank()) {
            throw node.place().error("a host has no name");
        }
        return new InventoryHost(name.get(), ImmutableList.copyOf(addresses), ImmutableList.copyOf(groups));
    }
}
