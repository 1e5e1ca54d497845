package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.internal.Excerpts;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where packets of a rule come from or go to. */
final class EndReader {
    private static final ImmutableSet<String> OF_THE_SITE =
            ImmutableSet.of("VirtualNetwork", "Internet", "AzureLoadBalancer");

    private final ImmutableMap<String, AddressSet> groups;
    private final AddressSet.Builder addresses = AddressSet.builder();
    private final List<OutsideName> names = new ArrayList<>();
    private Optional<String> notUnderstood = Optional.empty();

    EndReader(ImmutableMap<String, AddressSet> groups) {
        this.groups = groups;
    }

    /** An end, and what of it was not understood: it is then any. */
    record End(Peers peers, Optional<String> notUnderstood) {}

    End read(Json.Obj rule, String side) {
        rule.get(side + "AddressPrefix").ifPresent(this::prefix);
        list(rule, side + "AddressPrefixes").forEach(this::prefix);
        for (Json group : list(rule, side + "ApplicationSecurityGroups")) {
            group(group.object().require("id"));
        }
        Peers peers = Peers.of(addresses.build(), names);
        if (peers.isEmpty() && notUnderstood.isEmpty() && !hasGroups(rule, side)) {
            throw rule.error("the rule has no " + side + " addresses; expected a prefix, a tag or groups");
        }
        return notUnderstood.isPresent() ? new End(Peers.any(), notUnderstood) : new End(peers, notUnderstood);
    }

    private static boolean hasGroups(Json.Obj rule, String side) {
        return !list(rule, side + "ApplicationSecurityGroups").isEmpty();
    }

    static ImmutableList<Json> list(Json.Obj object, String key) {
        return object.get(key).map(Json::array).orElse(ImmutableList.of());
    }

    private void prefix(Json value) {
        String text = value.text();
        if (text.isEmpty()) {
            return;
        }
        AddressSet known = groups.get(text);
        if (text.equals("*") || text.equalsIgnoreCase("any")) {
            addresses.addAll(AddressSet.any());
        } else if (known != null) {
            addresses.addAll(known);
        } else if (OF_THE_SITE.stream().anyMatch(text::equalsIgnoreCase)) {
            notUnderstood = Optional.of("which addresses are " + text);
        } else if (text.indexOf(':') >= 0 || Character.digit(text.charAt(0), 10) >= 0) {
            addresses.add(range(value));
        } else {
            tag(value);
        }
    }

    private static AddressRange range(Json value) {
        try {
            return AddressRange.parse(value.text());
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    private void tag(Json value) {
        try {
            names.add(OutsideName.serviceTag(value.text()));
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }

    /** Groups are known by their whole identifier, or by the name at its end. */
    private void group(Json id) {
        String text = id.text();
        AddressSet known = groups.get(text);
        String name = text.substring(text.lastIndexOf('/') + 1);
        AddressSet named = known == null ? groups.get(name) : known;
        if (named == null) {
            notUnderstood = Optional.of("who is in the application security group " + Excerpts.quote(name));
        } else {
            addresses.addAll(named);
        }
    }
}
