package io.portolan.firewall.azure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Excess;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderOptions.OverBudget;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.firewall.text.RuleParts;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A policy as a network security group.
 *
 * @param rules the rules: those that allow in the order of the policy, then those that deny the rest
 * @param reasons the rules of the policy that they were made of
 * @param members the groups of hosts
 * @param limitations what the rules do not allow
 * @param excess what they allow besides
 */
public record NetworkSecurityGroup(
        ImmutableList<NsgRule> rules,
        ImmutableList<Rule> reasons,
        HostGroups members,
        ImmutableList<Limitation> limitations,
        ImmutableList<Excess> excess) {
    private static final int LONGEST_DESCRIPTION = 140;
    private static final int MOST_RULES = 1000;
    private static final int MOST_PREFIXES = 4000;
    private static final int DENY_PRIORITY = 4096;

    /** What network security groups can say. */
    public static final Capability CAPABILITY = Capability.builder()
            .names(OutsideName.Kind.SERVICE_TAG)
            .protocols(ImmutableSet.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ESP, IpProtocol.AH))
            .withoutIcmpTypes()
            .ruleBudget(MOST_RULES, "network security group, both directions together")
            .comments(LONGEST_DESCRIPTION, Capability.CommentCharacters.PLAIN)
            .build();

    /**
     * Refuses null.
     *
     * @param rules the rules: those that allow in the order of the policy, then those that deny the rest
     * @param reasons the rules of the policy that they were made of
     * @param members the groups of hosts
     * @param limitations what the rules do not allow
     * @param excess what they allow besides
     */
    public NetworkSecurityGroup {
        requireNonNull(rules, "rules");
        requireNonNull(reasons, "reasons");
        requireNonNull(members, "members");
        requireNonNull(limitations, "limitations");
        requireNonNull(excess, "excess");
    }

    /**
     * Makes the network security group of a policy.
     *
     * @param policy the policy
     * @param options how
     * @return the network security group
     * @throws IllegalArgumentException if the options are for a host
     * @throws RuleBudgetException if it takes too many rules or addresses
     */
    public static NetworkSecurityGroup of(Policy policy, RenderOptions options) {
        boolean groups = options.applicationGroups();
        if (options.host().isPresent()) {
            throw new IllegalArgumentException("a network security group is for the whole site, not for the host "
                    + options.host().get().name() + "; leave the host out");
        }
        NameRemoval known = NameRemoval.of(policy, CAPABILITY);
        HostGroups members = HostGroups.of(known.policy(), options);
        RuleParts fitting = RuleParts.of(known.policy().rules(), CAPABILITY);
        NsgRuleMaker exact = new NsgRuleMaker(members, groups);
        fitting.parts().forEach(exact::add);
        ImmutableList<Limitation> limitations = ImmutableList.<Limitation>builder()
                .addAll(known.limitations())
                .addAll(fitting.limitations())
                .addAll(exact.limitations())
                .build();
        int budget = options.ruleBudget().orElse(MOST_RULES);
        NsgRuleMaker fits = exact;
        if (exact.count() + 2 > budget) {
            if (options.overBudget() == OverBudget.REFUSE) {
                throw tooMany(options, exact, budget);
            }
            fits = RuleMerging.fit(fitting, members, groups, budget - 2)
                    .orElseThrow(() -> tooMany(options, exact, budget));
        }
        ImmutableList<NsgRule> rules = ImmutableList.<NsgRule>builder()
                .addAll(fits.rules())
                .add(deny(NsgRule.Direction.INBOUND))
                .add(deny(NsgRule.Direction.OUTBOUND))
                .build();
        checkPrefixes(rules, options.name());
        ImmutableList<Excess> excess =
                fits == exact ? ImmutableList.of() : RuleMerging.excess(policy, rules, members.site());
        return new NetworkSecurityGroup(rules, known.policy().rules(), members, limitations, excess);
    }

    private static RuleBudgetException tooMany(RenderOptions options, NsgRuleMaker maker, int budget) {
        return new RuleBudgetException("rules of network security group " + options.name(), maker.count() + 2, budget);
    }

    /** Goes before the rules that every network security group has, which allow what is within the virtual network. */
    private static NsgRule deny(NsgRule.Direction direction) {
        NsgEnd any = new NsgEnd.Prefixes(AddressSet.any());
        return new NsgRule(
                "deny-the-rest-" + (direction == NsgRule.Direction.INBOUND ? "in" : "out"),
                "What no flow needs, before the default rules",
                direction,
                false,
                DENY_PRIORITY,
                Optional.empty(),
                any,
                any);
    }

    private static void checkPrefixes(List<NsgRule> rules, String name) {
        int sources = 0;
        int destinations = 0;
        for (NsgRule rule : rules) {
            sources += prefixes(rule.sources());
            destinations += prefixes(rule.destinations());
        }
        int most = Math.max(sources, destinations);
        if (most > MOST_PREFIXES) {
            throw new RuleBudgetException(
                    (sources == most ? "source" : "destination") + " addresses of network security group " + name,
                    most,
                    MOST_PREFIXES);
        }
    }

    private static int prefixes(NsgEnd end) {
        return end instanceof NsgEnd.Prefixes prefixes ? prefixes.texts().size() : 0;
    }

    /** Returns the application security groups that rules refer to. */
    List<HostGroup> usedGroups() {
        Set<HostGroup> used = new HashSet<>();
        for (NsgRule rule : rules) {
            for (NsgEnd end : List.of(rule.sources(), rule.destinations())) {
                if (end instanceof NsgEnd.Groups groups) {
                    used.addAll(groups.groups());
                }
            }
        }
        return members.groups().stream().filter(used::contains).toList();
    }
}
