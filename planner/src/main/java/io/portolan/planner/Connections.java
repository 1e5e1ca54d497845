package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the pairs of places between which the flows of a policy are. */
final class Connections {
    private Connections() {}

    static ImmutableList<Connection> of(Policy policy) {
        List<Place> places = List.copyOf(policy.topology().places());
        Map<Place, Integer> numbers = new LinkedHashMap<>();
        places.forEach(place -> numbers.put(place, numbers.size()));
        FlowPlacer placer = new FlowPlacer(policy.topology(), policy.deployments());
        Map<Long, List<Cause>> causes = new TreeMap<>();
        for (PlacedFlow flow : policy.flows()) {
            List<Place> destinations = List.copyOf(
                    placer.places(flow.cause().deployment(), flow.cause().flow().destination()));
            for (Place source :
                    placer.places(flow.cause().deployment(), flow.cause().flow().source())) {
                for (Place destination : destinations) {
                    Optional<Box> both = Boxes.intersection(
                            flow.box(),
                            new Box(
                                    source.peers(),
                                    destination.peers(),
                                    flow.box().shape()));
                    if (source != destination
                            && both.filter(box -> !policy.topology().isOneHost(box))
                                    .isPresent()) {
                        long edge = (long) number(numbers, source) * places.size() + number(numbers, destination);
                        causes.computeIfAbsent(edge, first -> new ArrayList<>(1))
                                .add(flow.cause());
                    }
                }
            }
        }
        ImmutableList.Builder<Connection> connections = ImmutableList.builder();
        causes.forEach((edge, flows) -> connections.add(new Connection(
                places.get((int) (edge / places.size())),
                places.get((int) (edge % places.size())),
                flows.stream().distinct().collect(ImmutableList.toImmutableList()))));
        return connections.build();
    }

    private static int number(Map<Place, Integer> numbers, Place place) {
        return numbers.getOrDefault(place, 0);
    }
}
