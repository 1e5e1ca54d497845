package io.portolan.firewall.groups;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressSet;

/**
 * Hosts that the rules of a policy treat alike, so that clouds can have one group for them.
 *
 * @param name lower-case letters, digits and hyphens, 80 at most; unique among the groups of a policy
 * @param hosts the members, by name
 * @param addresses the addresses of the members: all of them, unless rules treat the addresses of one host apart
 */
public record HostGroup(String name, ImmutableList<Place> hosts, AddressSet addresses) {
    /**
     * Refuses null.
     *
     * @param name the name
     * @param hosts the members
     * @param addresses their addresses
     */
    public HostGroup {
        requireNonNull(name, "name");
        requireNonNull(hosts, "hosts");
        requireNonNull(addresses, "addresses");
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
