package io.portolan.firewall;

import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.windows.HostFiles;
import io.portolan.firewall.windows.PowerShellScript;
import io.portolan.planner.Policy;

/**
 * Renders rules of Windows Firewall as scripts for PowerShell, one for each host: what may reach it, and what it may open.
 *
 * <p>A script replaces the rules of its group, which has the name of the options, and touches no other rule and no default.
 * Inbound rules matter where the default is to block, which it is unless it was changed; outbound rules only where it was
 * changed to block, for by default everything may go out. Windows passes answers by itself.
 *
 * <p>Every rule says which addresses of the host it is for, so that it opens nothing on those that the topology does not
 * know. Names cannot stand in rules, and are limitations.
 *
 * <p>With {@link RenderOptions#rpcKeywords()} the ports of inbound flows of dynamic RPC are the keyword {@code RPC}, for
 * which Windows takes the ports on which RPC services of the host have registered dynamic endpoints, and port 135 of flows
 * to the endpoint mapper is {@code RPCEPMap}. That opens less than the range, for it is closed where no service listens;
 * and it follows the host where its range is another than the site says. A port that any other flow needs as well, and one
 * that a site fixed for a service, stays a number.
 */
public final class WindowsFirewall {
    private static final Capability CAPABILITY = Capability.builder()
            .peersPerRule(1000)
            .comments(1000, CommentCharacters.PLAIN)
            .build();

    private WindowsFirewall() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy with the default options: a script for each host that has rules.
     *
     * @param policy the policy
     * @return scripts {@code portolan-HOST.ps1}, and the reasons
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy: a script for the host of the options, or one for each host that has rules if there is none.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return scripts {@code NAME-HOST.ps1}, and the reasons
     * @throws IllegalArgumentException if the host of the options is not of the topology
     * @throws RuleBudgetException if the options set a budget and a host takes more rules; Windows sets none, so that nothing
     *     is merged
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        return HostFiles.render(
                policy,
                options,
                CAPABILITY,
                ".ps1",
                (host, rules, same) -> PowerShellScript.of(host, rules, same, CAPABILITY));
    }
}
