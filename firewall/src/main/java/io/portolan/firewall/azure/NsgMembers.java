package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import io.portolan.firewall.api.CloudInventory.Interface;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.cloud.PolicySite;
import io.portolan.planner.address.AddressSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is in application security groups, and whom network security groups are told to guard. The two are two kinds of things,
 * of which one of each may have one name; so may groups of two resource groups.
 */
final class NsgMembers {
    private static final String NSG = "nsg:";
    private static final String ASG = "asg:";
    private static final Pattern LAST_NAME = Pattern.compile("(?:.*/|.*')([^/']+)(?:'\\)\\])?$");

    private final CloudOptions options;
    private final Map<String, AddressSet> given = new HashMap<>();
    private final Map<String, Set<String>> applicationGroupsOfName = new HashMap<>();
    private final Map<String, Integer> securityGroupsOfName = new HashMap<>();
    private final Map<String, AddressSet> rendered = new LinkedHashMap<>();

    NsgMembers(List<ListedNsg> groups, CloudOptions options) {
        this.options = options;
        options.members().forEach((name, addresses) -> given.put(Ascii.toLowerCase(name), addresses));
        for (ListedNsg group : groups) {
            securityGroupsOfName.merge(Ascii.toLowerCase(group.name()), 1, Integer::sum);
            group.rules().forEach(rule -> {
                for (String side : List.of("source", "destination")) {
                    JsonFields.ids(JsonFields.properties(rule), side + "ApplicationSecurityGroups")
                            .forEach(id -> applicationGroupsOfName
                                    .computeIfAbsent(name(id), first -> new LinkedHashSet<>())
                                    .add(Ascii.toLowerCase(id)));
                }
            });
        }
        if (interfacesAreUnknown()) {
            options.policy().ifPresent(policy -> rendered.putAll(PolicySite.groupAddresses(policy, options.name())));
        }
    }

    private boolean interfacesAreUnknown() {
        return options.inventories().stream()
                .allMatch(inventory -> inventory.interfaces().isEmpty());
    }

    /** Returns the name at the end of an identifier, or of the expression of a template that makes one. */
    private static String name(String id) {
        Matcher matcher = LAST_NAME.matcher(Ascii.toLowerCase(id));
        return matcher.matches() ? matcher.group(1) : Ascii.toLowerCase(id);
    }

    private static Optional<String> qualified(String id, String name) {
        String lower = Ascii.toLowerCase(id);
        String start = "/resourcegroups/";
        int at = lower.indexOf(start);
        if (at < 0) {
            return Optional.empty();
        }
        String rest = lower.substring(at + start.length());
        return Optional.of(rest.substring(0, Math.max(0, rest.indexOf('/'))) + "/" + name);
    }

    /** Returns the members of an application security group, empty if nobody knows. */
    Optional<AddressSet> ofApplicationGroup(String id) {
        String key = Ascii.toLowerCase(id);
        String name = name(id);
        boolean only = applicationGroupsOfName.getOrDefault(name, Set.of()).size() <= 1;
        Optional<AddressSet> told = told(ASG, key, qualified(id, name))
                .or(() -> only ? told(ASG + name) : Optional.empty())
                .or(() -> only && !securityGroupsOfName.containsKey(name) ? told(name) : Optional.empty());
        if (told.isPresent()) {
            return told;
        }
        if (!interfacesAreUnknown()) {
            AddressSet.Builder members = AddressSet.builder();
            options.inventories().stream()
                    .flatMap(inventory -> inventory.interfaces().stream())
                    .filter(each -> each.applicationGroups().contains(key))
                    .map(Interface::addresses)
                    .forEach(members::addAll);
            return Optional.of(members.build());
        }
        return only ? Optional.ofNullable(rendered.get(name)) : Optional.empty();
    }

    /** Returns the addresses that a network security group was told to guard. */
    Optional<AddressSet> ofSecurityGroup(ListedNsg group) {
        String name = Ascii.toLowerCase(group.name());
        boolean only = isOnlyOne(group);
        return told(NSG, group.key(), group.resourceGroup().map(own -> Ascii.toLowerCase(own) + "/" + name))
                .or(() -> only ? told(NSG + name) : Optional.empty())
                .or(() -> only && !applicationGroupsOfName.containsKey(name) ? told(name) : Optional.empty());
    }

    boolean isOnlyOne(ListedNsg group) {
        return securityGroupsOfName.getOrDefault(Ascii.toLowerCase(group.name()), 0) <= 1;
    }

    private Optional<AddressSet> told(String kind, String key, Optional<String> qualified) {
        return told(key)
                .or(() -> told(kind + key))
                .or(() -> qualified.flatMap(name -> told(kind + name)))
                .or(() -> qualified.flatMap(this::told));
    }

    private Optional<AddressSet> told(String key) {
        return Optional.ofNullable(given.get(key));
    }
}
