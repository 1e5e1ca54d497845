package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.linux.Hook;
import io.portolan.firewall.linux.LinuxRuleParts;
import io.portolan.firewall.linux.NftRuleset;
import io.portolan.firewall.linux.NftWords;
import io.portolan.firewall.linux.RuleCount;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import java.util.Optional;

/**
 * Renders policies for nftables: the file {@code NAME.nft} for {@code nft -f}.
 *
 * <p>The file replaces the table {@code inet NAME} whole, in one step, and touches no other table. For a firewall between
 * networks it has one chain at the hook forward, for a host one at input and one at output. What no rule accepts is dropped,
 * of both families; as every table of a machine must let a packet pass, other tables can drop more, but not open more.
 *
 * <p>Besides the packets of the policy there pass: answers, and ICMP errors about what was allowed, by connection tracking;
 * on a host what stays within it, and the messages without which it has no IPv6: Neighbour Discovery (ICMPv6 133 to 136 with
 * hop limit 255, which no router passes on) and Multicast Listener Discovery (130 in, 131, 132 and 143 out, with hop limit
 * 1). TCP packets that neither belong to a connection nor can begin one are dropped.
 *
 * <p>Everything of a policy can be said but for names at the ends of rules, and extension headers of IPv6 as protocols.
 */
public final class Nftables {
    private static final Capability CAPABILITY =
            Capability.builder().comments(128, CommentCharacters.PLAIN).build();

    private Nftables() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy for a firewall between networks, in a table called {@code portolan}.
     *
     * @param policy the policy
     * @return the file for {@code nft -f}, and the reasons
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return the file for {@code nft -f}, and the reasons
     * @throws IllegalArgumentException if the name is a word of the language of nftables, or a budget is to be kept by merging
     * @throws RuleBudgetException if there are more rules than the options give room for
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        NftWords.check(options.name());
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();
        ImmutableMap.Builder<Hook, ImmutableList<Part>> chains = ImmutableMap.builder();
        int count = 0;
        for (var entry : Hook.policies(policy, options.host()).entrySet()) {
            LinuxRuleParts fitting = LinuxRuleParts.of(entry.getValue(), CAPABILITY, part -> Optional.empty());
            rules.addAll(fitting.rules());
            limitations.addAll(fitting.limitations());
            chains.put(entry.getKey(), fitting.parts());
            count += fitting.parts().size();
        }
        RuleCount.check("rules of table inet " + options.name(), count, options);
        String text = NftRuleset.of(options.name(), options.host(), chains.buildOrThrow(), CAPABILITY);
        return new Rendering(
                ImmutableList.of(
                        new RenderedFile(options.name() + ".nft", text), ReasonsFile.of(options.name(), rules.build())),
                limitations.build(),
                ImmutableList.of());
    }
}
