package io.portolan.flowlogs;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.portolan.flowlogs.TrafficReport.FlowTraffic;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.planner.Cause;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.Rule;
import java.time.Duration;
import java.util.Optional;

/**
 * What is needed, allowed and used, in one: every flow, every rule that allows, and every conversation that no flow needs.
 *
 * @param traffic what became of the records
 * @param flows every flow that has packets between places
 * @param rules every rule that allows or may allow
 * @param passing conversations that no flow needs and that the rules allow, the most frequent first
 * @param attempts conversations that no flow needs and that the rules do not allow
 * @param undecided conversations that no flow needs, and of which nobody can tell whether they are allowed
 * @param tightening what could be taken away; nothing is applied
 */
public record TrafficReview(
        TrafficReport traffic,
        ImmutableList<FlowReview> flows,
        ImmutableList<RuleReview> rules,
        ImmutableList<Unwanted> passing,
        ImmutableList<Unwanted> attempts,
        ImmutableList<Unwanted> undecided,
        ImmutableList<Tightening> tightening) {
    /**
     * Refuses null.
     *
     * @param traffic what became of the records
     * @param flows every flow
     * @param rules every rule that allows or may allow
     * @param passing conversations that no flow needs and that are allowed
     * @param attempts conversations that no flow needs and that are not allowed
     * @param undecided conversations of which nobody can tell
     * @param tightening what could be taken away
     */
    public TrafficReview {
        requireNonNull(traffic, "traffic");
        requireNonNull(flows, "flows");
        requireNonNull(rules, "rules");
        requireNonNull(passing, "passing");
        requireNonNull(attempts, "attempts");
        requireNonNull(undecided, "undecided");
        requireNonNull(tightening, "tightening");
    }

    /**
     * A flow.
     *
     * @param cause the flow and its deployment
     * @param cell where it stands
     * @param traffic what was seen of it
     * @param interval how seldom it runs, if that was said
     * @param note what to know before the cell is believed, empty if nothing
     */
    public record FlowReview(
            Cause cause, ReviewCell cell, FlowTraffic traffic, Optional<Duration> interval, Optional<String> note) {}

    /**
     * A rule that allows.
     *
     * @param rule the rule
     * @param cell where it stands
     * @param serves the flows that need some of its packets
     * @param isWider whether it lets packets pass that no flow needs
     * @param needed sums over what passed by it and flows need
     * @param unneeded sums over what passed by it and no flow needs
     * @param unjudged sums over what passed by it and nobody can judge
     * @param near the flows that come nearest to an example of what no flow needs, in words
     */
    public record RuleReview(
            ObservedRule rule,
            ReviewCell cell,
            ImmutableList<Cause> serves,
            boolean isWider,
            Count needed,
            Count unneeded,
            Count unjudged,
            ImmutableList<String> near) {}

    /**
     * A rule that could go, and what has to take its place.
     *
     * @param rule the rule
     * @param instead rules for what flows need of it; empty if they need nothing
     */
    public record Tightening(ObservedRule rule, ImmutableList<Rule> instead) {}

    /**
     * Returns how long the logs are.
     *
     * @return the time from the first record to the last; empty if they tell no time
     */
    public Optional<Duration> span() {
        Count all = traffic.all();
        return all.first() == FlowRecord.NO_TIME || all.last() == FlowRecord.NO_TIME
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(all.last() - all.first()));
    }
}
