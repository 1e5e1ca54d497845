package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.BoxIndex;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Observed rules as boxes of packets, in the order in which they decide: for rules that deny first, that order; what becomes
 * of all other packets is the last rule.
 */
final class ObservedPackets {
    private final List<ObservedRule> ruleOfBox = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final Set<IpProtocol> protocols = new LinkedHashSet<>();
    private final Map<Transport, Shape> shapes = new HashMap<>();
    private final ImmutableSet<OutsideName> names;
    private final IpProtocol anyOther;
    private final BoxIndex index;

    /** Reads observed rules beside packets that matter, whose protocols a rule for every protocol matches. */
    ObservedPackets(ObservedRules observed, Collection<Box> beside) {
        for (Box box : beside) {
            protocols.add(box.shape().protocol());
        }
        protocols.addAll(List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6));
        Set<OutsideName> named = new TreeSet<>();
        for (ObservedRule rule : observed.rules()) {
            for (Transport transport : rule.transports()) {
                protocols.add(transport.protocol());
            }
            named.addAll(rule.sources().names());
            named.addAll(rule.destinations().names());
        }
        names = ImmutableSet.copyOf(named);
        anyOther = other();
        for (ObservedRule rule : ordered(observed)) {
            addBoxes(rule);
        }
        index = new BoxIndex(boxes);
    }

    /** A protocol that nobody names, to stand for all of those. */
    private IpProtocol other() {
        for (int number = 255; number > 0; number--) {
            if (!protocols.contains(IpProtocol.of(number))) {
                return IpProtocol.of(number);
            }
        }
        return IpProtocol.of(0);
    }

    private static List<ObservedRule> ordered(ObservedRules observed) {
        List<ObservedRule> rules = new ArrayList<>(observed.rules().size() + 1);
        if (observed.matching() == Matching.DENY_WINS) {
            for (Action action : List.of(Action.DENY, Action.UNKNOWN, Action.ALLOW)) {
                observed.rules().stream()
                        .filter(rule -> rule.action() == action)
                        .forEach(rules::add);
            }
        } else {
            rules.addAll(observed.rules());
        }
        if (observed.otherwise() == Action.ALLOW) {
            rules.add(new ObservedRule(
                    "default", Action.ALLOW, Peers.any(), Peers.any(), ImmutableList.of(), ImmutableList.of()));
        } else if (observed.otherwise() == Action.UNKNOWN) {
            rules.add(ObservedRule.unknown(
                    "default", Peers.any(), Peers.any(), "the listing does not tell what else passes"));
        }
        return rules;
    }

    private void addBoxes(ObservedRule rule) {
        if (rule.transports().isEmpty()) {
            protocols.forEach(protocol -> add(rule, Shape.all(protocol)));
            add(rule, Shape.all(anyOther));
        } else {
            rule.transports().forEach(transport -> add(rule, shapes.computeIfAbsent(transport, Shape::of)));
        }
    }

    private void add(ObservedRule rule, Shape shape) {
        boxes.add(new Box(rule.sources(), rule.destinations(), shape));
        ruleOfBox.add(rule);
    }

    /** Returns the boxes of all rules, in their order, with the names that rules have. */
    List<Box> boxes() {
        return boxes;
    }

    ObservedRule rule(int box) {
        return ruleOfBox.get(box);
    }

    /** Returns the names that rules match, whatever their addresses. */
    ImmutableSet<OutsideName> names() {
        return names;
    }

    boolean isAnyOther(IpProtocol protocol) {
        return protocol == anyOther;
    }

    /** Returns the first rules that certainly let packets of a box pass, unless one before does not. */
    ImmutableList<ObservedRule> opening(Box box) {
        return matching(
                box,
                position -> rule(position).action() == Action.ALLOW
                        && rule(position).isUnderstood());
    }

    /** Returns the first rules of which nobody knows whether they let packets of a box pass. */
    ImmutableList<ObservedRule> notUnderstood(Box box) {
        return matching(box, position -> !rule(position).isUnderstood());
    }

    /** Returns the first rules that match packets of a box. */
    ImmutableList<ObservedRule> matching(Box box) {
        return matching(box, position -> true);
    }

    private ImmutableList<ObservedRule> matching(Box box, IntPredicate which) {
        Set<ObservedRule> found = new LinkedHashSet<>();
        for (int position : index.intersecting(box, which, Finding.MOST_OBSERVED)) {
            found.add(rule(position));
        }
        return ImmutableList.copyOf(found);
    }
}
