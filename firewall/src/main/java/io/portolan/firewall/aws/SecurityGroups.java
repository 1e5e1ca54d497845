package io.portolan.firewall.aws;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Excess;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.Layer;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.firewall.cloud.TwoSides;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.firewall.text.RuleParts;
import io.portolan.planner.Audit;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy as security groups.
 *
 * @param groups the security groups, by name
 * @param rules the rules that they were made of
 * @param members the groups of hosts that they are of
 * @param limitations what they do not allow
 * @param excess what they allow besides
 */
public record SecurityGroups(
        ImmutableList<SecurityGroup> groups,
        ImmutableList<Rule> rules,
        HostGroups members,
        ImmutableList<Limitation> limitations,
        ImmutableList<Excess> excess) {
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int MOST_RULES = 60;

    /** What security groups can say. */
    public static final Capability CAPABILITY = Capability.builder()
            .portSlots(1, 1)
            .peersPerRule(1)
            .withoutSourcePorts()
            .ruleBudget(MOST_RULES, "direction of a security group, for IPv4 and IPv6 each")
            .comments(LONGEST_DESCRIPTION, Capability.CommentCharacters.AWS)
            .build();

    /**
     * Refuses null.
     *
     * @param groups the security groups, by name
     * @param rules the rules that they were made of
     * @param members the groups of hosts that they are of
     * @param limitations what they do not allow
     * @param excess what they allow besides
     */
    public SecurityGroups {
        requireNonNull(groups, "groups");
        requireNonNull(rules, "rules");
        requireNonNull(members, "members");
        requireNonNull(limitations, "limitations");
        requireNonNull(excess, "excess");
    }

    /**
     * Makes the security groups of a policy.
     *
     * @param policy the policy
     * @param options how
     * @return the security groups
     * @throws IllegalArgumentException if the options are for a host, or their name begins as identifiers of AWS do
     * @throws RuleBudgetException if a security group takes too many rules
     */
    public static SecurityGroups of(Policy policy, RenderOptions options) {
        if (options.host().isPresent()) {
            throw new IllegalArgumentException("security groups are of groups of hosts, not of the host "
                    + options.host().get().name() + "; leave the host out to have them all");
        }
        if (options.name().equals("sg") || options.name().startsWith("sg-")) {
            throw new IllegalArgumentException("security groups called " + options.name()
                    + "-...: AWS takes no name that begins with sg-; choose another");
        }
        NameRemoval known = NameRemoval.of(policy, CAPABILITY);
        HostGroups members = HostGroups.of(known.policy(), options);
        RuleParts fitting = RuleParts.of(known.policy().rules(), CAPABILITY);
        ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();
        limitations.addAll(known.limitations());
        limitations.addAll(fitting.limitations());
        limitations.addAll(elsewhere(fitting, members));
        ImmutableList.Builder<SecurityGroup> builder = ImmutableList.builder();
        List<String> merged = new ArrayList<>();
        for (HostGroup group : members.groups()) {
            builder.add(new SecurityGroup(
                    group,
                    permissions(fitting, members, group, Direction.INGRESS, options, merged),
                    permissions(fitting, members, group, Direction.EGRESS, options, merged)));
        }
        ImmutableList<SecurityGroup> groups = builder.build();
        return new SecurityGroups(
                groups,
                known.policy().rules(),
                members,
                limitations.build(),
                merged.isEmpty() ? ImmutableList.of() : excess(policy, groups, merged));
    }

    private static ImmutableMap<Permission, ImmutableList<Rule>> permissions(
            RuleParts fitting,
            HostGroups members,
            HostGroup group,
            Direction direction,
            RenderOptions options,
            List<String> merged) {
        ImmutableMap<Permission, ImmutableList<Rule>> permissions =
                PermissionMaker.permissions(fitting.parts(), members, group, direction);
        int budget = options.ruleBudget().orElse(MOST_RULES);
        int needed = Math.max(
                SecurityGroup.count(permissions.keySet(), AddressFamily.IPV4),
                SecurityGroup.count(permissions.keySet(), AddressFamily.IPV6));
        if (needed <= budget) {
            return permissions;
        }
        String what = direction.id() + " rules of security group " + group.name();
        Optional<ImmutableMap<Permission, ImmutableList<Rule>>> fitted = options.overBudget() == OverBudget.MERGE
                ? new LeastExcess(permissions, budget).fit()
                : Optional.empty();
        merged.add(what);
        return fitted.orElseThrow(() -> new RuleBudgetException(what, needed, budget));
    }

    /** Packets between two ends without a security group, which pass none. */
    private static ImmutableList<Limitation> elsewhere(RuleParts fitting, HostGroups members) {
        AddressSet.Builder builder = AddressSet.builder();
        members.groups().forEach(group -> builder.addAll(group.addresses()));
        AddressSet hosts = builder.build();
        ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();
        for (RuleParts.Part part : fitting.parts()) {
            AddressSet sources = part.sources().addresses().difference(hosts);
            AddressSet destinations = part.destinations().addresses().difference(hosts);
            if (!sources.isEmpty() && !destinations.isEmpty()) {
                limitations.add(new Limitation(
                        Limitation.Kind.PLACE,
                        new Rule(
                                Peers.of(sources),
                                Peers.of(destinations),
                                part.transport(),
                                part.rule().causes()),
                        "neither end is a host, and only hosts have security groups"));
            }
        }
        return limitations.build();
    }

    private static ImmutableList<Excess> excess(Policy policy, List<SecurityGroup> groups, List<String> merged) {
        String detail = "merged to fit the budget: " + String.join(", ", merged);
        ImmutableList.Builder<Excess> excess = ImmutableList.builder();
        for (Finding finding : Audit.compare(policy, observed(groups)).of(Finding.Kind.EXCESS)) {
            excess.add(new Excess(finding.rule(), detail));
        }
        return excess.build();
    }

    /** What the security groups allow, worked out as for those that are read. */
    private static ObservedRules observed(List<SecurityGroup> groups) {
        List<GuardRule> inbound = new ArrayList<>();
        List<GuardRule> outbound = new ArrayList<>();
        AddressSet.Builder guarded = AddressSet.builder();
        for (SecurityGroup group : groups) {
            guarded.addAll(group.group().addresses());
            group.ingress().keySet().forEach(permission -> inbound.add(rule(group, " in", permission)));
            group.egress().keySet().forEach(permission -> outbound.add(rule(group, " out", permission)));
        }
        Layer layer = new Layer(guarded.build(), ImmutableList.copyOf(inbound), ImmutableList.copyOf(outbound));
        return TwoSides.join(List.of(layer), List.of(), Action.DENY);
    }

    private static GuardRule rule(SecurityGroup group, String direction, Permission permission) {
        return GuardRule.allow(
                group.group().name() + direction,
                group.group().addresses(),
                Peers.of(permission.peer().addresses()),
                PacketKinds.of(List.of(permission.traffic().transport())));
    }
}
