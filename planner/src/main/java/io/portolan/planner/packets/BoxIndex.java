package io.portolan.planner.packets;

import io.portolan.net.IpProtocol;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds which of many boxes share a packet with another box, by protocol and destination. */
public final class BoxIndex {
    private final List<Box> boxes;
    private final Map<IpProtocol, OfProtocol> byProtocol = new HashMap<>();

    /**
     * Indexes boxes.
     *
     * @param boxes boxes in some order, by which they are known afterwards
     */
    public BoxIndex(List<Box> boxes) {
        this.boxes = boxes;
        Map<IpProtocol, Map<Peers, List<Integer>>> byDestination = new HashMap<>();
        for (int i = 0; i < boxes.size(); i++) {
            byDestination
                    .computeIfAbsent(boxes.get(i).shape().protocol(), first -> new LinkedHashMap<>())
                    .computeIfAbsent(boxes.get(i).destinations(), first -> new ArrayList<>(2))
                    .add(i);
        }
        byDestination.forEach((protocol, destinations) -> byProtocol.put(protocol, new OfProtocol(destinations)));
    }

    /**
     * Returns the boxes that share a packet with a box.
     *
     * @param box a box
     * @return positions among the boxes that were given; a new set
     */
    public BitSet intersecting(Box box) {
        BitSet found = new BitSet();
        for (int position : intersecting(box, each -> true, Integer.MAX_VALUE)) {
            found.set(position);
        }
        return found;
    }

    /**
     * Returns the first boxes that share a packet with a box.
     *
     * @param box a box
     * @param which which of the boxes count, by their positions
     * @param most how many to return at most
     * @return positions among the boxes that were given, in ascending order
     */
    public int[] intersecting(Box box, IntPredicate which, int most) {
        OfProtocol ofProtocol = byProtocol.get(box.shape().protocol());
        if (ofProtocol == null) {
            return new int[0];
        }
        return ofProtocol
                .near(box.destinations())
                .filter(which)
                .sorted()
                .filter(position -> Boxes.intersect(boxes.get(position), box))
                .limit(most)
                .toArray();
    }

    /** Many boxes have the same destinations, so those are asked once. */
    private static final class OfProtocol {
        private final List<int[]> boxesTo = new ArrayList<>();
        private final Intersecting destinations;

        OfProtocol(Map<Peers, List<Integer>> byDestination) {
            byDestination
                    .values()
                    .forEach(positions -> boxesTo.add(
                            positions.stream().mapToInt(Integer::intValue).toArray()));
            destinations = new Intersecting(List.copyOf(byDestination.keySet()));
        }

        IntStream near(Peers peers) {
            return destinations.with(peers).flatMap(number -> IntStream.of(boxesTo.get(number)));
        }
    }
}
