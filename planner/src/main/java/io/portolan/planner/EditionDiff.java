package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two editions of a catalog, by the identifiers of flows.
 *
 * @param added flows that only the later edition has, in its order
 * @param removed flows that only the earlier edition has, in its order
 * @param changed flows that both have and state differently, in the order of the later
 */
public record EditionDiff(ImmutableList<Flow> added, ImmutableList<Flow> removed, ImmutableList<Change> changed) {
    /**
     * Refuses null.
     *
     * @param added flows that only the later edition has, in its order
     * @param removed flows that only the earlier edition has, in its order
     * @param changed flows that both have and state differently, in the order of the later
     */
    public EditionDiff {
        requireNonNull(added, "added");
        requireNonNull(removed, "removed");
        requireNonNull(changed, "changed");
    }

    /**
     * A flow in both editions.
     *
     * @param before the flow in the earlier edition
     * @param after the flow in the later edition
     */
    public record Change(Flow before, Flow after) {
        /**
         * Refuses null.
         *
         * @param before the flow in the earlier edition
         * @param after the flow in the later edition
         */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /** Returns both flows in one line. */
        @Override
        public String toString() {
            return before + " => " + after;
        }
    }

    /**
     * Compares two editions.
     *
     * @param before the earlier edition
     * @param after the later edition of the same catalog
     * @return the difference
     * @throws IllegalArgumentException if the catalogs have different identifiers
     */
    public static EditionDiff between(Catalog<?> before, Catalog<?> after) {
        if (!before.id().equals(after.id())) {
            throw new IllegalArgumentException(
                    "not two editions of one catalog: " + before.id() + " and " + after.id());
        }
        ImmutableList.Builder<Flow> added = ImmutableList.builder();
        ImmutableList.Builder<Change> changed = ImmutableList.builder();
        for (Flow flow : after.flows()) {
            Optional<Flow> old = before.flow(flow.id());
            if (old.isEmpty()) {
                added.add(flow);
            } else if (!old.get().equals(flow)) {
                changed.add(new Change(old.get(), flow));
            }
        }
        ImmutableList.Builder<Flow> removed = ImmutableList.builder();
        for (Flow flow : before.flows()) {
            if (after.flow(flow.id()).isEmpty()) {
                removed.add(flow);
            }
        }
        return new EditionDiff(added.build(), removed.build(), changed.build());
    }

    /**
     * Tells whether both editions have the same flows.
     *
     * @return whether nothing differs
     */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /**
     * Returns the places of a topology that the difference touches.
     *
     * @param topology where endpoints live
     * @return places at which an endpoint of a flow that differs lives, in the order of the topology
     */
    public ImmutableSet<Place> touched(Topology topology) {
        List<Flow> flows = new ArrayList<>(added);
        flows.addAll(removed);
        for (Change change : changed) {
            flows.add(change.before());
            flows.add(change.after());
        }
        ImmutableSet.Builder<Endpoint> endpoints = ImmutableSet.builder();
        for (Flow flow : flows) {
            endpoints.add(flow.source(), flow.destination());
        }
        ImmutableSet<Endpoint> differing = endpoints.build();
        ImmutableSet.Builder<Place> touched = ImmutableSet.builder();
        for (Place place : topology.places()) {
            if (place.placements().stream().anyMatch(placement -> differing.contains(placement.endpoint()))) {
                touched.add(place);
            }
        }
        return touched.build();
    }

    /** Returns removed flows after {@code -}, added after {@code +}, and changed after {@code ~}, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        removed.forEach(flow -> text.append("- ").append(flow).append('\n'));
        added.forEach(flow -> text.append("+ ").append(flow).append('\n'));
        changed.forEach(change -> text.append("~ ").append(change).append('\n'));
        return text.toString().stripTrailing();
    }
}
