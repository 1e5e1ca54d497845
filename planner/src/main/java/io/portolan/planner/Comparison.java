package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.planner.Ask.NameCase;
import io.portolan.planner.Ask.Purpose;
import io.portolan.planner.Audit.Expectation;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.Sweep.Part;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Minimizer;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One comparison of a policy with observed rules. */
final class Comparison {
    private static final String OTHERS = "and every other protocol";
    private static final int MOST_REASONS = 16;
    private static final int MOST_NAMES = 8;

    /** What is more than this stays as it was found: to write it with fewer boxes would take longer than it is worth. */
    private static final int MOST_TO_MINIMIZE = 3_000;

    private final Policy policy;
    private final ImmutableList<Expectation> closed;
    private final ObservedPackets observed;
    private final Peers nameable;
    private final List<Ask> asks = new ArrayList<>();
    private final Sweep sweep;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    /** Asks to or from names of which not all packets pass, so that it depends on the name what is needed. */
    private final List<Ask> undecided = new ArrayList<>();

    Comparison(Policy policy, ImmutableList<Expectation> closed, ObservedRules rules) {
        this.policy = policy;
        this.closed = closed;
        List<Box> beside = new ArrayList<>(policy.boxes());
        closed.forEach(expectation -> beside.add(expectation.box()));
        this.observed = new ObservedPackets(rules, beside);
        Ask.Maker maker = new Ask.Maker(observed.names(), Nameable.at(policy.topology()));
        this.nameable = maker.nameable();
        askForFlows(maker);
        askForExpectations(maker);
        askForNamesOfRules(maker);
        this.sweep = new Sweep(observed, asks);
        Set<NameCase> cases = new LinkedHashSet<>();
        cases.add(NameCase.NONE);
        asks.forEach(ask -> cases.add(ask.names()));
        cases.forEach(sweep::run);
    }

    private void askForFlows(Ask.Maker maker) {
        for (int i = 0; i < policy.flows().size(); i++) {
            PlacedFlow flow = policy.flows().get(i);
            Purpose purpose = OpenAnswers.isRequired(flow) ? Purpose.NEED : Purpose.QUESTION;
            List<NumberSet> alternatives = OpenAnswers.alternatives(flow);
            for (int j = 0; j < alternatives.size(); j++) {
                Shape shape = flow.box().shape();
                asks.addAll(
                        maker.asks(purpose, i, j, flow.box(), shape.with(shape.sourcePorts(), alternatives.get(j))));
            }
        }
    }

    private void askForExpectations(Ask.Maker maker) {
        for (int i = 0; i < closed.size(); i++) {
            Box box = closed.get(i).box();
            asks.addAll(maker.asks(Purpose.CLOSED, i, 0, box, box.shape()));
        }
    }

    private void askForNamesOfRules(Ask.Maker maker) {
        Set<Box> asked = new LinkedHashSet<>();
        for (int i = 0; i < observed.boxes().size(); i++) {
            Box box = observed.boxes().get(i);
            if (observed.rule(i).action() != Action.DENY) {
                for (Peers source : apart(box.sources())) {
                    for (Peers destination : apart(box.destinations())) {
                        asked.add(new Box(source, destination, box.shape()));
                    }
                }
            }
        }
        for (Box box : asked) {
            asks.addAll(maker.asks(Purpose.OPENED, 0, 0, box, box.shape()));
        }
        asks.removeIf(ask -> ask.purpose() == Purpose.OPENED && !ask.isNamed());
    }

    /** Returns the addresses of peers, and each name. */
    private static List<Peers> apart(Peers peers) {
        if (peers.names().isEmpty()) {
            return List.of(peers);
        }
        List<Peers> apart = new ArrayList<>();
        apart.add(Peers.of(peers.addresses()));
        peers.names().forEach(name -> apart.add(Peers.of(name)));
        return apart;
    }

    ImmutableList<Finding> findings() {
        findAboutFlows();
        findAboutExpectations();
        findExcess();
        return findings.build();
    }

    private void findAboutFlows() {
        List<List<Outcome>> outcomes = new ArrayList<>();
        policy.flows().forEach(flow -> outcomes.add(new ArrayList<>()));
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            if (ask.purpose() == Purpose.NEED || ask.purpose() == Purpose.QUESTION) {
                Outcome outcome = Outcome.of(sweep, i, ask);
                if (ask.isNamed()
                        && !(outcome.doubtful().isEmpty() && outcome.byName().isEmpty())) {
                    undecided.add(ask);
                }
                List<Outcome> alternatives = outcomes.get(ask.number());
                if (ask.alternative() < alternatives.size()) {
                    alternatives.set(
                            ask.alternative(),
                            alternatives.get(ask.alternative()).and(outcome));
                } else {
                    alternatives.add(outcome);
                }
            }
        }
        for (int i = 0; i < outcomes.size(); i++) {
            PlacedFlow flow = policy.flows().get(i);
            if (OpenAnswers.isRequired(flow)) {
                find(flow, best(flow, outcomes.get(i)));
            } else {
                findQuestion(flow, outcomes.get(i).get(0));
            }
        }
    }

    /** What becomes of a flow of which any of several ports is enough: it lacks what all of them lack. */
    private static Outcome best(PlacedFlow flow, List<Outcome> alternatives) {
        if (alternatives.size() == 1) {
            return alternatives.get(0);
        }
        Shape shape = flow.box().shape();
        List<Box> lacking = List.of(flow.box());
        List<Box> uncertain = List.of(flow.box());
        for (Outcome outcome : alternatives) {
            List<Box> notAtAll = withShape(outcome.lacking(), shape);
            List<Box> notForSure = PacketAlgebra.union(
                    notAtAll,
                    PacketAlgebra.union(withShape(outcome.doubtful(), shape), withShape(outcome.byName(), shape)));
            lacking = PacketAlgebra.intersection(lacking, notAtAll);
            uncertain = PacketAlgebra.intersection(uncertain, notForSure);
        }
        return new Outcome(List.of(), PacketAlgebra.difference(uncertain, lacking), List.of(), lacking);
    }

    private static List<Box> withShape(List<Box> boxes, Shape shape) {
        Set<Box> with = new LinkedHashSet<>();
        boxes.forEach(box -> with.add(new Box(box.sources(), box.destinations(), shape)));
        return List.copyOf(with);
    }

    private void find(PlacedFlow flow, Outcome outcome) {
        List<Box> lacking = crossing(outcome.lacking());
        List<Box> doubtful = crossing(outcome.doubtful());
        for (Box box : lacking) {
            add(Kind.MISSING, box, cause(flow), ImmutableList.of(), "");
        }
        for (Box box : doubtful) {
            ImmutableList<ObservedRule> rules = observed.notUnderstood(addresses(box));
            add(Kind.UNKNOWN, box, cause(flow), rules, notUnderstood(rules));
        }
        for (Box box : outcome.byName()) {
            ImmutableList<ObservedRule> rules = observed.matching(addresses(box));
            add(Kind.UNKNOWN, box, cause(flow), rules, dependsOnNames(box) + alsoNotUnderstood(rules));
        }
        if (lacking.isEmpty() && doubtful.isEmpty() && outcome.byName().isEmpty()) {
            add(Kind.MET, flow.box(), cause(flow), ImmutableList.of(), "");
        }
    }

    /** A flow that only one side of an open question needs is neither met nor missing until the site answers. */
    private void findQuestion(PlacedFlow flow, Outcome outcome) {
        List<String> answers = new ArrayList<>();
        OpenAnswers.deciding(flow)
                .forEach(answer -> answers.add(answer + " (" + answer.decision().statement() + ")"));
        String only = "needed only with " + String.join(" and ", answers) + ", which the site has not said";
        List<Box> passing = crossing(PacketAlgebra.difference(outcome.passing(), required(outcome.passing())));
        List<Box> lacking = crossing(outcome.lacking());
        List<Box> doubtful = new ArrayList<>(crossing(outcome.doubtful()));
        doubtful.addAll(outcome.byName());
        for (Box box : lacking) {
            add(Kind.OPEN_QUESTION, box, cause(flow), ImmutableList.of(), "does not pass; " + only);
        }
        for (Box box : doubtful) {
            ImmutableList<ObservedRule> rules = observed.notUnderstood(addresses(box));
            add(Kind.OPEN_QUESTION, box, cause(flow), rules, "may pass; " + only + alsoNotUnderstood(rules));
        }
        for (Box box : passing) {
            add(Kind.OPEN_QUESTION, box, cause(flow), observed.opening(addresses(box)), "passes; " + only);
        }
        if (passing.isEmpty() && lacking.isEmpty() && doubtful.isEmpty()) {
            add(Kind.MET, flow.box(), cause(flow), ImmutableList.of(), "");
        }
    }

    /** Returns the packets to or from names that flows need whatever the answers are; those between addresses are known. */
    private List<Box> required(List<Box> passing) {
        List<Box> required = new ArrayList<>();
        for (Ask ask : asks) {
            if (ask.purpose() == Purpose.NEED
                    && ask.isNamed()
                    && passing.stream().anyMatch(box -> Boxes.intersect(box, ask.packets()))) {
                required.add(ask.packets());
            }
        }
        return required;
    }

    private void findAboutExpectations() {
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            if (ask.purpose() == Purpose.CLOSED) {
                Outcome outcome = Outcome.of(sweep, i, ask);
                String reason = closed.get(ask.number()).reason();
                for (Box box : crossing(outcome.passing())) {
                    add(Kind.NOT_CLOSED, box, ImmutableList.of(), observed.opening(addresses(box)), reason);
                }
                for (Box box : crossing(outcome.doubtful())) {
                    ImmutableList<ObservedRule> rules = observed.notUnderstood(addresses(box));
                    add(Kind.UNKNOWN, box, ImmutableList.of(), rules, reason + "; " + notUnderstood(rules));
                }
                for (Box box : outcome.byName()) {
                    ImmutableList<ObservedRule> rules = observed.matching(addresses(box));
                    add(
                            Kind.UNKNOWN,
                            box,
                            ImmutableList.of(),
                            rules,
                            reason + "; " + dependsOnNames(box) + alsoNotUnderstood(rules));
                }
            }
        }
    }

    private void findExcess() {
        List<Box> excess = sweep.unneeded(Part.EXCESS);
        List<Box> certain = new ArrayList<>();
        List<Box> byName = new ArrayList<>();
        for (Box box : sweep.unneeded(Part.EXCESS_UNLESS_NAMED)) {
            boolean isUndecided = undecided.stream().anyMatch(ask -> Boxes.intersect(ask.box(), box));
            (isUndecided ? byName : certain).add(box);
        }
        for (Box box : few(certain.isEmpty() ? excess : PacketAlgebra.union(excess, certain))) {
            add(Kind.EXCESS, box, ImmutableList.of(), observed.opening(box), others(box));
        }
        for (Box box : few(byName)) {
            add(Kind.POSSIBLE_EXCESS, box, ImmutableList.of(), observed.opening(box), unlessNamed(box));
        }
        findExcessOfNames();
        for (Box box : few(sweep.unneeded(Part.POSSIBLE_EXCESS))) {
            ImmutableList<ObservedRule> rules = observed.notUnderstood(box);
            String others = others(box);
            add(
                    Kind.POSSIBLE_EXCESS,
                    box,
                    ImmutableList.of(),
                    rules,
                    (others.isEmpty() ? "" : others + "; ") + notUnderstood(rules));
        }
    }

    private void findExcessOfNames() {
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            if (ask.purpose() == Purpose.OPENED) {
                Outcome outcome = Outcome.of(sweep, i, ask);
                for (Box box : outcome.passing()) {
                    add(Kind.EXCESS, box, ImmutableList.of(), observed.opening(addresses(box)), "");
                }
                for (Box box : outcome.doubtful()) {
                    ImmutableList<ObservedRule> rules = observed.notUnderstood(addresses(box));
                    add(Kind.POSSIBLE_EXCESS, box, ImmutableList.of(), rules, notUnderstood(rules));
                }
                for (Box box : outcome.byName()) {
                    add(
                            Kind.POSSIBLE_EXCESS,
                            box,
                            ImmutableList.of(),
                            observed.matching(addresses(box)),
                            dependsOnNames(box));
                }
            }
        }
    }

    private String others(Box box) {
        return observed.isAnyOther(box.shape().protocol()) ? OTHERS : "";
    }

    private List<Box> few(List<Box> boxes) {
        List<Box> crossing = crossing(boxes);
        return crossing.size() > MOST_TO_MINIMIZE ? crossing : crossing(Minimizer.minimize(crossing));
    }

    /** Returns a box with the addresses that its names may have, and with the names of rules that cover them. */
    private Box addresses(Box box) {
        return new Box(addresses(box.sources()), addresses(box.destinations()), box.shape());
    }

    private Peers addresses(Peers peers) {
        if (peers.names().isEmpty()) {
            return peers;
        }
        Peers all = peers.union(nameable);
        for (var own : observed.names()) {
            if (peers.names().stream().anyMatch(own::covers)) {
                all = all.union(Peers.of(own));
            }
        }
        return all;
    }

    private static String notUnderstood(ImmutableList<ObservedRule> rules) {
        Set<String> reasons = new LinkedHashSet<>();
        rules.forEach(rule -> reasons.addAll(rule.notUnderstood()));
        return "not understood: " + first(reasons, MOST_REASONS, "; ");
    }

    private static String alsoNotUnderstood(ImmutableList<ObservedRule> rules) {
        return rules.stream().allMatch(ObservedRule::isUnderstood) ? "" : "; " + notUnderstood(rules);
    }

    private static String dependsOnNames(Box box) {
        Set<String> names = new TreeSet<>();
        box.sources().names().forEach(name -> names.add(name.toString()));
        box.destinations().names().forEach(name -> names.add(name.toString()));
        return "only the addresses of " + first(names, MOST_NAMES, ", ") + " decide";
    }

    private String unlessNamed(Box box) {
        Set<String> names = new TreeSet<>();
        for (Ask ask : undecided) {
            if (Boxes.intersect(ask.box(), box)) {
                ask.packets().sources().names().forEach(name -> names.add(name.toString()));
                ask.packets().destinations().names().forEach(name -> names.add(name.toString()));
            }
        }
        return "needed only as far as these are addresses of " + first(names, MOST_NAMES, ", ");
    }

    private static String first(Set<String> texts, int most, String separator) {
        List<String> shown = texts.stream().limit(most).toList();
        return String.join(separator, shown)
                + (texts.size() > most ? separator + "and " + (texts.size() - most) + " others" : "");
    }

    private static ImmutableList<Cause> cause(PlacedFlow flow) {
        return ImmutableList.of(flow.cause());
    }

    private void add(
            Kind kind, Box box, ImmutableList<Cause> causes, ImmutableList<ObservedRule> rules, String detail) {
        Packet witness = Witness.of(box, policy.topology());
        Optional<String> words = detail.isEmpty() ? Optional.empty() : Optional.of(detail);
        box.shape()
                .transports()
                .forEach(transport -> findings.add(new Finding(
                        kind, new Rule(box.sources(), box.destinations(), transport, causes), witness, rules, words)));
    }

    private List<Box> crossing(List<Box> boxes) {
        return boxes.stream().filter(box -> !policy.topology().isOneHost(box)).toList();
    }
}
