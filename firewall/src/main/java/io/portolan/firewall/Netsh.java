package io.portolan.firewall;

import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.windows.HostFiles;
import io.portolan.firewall.windows.NetshScript;
import io.portolan.planner.Policy;

/**
 * Renders rules of Windows Firewall as scripts of {@code netsh advfirewall}, one for each host: what may reach it, and what
 * it may open.
 *
 * <p>It is for hosts without PowerShell; the rules are those of {@link WindowsFirewall}, keywords of RPC included. Since
 * netsh cannot give a rule a group, all rules have one name, the name of the options with {@code -rules}, by which a script
 * deletes those of an earlier run. While it runs rules are missing; a script for PowerShell avoids that.
 *
 * <p>Lists of addresses and ports are divided so that no line is longer than the 8,191 characters of a command line.
 */
public final class Netsh {
    private static final Capability CAPABILITY = Capability.builder()
            .portSlots(100, 1)
            .peersPerRule(30)
            .comments(250, CommentCharacters.PLAIN)
            .build();

    private Netsh() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy with the default options: a script for each host that has rules.
     *
     * @param policy the policy
     * @return scripts {@code portolan-HOST.netsh}, and the reasons
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy: a script for the host of the options, or one for each host that has rules if there is none.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return scripts {@code NAME-HOST.netsh}, and the reasons
     * @throws IllegalArgumentException if the host of the options is not of the topology
     * @throws RuleBudgetException if the options set a budget and a host takes more rules; Windows sets none, so that nothing
     *     is merged
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        return HostFiles.render(
                policy,
                options,
                CAPABILITY,
                ".netsh",
                (host, rules, same) -> NetshScript.of(host, rules, same, CAPABILITY));
    }
}
