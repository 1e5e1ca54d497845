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
import java.util.stream.Stream;

/**
 * The difference of two editions of a catalog, by the identifiers of flows, those that a flow had before among them.
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

        /**
         * Returns what the editions state differently, apart from the date of the document.
         *
         * @return one difference or more, in a fixed order
         */
        public ImmutableList<Difference> differences() {
            ImmutableList.Builder<Difference> differences = ImmutableList.builder();
            add(differences, "id", before.id(), after.id());
            add(differences, "traffic", before.traffic(), after.traffic());
            add(
                    differences,
                    "necessity",
                    before.necessity().id(),
                    after.necessity().id());
            add(differences, "conditions", before.conditions(), after.conditions());
            add(differences, "cast", before.cast().id(), after.cast().id());
            add(
                    differences,
                    "reply-ports",
                    before.replyPorts().map(Object::toString).orElse(""),
                    after.replyPorts().map(Object::toString).orElse(""));
            add(differences, "place", before.citations(), after.citations());
            add(differences, "purpose", before.purpose(), after.purpose());
            add(differences, "notes", before.notes(), after.notes());
            add(differences, "errata", before.errata(), after.errata());
            return differences.build();
        }

        private static void add(
                ImmutableList.Builder<Difference> differences, String what, Object before, Object after) {
            if (!before.toString().equals(after.toString())) {
                differences.add(new Difference(what, before.toString(), after.toString()));
            }
        }

        /**
         * Tells whether packets or the need for them differ, and not only where or how the document says so.
         *
         * @return whether a policy can differ
         */
        public boolean isOfPackets() {
            return differences().stream().anyMatch(difference -> OF_PACKETS.contains(difference.what()));
        }

        private static final ImmutableSet<String> OF_PACKETS =
                ImmutableSet.of("traffic", "necessity", "conditions", "cast", "reply-ports");

        /** Returns the identifier and what differs in one line. */
        @Override
        public String toString() {
            return after.id() + ": " + differences();
        }
    }

    /**
     * One thing that two editions state differently about a flow.
     *
     * @param what id, traffic, necessity, conditions, cast, reply-ports, place, purpose, notes or errata
     * @param before what the earlier edition states
     * @param after what the later edition states
     */
    public record Difference(String what, String before, String after) {
        /**
         * Refuses null.
         *
         * @param what what differs
         * @param before what the earlier edition states
         * @param after what the later edition states
         */
        public Difference {
            requireNonNull(what, "what");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /** Returns all three in one line. */
        @Override
        public String toString() {
            return what + " " + before + " => " + after;
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
            Optional<Flow> old = Stream.concat(Stream.of(flow.id()), flow.formerIds().stream())
                    .flatMap(id -> before.flow(id).stream())
                    .findFirst();
            if (old.isEmpty()) {
                added.add(flow);
            } else {
                Change change = new Change(old.get(), flow);
                if (!change.differences().isEmpty()) {
                    changed.add(change);
                }
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
     * Returns the places of a topology that the difference touches: those of flows that were added, removed, or changed in
     * their packets or the need for them. A flow that only stands elsewhere in the document touches none.
     *
     * @param topology where endpoints live
     * @return places at which an endpoint of a flow that differs lives, in the order of the topology
     */
    public ImmutableSet<Place> touched(Topology topology) {
        List<Flow> flows = new ArrayList<>(added);
        flows.addAll(removed);
        for (Change change : changed) {
            if (change.isOfPackets()) {
                flows.add(change.before());
                flows.add(change.after());
            }
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
