package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers many conditions of which any is to hold, as those of the elements of a set, and joins them once. */
final class Conditions {
    private final List<Region> sure = new ArrayList<>();
    private final Map<Doubt, List<Region>> perhaps = new LinkedHashMap<>();

    void add(Condition condition) {
        sure.addAll(condition.sure());
        for (Piece piece : condition.perhaps()) {
            perhaps.computeIfAbsent(piece.doubt(), first -> new ArrayList<>()).add(piece.region());
        }
    }

    /** Returns the condition that holds where any does. */
    Condition any() {
        ImmutableList.Builder<Piece> pieces = ImmutableList.builder();
        perhaps.forEach(
                (doubt, regions) -> Regions.joined(regions).forEach(region -> pieces.add(new Piece(region, doubt))));
        return new Condition(Regions.joined(sure), pieces.build());
    }
}
