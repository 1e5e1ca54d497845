package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Combination;
import io.portolan.planner.packets.Minimizer;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes rules of the packets that flows need: few, exact, and each with every flow that needs one of its packets. */
final class RuleMaker {
    private final ImmutableList<PlacedFlow> flows;
    private final Topology topology;
    private final Map<IpProtocol, List<PlacedFlow>> byProtocol = new LinkedHashMap<>();

    /** Makes rules of flows; what is within one host needs none. */
    RuleMaker(ImmutableList<PlacedFlow> flows, Topology topology) {
        this.flows = flows;
        this.topology = topology;
        for (PlacedFlow flow : flows) {
            byProtocol
                    .computeIfAbsent(flow.box().shape().protocol(), first -> new ArrayList<>())
                    .add(flow);
        }
    }

    ImmutableList<Rule> rules() {
        List<Box> boxes = new ArrayList<>();
        for (PlacedFlow flow : flows) {
            boxes.add(flow.box());
        }
        return rules(PacketAlgebra.combine(boxes, Combination.UNION));
    }

    /** Returns rules for canonical boxes; those for the same reasons are joined across families. */
    ImmutableList<Rule> rules(List<Box> canonical) {
        List<Box> boxes = new ArrayList<>();
        for (Box box : crossing(Minimizer.minimize(crossing(canonical)))) {
            for (Transport transport : box.shape().transports()) { // several for ICMP, each with reasons of its own
                boxes.add(Box.of(box.sources(), box.destinations(), transport));
            }
        }
        Map<Twin, List<Box>> twins = new LinkedHashMap<>();
        for (Box box : boxes) {
            twins.computeIfAbsent(new Twin(box.shape(), causes(box)), first -> new ArrayList<>())
                    .add(box);
        }
        List<Box> joined = new ArrayList<>();
        Map<Box, ImmutableList<Cause>> causes = new LinkedHashMap<>();
        twins.forEach((twin, alike) -> {
            for (Box box : join(alike)) {
                joined.add(box);
                causes.put(box, twin.causes());
            }
        });
        joined.sort(PacketAlgebra.ORDER);
        ImmutableList.Builder<Rule> rules = ImmutableList.builder();
        for (Box box : joined) {
            for (Transport transport : box.shape().transports()) {
                rules.add(new Rule(
                        box.sources(), box.destinations(), transport, causes.getOrDefault(box, ImmutableList.of())));
            }
        }
        return rules.build();
    }

    private List<Box> crossing(List<Box> boxes) {
        List<Box> crossing = new ArrayList<>();
        for (Box box : boxes) {
            if (isCrossing(box)) {
                crossing.add(box);
            }
        }
        return crossing;
    }

    private boolean isCrossing(Box box) {
        return !topology.isOneHost(box);
    }

    private record Twin(Shape shape, ImmutableList<Cause> causes) {}

    /** One box of IPv4 and one of IPv6 are one box, for no packet goes from one family to the other. */
    private static List<Box> join(List<Box> alike) {
        if (alike.size() == 2 && isIpv6(alike.get(0)) != isIpv6(alike.get(1))) {
            Box one = alike.get(0);
            Box other = alike.get(1);
            Peers sources = one.sources().union(other.sources());
            Peers destinations = one.destinations().union(other.destinations());
            if (keepsNames(one, other)) {
                return List.of(new Box(sources, destinations, one.shape()));
            }
        }
        return alike;
    }

    /** Names are in both families, so that joined boxes must agree about them. */
    private static boolean keepsNames(Box one, Box other) {
        return one.sources().names().equals(other.sources().names())
                && one.destinations().names().equals(other.destinations().names());
    }

    private static boolean isIpv6(Box box) {
        return !box.sources().addresses().ipv6().isEmpty()
                || !box.destinations().addresses().ipv6().isEmpty();
    }

    private ImmutableList<Cause> causes(Box box) {
        ImmutableList.Builder<Cause> causes = ImmutableList.builder();
        for (PlacedFlow flow : byProtocol.getOrDefault(box.shape().protocol(), List.of())) {
            if (Boxes.intersection(flow.box(), box).filter(this::isCrossing).isPresent()) {
                causes.add(flow.cause());
            }
        }
        return causes.build();
    }
}
