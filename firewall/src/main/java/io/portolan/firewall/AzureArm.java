package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.azure.ArmTemplate;
import io.portolan.firewall.azure.NetworkSecurityGroup;
import io.portolan.firewall.cloud.GroupsFile;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.planner.Policy;

/**
 * A network security group of Azure, as a template of Azure Resource Manager.
 *
 * <p>There is one network security group, for every subnet of the site: packets between two of its hosts pass an outbound
 * rule of the one and an inbound rule of the other. Two rules of the lowest priority deny what no flow needs; they go before
 * the rules that Azure has by default, which allow what is within the virtual network, what goes to the internet, and health
 * probes of load balancers. What the platform itself needs, such as 168.63.129.16 for names and addresses, Azure lets pass by
 * itself.
 *
 * <p>Where a rule of the policy is from or to exactly the hosts of some of the {@link HostGroups}, it refers to them as
 * application security groups; these say the same only if every network interface has the group of its host, and groups of
 * one rule are in one virtual network. {@link RenderOptions.Builder#applicationGroups} chooses prefixes alone. A rule has one kind of
 * ends at each side, one service tag, and prefixes of one family.
 *
 * <p>A rule keeps its priority while others come and go, unless two collide. TCP, UDP, ICMP for IPv4, ESP and AH are said, with
 * source ports; not ICMPv6 and other protocols ({@link Limitation.Kind#PROTOCOL}), types of ICMP
 * ({@link Limitation.Kind#ICMP_TYPE}) and host names ({@link Limitation.Kind#NAME}). There may be 1,000 rules, with 4,000
 * addresses and ranges at each end. With {@link RenderOptions.OverBudget#MERGE}, rules of one protocol and family are merged,
 * each time those that open the fewest packets.
 */
public final class AzureArm {
    private AzureArm() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return NetworkSecurityGroup.CAPABILITY;
    }

    /**
     * Renders a policy with {@link RenderOptions#defaults()}.
     *
     * @param policy the policy
     * @return {@code portolan-azure.json}, {@code portolan-groups.json} and {@code portolan-reasons.json}
     * @throws RuleBudgetException if there are too many rules or addresses
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return {@code NAME-azure.json}, {@code NAME-groups.json} and {@code NAME-reasons.json}
     * @throws IllegalArgumentException if the options have a host, for network security groups guard no single host
     * @throws RuleBudgetException if there are too many rules or addresses and merging was not asked for, or does not suffice
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        NetworkSecurityGroup group = NetworkSecurityGroup.of(policy, options);
        return new Rendering(
                ImmutableList.of(
                        ArmTemplate.of(group, options),
                        GroupsFile.of(options.name(), group.members()),
                        ReasonsFile.of(options.name(), group.reasons())),
                group.limitations(),
                group.excess());
    }
}
