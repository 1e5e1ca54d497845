package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads inventories of Ansible: groups with hosts and groups below them, as nested YAML or as a list of groups. */
final class AnsibleInventory {
    private static final String META = "_meta";
    private static final String HOSTS = "hosts";
    private static final String CHILDREN = "children";
    private static final String ADDRESS = "ansible_host";

    private final Map<String, Set<String>> addresses = new LinkedHashMap<>();
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    /** The groups that hold a group. */
    private final Map<String, Set<String>> parents = new LinkedHashMap<>();

    private AnsibleInventory() {}

    static List<InventoryHost> hosts(String file, String text) {
        Node root = Tree.parse(file, text);
        AnsibleInventory inventory = new AnsibleInventory();
        Values.mapping(root, "groups").entries().forEach((name, entry) -> {
            if (!name.equals(META)) {
                inventory.group(name, entry.value());
            }
        });
        Tree.entries(root, META, "hostvars").forEach((name, entry) -> inventory.host(name, entry.value()));
        List<InventoryHost> hosts = new ArrayList<>();
        inventory.groups.forEach((name, direct) -> {
            Set<String> all = new LinkedHashSet<>();
            direct.forEach(group -> inventory.addWithParents(all, group));
            hosts.add(new InventoryHost(
                    name,
                    ImmutableList.copyOf(inventory.addresses.getOrDefault(name, Set.of())),
                    ImmutableList.copyOf(all)));
        });
        return hosts;
    }

    private void addWithParents(Set<String> all, String group) {
        if (all.add(group)) {
            parents.getOrDefault(group, Set.of()).forEach(parent -> addWithParents(all, parent));
        }
    }

    private void group(String name, Node group) {
        Tree.at(group, HOSTS).ifPresent(hosts -> {
            if (hosts instanceof Node.Listing listing) {
                listing.items().forEach(host -> member(Values.text(host, "the name of a host"), name));
            } else {
                Values.mapping(hosts, "hosts").entries().forEach((host, entry) -> {
                    member(host, name);
                    host(host, entry.value());
                });
            }
        });
        Tree.at(group, CHILDREN).ifPresent(children -> {
            if (children instanceof Node.Listing listing) {
                listing.items().forEach(child -> below(Values.text(child, "the name of a group"), name));
            } else {
                Values.mapping(children, "groups").entries().forEach((child, entry) -> {
                    below(child, name);
                    group(child, entry.value());
                });
            }
        });
    }

    private void member(String host, String group) {
        groups.computeIfAbsent(host, first -> new LinkedHashSet<>()).add(group);
    }

    private void below(String group, String parent) {
        parents.computeIfAbsent(group, first -> new LinkedHashSet<>()).add(parent);
    }

    private void host(String name, Node variables) {
        Tree.text(variables, ADDRESS)
                .ifPresent(address -> addresses
                        .computeIfAbsent(name, first -> new LinkedHashSet<>())
                        .add(address));
    }
}
