package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Limitation.Kind;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.firewall.text.RuleParts;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressFamily;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the filter of a Linux kernel can say of rules.
 *
 * @param rules the rules without names
 * @param parts what it can, of one family of addresses each
 * @param limitations what it cannot
 */
public record LinuxRuleParts(
        ImmutableList<Rule> rules, ImmutableList<Part> parts, ImmutableList<Limitation> limitations) {
    /** Headers of IPv6 that the kernel skips to find the protocol; AH is one, too, but can be asked for. */
    private static final ImmutableSet<Integer> EXTENSION_HEADERS = ImmutableSet.of(0, 43, 44, 60);

    /**
     * Takes the rules of a policy apart.
     *
     * @param policy the policy
     * @param capability what the program can say
     * @param refuses tells of what else the program cannot say
     * @return what fits, and what does not
     */
    public static LinuxRuleParts of(
            Policy policy, Capability capability, Function<Part, Optional<Limitation>> refuses) {
        NameRemoval known = NameRemoval.of(policy, capability);
        RuleParts fitting = RuleParts.of(known.policy().rules(), capability);
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        ImmutableList.Builder<Limitation> limitations = ImmutableList.builder();
        limitations.addAll(known.limitations());
        limitations.addAll(fitting.limitations());
        for (Part part : fitting.parts()) {
            Optional<Limitation> limitation = extensionHeader(part).or(() -> refuses.apply(part));
            limitation.ifPresentOrElse(limitations::add, () -> parts.add(part));
        }
        return new LinuxRuleParts(known.policy().rules(), parts.build(), limitations.build());
    }

    private static Optional<Limitation> extensionHeader(Part part) {
        IpProtocol protocol = part.transport().protocol();
        if (part.family() == AddressFamily.IPV6 && EXTENSION_HEADERS.contains(protocol.number())) {
            return Optional.of(new Limitation(
                    Kind.PROTOCOL,
                    part.asRule(),
                    protocol + " is an extension header of IPv6; Linux filters by the protocol behind it"));
        }
        return Optional.empty();
    }

    /** Tells whether packets are AH over IPv6, which is found by its header, as the kernel takes what is inside for the protocol. */
    static boolean isAhInIpv6(Part part) {
        return part.family() == AddressFamily.IPV6 && part.transport().protocol() == IpProtocol.AH;
    }
}
