package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Masquerade;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Redirect;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.ChainRule.Unknown;
import io.portolan.firewall.linux.ChainRule.Untrack;
import io.portolan.planner.ObservedRule.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns chains that lead to each other into one list in which the first decision that matches counts.
 *
 * <p>What returns from a chain is taken out of the regions of the rules behind; what may return makes the rules behind
 * doubtful where they are about the same packets. Files can be made to grow without end that way; what passes a limit is not
 * understood.
 */
final class Flattener {
    /** As deep as the kernel lets chains be called. */
    private static final int DEEPEST = 16;

    private static final int MOST_STEPS = 400_000;
    private static final long MOST_VISITS = 400_000_000;
    private static final int MOST_PIECES = 2_000;

    /** How many rules that may return are looked at one by one; more are taken together. */
    private static final int MOST_RETURNS = 64;

    private static final int FEW = 4;

    private final Chains chains;
    private final ImmutableList.Builder<Step> steps = ImmutableList.builder();
    private final ImmutableList.Builder<Piece> untracked = ImmutableList.builder();
    private final ImmutableList.Builder<Arrival> arrivals = ImmutableList.builder();
    private final ImmutableList.Builder<Piece> masqueraded = ImmutableList.builder();
    private int size;
    private long visited;

    private Flattener(Chains chains) {
        this.chains = chains;
    }

    /** The chains of a table as they are read at a hook. */
    interface Chains {
        boolean contains(String chain);

        /** Returns the rules of a chain, none if there is no such chain. */
        ImmutableList<ChainRule> rules(String chain);
    }

    /**
     * Packets that come to another destination than they were sent to.
     *
     * @param sent the packets as they were sent, without doubt or with
     * @param by what sends them there
     */
    record Arrival(Region sent, Redirect by) {}

    /**
     * What a chain does.
     *
     * @param steps its decisions; packets that none of them holds do not get there
     * @param untracked packets that connection tracking may leave alone from there on
     * @param arrivals packets that may come to another destination from there on
     * @param masqueraded packets that may have another source from there on
     */
    record Flat(
            ImmutableList<Step> steps,
            ImmutableList<Piece> untracked,
            ImmutableList<Arrival> arrivals,
            ImmutableList<Piece> masqueraded) {}

    /** What packets did in a chain so far. */
    private static final class Frame {
        private List<Piece> inside;
        private final List<Piece> maybeGone = new ArrayList<>();

        Frame(List<Piece> entering) {
            this.inside = entering;
        }
    }

    /**
     * Returns what a chain at a hook does.
     *
     * @param chains the rules of all chains
     * @param chain the name of the one at the hook
     * @param entering the packets that get there
     * @param policy what becomes of packets of which no rule decides
     */
    static Flat flatten(Chains chains, String chain, List<Piece> entering, Action policy) {
        Flattener flattener = new Flattener(chains);
        flattener.walk(chain, entering, 0);
        for (Piece piece : entering) {
            flattener.add(new Step("policy of " + chain, piece.region(), policy, piece.doubt()));
        }
        return new Flat(
                flattener.steps.build(),
                flattener.untracked.build(),
                flattener.arrivals.build(),
                flattener.masqueraded.build());
    }

    private void add(Step step) {
        steps.add(step);
        size++;
    }

    /** Walks a chain with the packets that got there, of which it may be unknown whether they did. */
    private void walk(String chain, List<Piece> entering, int depth) {
        Frame frame = new Frame(entering);
        for (ChainRule rule : chains.rules(chain)) {
            if (rule.condition().isNever()) {
                continue;
            }
            List<Piece> matched = matched(frame, rule.condition());
            if (matched.isEmpty()) {
                continue;
            }
            if (rule.outcome() instanceof Jump jump) {
                jump(rule, jump, matched, depth);
            } else {
                decide(rule.id(), rule.outcome(), matched);
            }
            if (leaves(rule.outcome()) && !leave(frame, rule.condition(), matched)) {
                decide(rule.id(), new Unknown("what returns from chain " + chain), entering);
                return;
            }
        }
    }

    private static boolean leaves(Outcome outcome) {
        return outcome instanceof Return || (outcome instanceof Jump jump && !jump.comesBack());
    }

    private List<Piece> matched(Frame frame, Condition condition) {
        List<Piece> matched = new ArrayList<>();
        ImmutableList<Piece> of = condition.pieces();
        for (Piece piece : frame.inside) {
            for (Piece part : of) {
                Region both = piece.region().intersection(part.region());
                visited++;
                if (!both.isEmpty()) {
                    addWithReturns(matched, frame, new Piece(both, piece.doubt().and(part.doubt())));
                }
            }
        }
        return matched;
    }

    /** Adds packets, those apart of which it is not known whether a rule before had them leave the chain. */
    private void addWithReturns(List<Piece> matched, Frame frame, Piece piece) {
        List<Piece> gone = new ArrayList<>();
        for (Piece maybe : frame.maybeGone) {
            visited++;
            if (maybe.region().intersects(piece.region())) {
                gone.add(maybe);
            }
        }
        if (gone.isEmpty()) {
            matched.add(piece);
            return;
        }
        if (gone.size() > FEW) {
            Doubt doubt = piece.doubt();
            for (Piece maybe : gone) {
                doubt = doubt.and(maybe.doubt());
            }
            matched.add(new Piece(piece.region(), doubt));
            return;
        }
        List<Region> staying = ImmutableList.of(piece.region());
        for (Piece maybe : gone) {
            staying = without(staying, maybe.region());
        }
        staying.forEach(region -> matched.add(new Piece(region, piece.doubt())));
        Doubt all = piece.doubt();
        for (Piece maybe : gone) {
            all = all.and(maybe.doubt());
        }
        for (Piece maybe : gone) {
            matched.add(new Piece(piece.region().intersection(maybe.region()), all));
        }
    }

    /** Takes packets out that leave the chain. Returns whether what is left can be looked at. */
    private static boolean leave(Frame frame, Condition condition, List<Piece> matched) {
        if (!condition.perhaps().isEmpty()) {
            for (Piece piece : matched) {
                if (!piece.doubt().isNone()) {
                    frame.maybeGone.add(new Piece(piece.region(), ExtensionHeaders.negated(piece.doubt())));
                }
            }
        }
        if (frame.maybeGone.size() > MOST_RETURNS) {
            Doubt doubt = Doubt.NONE;
            List<Region> regions = new ArrayList<>();
            for (Piece piece : frame.maybeGone) {
                doubt = doubt.and(piece.doubt());
                regions.add(piece.region());
            }
            frame.maybeGone.clear();
            frame.maybeGone.add(new Piece(Region.hull(regions), doubt));
        }
        // whoever got here and surely matches is gone, whatever doubts there are about having got here
        for (Region region : condition.sure()) {
            List<Piece> less = new ArrayList<>();
            for (Piece piece : frame.inside) {
                piece.region().minus(region).forEach(left -> less.add(new Piece(left, piece.doubt())));
            }
            frame.inside = less;
            if (less.size() > MOST_PIECES) {
                return false;
            }
        }
        return true;
    }

    private static List<Region> without(List<Region> regions, Region taken) {
        List<Region> less = new ArrayList<>();
        regions.forEach(each -> less.addAll(each.minus(taken)));
        return less;
    }

    private void jump(ChainRule rule, Jump jump, List<Piece> matched, int depth) {
        if (!chains.contains(jump.chain())) {
            decide(rule.id(), new Unknown("a chain " + jump.chain() + " that is not listed"), matched);
        } else if (depth >= DEEPEST) {
            decide(rule.id(), new Unknown("chains that lead to each other without end"), matched);
        } else if (size > MOST_STEPS || visited > MOST_VISITS) {
            decide(rule.id(), new Unknown("more rules behind jumps than are looked at"), matched);
        } else {
            walk(jump.chain(), matched, depth + 1);
        }
    }

    private void decide(String id, Outcome outcome, List<Piece> matched) {
        for (Piece piece : matched) {
            Region region = piece.region();
            Doubt doubt = piece.doubt();
            if (outcome instanceof Accept) {
                add(new Step(id, region, Action.ALLOW, doubt));
            } else if (outcome instanceof Drop) {
                add(new Step(id, region, Action.DENY, doubt));
            } else if (outcome instanceof Unknown unknown) {
                Doubt both = Doubt.of(unknown.what()).and(doubt);
                add(new Step(id, region, Action.ALLOW, both));
                add(new Step(id, region, Action.DENY, both));
            } else if (outcome instanceof Untrack) {
                untracked.add(new Piece(region, Doubt.of("notrack by " + id)));
            } else if (outcome instanceof Redirect redirect) {
                add(new Step(
                        id, region, Action.UNKNOWN, Doubt.of(redirect.what()).and(doubt)));
                arrivals.add(new Arrival(region, redirect));
            } else if (outcome instanceof Masquerade masquerade) {
                add(new Step(id, region, Action.ALLOW, doubt));
                masqueraded.add(new Piece(region, Doubt.of(masquerade.what() + " by " + id)));
            }
        }
    }
}
