package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A network security group of a listing.
 *
 * @param key what tells it from all others: its identifier in lower case, or what is listed of it
 * @param name its name, which a group of another resource group may have, too
 * @param resourceGroup the resource group, empty if not listed
 * @param rules its rules, those of Azure too, if they are listed
 * @param subnets the identifiers of subnets that it guards
 * @param interfaces the identifiers of network interfaces that it guards
 * @param told whether the listing tells whom the group guards, be it nobody
 */
record ListedNsg(
        String key,
        String name,
        Optional<String> resourceGroup,
        ImmutableList<Json.Obj> rules,
        ImmutableList<String> subnets,
        ImmutableList<String> interfaces,
        boolean told) {
    private static final String TYPE = "microsoft.network/networksecuritygroups";

    /** Returns what findings show. */
    String title() {
        return JsonFields.plain(name);
    }

    /**
     * Reads one group, several in an array or under {@code value}, or those of a template.
     *
     * @throws FirewallFormatException if it is something else
     */
    static ImmutableList<ListedNsg> listOf(Json listing) {
        ImmutableList.Builder<ListedNsg> groups = ImmutableList.builder();
        if (listing instanceof Json.Obj object
                && JsonFields.get(object, "resources").isPresent()
                && JsonFields.get(object, "securityRules").isEmpty()) {
            ofTemplate(object, groups);
            return groups.build();
        }
        for (Json each : JsonFields.values(listing, "value")) {
            groups.add(of(each.object(), ImmutableList.of()));
        }
        return groups.build();
    }

    private static void ofTemplate(Json.Obj template, ImmutableList.Builder<ListedNsg> groups) {
        Json resources = JsonFields.require(template, "resources");
        // by symbolic name in newer templates
        ImmutableList<Json> all = resources instanceof Json.Obj named
                ? ImmutableList.copyOf(named.entries().values())
                : resources.array();
        int found = 0;
        for (Json each : all) {
            Json.Obj resource = each.object();
            String type = Ascii.toLowerCase(JsonFields.text(resource, "type").orElse(""));
            if (type.equals(TYPE)) {
                groups.add(of(resource, rulesApart(all, resource)));
                found++;
            } else if (type.equals("microsoft.resources/deployments")) {
                throw resource.error("the template has a nested one; expected what az network nsg list prints");
            }
        }
        if (found == 0) {
            throw resources.error("the template has no resource of type Microsoft.Network/networkSecurityGroups");
        }
    }

    /** Returns the rules that are resources beside the group. */
    private static ImmutableList<Json.Obj> rulesApart(ImmutableList<Json> all, Json.Obj group) {
        String name = JsonFields.require(group, "name").text();
        ImmutableList.Builder<Json.Obj> rules = ImmutableList.builder();
        for (Json each : all) {
            Json.Obj resource = each.object();
            String type = Ascii.toLowerCase(JsonFields.text(resource, "type").orElse(""));
            if (type.equals(TYPE + "/securityrules")) {
                String full = JsonFields.require(resource, "name").text();
                if (!full.contains("/") || full.startsWith("[")) {
                    throw resource.error("which group the rule is of is calculated; expected its name as text, or what"
                            + " az network nsg list prints");
                }
                if (Ascii.equalsIgnoreCase(full.substring(0, full.indexOf('/')), name)) {
                    rules.add(resource);
                }
            }
        }
        return rules.build();
    }

    private static ListedNsg of(Json.Obj group, ImmutableList<Json.Obj> apart) {
        Json.Obj properties = JsonFields.properties(group);
        if (JsonFields.get(properties, "securityRules").isEmpty()
                && JsonFields.get(properties, "defaultSecurityRules").isEmpty()
                && apart.isEmpty()) {
            throw properties.error("the object has no securityRules; expected a network security group");
        }
        String name = JsonFields.require(group, "name").text();
        Optional<String> id = JsonFields.text(group, "id").filter(text -> text.startsWith("/"));
        boolean told = JsonFields.get(properties, "subnets").isPresent()
                || JsonFields.get(properties, "networkInterfaces").isPresent();
        Optional<String> resourceGroup =
                JsonFields.text(group, "resourceGroup").or(() -> JsonFields.text(group, "resourceGroupName"));
        return new ListedNsg(
                NetworkListing.key(
                        id.orElseGet(() -> resourceGroup.map(own -> own + "/").orElse("nsg:") + name)),
                name,
                resourceGroup.or(() -> id.flatMap(ListedNsg::resourceGroup)),
                rules(properties, apart),
                keys(properties, "subnets"),
                keys(properties, "networkInterfaces"),
                told);
    }

    private static Optional<String> resourceGroup(String id) {
        List<String> parts = Splitter.on('/').splitToList(id);
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (Ascii.equalsIgnoreCase(parts.get(i), "resourceGroups")) {
                return Optional.of(parts.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static ImmutableList<Json.Obj> rules(Json.Obj properties, ImmutableList<Json.Obj> apart) {
        ImmutableList.Builder<Json.Obj> rules = ImmutableList.builder();
        for (String key : List.of("securityRules", "defaultSecurityRules")) {
            for (Json rule : JsonFields.list(properties, key)) {
                if (rule instanceof Json.Text) {
                    throw rule.error("the rule is cut off; ConvertTo-Json needs -Depth 10");
                }
                rules.add(rule.object());
            }
        }
        return rules.addAll(apart).build();
    }

    private static ImmutableList<String> keys(Json.Obj properties, String key) {
        return JsonFields.ids(properties, key).stream()
                .map(NetworkListing::key)
                .collect(ImmutableList.toImmutableList());
    }
}
