package io.portolan.planner;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.BoxIndex;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The packets that observed rules let pass, and those of which nobody knows. */
final class Observation {
    private final List<ObservedRule> rules = new ArrayList<>();
    private final List<ObservedRule> ruleOfBox = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final Supplier<BoxIndex> index = Suppliers.memoize(() -> new BoxIndex(boxes));
    private final Set<OutsideName> names = new TreeSet<>();
    private final Set<IpProtocol> protocols = new LinkedHashSet<>();
    private final IpProtocol anyOther;
    private final ImmutableList<Box> allowed;
    private final ImmutableList<Box> unknown;

    /**
     * Reads observed rules beside packets that matter: their names, for which an address of any kind may stand, and their
     * protocols, which a rule for every protocol matches.
     */
    Observation(ObservedRules observed, Collection<Box> beside) {
        for (Box box : beside) {
            names.addAll(box.sources().names());
            names.addAll(box.destinations().names());
            protocols.add(box.shape().protocol());
        }
        protocols.addAll(List.of(IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6));
        for (ObservedRule rule : observed.rules()) {
            for (Transport transport : rule.transports()) {
                protocols.add(transport.protocol());
            }
        }
        this.anyOther = other();
        order(observed);
        for (ObservedRule rule : rules) {
            addBoxes(rule);
        }
        Verdicts verdicts = new Verdicts(ruleOfBox, Action.DENY);
        this.allowed = PacketAlgebra.combine(boxes, verdicts::allowed);
        this.unknown = PacketAlgebra.combine(boxes, verdicts::unknown);
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

    private void order(ObservedRules observed) {
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
    }

    private void addBoxes(ObservedRule rule) {
        Peers sources = withNames(rule.sources());
        Peers destinations = withNames(rule.destinations());
        List<Shape> shapes = new ArrayList<>();
        if (rule.transports().isEmpty()) {
            protocols.forEach(protocol -> shapes.add(Shape.all(protocol)));
            shapes.add(Shape.all(anyOther));
        } else {
            rule.transports().forEach(transport -> shapes.add(Shape.of(transport)));
        }
        for (Shape shape : shapes) {
            boxes.add(new Box(sources, destinations, shape));
            ruleOfBox.add(rule);
        }
    }

    /** A rule for every address of a family is one for whatever a name stands for; a wildcard is one for what it covers. */
    private Peers withNames(Peers peers) {
        return withNames(peers, AddressSet.none());
    }

    /** Does so where all that is missing are addresses for which no name stands, such as those of hosts. */
    Peers withNames(Peers peers, AddressSet nameless) {
        AddressSet all = peers.addresses().union(nameless);
        boolean any = all.contains(AddressSet.anyIpv4()) || all.contains(AddressSet.anyIpv6());
        List<OutsideName> covered = new ArrayList<>(peers.names());
        for (OutsideName name : names) {
            if (any || peers.names().stream().anyMatch(own -> own.covers(name))) {
                covered.add(name);
            }
        }
        return Peers.of(peers.addresses(), covered);
    }

    ImmutableList<Box> allowed() {
        return allowed;
    }

    ImmutableList<Box> unknown() {
        return unknown;
    }

    boolean isAnyOther(IpProtocol protocol) {
        return protocol == anyOther;
    }

    /** The rules that let packets of a box pass, in their order. */
    ImmutableList<ObservedRule> opening(Box box) {
        return matching(box, rule -> rule.action() == Action.ALLOW && rule.isUnderstood());
    }

    /** The rules that may let packets of a box pass or not. */
    ImmutableList<ObservedRule> notUnderstood(Box box) {
        return matching(box, rule -> !rule.isUnderstood());
    }

    private ImmutableList<ObservedRule> matching(Box box, Predicate<ObservedRule> which) {
        Set<ObservedRule> found = new LinkedHashSet<>();
        index.get().intersecting(box).stream()
                .mapToObj(ruleOfBox::get)
                .filter(which)
                .forEach(found::add);
        return ImmutableList.copyOf(found);
    }
}
