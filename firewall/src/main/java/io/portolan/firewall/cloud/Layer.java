package io.portolan.firewall.cloud;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups that guard addresses, of which none has two. What reaches or leaves a guarded address has to pass every layer that
 * guards it. In each direction the first rule that matches decides; what nothing matches is denied.
 *
 * @param guarded the addresses
 * @param inbound rules for what reaches them; their own ends are among {@code guarded}
 * @param outbound rules for what leaves them; their own ends are among {@code guarded}
 */
public record Layer(AddressSet guarded, ImmutableList<GuardRule> inbound, ImmutableList<GuardRule> outbound) {
    /** The identifier of the rule that denies whatever no rule of a layer matches. */
    static final String REST = "what nothing allows";

    /**
     * Refuses null.
     *
     * @param guarded the addresses
     * @param inbound rules for what reaches them
     * @param outbound rules for what leaves them
     */
    public Layer {
        requireNonNull(guarded, "guarded");
        requireNonNull(inbound, "inbound");
        requireNonNull(outbound, "outbound");
    }

    /** Returns the rules of a direction for all addresses that any layer guards: the last two match whatever is left. */
    List<GuardRule> complete(boolean in, AddressSet checked) {
        List<GuardRule> rules = new ArrayList<>();
        (in ? inbound : outbound).stream().filter(rule -> !rule.isEmpty()).forEach(rules::add);
        rules.add(new GuardRule(REST, Action.DENY, guarded, Peers.any(), PacketKinds.all(), ImmutableList.of()));
        AddressSet unguarded = checked.difference(guarded);
        if (!unguarded.isEmpty()) {
            rules.add(GuardRule.allow(GuardRule.WITHOUT_TRACE, unguarded, Peers.any(), PacketKinds.all()));
        }
        return rules;
    }
}
