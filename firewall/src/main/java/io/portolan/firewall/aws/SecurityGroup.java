package io.portolan.firewall.aws;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import java.util.Collection;

/**
 * A security group.
 *
 * @param group its members
 * @param ingress what may reach them, each with the rules of the policy that it is for
 * @param egress what they may reach
 */
record SecurityGroup(
        HostGroup group,
        ImmutableMap<Permission, ImmutableList<Rule>> ingress,
        ImmutableMap<Permission, ImmutableList<Rule>> egress) {
    SecurityGroup {
        requireNonNull(group, "group");
        requireNonNull(ingress, "ingress");
        requireNonNull(egress, "egress");
    }

    ImmutableMap<Permission, ImmutableList<Rule>> permissions(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    /** Returns how many rules count against the budget of a family: a reference counts in both. */
    static int count(Collection<Permission> permissions, AddressFamily family) {
        return (int) permissions.stream()
                .filter(permission -> permission.peer().countsIn(family))
                .count();
    }
}
