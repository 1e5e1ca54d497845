package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.aws.SecurityGroups;
import io.portolan.firewall.aws.SecurityGroupsTerraform;
import io.portolan.firewall.cloud.GroupsFile;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.planner.Policy;

/**
 * Security groups of Amazon VPC for Terraform: one {@code aws_security_group} for each of the {@link HostGroups}, and one
 * {@code aws_vpc_security_group_ingress_rule} or {@code _egress_rule} for each rule, which has one range of ports and one
 * peer.
 *
 * <p>A peer is a reference to a security group where a rule of the policy has all of its hosts, and a prefix otherwise. AWS
 * holds packets from a reference against the private addresses of the members' network interfaces: the topology has to tell
 * those, and all of them. What none of two ends has a security group for, such as packets from clients in a network to the
 * internet, passes none: {@link Limitation.Kind#PLACE}.
 *
 * <p>Names and service tags outside are not said ({@link Limitation.Kind#NAME}), nor are source ports
 * ({@link Limitation.Kind#SOURCE_PORTS}); every protocol, and types and codes of ICMP, are. There may be 60 rules a direction
 * of a security group, for IPv4 and IPv6 each, and a reference counts as one of both. With
 * {@link RenderOptions.OverBudget#MERGE}, rules of the same protocol are merged, each time those that open the fewest packets.
 *
 * <p>AWS itself lets some packets pass by any security group, such as those to its own DNS resolver and clock.
 */
public final class AwsTerraform {
    private AwsTerraform() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return SecurityGroups.CAPABILITY;
    }

    /**
     * Renders a policy with {@link RenderOptions#defaults()}.
     *
     * @param policy the policy
     * @return {@code portolan-aws.tf}, {@code portolan-groups.json} and {@code portolan-reasons.json}
     * @throws RuleBudgetException if a security group takes too many rules
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return {@code NAME-aws.tf}, {@code NAME-groups.json} and {@code NAME-reasons.json}
     * @throws IllegalArgumentException if the options have a host, for security groups guard no single host
     * @throws RuleBudgetException if a security group takes too many rules and merging was not asked for, or does not suffice
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        SecurityGroups groups = SecurityGroups.of(policy, options);
        return new Rendering(
                ImmutableList.of(
                        SecurityGroupsTerraform.of(groups, options),
                        GroupsFile.of(options.name(), groups.members()),
                        ReasonsFile.of(options.name(), groups.rules())),
                groups.limitations(),
                groups.excess());
    }
}
