package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressSet;
import java.util.Optional;

/**
 * What a listing of rules does not tell.
 *
 * @param host the host whose own firewall it is, whose addresses stand for "this machine"; empty for a firewall between
 *     networks
 * @param groups the addresses of the members of each group that rules may refer to, by the name or id of the group; a group
 *     that is not among them is not understood
 */
public record ReadOptions(Optional<Place> host, ImmutableMap<String, AddressSet> groups) {
    /**
     * Refuses null.
     *
     * @param host the host whose own firewall it is, whose addresses stand for "this machine"; empty for a firewall between
     *     networks
     * @param groups the addresses of the members of each group that rules may refer to, by the name or id of the group; a group
     *     that is not among them is not understood
     */
    public ReadOptions {
        requireNonNull(host, "host");
        requireNonNull(groups, "groups");
    }

    /**
     * Returns options for a firewall between networks, without groups.
     *
     * @return the options
     */
    public static ReadOptions none() {
        return new ReadOptions(Optional.empty(), ImmutableMap.of());
    }

    /**
     * Returns options for the firewall of a host, without groups.
     *
     * @param host the host
     * @return the options
     */
    public static ReadOptions forHost(Place host) {
        return new ReadOptions(Optional.of(host), ImmutableMap.of());
    }

    /**
     * Returns options for a firewall between networks whose rules refer to groups.
     *
     * @param groups the addresses of the members of each group
     * @return the options
     */
    public static ReadOptions withGroups(ImmutableMap<String, AddressSet> groups) {
        return new ReadOptions(Optional.empty(), groups);
    }
}
