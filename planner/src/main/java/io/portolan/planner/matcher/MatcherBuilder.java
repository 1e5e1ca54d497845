package io.portolan.planner.matcher;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.portolan.internal.NumberSet;
import io.portolan.net.Transport;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.matcher.Entry.Kind;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiles flows into a {@link PolicyMatcher}. {@code Policy.matcher()} does so for a policy.
 *
 * <p>Which addresses a name outside stands for is not known here. Packets between the other end of such a flow and any address
 * that is no address of {@linkplain #inside(AddressSet) ours} may belong to it: the matcher tells them apart from packets
 * that no flow needs.
 */
public final class MatcherBuilder {
    private record Pending(int flow, int kinds, AddressSet sources, AddressSet destinations, Shape shape) {}

    private record Flow(
            String id,
            Peers sources,
            Peers destinations,
            Transport transport,
            @Nullable Transport answer) {}

    private final List<Flow> flows = new ArrayList<>();
    private AddressSet known = AddressSet.none();
    private AddressSet inside = AddressSet.none();

    MatcherBuilder() {}

    /**
     * Adds a flow. Flows have positions from 0 on, in the order in which they are added.
     *
     * @param id its short name
     * @param sources where its packets come from
     * @param destinations where they go
     * @param transport what they are
     * @param answer what answers them, written like a question from the sources to the destinations, that is with its ports
     *     exchanged; for most flows the transport itself. Empty if nothing answers
     * @return this builder
     */
    public MatcherBuilder flow(
            String id, Peers sources, Peers destinations, Transport transport, Optional<Transport> answer) {
        flows.add(new Flow(
                requireNonNull(id, "id"),
                requireNonNull(sources, "sources"),
                requireNonNull(destinations, "destinations"),
                requireNonNull(transport, "transport"),
                answer.orElse(null)));
        return this;
    }

    /**
     * Sets the addresses whose owner is known. Without them no address is.
     *
     * @param addresses the addresses of all places
     * @return this builder
     */
    public MatcherBuilder known(AddressSet addresses) {
        this.known = requireNonNull(addresses, "addresses");
        return this;
    }

    /**
     * Sets the addresses that no name outside stands for.
     *
     * @param addresses the addresses of hosts and networks
     * @return this builder
     */
    public MatcherBuilder inside(AddressSet addresses) {
        this.inside = requireNonNull(addresses, "addresses");
        return this;
    }

    /**
     * Compiles.
     *
     * @return the matcher
     */
    public PolicyMatcher build() {
        List<Pending> pending = pending();
        Map<AddressSet, Integer> numbers = new LinkedHashMap<>();
        numbers.put(known, 0);
        for (Pending each : pending) {
            numbers.putIfAbsent(each.sources(), numbers.size());
            numbers.putIfAbsent(each.destinations(), numbers.size());
        }
        List<AddressSet> sets = List.copyOf(numbers.keySet());
        AddressSweep sweep = new AddressSweep(sets);
        Intervals4 ipv4 = sweep.ipv4();
        Intervals6 ipv6 = sweep.ipv6();
        long[][] sourcesOfSet = new long[sets.size()][Bits.words(pending.size()).length];
        long[][] destinationsOfSet = new long[sets.size()][Bits.words(pending.size()).length];
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        for (int i = 0; i < pending.size(); i++) {
            Pending each = pending.get(i);
            entries.add(new Entry(each.flow(), each.kinds(), each.shape()));
            Bits.set(sourcesOfSet[requireNonNull(numbers.get(each.sources()))], i);
            Bits.set(destinationsOfSet[requireNonNull(numbers.get(each.destinations()))], i);
        }
        List<Bits> classes = sweep.classes();
        int[] sourceClass = new int[classes.size()];
        int[] destinationClass = new int[classes.size()];
        boolean[] isKnown = new boolean[classes.size()];
        ClassNumbers sources = new ClassNumbers(sourcesOfSet, pending.size());
        ClassNumbers destinations = new ClassNumbers(destinationsOfSet, pending.size());
        for (int i = 0; i < sourceClass.length; i++) {
            sourceClass[i] = sources.of(classes.get(i));
            destinationClass[i] = destinations.of(classes.get(i));
            isKnown[i] = classes.get(i).has(0);
        }
        return new PolicyMatcher(new MatcherModel(
                fingerprint(),
                flows.stream().map(Flow::id).collect(ImmutableList.toImmutableList()),
                entries.build(),
                ipv4,
                ipv6,
                sourceClass,
                destinationClass,
                isKnown,
                sources.classes(),
                destinations.classes()));
    }

    private List<Pending> pending() {
        AddressSet outside = inside.complement();
        List<Pending> pending = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            AddressSet sources = flow.sources().addresses();
            AddressSet destinations = flow.destinations().addresses();
            add(pending, i, Kind.NEEDED, Kind.ANSWER, sources, destinations);
            if (!flow.sources().names().isEmpty()
                    || !flow.destinations().names().isEmpty()) {
                add(
                        pending,
                        i,
                        Kind.NAMED,
                        Kind.NAMED_ANSWER,
                        flow.sources().names().isEmpty() ? sources : sources.union(outside),
                        flow.destinations().names().isEmpty() ? destinations : destinations.union(outside));
            }
        }
        return pending;
    }

    /** Most answers mirror their question, so that one entry is for both. */
    private void add(
            List<Pending> pending, int flow, Kind question, Kind reply, AddressSet sources, AddressSet destinations) {
        Transport transport = flows.get(flow).transport();
        Transport answer = flows.get(flow).answer();
        if (sources.isEmpty() || destinations.isEmpty()) {
            return;
        }
        boolean mirrors = transport.equals(answer);
        int kinds = mirrors ? question.bit() | reply.bit() : question.bit();
        pending.add(new Pending(flow, kinds, sources, destinations, Shape.of(transport)));
        if (answer != null && !mirrors) {
            pending.add(new Pending(flow, reply.bit(), sources, destinations, Shape.of(answer)));
        }
    }

    /** Classes by the entries that have them at one end. */
    private static final class ClassNumbers {
        private final long[][] entriesOfSet;
        private final int entries;
        private final Map<Bits, Integer> numbers = new LinkedHashMap<>();

        ClassNumbers(long[][] entriesOfSet, int entries) {
            this.entriesOfSet = entriesOfSet;
            this.entries = entries;
        }

        int of(Bits sets) {
            long[] all = Bits.words(entries);
            sets.forEach(set -> new Bits(entriesOfSet[set]).addTo(all));
            return numbers.computeIfAbsent(new Bits(all), first -> numbers.size());
        }

        ImmutableList<Bits> classes() {
            return ImmutableList.copyOf(numbers.keySet());
        }
    }

    private String fingerprint() {
        Hasher hasher = Hashing.sha256().newHasher();
        Map<AddressSet, Integer> seen = new HashMap<>();
        put(hasher, known, seen);
        put(hasher, inside, seen);
        for (Flow flow : flows) {
            put(hasher, flow.id());
            put(hasher, flow.sources(), seen);
            put(hasher, flow.destinations(), seen);
            put(hasher, Shape.of(flow.transport()));
            hasher.putBoolean(flow.answer() != null);
            if (flow.answer() != null) {
                put(hasher, Shape.of(flow.answer()));
            }
        }
        return hasher.hash().toString();
    }

    private static void put(Hasher hasher, String text) {
        hasher.putInt(text.length()).putUnencodedChars(text);
    }

    private static void put(Hasher hasher, Peers peers, Map<AddressSet, Integer> seen) {
        put(hasher, peers.addresses(), seen);
        hasher.putInt(peers.names().size());
        peers.names().forEach(name -> put(hasher, name.toString()));
    }

    /** Many flows have equal ends, which are large, so that a second one is put by its number. */
    private static void put(Hasher hasher, AddressSet addresses, Map<AddressSet, Integer> seen) {
        Integer before = seen.putIfAbsent(addresses, seen.size());
        hasher.putInt(before == null ? -1 : before);
        if (before != null) {
            return;
        }
        hasher.putInt(addresses.ranges().size());
        for (AddressRange range : addresses.ranges()) {
            hasher.putInt(range.family().bits())
                    .putLong(range.firstAddress().high())
                    .putLong(range.firstAddress().low())
                    .putLong(range.lastAddress().high())
                    .putLong(range.lastAddress().low());
        }
    }

    private static void put(Hasher hasher, Shape shape) {
        hasher.putInt(shape.protocol().number());
        put(hasher, shape.sourcePorts());
        put(hasher, shape.selectors());
    }

    private static void put(Hasher hasher, NumberSet numbers) {
        hasher.putInt(numbers.rangeCount());
        for (int range = 0; range < numbers.rangeCount(); range++) {
            hasher.putInt(numbers.firstOf(range)).putInt(numbers.lastOf(range));
        }
    }
}
