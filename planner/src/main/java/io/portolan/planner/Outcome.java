package io.portolan.planner;

import io.portolan.planner.Sweep.Part;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of the packets that were asked for.
 *
 * @param passing those that pass
 * @param doubtful those of which nobody knows, because of rules that were not understood or for want of rules
 * @param byName those to or from names, of which only the addresses of the names decide
 * @param lacking those that do not pass
 */
record Outcome(List<Box> passing, List<Box> doubtful, List<Box> byName, List<Box> lacking) {
    static final Outcome NOTHING = new Outcome(List.of(), List.of(), List.of(), List.of());

    /** Returns what a walk found of an ask. */
    static Outcome of(Sweep sweep, int number, Ask ask) {
        List<Box> passing = sweep.found(number, Part.PASSING);
        List<Box> doubtful = sweep.found(number, Part.DOUBTFUL);
        List<Box> lacking = sweep.found(number, Part.LACKING);
        if (!ask.isNamed()) {
            return new Outcome(passing, doubtful, List.of(), lacking);
        }
        List<Box> mayPass = named(ask, PacketAlgebra.union(passing, doubtful));
        List<Box> mayLack = named(ask, PacketAlgebra.union(doubtful, lacking));
        List<Box> all = List.of(ask.packets());
        List<Box> certain = PacketAlgebra.difference(all, mayLack);
        List<Box> none = PacketAlgebra.difference(PacketAlgebra.difference(all, mayPass), certain);
        List<Box> rest = PacketAlgebra.intersection(mayLack, mayPass);
        List<Box> alwaysDoubtful =
                PacketAlgebra.difference(PacketAlgebra.difference(rest, named(ask, passing)), named(ask, lacking));
        return new Outcome(
                joined(certain),
                joined(alwaysDoubtful),
                joined(PacketAlgebra.difference(rest, alwaysDoubtful)),
                joined(none));
    }

    private static List<Box> named(Ask ask, List<Box> boxes) {
        Set<Box> named = new LinkedHashSet<>();
        boxes.forEach(box -> named.add(ask.named(box)));
        return List.copyOf(named);
    }

    private record Named(Peers names, boolean isSource, Shape shape) {}

    /** What a name decides is told once, and not once for each family. */
    private static List<Box> joined(List<Box> boxes) {
        Map<Named, Box> joined = new LinkedHashMap<>();
        for (Box box : boxes) {
            boolean isSource = !box.sources().names().isEmpty();
            joined.merge(
                    new Named(isSource ? box.sources() : box.destinations(), isSource, box.shape()),
                    box,
                    (one, other) -> new Box(
                            one.sources().union(other.sources()),
                            one.destinations().union(other.destinations()),
                            one.shape()));
        }
        return List.copyOf(joined.values());
    }

    /** Returns what becomes of the packets of both. */
    Outcome and(Outcome other) {
        return new Outcome(
                joined(passing, other.passing),
                joined(doubtful, other.doubtful),
                joined(byName, other.byName),
                joined(lacking, other.lacking));
    }

    private static List<Box> joined(List<Box> one, List<Box> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<Box> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
