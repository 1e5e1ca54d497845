package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Limitation.Kind;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.linux.Hook;
import io.portolan.firewall.linux.IptablesLoader;
import io.portolan.firewall.linux.IptablesTable;
import io.portolan.firewall.linux.LinuxRuleParts;
import io.portolan.firewall.linux.RuleCount;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Renders policies for iptables: {@code NAME.v4} for {@code iptables-restore --noflush}, {@code NAME.v6} for
 * {@code ip6tables-restore --noflush}, and {@code NAME.sh}, which loads both.
 *
 * <p>The rules are in chains of ours: {@code NAME-forward} for a firewall between networks, {@code NAME-input} and
 * {@code NAME-output} for a host, and {@code NAME-} with seven digits, to which those lead where a rule has many sources and
 * destinations. Each file replaces the rules of its chains in one step and touches no other. The script has packets pass our
 * chains before all else, asks first, so that a second run adds nothing, and removes chains that an earlier run had. What no
 * rule accepts is dropped at the end of our chain, of both families; so rules behind ours decide nothing.
 *
 * <p>Besides the packets of the policy there pass the same as with {@link Nftables}.
 *
 * <p>Not said are names at the ends of rules, extension headers of IPv6 as protocols but for AH, protocol 0, which stands for
 * every protocol here, and type 255 of ICMP, which stands for every type.
 */
public final class Iptables {
    /** The kernel keeps 256 bytes for a comment, of which one ends it. */
    private static final int COMMENT = 255;

    private static final int EVERY_TYPE = 255;

    private static final Capability CAPABILITY = Capability.builder()
            .portSlots(15, 2)
            .peersPerRule(1)
            .comments(COMMENT, CommentCharacters.PLAIN)
            .build();

    private Iptables() {}

    /** Returns what the firewall can express. */
    static Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy for a firewall between networks, in chains whose names begin with {@code portolan}.
     *
     * @param policy the policy
     * @return the files for both families, the script that loads them, and the reasons
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return the files for both families, the script that loads them, and the reasons
     * @throws IllegalArgumentException if a budget is to be kept by merging
     * @throws RuleBudgetException if one of the files has more rules than the options give room for
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();
        ImmutableMap.Builder<Hook, ImmutableList<Part>> parts = ImmutableMap.builder();
        for (var entry : Hook.policies(policy, options.host()).entrySet()) {
            LinuxRuleParts fitting = LinuxRuleParts.of(entry.getValue(), CAPABILITY, Iptables::refused);
            rules.addAll(fitting.rules());
            limitations.addAll(fitting.limitations());
            parts.put(entry.getKey(), fitting.parts());
        }
        ImmutableMap<Hook, ImmutableList<Part>> chains = parts.buildOrThrow();
        RenderedFile ipv4 = file(".v4", AddressFamily.IPV4, chains, options);
        RenderedFile ipv6 = file(".v6", AddressFamily.IPV6, chains, options);
        String loader = IptablesLoader.of(options.name(), chains.keySet(), ipv4.text(), ipv6.text());
        return new Rendering(
                ImmutableList.of(
                        ipv4,
                        ipv6,
                        new RenderedFile(options.name() + ".sh", loader),
                        ReasonsFile.of(options.name(), rules.build())),
                limitations.build(),
                ImmutableList.of());
    }

    private static RenderedFile file(
            String ending,
            AddressFamily family,
            ImmutableMap<Hook, ImmutableList<Part>> chains,
            RenderOptions options) {
        IptablesTable table = IptablesTable.of(options.name(), family, chains, CAPABILITY);
        String name = options.name() + ending;
        RuleCount.check("rules of " + name, table.size(), options);
        return new RenderedFile(name, IptablesTable.header(options, family, CAPABILITY) + table);
    }

    /** Tells of numbers that mean everything to iptables. */
    private static Optional<Limitation> refused(Part part) {
        if (part.transport().protocol().equals(IpProtocol.of(0))) {
            return Optional.of(new Limitation(
                    Kind.PROTOCOL, part.asRule(), "protocol 0 stands for every protocol; open it with nftables"));
        }
        if (part.transport() instanceof IcmpTransport icmp
                && icmp.protocol() == IpProtocol.ICMP
                && icmp.type().equals(OptionalInt.of(EVERY_TYPE))) {
            return Optional.of(new Limitation(
                    Kind.ICMP_TYPE, part.asRule(), "type 255 stands for every type; open it with nftables"));
        }
        return Optional.empty();
    }
}
