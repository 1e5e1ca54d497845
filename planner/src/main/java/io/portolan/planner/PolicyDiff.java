package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Combination;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The packets that only one of two policies allows.
 *
 * <p>Packets within one host cross no network, and no policy allows them. So where a host of one policy is two hosts of the
 * other, what these may send each other is a difference.
 *
 * @param removed packets that the first allows and the second does not, with the flows of the first that need them
 * @param added packets that the second allows and the first does not, with the flows of the second that need them
 */
public record PolicyDiff(ImmutableList<Change> removed, ImmutableList<Change> added) {
    /**
     * Refuses null.
     *
     * @param removed packets that the first allows and the second does not, with the flows of the first that need them
     * @param added packets that the second allows and the first does not, with the flows of the second that need them
     */
    public PolicyDiff {
        requireNonNull(removed, "removed");
        requireNonNull(added, "added");
    }

    /**
     * Packets that are allowed on one side alone.
     *
     * @param rule the packets, as a rule
     * @param witness one of them
     */
    public record Change(Rule rule, Packet witness) {
        /**
         * Refuses null.
         *
         * @param rule the packets, as a rule
         * @param witness one of them
         */
        public Change {
            requireNonNull(rule, "rule");
            requireNonNull(witness, "witness");
        }

        /** Returns the rule. */
        @Override
        public String toString() {
            return rule.toString();
        }
    }

    static PolicyDiff between(Policy before, Policy after) {
        return new PolicyDiff(only(before, after), only(after, before));
    }

    private static ImmutableList<Change> only(Policy one, Policy other) {
        List<Box> boxes = new ArrayList<>(one.boxes());
        int position = boxes.size();
        boxes.addAll(other.boxes());
        List<Box> differing = PacketAlgebra.union(
                PacketAlgebra.combine(boxes, Combination.differenceAt(position)),
                new HostChanges(one.topology(), other.topology()).between(one.boxes()));
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (Rule rule : new RuleMaker(one.flows(), one.topology()).rules(differing)) {
            Box box = new Box(rule.sources(), rule.destinations(), Shape.of(rule.transport()));
            changes.add(new Change(rule, Witness.of(box, one.topology())));
        }
        return changes.build();
    }

    /**
     * Tells whether both policies allow the same packets.
     *
     * @return whether nothing is removed or added
     */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /** Returns what is removed, after {@code -}, and added, after {@code +}, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Change change : removed) {
            text.append(text.length() == 0 ? "- " : "\n- ").append(change);
        }
        for (Change change : added) {
            text.append(text.length() == 0 ? "+ " : "\n+ ").append(change);
        }
        return text.toString();
    }
}
