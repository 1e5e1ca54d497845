package io.portolan.firewall.cloud;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;

/**
 * A rule of a group that guards addresses, seen from one of its directions. As with {@link ObservedRule}, what was not
 * understood of a rule that allows or denies is a condition that may hold or not; of one that is
 * {@link Action#UNKNOWN}, it is why nobody knows.
 *
 * @param id what findings show
 * @param action what becomes of packets
 * @param own the guarded addresses: the destinations of what comes in, the sources of what goes out
 * @param others the other end
 * @param packets what packets are
 * @param notUnderstood what was not understood
 */
public record GuardRule(
        String id,
        Action action,
        AddressSet own,
        Peers others,
        PacketKinds packets,
        ImmutableList<String> notUnderstood) {
    /** An addition of a layer that does not look at packets: it leaves no trace in findings. */
    public static final String WITHOUT_TRACE = "";

    /**
     * Refuses null.
     *
     * @param id what findings show
     * @param action what becomes of packets
     * @param own the guarded addresses
     * @param others the other end
     * @param packets what packets are
     * @param notUnderstood what was not understood
     */
    public GuardRule {
        requireNonNull(id, "id");
        requireNonNull(action, "action");
        requireNonNull(own, "own");
        requireNonNull(others, "others");
        requireNonNull(packets, "packets");
        requireNonNull(notUnderstood, "notUnderstood");
    }

    /**
     * Returns a rule that lets packets pass.
     *
     * @param id what findings show
     * @param own the guarded addresses
     * @param others the other end
     * @param packets what packets are
     * @return the rule
     */
    public static GuardRule allow(String id, AddressSet own, Peers others, PacketKinds packets) {
        return new GuardRule(id, Action.ALLOW, own, others, packets, ImmutableList.of());
    }

    /**
     * Returns a rule for packets of which nobody knows what becomes of them.
     *
     * @param id what findings show
     * @param own the guarded addresses
     * @param reason why nobody knows
     * @return the rule, for every packet
     */
    public static GuardRule unknown(String id, AddressSet own, String reason) {
        return new GuardRule(id, Action.UNKNOWN, own, Peers.any(), PacketKinds.all(), ImmutableList.of(reason));
    }

    /**
     * Returns the rule for fewer guarded addresses.
     *
     * @param newOwn guarded addresses
     * @return the rule
     */
    public GuardRule withOwn(AddressSet newOwn) {
        return new GuardRule(id, action, newOwn, others, packets, notUnderstood);
    }

    GuardRule withOthers(Peers newOthers) {
        return new GuardRule(id, action, own, newOthers, packets, notUnderstood);
    }

    boolean isEmpty() {
        return own.isEmpty() || others.isEmpty();
    }

    ObservedRule observed(boolean inbound) {
        Peers ownEnd = Peers.of(own);
        return new ObservedRule(
                id, action, inbound ? others : ownEnd, inbound ? ownEnd : others, packets.transports(), notUnderstood);
    }
}
