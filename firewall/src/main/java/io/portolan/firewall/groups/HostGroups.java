package io.portolan.firewall.groups;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressSet;

/**
 * The groups of hosts that the clouds have for a policy: security groups, application security groups.
 *
 * <p>Hosts are in one group if they have the same roles and every rule treats them alike: its sources hold all addresses of
 * the group of one family, or none, and so do its destinations. Every host with an address is in a group. Packets within one
 * host cross no network, so that a group may refer to itself.
 *
 * <p>Where rules treat two addresses of one host apart, the host is in a group for each; each such address needs a network
 * interface of its own.
 *
 * <p>A group is called after the roles of its hosts, such as {@code portolan-rds-connection-broker}. The name stays while
 * hosts of these roles come and go.
 */
public final class HostGroups {
    private final ImmutableList<HostGroup> groups;
    private final AddressSet site;

    private HostGroups(ImmutableList<HostGroup> groups, AddressSet site) {
        this.groups = groups;
        this.site = site;
    }

    /**
     * Returns the groups that the clouds have for a policy that is rendered with {@link RenderOptions#defaults()}.
     *
     * @param policy the policy
     * @return the groups
     */
    public static HostGroups of(Policy policy) {
        return of(policy, RenderOptions.defaults());
    }

    /**
     * Returns the groups that the clouds have for a policy.
     *
     * @param policy the policy
     * @param options with which it is rendered
     * @return the groups
     */
    public static HostGroups of(Policy policy, RenderOptions options) {
        AddressSet.Builder site = AddressSet.builder();
        for (Place place : policy.topology().places()) {
            if (place.kind() != Place.Kind.OUTSIDE) {
                site.addAll(place.peers().addresses());
            }
        }
        return new HostGroups(new GroupMaker(policy, options.name()).groups(), site.build());
    }

    /**
     * Returns the groups.
     *
     * @return groups by name
     */
    public ImmutableList<HostGroup> groups() {
        return groups;
    }

    /**
     * Returns the addresses of hosts and networks: what is behind the firewalls of the site.
     *
     * @return a set that holds no address of an outside site, unless a network has it, too
     */
    public AddressSet site() {
        return site;
    }
}
