package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers that guard both ends of a connection, as one list of which the first match decides.
 *
 * <p>A packet between two guarded addresses passes if every layer of its source lets it out and every layer of its
 * destination lets it in; one that comes from elsewhere if it is let in, and one that goes elsewhere if it is let out.
 */
public final class TwoSides {
    private TwoSides() {}

    /**
     * Joins layers.
     *
     * @param layers the layers
     * @param elsewhere what is known of packets between addresses that none guards
     * @param otherwise what becomes of all other packets between such addresses
     * @return the list
     */
    public static ObservedRules join(List<Layer> layers, List<ObservedRule> elsewhere, Action otherwise) {
        AddressSet checked = AddressSet.none();
        for (Layer layer : layers) {
            checked = checked.union(layer.guarded());
        }
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        if (!checked.isEmpty()) {
            List<GuardRule> inbound = side(layers, true, checked);
            List<GuardRule> outbound = side(layers, false, checked);
            rules.addAll(Conjunction.ofBothEnds(within(inbound, checked), within(outbound, checked)));
            // what is left has one end elsewhere, which may be known by a name
            inbound.forEach(rule -> rules.add(rule.observed(true)));
            outbound.forEach(rule -> rules.add(rule.observed(false)));
        }
        rules.addAll(elsewhere);
        return new ObservedRules(Matching.FIRST_MATCH, otherwise, rules.build());
    }

    private static List<GuardRule> side(List<Layer> layers, boolean in, AddressSet checked) {
        List<GuardRule> all = new ArrayList<>();
        for (Layer layer : layers) {
            List<GuardRule> next = layer.complete(in, checked);
            all = all.isEmpty() ? next : Conjunction.of(all, next);
        }
        return all;
    }

    private static List<GuardRule> within(List<GuardRule> rules, AddressSet checked) {
        List<GuardRule> within = new ArrayList<>();
        for (GuardRule rule : rules) {
            GuardRule inside =
                    rule.withOthers(Peers.of(rule.others().addresses().intersection(checked)));
            if (!inside.isEmpty()) {
                within.add(inside);
            }
        }
        return within;
    }
}
