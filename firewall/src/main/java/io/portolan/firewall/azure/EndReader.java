package io.portolan.firewall.azure;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.azure.Tags.Meaning;
import io.portolan.firewall.cloud.Cidr;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where packets of a rule come from or go to. */
final class EndReader {
    private static final CharMatcher TAG = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("._-"));

    private final Tags tags;
    private final NsgMembers members;

    EndReader(Tags tags, NsgMembers members) {
        this.tags = tags;
        this.members = members;
    }

    /**
     * Returns what an end stands for: what was understood, and apart from it each thing that was not, with all that it may
     * stand for.
     */
    List<Meaning> read(Json.Obj rule, String side, boolean allows) {
        List<Meaning> meanings = new ArrayList<>();
        List<Json> prefixes = new ArrayList<>(JsonFields.list(rule, side + "AddressPrefix"));
        prefixes.addAll(JsonFields.list(rule, side + "AddressPrefixes"));
        for (Json value : prefixes) {
            for (String text : Splitter.on(',').trimResults().omitEmptyStrings().split(value.text())) {
                meanings.addAll(prefix(value, text, allows));
            }
        }
        ImmutableList<String> groups = JsonFields.ids(rule, side + "ApplicationSecurityGroups");
        groups.forEach(id -> meanings.add(group(id)));
        if (meanings.isEmpty()) {
            throw rule.error("the rule has no " + side + " addresses; expected a prefix, a tag or groups");
        }
        return gathered(meanings);
    }

    private List<Meaning> prefix(Json value, String text, boolean allows) {
        if (text.equals("*") || Ascii.equalsIgnoreCase(text, "any")) {
            return List.of(new Meaning(Peers.any(), Optional.empty()));
        }
        if (text.startsWith("[")) {
            return List.of(new Meaning(Peers.any(), Optional.of("the expression " + Excerpts.quote(text))));
        }
        if (text.indexOf(':') >= 0 || Character.digit(text.charAt(0), 10) >= 0) {
            try {
                return List.of(new Meaning(Peers.of(Cidr.parse(text)), Optional.empty()));
            } catch (IllegalArgumentException e) {
                throw value.error(String.valueOf(e.getMessage()));
            }
        }
        if (!TAG.matchesAllOf(text)) {
            throw value.error("expected a prefix, an asterisk or a service tag, but found " + value.description());
        }
        return tags.of(text, allows);
    }

    private Meaning group(String id) {
        Optional<AddressSet> known = members.ofApplicationGroup(id);
        String name = id.substring(id.lastIndexOf('/') + 1);
        return known.map(addresses -> new Meaning(Peers.of(addresses), Optional.empty()))
                .orElseGet(() -> new Meaning(
                        Peers.of(tags.inside()),
                        Optional.of("who is in the application security group " + Excerpts.quote(name))));
    }

    /** Equal doubts go together, and so does all that is certain. */
    private static List<Meaning> gathered(List<Meaning> meanings) {
        Map<Optional<String>, Peers> byDoubt = new LinkedHashMap<>();
        meanings.forEach(meaning -> byDoubt.merge(meaning.notUnderstood(), meaning.peers(), Peers::union));
        List<Meaning> gathered = new ArrayList<>();
        byDoubt.forEach((doubt, peers) -> gathered.add(new Meaning(peers, doubt)));
        return gathered;
    }
}
