package io.portolan.firewall.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Limitation.Kind;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A policy without the names that a firewall cannot say.
 *
 * <p>They are taken from the policy, not from its rules: rules of what is left are as wide as that needs, and a limitation
 * tells of the flows that it is about and no others.
 *
 * @param policy what goes from and to addresses, and names that the firewall knows
 * @param limitations what goes from or to other names
 */
public record NameRemoval(Policy policy, ImmutableList<Limitation> limitations) {
    /**
     * Refuses null.
     *
     * @param policy what goes from and to addresses, and names that the firewall knows
     * @param limitations what goes from or to other names
     */
    public NameRemoval {
        requireNonNull(policy, "policy");
        requireNonNull(limitations, "limitations");
    }

    /**
     * Divides a policy.
     *
     * @param policy a policy
     * @param capability what the firewall can say
     * @return what it can name, and what it cannot
     */
    public static NameRemoval of(Policy policy, Capability capability) {
        return of(policy, capability.names());
    }

    /**
     * Divides a policy.
     *
     * @param policy a policy
     * @param kinds the kinds of names that the firewall knows
     * @return what it can name, and what it cannot
     */
    public static NameRemoval of(Policy policy, ImmutableSet<OutsideName.Kind> kinds) {
        Set<OutsideName> known = new TreeSet<>();
        Set<OutsideName> unknown = new TreeSet<>();
        for (Rule rule : policy.rules()) {
            for (OutsideName name :
                    Iterables.concat(rule.sources().names(), rule.destinations().names())) {
                (kinds.contains(name.kind()) ? known : unknown).add(name);
            }
        }
        if (unknown.isEmpty()) {
            return new NameRemoval(policy, ImmutableList.of());
        }
        Peers sayable = Peers.of(AddressSet.any(), known);
        Peers others = Peers.of(AddressSet.none(), unknown);
        Policy fromSayable = policy.outbound(sayable);
        return new NameRemoval(
                fromSayable.inbound(sayable),
                ImmutableList.<Limitation>builder()
                        .addAll(limitations(policy.outbound(others)))
                        .addAll(limitations(fromSayable.inbound(others)))
                        .build());
    }

    private static List<Limitation> limitations(Policy policy) {
        List<Limitation> limitations = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            limitations.add(
                    new Limitation(
                            Kind.NAME,
                            rule,
                            "the firewall cannot say such names; give the place its addresses, or open it where names can be said"));
        }
        return limitations;
    }
}
