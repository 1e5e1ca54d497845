package io.portolan.firewall.windows;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Limitation.Kind;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.text.ReasonsFile;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One file for each host with a firewall, and the reasons. */
public final class HostFiles {
    private HostFiles() {}

    /** Writes the rules of a host. */
    public interface Script {
        /**
         * Returns the text for a host.
         *
         * @param host the host
         * @param rules its rules, inbound before outbound; none to remove those of an earlier run
         * @param options what everything that is ours is called
         * @return the text
         */
        String of(Place host, ImmutableList<WindowsRule> rules, RenderOptions options);
    }

    /**
     * Renders a policy.
     *
     * @param policy the policy
     * @param options with one host, or none for every host that has rules
     * @param capability what a rule can say
     * @param extension the end of the names of files, such as {@code .ps1}
     * @param script what writes the rules of a host
     * @return a file for each host, and the reasons
     * @throws IllegalArgumentException if the host is not of the topology
     * @throws RuleBudgetException if the options set a budget and a host takes more rules
     */
    public static Rendering render(
            Policy policy, RenderOptions options, Capability capability, String extension, Script script) {
        if (options.host().isPresent()
                && !policy.topology().places().contains(options.host().get())) {
            throw new IllegalArgumentException(
                    "the host " + options.host().get().name()
                            + " is not of the topology of the policy; expected one of " + hosts(policy));
        }
        List<Place> hosts = options.host().map(List::of).orElseGet(() -> hosts(policy));
        ImmutableList.Builder<RenderedFile> files = ImmutableList.builder();
        Set<Rule> whole = new LinkedHashSet<>();
        Set<Limitation> limitations = new LinkedHashSet<>();
        for (Place host : hosts) {
            HostRules rules = new HostRules(policy, host, options, capability);
            limitations.addAll(rules.limitations());
            whole.addAll(rules.whole());
            check(host, rules.made().size(), options);
            if (options.host().isPresent() || !rules.made().isEmpty()) {
                files.add(new RenderedFile(
                        options.name() + "-" + FileNames.of(host, policy.topology()) + extension,
                        script.of(host, rules.made(), options)));
            }
        }
        if (options.host().isEmpty()) {
            limitations.addAll(elsewhere(policy, hosts));
        }
        files.add(ReasonsFile.of(options.name(), whole));
        return new Rendering(files.build(), ImmutableList.copyOf(limitations), ImmutableList.of());
    }

    /** Returns what no script is for: packets between ends that are no hosts, such as computers of two networks. */
    private static List<Limitation> elsewhere(Policy policy, List<Place> hosts) {
        AddressSet.Builder own = AddressSet.builder();
        hosts.forEach(host -> own.addAll(host.peers().addresses()));
        Set<OutsideName> names = new TreeSet<>();
        for (Rule rule : policy.rules()) {
            names.addAll(rule.sources().names());
            names.addAll(rule.destinations().names());
        }
        Peers others = Peers.of(own.build().complement(), names);
        List<Limitation> limitations = new ArrayList<>();
        for (Rule rule : policy.outbound(others).inbound(others).rules()) {
            limitations.add(new Limitation(Kind.PLACE, rule, "neither end is a host, and only hosts have a script"));
        }
        return limitations;
    }

    /** Windows sets no budget, so that nothing is merged; who sets one has it kept. */
    private static void check(Place host, int rules, RenderOptions options) {
        if (rules > options.ruleBudget().orElse(Integer.MAX_VALUE)) {
            throw new RuleBudgetException(
                    "rules of host " + host.name(), rules, options.ruleBudget().getAsInt());
        }
    }

    private static List<Place> hosts(Policy policy) {
        return policy.topology().places().stream()
                .filter(place -> place.kind() == Place.Kind.HOST)
                .toList();
    }
}
