package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.List;
import java.util.Optional;

/**
 * Rules that guard both ends of a connection, as one list.
 *
 * <p>A packet between two guarded addresses passes if the rules of its source let it out and those of its destination let it
 * in; one that comes from elsewhere if it is let in, and one that goes elsewhere if it is let out. In each direction the
 * first rule that matches decides.
 *
 * <p>The list has a rule for each pair of an inbound and an outbound one that have packets in common, in the order of the
 * inbound rules and within that of the outbound ones: the first pair that matches a packet is then that of the first rules
 * that do.
 */
public final class TwoSides {
    private final AddressSet guarded;
    private final ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();

    private TwoSides(AddressSet guarded) {
        this.guarded = guarded;
    }

    /**
     * Joins the rules of both directions.
     *
     * @param guarded the addresses that have these rules
     * @param inbound what may reach them, denied where nothing matches
     * @param outbound what they may reach, denied where nothing matches
     * @param apart rules that stand for themselves, as nobody knows whom they guard
     * @return the list, of which the first match decides
     */
    public static ObservedRules join(
            AddressSet guarded, List<ObservedRule> inbound, List<ObservedRule> outbound, List<ObservedRule> apart) {
        TwoSides sides = new TwoSides(guarded);
        sides.rules.addAll(apart);
        if (!guarded.isEmpty()) {
            inbound.forEach(rule -> sides.addPairs(rule, outbound));
            Peers ends = Peers.of(guarded);
            sides.rules.add(new ObservedRule(
                    "what nothing allows", Action.DENY, ends, ends, ImmutableList.of(), Optional.empty()));
            // what is left has one end elsewhere, which may be known by a name
            inbound.forEach(rule -> sides.add(rule, rule.sources(), sides.guarded(rule.destinations())));
            outbound.forEach(rule -> sides.add(rule, sides.guarded(rule.sources()), rule.destinations()));
        }
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, sides.rules.build());
    }

    private void addPairs(ObservedRule inbound, List<ObservedRule> outbound) {
        Peers destinations = guarded(inbound.destinations());
        Peers sources = guarded(inbound.sources());
        if (inbound.action() == Action.DENY) {
            add(inbound, sources, destinations);
            return;
        }
        for (ObservedRule out : outbound) {
            Optional<ImmutableList<Transport>> transports =
                    Transports.intersection(inbound.transports(), out.transports());
            Peers from = both(sources, out.sources());
            Peers to = both(destinations, out.destinations());
            if (transports.isPresent()) {
                add(
                        new ObservedRule(
                                out.id() + " and " + inbound.id(),
                                out.action(),
                                Peers.any(),
                                Peers.any(),
                                transports.get(),
                                both(inbound.notUnderstood(), out.notUnderstood())),
                        from,
                        to);
            }
        }
    }

    private void add(ObservedRule rule, Peers sources, Peers destinations) {
        if (!sources.isEmpty() && !destinations.isEmpty()) {
            rules.add(new ObservedRule(
                    rule.id(), rule.action(), sources, destinations, rule.transports(), rule.notUnderstood()));
        }
    }

    private Peers guarded(Peers peers) {
        return Peers.of(peers.addresses().intersection(guarded));
    }

    private static Peers both(Peers one, Peers other) {
        return Peers.of(one.addresses().intersection(other.addresses()));
    }

    private static ImmutableList<String> both(List<String> one, List<String> other) {
        return ImmutableList.<String>builder().addAll(one).addAll(other).build();
    }
}
