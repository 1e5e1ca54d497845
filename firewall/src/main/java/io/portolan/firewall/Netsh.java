package io.portolan.firewall;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.windows.HostFiles;
import io.portolan.firewall.windows.NetshScript;
import io.portolan.planner.Policy;
import io.portolan.planner.address.AddressFamily;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;

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
public final class Netsh implements Renderer {
    private static final Capability CAPABILITY = new Capability(
            true,
            OptionalInt.of(100),
            1,
            OptionalInt.of(30),
            Sets.immutableEnumSet(EnumSet.allOf(AddressFamily.class)),
            ImmutableSet.of(),
            Optional.empty(),
            true,
            true,
            OptionalInt.empty(),
            "",
            250,
            CommentCharacters.PLAIN);

    /** Makes the renderer, which has no state. */
    public Netsh() {}

    /**
     * Renders a policy with the default options: a script for each host that has rules.
     *
     * @param policy the policy
     * @return scripts {@code portolan-HOST.netsh}, and the reasons
     */
    public static Rendering render(Policy policy) {
        return new Netsh().render(policy, RenderOptions.defaults());
    }

    @Override
    public Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy: a script for the host of the options, or one for each host that has rules if there is none.
     *
     * @throws IllegalArgumentException if the host of the options is not of the topology
     * @throws RuleBudgetException if the options set a budget and a host takes more rules; Windows sets none, so that nothing
     *     is merged
     */
    @Override
    public Rendering render(Policy policy, RenderOptions options) {
        return HostFiles.render(
                policy,
                options,
                CAPABILITY,
                ".netsh",
                (host, rules, same) -> NetshScript.of(host, rules, same, CAPABILITY));
    }
}
