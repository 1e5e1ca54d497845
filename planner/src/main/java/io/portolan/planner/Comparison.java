package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.WindowsEstate;
import io.portolan.internal.NumberSet;
import io.portolan.planner.Audit.Expectation;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Combination;
import io.portolan.planner.packets.Minimizer;
import io.portolan.planner.packets.PacketAlgebra;
import io.portolan.planner.packets.Shape;
import io.portolan.site.Answer;
import io.portolan.site.AppliedAnswer;
import io.portolan.site.Basis;
import io.portolan.site.SettingDecision;
import io.portolan.site.WindowsDecision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One comparison of a policy with observed rules. */
final class Comparison {
    private static final int MOST_REASONS = 16;
    private static final String OTHERS = "and every other protocol";

    private final Policy policy;
    private final ImmutableList<Expectation> closed;
    private final Observation observation;
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    /** What flows need and does not pass. */
    private final List<Box> missing;

    /** What flows need and does not pass for certain. */
    private final List<Box> uncertain;

    Comparison(Policy policy, ImmutableList<Expectation> closed, ObservedRules observed) {
        this.policy = policy;
        this.closed = closed;
        List<Box> beside = new ArrayList<>(policy.boxes());
        closed.forEach(expectation -> beside.add(expectation.box()));
        this.observation = new Observation(observed, beside);
        List<Box> possible = new ArrayList<>(observation.allowed());
        possible.addAll(observation.unknown());
        this.missing = crossing(difference(policy.boxes(), possible));
        this.uncertain = crossing(difference(policy.boxes(), observation.allowed()));
    }

    ImmutableList<Finding> findings() {
        for (PlacedFlow flow : policy.flows()) {
            find(flow);
        }
        for (Expectation expectation : closed) {
            find(expectation);
        }
        findExcess();
        return findings.build();
    }

    private void find(PlacedFlow flow) {
        List<Box> lacking = List.of();
        List<Box> doubtful = List.of();
        if (isRequired(flow)) {
            lacking = lacking(flow, missing);
            doubtful = crossing(difference(lacking(flow, uncertain), lacking));
        }
        for (Box box : lacking) {
            add(Kind.MISSING, box, flow, ImmutableList.of(), Optional.empty());
        }
        for (Box box : doubtful) {
            ImmutableList<ObservedRule> rules = observation.notUnderstood(box);
            add(Kind.UNKNOWN, box, flow, rules, Optional.of(notUnderstood(rules)));
        }
        if (lacking.isEmpty() && doubtful.isEmpty()) {
            add(Kind.MET, flow.box(), flow, ImmutableList.of(), Optional.empty());
        }
    }

    private static String notUnderstood(ImmutableList<ObservedRule> rules) {
        Set<String> reasons = new LinkedHashSet<>();
        rules.forEach(rule -> reasons.addAll(rule.notUnderstood()));
        List<String> shown = reasons.stream().limit(MOST_REASONS).toList();
        return "not understood: " + String.join("; ", shown)
                + (reasons.size() > MOST_REASONS ? "; and " + (reasons.size() - MOST_REASONS) + " others" : "");
    }

    private void add(
            Kind kind, Box box, PlacedFlow flow, ImmutableList<ObservedRule> observed, Optional<String> detail) {
        Packet witness = Witness.of(box, policy.topology());
        box.shape()
                .transports()
                .forEach(transport -> findings.add(new Finding(
                        kind,
                        new Rule(box.sources(), box.destinations(), transport, ImmutableList.of(flow.cause())),
                        witness,
                        observed,
                        detail)));
    }

    /** A flow that only one side of an open question needs is not required, whichever side that is. */
    private static boolean isRequired(PlacedFlow flow) {
        int generations = 0;
        for (AppliedAnswer applied : flow.cause().resolved().answers()) {
            if (applied.basis() == Basis.ALTERNATIVE) {
                if (applied.answer().decision() instanceof WindowsDecision) {
                    generations++;
                } else if (!(applied.answer().decision() instanceof SettingDecision)) {
                    return false;
                }
            }
        }
        return generations != 1;
    }

    /** What a flow lacks of the packets that are missing: where the site left ports open, what lacks all of them. */
    private List<Box> lacking(PlacedFlow flow, List<Box> absent) {
        List<NumberSet> alternatives = alternatives(flow);
        if (alternatives.size() < 2) {
            return within(flow.box(), absent);
        }
        Box whole = flow.box();
        List<Box> lackingAll = List.of(whole);
        for (NumberSet alternative : alternatives) {
            Shape shape = whole.shape().with(whole.shape().sourcePorts(), alternative);
            List<Box> lacking = new ArrayList<>();
            for (Box box : within(new Box(whole.sources(), whole.destinations(), shape), absent)) {
                lacking.add(new Box(box.sources(), box.destinations(), whole.shape()));
            }
            lackingAll = crossing(intersection(lackingAll, lacking));
        }
        return lackingAll;
    }

    /** The sets of ports any one of which is enough. */
    private static List<NumberSet> alternatives(PlacedFlow flow) {
        List<NumberSet> alternatives = new ArrayList<>();
        for (AppliedAnswer applied : flow.cause().resolved().answers()) {
            Answer<?> answer = applied.answer();
            if (applied.basis() == Basis.ALTERNATIVE) {
                if (answer.decision() instanceof SettingDecision) {
                    alternatives.add(NumberSet.of((Integer) answer.value()));
                } else if (answer.value() instanceof WindowsEstate estate) {
                    alternatives.add(Shape.numbers(estate.dynamicPorts().ports())
                            .intersection(flow.box().shape().selectors()));
                }
            }
        }
        return alternatives;
    }

    private void find(Expectation expectation) {
        List<Box> wanted = List.of(expectation.box());
        for (Box box : crossing(intersection(wanted, observation.allowed()))) {
            add(Kind.NOT_CLOSED, box, observation.opening(box), expectation.reason());
        }
        for (Box box : crossing(intersection(wanted, observation.unknown()))) {
            ImmutableList<ObservedRule> rules = observation.notUnderstood(box);
            add(Kind.UNKNOWN, box, rules, expectation.reason() + "; " + notUnderstood(rules));
        }
    }

    /** What flows need, where a flow for everybody is one for whatever a name outside stands for, as a rule is. */
    private List<Box> needed() {
        AddressSet.Builder hosts = AddressSet.builder();
        for (Place place : policy.topology().places()) {
            if (place.kind() == Place.Kind.HOST) {
                hosts.addAll(place.peers().addresses());
            }
        }
        AddressSet nameless = hosts.build();
        List<Box> needed = new ArrayList<>();
        for (Box box : policy.boxes()) {
            needed.add(new Box(
                    observation.withNames(box.sources(), nameless),
                    observation.withNames(box.destinations(), nameless),
                    box.shape()));
        }
        return needed;
    }

    private void findExcess() {
        List<Box> excess = crossing(difference(observation.allowed(), needed()));
        for (Box box : crossing(Minimizer.minimize(excess))) {
            add(
                    Kind.EXCESS,
                    box,
                    observation.opening(box),
                    observation.isAnyOther(box.shape().protocol()) ? OTHERS : "");
        }
        List<Box> possible = crossing(difference(observation.unknown(), needed()));
        for (Box box : crossing(Minimizer.minimize(possible))) {
            ImmutableList<ObservedRule> rules = observation.notUnderstood(box);
            String reasons = notUnderstood(rules);
            add(
                    Kind.POSSIBLE_EXCESS,
                    box,
                    rules,
                    observation.isAnyOther(box.shape().protocol()) ? OTHERS + "; " + reasons : reasons);
        }
    }

    private void add(Kind kind, Box box, ImmutableList<ObservedRule> observed, String detail) {
        Packet witness = Witness.of(box, policy.topology());
        box.shape()
                .transports()
                .forEach(transport -> findings.add(new Finding(
                        kind,
                        new Rule(box.sources(), box.destinations(), transport, ImmutableList.of()),
                        witness,
                        observed,
                        detail.isEmpty() ? Optional.empty() : Optional.of(detail))));
    }

    private List<Box> crossing(List<Box> boxes) {
        return boxes.stream().filter(box -> !policy.topology().isOneHost(box)).toList();
    }

    private List<Box> within(Box flow, List<Box> boxes) {
        List<Box> within = new ArrayList<>();
        for (Box box : boxes) {
            Optional<Box> both = Boxes.intersection(flow, box);
            both.filter(inside -> !policy.topology().isOneHost(inside)).ifPresent(within::add);
        }
        return within;
    }

    private static List<Box> difference(List<Box> left, List<Box> right) {
        return both(left, right, Combination::differenceAt);
    }

    private static List<Box> intersection(List<Box> left, List<Box> right) {
        return both(left, right, Combination::intersectionAt);
    }

    private static List<Box> both(List<Box> left, List<Box> right, Function<Integer, Combination> combination) {
        List<Box> boxes = new ArrayList<>(left);
        boxes.addAll(right);
        return PacketAlgebra.combine(boxes, combination.apply(left.size()));
    }
}
