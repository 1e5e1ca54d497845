package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Redirect;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/** What nftables sends packets to other destinations by. */
final class NftTranslations {
    /** Fields by which rules before and behind know packets. */
    private static final ImmutableSet<String> CHANGING =
            ImmutableSet.of("saddr", "daddr", "sport", "dport", "protocol", "nexthdr", "type", "code", "flags");

    private static final ImmutableSet<String> LOCAL = ImmutableSet.of("redirect", "tproxy", "synproxy");

    private NftTranslations() {}

    /** Returns what a statement such as dnat does. */
    static Redirect of(String key, Json value) {
        Optional<Json> address = part(value, "addr");
        return new Redirect(
                key,
                address.flatMap(NftTranslations::address),
                part(value, "port").map(NftTranslations::ports),
                LOCAL.contains(key));
    }

    private static Optional<Json> part(Json value, String key) {
        return value instanceof Json.Obj object ? object.get(key) : Optional.empty();
    }

    private static Optional<AddressSet> address(Json value) {
        return NftField.addresses(value, AddressSet.any());
    }

    /** Returns the ports of a value, all of them if it is not plain. */
    private static NumberSet ports(Json value) {
        if (value instanceof Json.Num) {
            return NumberSet.of(value.integer(0, 65_535));
        }
        if (value instanceof Json.Obj object && object.get("range").isPresent()) {
            ImmutableList<Json> ends = object.require("range").array();
            if (ends.size() == 2) {
                int first = ends.get(0).integer(0, 65_535);
                return NumberSet.ofRange(first, ends.get(1).integer(first, 65_535));
            }
        }
        return NumberSet.all();
    }

    /** Returns what a rule does that writes into a packet, empty if nothing by which rules know it. */
    static Optional<Outcome> ofPayload(Json.Obj mangle) {
        if (mangle.get("key").orElse(mangle) instanceof Json.Obj key
                && key.get("payload").isPresent()) {
            boolean known = key.require("payload") instanceof Json.Obj payload
                    && payload.get("field").orElse(payload) instanceof Json.Text field
                    && !CHANGING.contains(field.value());
            return known
                    ? Optional.empty()
                    : Optional.of(new Redirect("mangle", Optional.empty(), Optional.of(NumberSet.all()), false));
        }
        return Optional.empty();
    }
}
