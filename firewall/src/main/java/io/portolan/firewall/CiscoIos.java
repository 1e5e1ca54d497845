package io.portolan.firewall;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Capability.CommentCharacters;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.cisco.IosConfiguration;
import io.portolan.firewall.text.NameRemoval;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.firewall.text.RuleParts;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;

/**
 * Renders extended access lists of Cisco IOS, one for IPv4 and one for IPv6, for a router between networks.
 *
 * <p>Access lists keep no state, so they hold answers besides: over TCP with {@code established}, which takes packets with
 * ACK or RST alone. Every packet of a connection but the first has one of them, so no answer is lost, and no connection can
 * be opened from the port of a server. For UDP, ICMP and other protocols nothing tells an answer from a question, and what
 * comes from the port of a server passes.
 *
 * <p>Object groups hold IPv4 addresses that take more than one line. An entry for IPv4 lists up to ten ports after
 * {@code eq}; one for IPv6 has one port, for noncontiguous ports are a feature of named lists for IPv4.
 *
 * <p>Protocol 0 cannot be said, because IOS takes its number for {@code ip}, which is every protocol.
 */
public final class CiscoIos {
    private static final Capability CAPABILITY = Capability.builder()
            .stateless()
            .portSlots(10, 10)
            .protocols(protocols())
            .comments(100, CommentCharacters.PLAIN)
            .build();

    private CiscoIos() {}

    private static ImmutableSet<IpProtocol> protocols() {
        ImmutableSet.Builder<IpProtocol> protocols = ImmutableSet.builder();
        for (int number = 1; number <= 255; number++) {
            protocols.add(IpProtocol.of(number));
        }
        return protocols.build();
    }

    /** Returns what the firewall can express. */
    static Capability capability() {
        return CAPABILITY;
    }

    /**
     * Renders a policy with the default options.
     *
     * @param policy the policy
     * @return the commands {@code portolan.ios}, and the reasons
     */
    public static Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return the commands {@code NAME.ios}, and the reasons
     * @throws IllegalArgumentException if the options have a host, for the lists are for a router
     * @throws RuleBudgetException if the options set a budget and a list has more entries; IOS sets none, so that nothing is
     *     merged
     */
    public static Rendering render(Policy policy, RenderOptions options) {
        if (options.host().isPresent()) {
            throw new IllegalArgumentException(
                    "access lists of Cisco IOS are for a router between networks, not for the host "
                            + options.host().get().name() + "; leave the host out");
        }
        NameRemoval known = NameRemoval.of(policy, CAPABILITY);
        RuleParts questions = RuleParts.of(known.policy().rules(), CAPABILITY);
        RuleParts answers = RuleParts.of(known.policy().replies(), CAPABILITY);
        String text =
                new IosConfiguration(questions.parts(), answers.parts(), policy.topology(), options, CAPABILITY).text();
        return new Rendering(
                ImmutableList.of(
                        new RenderedFile(options.name() + ".ios", text),
                        ReasonsFile.of(
                                options.name(),
                                ImmutableList.<Rule>builder()
                                        .addAll(whole(questions))
                                        .addAll(whole(answers))
                                        .build())),
                ImmutableList.<Limitation>builder()
                        .addAll(known.limitations())
                        .addAll(questions.limitations())
                        .build(),
                ImmutableList.of());
    }

    private static Iterable<Rule> whole(RuleParts fitting) {
        return fitting.parts().stream().map(RuleParts.Part::rule).distinct().toList();
    }
}
