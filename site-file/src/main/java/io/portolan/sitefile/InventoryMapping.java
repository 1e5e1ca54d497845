package io.portolan.sitefile;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which roles the hosts of an inventory have, by their groups, tags or names. */
final class InventoryMapping {
    private static final String MAPPING = "mapping";
    private static final String GROUP = "group";
    private static final String NAME = "name";
    private static final NodeParser.Contents CONTENTS = new NodeParser.Contents("rules", "");

    private final Map<String, Object> site = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    /** Hosts whose group or name is like a pattern have roles and endpoints. */
    private record Rule(
            boolean byName, Pattern pattern, Map<String, List<String>> roles, ImmutableList<String> endpoints) {
        boolean matches(InventoryHost host) {
            return byName
                    ? pattern.matcher(host.name()).matches()
                    : host.groups().stream()
                            .anyMatch(group -> pattern.matcher(group).matches());
        }
    }

    private InventoryMapping() {}

    static InventoryMapping read(Path file) {
        return parse(file.toString(), FileText.read(file));
    }

    static InventoryMapping parse(String file, String text) {
        Node.Mapping root = Values.mapping(NodeParser.parse(file, text, CONTENTS), "rules");
        InventoryMapping mapping = new InventoryMapping();
        Node given = Values.required(root, MAPPING);
        if (!(given instanceof Node.Listing listing) || listing.items().isEmpty()) {
            throw Values.expected(given, "a list of rules", "");
        }
        Problems problems = new Problems();
        listing.items().forEach(item -> problems.attempt(() -> mapping.rules.add(rule(item))));
        problems.finish();
        root.entries().forEach((key, entry) -> {
            if (!key.equals(MAPPING)) {
                mapping.site.put(key, plain(entry.value()));
            }
        });
        return mapping;
    }

    private static Rule rule(Node node) {
        List<Pattern> groups = new ArrayList<>();
        List<Pattern> names = new ArrayList<>();
        Map<String, List<String>> roles = new LinkedHashMap<>();
        List<String> endpoints = new ArrayList<>();
        Node.Mapping mapping = Values.mapping(node, "group or name, and roles or endpoints");
        new Sections("key")
                .add(GROUP, entry -> groups.add(pattern(entry, "a group, or a tag such as Role=gateway")))
                .add(NAME, entry -> names.add(pattern(entry, "the name of hosts, such as gw*")))
                .add(
                        Placements.ROLES,
                        entry -> Values.mapping(entry.value(), "deployments and their roles")
                                .entries()
                                .forEach((deployment, ids) -> Values.each(
                                        ids.value(),
                                        "identifiers of roles",
                                        roles.computeIfAbsent(deployment, first -> new ArrayList<>())::add)))
                .add(
                        Placements.ENDPOINTS,
                        entry -> Values.each(entry.value(), "identifiers of endpoints", endpoints::add))
                .read(mapping);
        if (groups.size() + names.size() != 1) {
            throw mapping.place().error("expected either the key group or the key name");
        }
        if (roles.isEmpty() && endpoints.isEmpty()) {
            throw mapping.place().error("expected the key roles or the key endpoints");
        }
        return new Rule(
                groups.isEmpty(),
                groups.isEmpty() ? names.get(0) : groups.get(0),
                roles,
                ImmutableList.copyOf(endpoints));
    }

    /** Returns a pattern in which an asterisk stands for any characters; letters may be of either case. */
    private static Pattern pattern(Node.Entry entry, String expected) {
        String text = Values.text(entry.value(), expected);
        StringBuilder regex = new StringBuilder();
        for (String part : Splitter.on('*').split(text)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> plain = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> plain.put(key, plain(entry.value())));
            return plain;
        }
        if (node instanceof Node.Listing listing) {
            return listing.items().stream().map(InventoryMapping::plain).toList();
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (scalar.kind()) {
            case TRUTH -> Boolean.valueOf(scalar.text());
            case INTEGER -> new BigInteger(scalar.text());
            default -> scalar.text();
        };
    }

    /** Returns the site file with the hosts of an inventory. */
    SiteFile siteFile(Inventory inventory) {
        Map<String, Object> hosts = new LinkedHashMap<>();
        for (InventoryHost host : inventory.hosts()) {
            hosts.put(host.name(), place(host));
        }
        Map<String, Object> all = new LinkedHashMap<>(site);
        Map<String, Object> topology = new LinkedHashMap<>();
        if (site.get(SiteFile.TOPOLOGY) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> topology.put(String.valueOf(key), value));
        }
        if (topology.get(TopologySection.HOSTS) instanceof Map<?, ?> given) {
            given.forEach((name, place) -> hosts.put(String.valueOf(name), place));
        }
        topology.put(TopologySection.HOSTS, hosts);
        all.put(SiteFile.TOPOLOGY, topology);
        return SiteFile.parse(Yaml.of(all));
    }

    private Map<String, Object> place(InventoryHost host) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        Set<String> endpoints = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (rule.matches(host)) {
                rule.roles()
                        .forEach((deployment, ids) -> roles.computeIfAbsent(deployment, first -> new LinkedHashSet<>())
                                .addAll(ids));
                endpoints.addAll(rule.endpoints());
            }
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put(PlaceReader.ADDRESSES, host.addresses());
        Map<String, Object> listed = new LinkedHashMap<>();
        roles.forEach((deployment, ids) -> listed.put(deployment, List.copyOf(ids)));
        if (!listed.isEmpty()) {
            place.put(Placements.ROLES, listed);
        }
        if (!endpoints.isEmpty()) {
            place.put(Placements.ENDPOINTS, List.copyOf(endpoints));
        }
        return place;
    }
}
