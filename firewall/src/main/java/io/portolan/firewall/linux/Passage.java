package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.linux.Flattener.Arrival;
import io.portolan.firewall.linux.Flattener.Flat;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;

/**
 * The chains that packets pass at a hook, one after the other: what the first changes about them, the others see.
 *
 * <p>A packet is looked at as it was sent. What a rule sends to another destination is unknown from there on. It arrives as
 * another packet, which has not passed the chains before as that: their denials are no longer certain for what may arrive.
 */
final class Passage {
    /** What lets pass whatever no chain looks at. */
    static final String NO_CHAIN = "no chain";

    private static final String POLICY = "policy of ";
    private static final int MOST_STEPS = 400_000;
    private static final long MOST_COMBINATIONS = 200_000_000;

    private static final Step NOTHING = new Step(NO_CHAIN, Region.EVERYTHING, Action.ALLOW, Doubt.of("nothing"));

    private final Region packets;
    private final AddressSet own;
    private final List<Piece> untracked = new ArrayList<>();
    private final List<Piece> arrivals = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean masquerades;

    /** A chain: its decisions, what may arrive behind it, and whose sources it may change. */
    private record Link(ImmutableList<Step> steps, ImmutableList<Piece> arrivals, ImmutableList<Piece> masqueraded) {}

    /**
     * Begins a way.
     *
     * @param packets the packets that go it
     * @param own the addresses of the firewall itself
     */
    Passage(Region packets, AddressSet own) {
        this.packets = packets;
        this.own = own;
    }

    ImmutableList<Piece> untracked() {
        return ImmutableList.copyOf(untracked);
    }

    ImmutableList<Piece> arrivals() {
        return ImmutableList.copyOf(arrivals);
    }

    boolean masquerades() {
        return masquerades;
    }

    /** Adds a chain; packets that get to none of its decisions pass it. */
    void add(Flat flat) {
        List<Piece> arriving = new ArrayList<>();
        flat.arrivals().forEach(arrival -> arriving.addAll(arriving(arrival)));
        ImmutableList<Step> steps = flat.steps();
        Step last = steps.isEmpty() ? NOTHING : steps.get(steps.size() - 1);
        if (!last.doubt().isNone() || !last.region().equals(packets)) {
            steps = ImmutableList.<Step>builder()
                    .addAll(steps)
                    .add(new Step(NO_CHAIN, packets, Action.ALLOW, Doubt.NONE))
                    .build();
        }
        links.add(new Link(steps, ImmutableList.copyOf(arriving), flat.masqueraded()));
        untracked.addAll(flat.untracked());
        arrivals.addAll(arriving);
        masquerades |= !flat.masqueraded().isEmpty();
    }

    /** Adds packets that are denied by something that is not listed, or are not. */
    void addDoubt(String id, Region region, String reason) {
        Region common = region.intersection(packets);
        if (!common.isEmpty()) {
            links.add(new Link(
                    ImmutableList.of(
                            new Step(id, common, Action.DENY, Doubt.of(reason)),
                            new Step(NO_CHAIN, packets, Action.ALLOW, Doubt.NONE)),
                    ImmutableList.of(),
                    ImmutableList.of()));
        }
    }

    private List<Piece> arriving(Arrival arrival) {
        Region sent = arrival.sent();
        AddressSet to = arrival.by().local() ? own : arrival.by().to().orElse(AddressSet.any());
        Region region = new Region(
                        sent.sources(),
                        to,
                        sent.protocols(),
                        sent.sourcePorts(),
                        arrival.by().ports().orElse(sent.selectors()))
                .intersection(packets);
        return region.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(new Piece(region, Doubt.of(arrival.by().what() + ", by which packets may arrive")));
    }

    /** Returns what becomes of packets that have to pass each of the chains. */
    ImmutableList<Step> steps() {
        ImmutableList<Step> rest = ImmutableList.of(new Step(NO_CHAIN, packets, Action.ALLOW, Doubt.NONE));
        for (int i = links.size() - 1; i >= 0; i--) {
            rest = both(seen(i), rest);
        }
        return rest;
    }

    /** The decisions of a chain, before them what is not known of packets that others change. */
    private ImmutableList<Step> seen(int index) {
        ImmutableList<Step> steps = links.get(index).steps();
        boolean denies = steps.stream().anyMatch(step -> step.action() != Action.ALLOW);
        if (!denies) {
            return steps;
        }
        ImmutableList.Builder<Step> seen = ImmutableList.builder();
        for (Link before : links.subList(0, index)) {
            for (Piece piece : before.masqueraded()) {
                seen.add(new Step(NO_CHAIN, piece.region(), Action.UNKNOWN, piece.doubt()));
            }
        }
        for (Link behind : links.subList(index, links.size())) {
            for (Piece piece : behind.arrivals()) {
                seen.add(new Step(NO_CHAIN, piece.region(), Action.ALLOW, piece.doubt()));
            }
        }
        return seen.addAll(steps).build();
    }

    /** What the first list lets pass has to pass the second, too. */
    private static ImmutableList<Step> both(List<Step> first, ImmutableList<Step> second) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        int size = 0;
        long combinations = 0;
        for (Step step : first) {
            if (step.action() != Action.ALLOW) {
                steps.add(step);
                size++;
                continue;
            }
            boolean tooMany = size > MOST_STEPS || combinations > MOST_COMBINATIONS;
            for (Step next : tooMany ? unknown(step) : second) {
                combinations++;
                Region region = step.region().intersection(next.region());
                if (!region.isEmpty()) {
                    steps.add(new Step(
                            isRule(next) || (!isRule(step) && next.action() != Action.ALLOW) ? next.id() : step.id(),
                            region,
                            next.action(),
                            step.doubt().and(next.doubt())));
                    size++;
                }
            }
        }
        return steps.build();
    }

    private static boolean isRule(Step step) {
        return !step.id().equals(NO_CHAIN) && !step.id().startsWith(POLICY);
    }

    private static ImmutableList<Step> unknown(Step step) {
        Doubt reason = Doubt.of("more rules in chains one after the other than are looked at");
        return ImmutableList.of(new Step(step.id(), step.region(), Action.UNKNOWN, reason));
    }
}
