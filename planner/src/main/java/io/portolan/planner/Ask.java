package io.portolan.planner;

import com.google.common.collect.ImmutableSet;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packets of which an audit asks what becomes of them: from addresses or names alone, to addresses or names alone.
 *
 * <p>Which addresses a name has, only a resolver knows. So packets to a name are asked for as packets to every address that
 * it may have: they pass for certain if all of these do, they do not if none does, and otherwise the name decides.
 *
 * @param purpose what they are asked for
 * @param number the number of the flow or expectation
 * @param alternative the number of the alternative, any one of which is enough
 * @param packets the packets, with names
 * @param box the same packets, with every address that a name may have in place of the names
 * @param names the names as which observed rules may match them
 */
record Ask(Purpose purpose, int number, int alternative, Box packets, Box box, NameCase names) {
    /** Why an audit asks. */
    enum Purpose {
        /** A flow needs the packets. */
        NEED,
        /** A flow needs the packets if an open question is answered so. */
        QUESTION,
        /** The packets must not pass. */
        CLOSED,
        /** A rule names an end of the packets, and nothing may need them. */
        OPENED
    }

    /**
     * Names that observed rules have and that cover a source or a destination.
     *
     * @param sources names that cover the source, none if it is known by address or no rule names it
     * @param destinations names that cover the destination
     */
    record NameCase(ImmutableSet<OutsideName> sources, ImmutableSet<OutsideName> destinations) {
        static final NameCase NONE = new NameCase(ImmutableSet.of(), ImmutableSet.of());
    }

    /** Names that the same rules match, or addresses. */
    private record End(Peers peers, Peers box, ImmutableSet<OutsideName> names) {}

    /** Makes asks, for a list of observed rules that match some names, and for what addresses names may have. */
    static final class Maker {
        private final Set<OutsideName> observed;
        private final Peers nameable;

        Maker(Set<OutsideName> observed, AddressSet nameable) {
            this.observed = observed;
            this.nameable = Peers.of(nameable);
        }

        /** Returns asks that together are for all packets of a box. */
        List<Ask> asks(Purpose purpose, int number, int alternative, Box packets, Shape shape) {
            List<Ask> asks = new ArrayList<>();
            for (End source : ends(packets.sources())) {
                for (End destination : ends(packets.destinations())) {
                    asks.add(new Ask(
                            purpose,
                            number,
                            alternative,
                            new Box(source.peers(), destination.peers(), shape),
                            new Box(source.box(), destination.box(), shape),
                            new NameCase(source.names(), destination.names())));
                }
            }
            return asks;
        }

        private List<End> ends(Peers peers) {
            List<End> ends = new ArrayList<>();
            if (!peers.addresses().isEmpty()) {
                Peers addresses = Peers.of(peers.addresses());
                ends.add(new End(addresses, addresses, ImmutableSet.of()));
            }
            Map<Set<OutsideName>, List<OutsideName>> alike = new LinkedHashMap<>();
            for (OutsideName name : peers.names()) {
                alike.computeIfAbsent(covering(name), first -> new ArrayList<>())
                        .add(name);
            }
            alike.forEach((covering, names) ->
                    ends.add(new End(Peers.of(AddressSet.none(), names), nameable, ImmutableSet.copyOf(covering))));
            return ends;
        }

        /** Returns the names that observed rules have and that stand for whatever a name does. */
        Set<OutsideName> covering(OutsideName name) {
            Set<OutsideName> covering = new LinkedHashSet<>();
            for (OutsideName own : observed) {
                if (own.covers(name)) {
                    covering.add(own);
                }
            }
            return covering;
        }

        Peers nameable() {
            return nameable;
        }
    }

    /** Tells whether an end is known by name. */
    boolean isNamed() {
        return !packets.sources().names().isEmpty()
                || !packets.destinations().names().isEmpty();
    }

    /** Tells whether a flow of this ask needs whatever packets of another are. */
    boolean coversNamesOf(Ask other) {
        return covers(packets.sources(), other.packets.sources())
                && covers(packets.destinations(), other.packets.destinations());
    }

    private static boolean covers(Peers own, Peers others) {
        return others.names().stream().allMatch(other -> own.names().stream().anyMatch(name -> name.covers(other)));
    }

    /** Returns packets between addresses as packets between the ends of this ask, where those are names. */
    Box named(Box addresses) {
        return new Box(
                packets.sources().names().isEmpty() ? addresses.sources() : packets.sources(),
                packets.destinations().names().isEmpty() ? addresses.destinations() : packets.destinations(),
                addresses.shape());
    }
}
