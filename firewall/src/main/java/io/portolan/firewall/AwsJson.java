package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.aws.SecurityGroups;
import io.portolan.firewall.aws.SecurityGroupsJson;
import io.portolan.firewall.cloud.GroupsFile;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.planner.Policy;

/**
 * Security groups of Amazon VPC for its command line: for each of the {@link HostGroups} the arguments of
 * {@code create-security-group}, {@code authorize-security-group-ingress} and {@code authorize-security-group-egress} in a
 * file each, for {@code --cli-input-json}, and a text that says how to load them.
 *
 * <p>AWS gives a group its identifier when it is created. Until then {@code @GROUP@}, the name of the group between two at
 * signs, stands for it, and {@code @vpc-id@} for the VPC.
 *
 * <p>What is said, and what is not, is as for {@link AwsTerraform}.
 */
public final class AwsJson {
    private AwsJson() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return SecurityGroups.CAPABILITY;
    }

    /**
     * Renders a policy with {@link RenderOptions#defaults()}.
     *
     * @param policy the policy
     * @return {@code portolan-how-to-load.txt}, the arguments, {@code portolan-groups.json} and
     *     {@code portolan-reasons.json}
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
     * @return {@code NAME-how-to-load.txt}, the arguments, {@code NAME-groups.json} and
     *     {@code NAME-reasons.json}
     * @throws IllegalArgumentException if the options have a host, for security groups guard no single host
     * @throws RuleBudgetException if a security group takes too many rules and merging was not asked for, or does not suffice
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        SecurityGroups groups = SecurityGroups.of(policy, options);
        return new Rendering(
                ImmutableList.<RenderedFile>builder()
                        .addAll(SecurityGroupsJson.of(groups, options))
                        .add(GroupsFile.of(options.name(), groups.members()))
                        .add(ReasonsFile.of(options.name(), groups.rules()))
                        .build(),
                groups.limitations(),
                groups.excess());
    }
}
