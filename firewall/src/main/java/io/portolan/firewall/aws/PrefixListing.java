package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.cloud.Cidr;
import io.portolan.firewall.cloud.JsonFields;
import io.portolan.firewall.json.Json;
import io.portolan.planner.address.AddressSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads lists of prefixes as the command {@code aws ec2} prints them: {@code describe-prefix-lists} with prefixes,
 * {@code get-managed-prefix-list-entries} without the identifier of the list.
 */
public final class PrefixListing {
    private PrefixListing() {}

    /**
     * Reads what {@code describe-prefix-lists} prints.
     *
     * @param json the listing
     * @return the addresses of each list that tells them
     * @throws FirewallFormatException if it has another form, or no list tells its prefixes, as
     *     {@code describe-managed-prefix-lists} prints them
     */
    public static ImmutableMap<String, AddressSet> read(Json json) {
        Map<String, AddressSet> lists = new LinkedHashMap<>();
        for (Json each : JsonFields.values(json, "PrefixLists")) {
            Json.Obj list = each.object();
            Json id = list.require("PrefixListId");
            if (list.get("Cidrs").isPresent() || list.get("Entries").isPresent()) {
                AddressSet.Builder addresses = AddressSet.builder();
                JsonFields.list(list, "Cidrs").forEach(value -> addresses.addAll(parse(value)));
                entries(list, addresses);
                lists.merge(id.text(), addresses.build(), AddressSet::union);
            }
        }
        if (lists.isEmpty()) {
            throw json.error("no prefix list has Cidrs or Entries; expected what describe-prefix-lists prints, or an"
                    + " identifier with what get-managed-prefix-list-entries prints");
        }
        return ImmutableMap.copyOf(lists);
    }

    /**
     * Reads what {@code get-managed-prefix-list-entries} prints.
     *
     * @param json the listing
     * @return the addresses of the list
     * @throws FirewallFormatException if it has another form
     */
    public static AddressSet readEntries(Json json) {
        AddressSet.Builder addresses = AddressSet.builder();
        if (json instanceof Json.Arr array) {
            array.values()
                    .forEach(entry -> addresses.addAll(parse(entry.object().require("Cidr"))));
        } else {
            json.object().require("Entries");
            entries(json.object(), addresses);
        }
        return addresses.build();
    }

    private static void entries(Json.Obj list, AddressSet.Builder addresses) {
        for (Json entry : JsonFields.list(list, "Entries")) {
            addresses.addAll(parse(entry.object().require("Cidr")));
        }
    }

    private static AddressSet parse(Json value) {
        String text = value.text();
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw value.error(String.valueOf(e.getMessage()));
        }
    }
}
