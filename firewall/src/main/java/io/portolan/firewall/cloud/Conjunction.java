package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.net.IpProtocol;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.BoxIndex;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two lists of rules of which both have to let a packet pass, as one list.
 *
 * <p>The list has a rule for each pair that has packets in common, in the order of the first list and within that of the
 * second: the first pair that matches a packet is then that of the first rules that do. What the first list denies needs no
 * pair. Whatever is not understood of either rule is not understood of the pair.
 */
final class Conjunction {
    /** More pairs than an audit can take. */
    private static final int MOST = 2_000_000;

    private static final Shape SOME = Shape.all(IpProtocol.TCP);

    private Conjunction() {}

    private record Verdict(String id, Action action, ImmutableList<String> notUnderstood) {}

    /** Joins rules that guard the same end. */
    static List<GuardRule> of(List<GuardRule> first, List<GuardRule> second) {
        List<GuardRule> rules = new ArrayList<>();
        BoxIndex index = index(second, true);
        for (GuardRule one : first) {
            if (one.action() == Action.DENY) {
                add(rules, one);
                continue;
            }
            BitSet near = index.intersecting(box(one, true));
            for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
                GuardRule other = second.get(i);
                Optional<PacketKinds> packets = one.packets().intersection(other.packets());
                Verdict verdict = verdict(one, other);
                for (OtherEnds.Ends ends : packets.isEmpty()
                        ? List.<OtherEnds.Ends>of()
                        : OtherEnds.intersection(one.own().intersection(other.own()), one.others(), other.others())) {
                    add(
                            rules,
                            new GuardRule(
                                    verdict.id(),
                                    verdict.action(),
                                    ends.own(),
                                    ends.others(),
                                    packets.get(),
                                    verdict.notUnderstood()));
                }
            }
        }
        return rules;
    }

    /** Joins rules for what reaches guarded addresses with those for what leaves them; others are addresses alone. */
    static List<ObservedRule> ofBothEnds(List<GuardRule> inbound, List<GuardRule> outbound) {
        List<ObservedRule> rules = new ArrayList<>();
        BoxIndex index = index(outbound, true);
        for (GuardRule in : inbound) {
            if (in.action() == Action.DENY) {
                add(rules, in.observed(true));
                continue;
            }
            BitSet near = index.intersecting(box(in, false));
            for (int i = near.nextSetBit(0); i >= 0; i = near.nextSetBit(i + 1)) {
                GuardRule out = outbound.get(i);
                if (out.id().equals(Layer.REST)) {
                    continue; // what is not let out ends with what denies the rest inbound
                }
                Optional<PacketKinds> packets = in.packets().intersection(out.packets());
                Peers sources = Peers.of(in.others().addresses().intersection(out.own()));
                Peers destinations = Peers.of(in.own().intersection(out.others().addresses()));
                if (packets.isPresent() && !sources.isEmpty() && !destinations.isEmpty()) {
                    Verdict verdict = verdict(in, out);
                    add(
                            rules,
                            new ObservedRule(
                                    verdict.id(),
                                    verdict.action(),
                                    sources,
                                    destinations,
                                    packets.get().transports(),
                                    verdict.notUnderstood()));
                }
            }
        }
        return rules;
    }

    private static <T> void add(List<T> rules, T rule) {
        if (rules.size() >= MOST) {
            throw new FirewallFormatException(
                    1,
                    1,
                    "the rules of both directions make more than " + MOST + " pairs; list fewer groups at a time");
        }
        rules.add(rule);
    }

    private static BoxIndex index(List<GuardRule> rules, boolean ownIsDestination) {
        List<Box> boxes = new ArrayList<>();
        rules.forEach(rule -> boxes.add(box(rule, ownIsDestination)));
        return new BoxIndex(boxes);
    }

    /** A name may be among all addresses, which the index does not know. */
    private static Box box(GuardRule rule, boolean ownIsDestination) {
        Peers own = Peers.of(rule.own());
        Peers others = rule.others().names().isEmpty() ? rule.others() : Peers.any();
        return ownIsDestination ? new Box(others, own, SOME) : new Box(own, others, SOME);
    }

    private static Verdict verdict(GuardRule one, GuardRule other) {
        boolean unknown = one.action() == Action.UNKNOWN || other.action() == Action.UNKNOWN;
        Set<String> notUnderstood = new LinkedHashSet<>();
        if (other.action() == Action.DENY) {
            // why nobody knows the one does not matter any more, but the conditions under which it holds do
            notUnderstood.addAll(one.action() == Action.UNKNOWN ? ImmutableList.of() : one.notUnderstood());
            notUnderstood.addAll(other.notUnderstood());
        } else {
            notUnderstood.addAll(other.notUnderstood());
            notUnderstood.addAll(one.notUnderstood());
        }
        Action action = other.action() == Action.DENY ? Action.DENY : unknown ? Action.UNKNOWN : Action.ALLOW;
        return new Verdict(id(one.id(), other.id()), action, ImmutableList.copyOf(notUnderstood));
    }

    private static String id(String one, String other) {
        if (one.equals(GuardRule.WITHOUT_TRACE) || one.equals(other)) {
            return other;
        }
        return other.equals(GuardRule.WITHOUT_TRACE) ? one : other + " and " + one;
    }
}
