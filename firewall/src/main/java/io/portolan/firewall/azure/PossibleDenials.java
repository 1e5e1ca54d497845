package io.portolan.firewall.azure;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.cloud.GuardRule;
import io.portolan.firewall.cloud.PacketKinds;
import io.portolan.net.IpProtocol;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a group does not let pass for certain, which matters where nobody knows whether it guards an address: what it allows
 * passes it anyhow, and of the rest nobody knows.
 */
final class PossibleDenials {
    /** A protocol that no rule of Azure can name, for all of those. */
    private static final IpProtocol OTHER = IpProtocol.of(253);

    private static final ImmutableList<IpProtocol> PROTOCOLS = ImmutableList.of(
            IpProtocol.TCP, IpProtocol.UDP, IpProtocol.ICMP, IpProtocol.ICMPV6, IpProtocol.ESP, IpProtocol.AH, OTHER);

    private final boolean inbound;
    private final Set<OutsideName> names;
    private final List<Box> boxes = new ArrayList<>();
    private final List<GuardRule> ruleOfBox = new ArrayList<>();

    private PossibleDenials(boolean inbound, Set<OutsideName> names) {
        this.inbound = inbound;
        this.names = names;
    }

    /** Returns rules of which nobody knows what they do, for what the rules of a group do not allow for certain. */
    static List<GuardRule> of(
            String title, List<GuardRule> rules, AddressSet own, boolean inbound, Set<OutsideName> names) {
        PossibleDenials denials = new PossibleDenials(inbound, names);
        for (IpProtocol protocol : PROTOCOLS) {
            denials.boxes.add(denials.box(own, Peers.of(AddressSet.any(), names), Shape.all(protocol)));
        }
        rules.forEach(denials::add);
        return denials.denied(title);
    }

    private Box box(AddressSet own, Peers others, Shape shape) {
        return inbound ? new Box(others, Peers.of(own), shape) : new Box(Peers.of(own), others, shape);
    }

    private void add(GuardRule rule) {
        AddressSet addresses = rule.others().addresses();
        boolean withNames = rule.action() == Action.ALLOW
                ? addresses.isAny()
                : addresses.contains(AddressSet.anyIpv4()) || addresses.contains(AddressSet.anyIpv6());
        Peers others = withNames ? Peers.of(addresses, names) : rule.others();
        List<Shape> shapes = new ArrayList<>(rule.packets().shapes());
        if (rule.packets().others()) {
            List.of(IpProtocol.ESP, IpProtocol.AH, OTHER).forEach(protocol -> shapes.add(Shape.all(protocol)));
        }
        for (Shape shape : shapes) {
            boxes.add(box(rule.own(), others, shape));
            ruleOfBox.add(rule);
        }
    }

    private List<GuardRule> denied(String title) {
        Map<Box, List<Shape>> byEnds = new LinkedHashMap<>();
        for (Box box : PacketAlgebra.combine(boxes, this::decide)) {
            byEnds.computeIfAbsent(
                            new Box(box.sources(), box.destinations(), Shape.all(OTHER)), first -> new ArrayList<>())
                    .add(box.shape());
        }
        List<GuardRule> rules = new ArrayList<>();
        byEnds.forEach((ends, shapes) -> {
            boolean others = shapes.stream().anyMatch(shape -> shape.protocol() == OTHER);
            ImmutableList<Shape> named =
                    shapes.stream().filter(shape -> shape.protocol() != OTHER).collect(ImmutableList.toImmutableList());
            rules.add(new GuardRule(
                    title,
                    Action.UNKNOWN,
                    (inbound ? ends.destinations() : ends.sources()).addresses(),
                    inbound ? ends.sources() : ends.destinations(),
                    new PacketKinds(named, others),
                    ImmutableList.of("which addresses the network security group " + title + " guards")));
        });
        return rules;
    }

    private BitSet decide(int[] matching, List<BitSet> sources) {
        BitSet all = new BitSet();
        BitSet done = new BitSet();
        BitSet allowed = new BitSet();
        BitSet doubtful = new BitSet();
        for (int box : matching) {
            if (box < PROTOCOLS.size()) {
                all.or(sources.get(box));
                continue;
            }
            GuardRule rule = ruleOfBox.get(box - PROTOCOLS.size());
            BitSet matched = (BitSet) sources.get(box).clone();
            matched.andNot(done);
            if (rule.notUnderstood().isEmpty()) {
                done.or(matched);
                matched.andNot(doubtful);
                if (rule.action() == Action.ALLOW) {
                    allowed.or(matched);
                }
            } else if (rule.action() != Action.ALLOW) {
                doubtful.or(matched);
            }
        }
        all.andNot(allowed);
        return all;
    }
}
