package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressFamily;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The state that connection tracking gives packets that belong to no known connection.
 *
 * <p>Facts are those of Linux: requests of ICMP alone begin a connection, {@code nf_conntrack_proto_icmp.c} and
 * {@code nf_conntrack_proto_icmpv6.c}; every other message that is about no known connection is invalid, but for those of
 * neighbours and groups of IPv6, which are not tracked. Before connection tracking, at priorities below -200, every packet
 * is invalid. TCP begins with SYN, and SCTP with INIT, so that whatever begins is new.
 */
final class States {
    /** The states of connection tracking. */
    enum State {
        INVALID,
        ESTABLISHED,
        RELATED,
        NEW,
        UNTRACKED
    }

    private static final NumberSet ICMP = NumberSet.of(1);
    private static final NumberSet ICMPV6 = NumberSet.of(58);
    private static final NumberSet TRACKED_BY_HELPERS = numbers(6, 17);

    private static final Region REQUESTS = Region.of(AddressFamily.IPV4)
            .intersection(Region.selecting(ICMP, NftField.typesOf(numbers(8, 13, 15, 17))));
    private static final Region REQUESTS_V6 =
            Region.of(AddressFamily.IPV6).intersection(Region.selecting(ICMPV6, NftField.typesOf(numbers(128, 139))));
    private static final Region OTHER_PROTOCOLS =
            Region.protocols(Region.EVERY_PROTOCOL.difference(ICMP).difference(ICMPV6));

    /** What begins a connection. */
    static final ImmutableList<Region> BEGINNING = ImmutableList.of(OTHER_PROTOCOLS, REQUESTS, REQUESTS_V6);

    /** Messages of IPv6 to neighbours, routers and groups. */
    static final Region NEIGHBOURS = Region.of(AddressFamily.IPV6)
            .intersection(Region.selecting(
                    ICMPV6, NftField.typesOf(NumberSet.ofRange(130, 136).union(NumberSet.of(143)))));

    /** Of routers that tell of groups: not tracked by newer kernels, invalid for older ones. */
    private static final Region GROUPS =
            Region.of(AddressFamily.IPV6).intersection(Region.selecting(ICMPV6, NftField.typesOf(numbers(151, 152))));

    private static final Condition NEW = Condition.anyOf(BEGINNING)
            .and(Condition.of(ExtensionHeaders.PACKETS).not());
    private static final Condition NOT_TRACKED = Condition.of(NEIGHBOURS);
    private static final Condition NOT_REQUESTS = NEW.or(NOT_TRACKED)
            .or(Condition.of(GROUPS))
            .or(Condition.of(ExtensionHeaders.PACKETS))
            .not();

    private States() {}

    private static NumberSet numbers(int... numbers) {
        NumberSet set = NumberSet.none();
        for (int number : numbers) {
            set = set.union(NumberSet.of(number));
        }
        return set;
    }

    /** Returns the packets that are in any of some states at a place. */
    static Condition of(Set<State> states, Context context) {
        Condition usual = usually(states, context.tracking());
        if (states.contains(State.RELATED) && context.hasHelpers() && !states.contains(State.NEW)) {
            usual = usual.or(Condition.perhaps(
                    Region.protocols(TRACKED_BY_HELPERS), "ct state related of connections that a helper expects"));
        }
        return untracked(usual, states.contains(State.UNTRACKED), context);
    }

    /** Returns the packets that connection tracking knows. */
    static Condition tracked(Context context) {
        return of(EnumSet.of(State.NEW), context);
    }

    private static Condition usually(Set<State> states, Context.Tracking tracking) {
        switch (tracking) {
            case BEFORE -> {
                return states.contains(State.INVALID) ? Condition.ALWAYS : Condition.NEVER;
            }
            case AT_ONCE -> {
                return Condition.unknown("ct state at the priority of connection tracking");
            }
            default -> {
                return behind(states).or(seen(states));
            }
        }
    }

    /** Behind extension headers stands what begins a connection, or what is invalid. */
    private static Condition behind(Set<State> states) {
        boolean invalid = states.contains(State.INVALID);
        if (invalid && states.contains(State.NEW)) {
            return Condition.of(ExtensionHeaders.PACKETS);
        }
        if (invalid) {
            return Condition.perhaps(ExtensionHeaders.PACKETS, ExtensionHeaders.INVALID);
        }
        return states.contains(State.NEW)
                ? Condition.perhaps(ExtensionHeaders.PACKETS, "ct state new behind extension headers of IPv6")
                : Condition.NEVER;
    }

    private static Condition seen(Set<State> states) {
        Condition usual = states.contains(State.NEW) ? NEW : Condition.NEVER;
        if (states.contains(State.UNTRACKED)) {
            usual = usual.or(NOT_TRACKED);
        }
        if (states.contains(State.INVALID)) {
            usual = usual.or(NOT_REQUESTS);
        }
        boolean invalid = states.contains(State.INVALID);
        if (invalid && states.contains(State.UNTRACKED)) {
            return usual.or(Condition.of(GROUPS));
        }
        return invalid || states.contains(State.UNTRACKED)
                ? usual.or(Condition.perhaps(GROUPS, "ct state of multicast routers"))
                : usual;
    }

    /** What a rule before may have taken from connection tracking has its usual state, or is untracked. */
    private static Condition untracked(Condition usual, boolean asked, Context context) {
        List<Piece> untracked = context.untracked();
        if (untracked.isEmpty()) {
            return usual;
        }
        Condition maybe = new Condition(ImmutableList.of(), ImmutableList.copyOf(untracked));
        if (asked) {
            return usual.or(maybe);
        }
        Condition certain = usual;
        for (Piece piece : untracked) {
            certain = certain.and(Condition.of(piece.region()).not());
        }
        return certain.or(usual.and(maybe));
    }
}
