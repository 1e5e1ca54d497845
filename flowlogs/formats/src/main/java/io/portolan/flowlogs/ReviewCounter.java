package io.portolan.flowlogs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.flowlogs.TrafficReport.FlowTraffic;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.flowlogs.TrafficReview.FlowReview;
import io.portolan.flowlogs.TrafficReview.RuleReview;
import io.portolan.flowlogs.TrafficReview.Tightening;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Cause;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads records of traffic, and reviews a policy and the rules of a firewall by them. */
public final class ReviewCounter {
    private final Policy policy;
    private final ObservedRules observed;
    private final TrafficCounter counter;
    private final DecidingRules rules;
    private final Map<Integer, Count.Sum> needed = new LinkedHashMap<>();
    private final Map<Integer, Count.Sum> unneeded = new LinkedHashMap<>();
    private final Map<Integer, Count.Sum> unjudged = new LinkedHashMap<>();

    /**
     * Makes a counter.
     *
     * @param policy the policy for a site
     * @param observed the rules that its firewall has
     * @param validity the time for which the policy's addresses are known
     */
    public ReviewCounter(Policy policy, ObservedRules observed, TimeWindow validity) {
        this.policy = policy;
        this.observed = observed;
        this.counter = new TrafficCounter(policy.matcher(), validity, TrafficCounter.MOST_CONVERSATIONS);
        this.rules = new DecidingRules(observed);
    }

    /**
     * Adds a record.
     *
     * @param record a record
     */
    public void add(FlowRecord record) {
        long outcome = counter.add(record);
        Reason reason = Outcome.reason(outcome);
        boolean isComplete = reason == Reason.NONE || reason == Reason.NAME_OUTSIDE || reason == Reason.ADDRESS_UNKNOWN;
        if (!isComplete || record.action() == io.portolan.flowlogs.Action.REJECTED) {
            return; // what a filter rejected used no rule that allows
        }
        boolean turned = switch (Outcome.verdict(outcome)) {
            case NEEDED -> false;
            case ANSWER -> true;
            case UNWANTED, UNKNOWN -> Conversation.isTurned(record);
        };
        Map<Integer, Count.Sum> sums = switch (Outcome.verdict(outcome)) {
            case NEEDED, ANSWER -> needed;
            case UNWANTED -> unneeded;
            case UNKNOWN -> unjudged;
        };
        sums.computeIfAbsent(rules.decided(record, turned), first -> new Count.Sum())
                .add(record);
    }

    /**
     * Returns the review of what was read so far.
     *
     * @param scheduled how seldom flows run, by the short name of each, as far as that is known
     * @return the review
     * @throws IllegalArgumentException if a name is that of no flow of the policy
     */
    public TrafficReview review(ImmutableMap<String, Duration> scheduled) {
        TrafficReport report = counter.report();
        AuditReport audit = Audit.compare(policy, observed);
        ImmutableList<RuleReview> reviewed = rules(report, audit);
        List<Unwanted> passing = new ArrayList<>();
        List<Unwanted> attempts = new ArrayList<>();
        List<Unwanted> undecided = new ArrayList<>();
        for (Unwanted each : report.unwanted()) {
            boolean rejected = each.count().rejected() == each.count().records();
            Action action = rejected ? Action.DENY : rules.action(each.conversation());
            (switch (action) {
                        case ALLOW -> passing;
                        case DENY -> attempts;
                        case UNKNOWN -> undecided;
                    })
                    .add(each);
        }
        return new TrafficReview(
                report,
                flows(report, audit, scheduled),
                reviewed,
                ImmutableList.copyOf(passing),
                ImmutableList.copyOf(attempts),
                ImmutableList.copyOf(undecided),
                tightening(reviewed));
    }

    private ImmutableList<FlowReview> flows(
            TrafficReport report, AuditReport audit, ImmutableMap<String, Duration> scheduled) {
        Set<Cause> missing = causes(audit, Finding.Kind.MISSING);
        Set<Cause> unknown = causes(audit, Finding.Kind.UNKNOWN);
        Set<String> left = new HashSet<>(scheduled.keySet());
        ImmutableList<Cause> causes = policy.causes();
        ImmutableList.Builder<FlowReview> flows = ImmutableList.builder();
        Count all = report.all();
        long span = all.first() == FlowRecord.NO_TIME ? 0 : all.last() - all.first();
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            left.remove(cause.id());
            FlowTraffic traffic = report.flows().get(i);
            long passed = traffic.needed().records()
                    - traffic.needed().rejected()
                    + traffic.answers().records();
            ReviewCell cell = missing.contains(cause)
                    ? ReviewCell.NEEDED_NOT_ALLOWED
                    : unknown.contains(cause)
                            ? ReviewCell.NOT_KNOWN
                            : passed > 0 ? ReviewCell.NEEDED_ALLOWED_USED : ReviewCell.NEEDED_ALLOWED_UNUSED;
            Optional<Duration> interval = Optional.ofNullable(scheduled.get(cause.id()));
            flows.add(new FlowReview(cause, cell, traffic, interval, note(cell, traffic, interval, span)));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no flow of the policy is called " + String.join(", ", left));
        }
        return flows.build();
    }

    private static Optional<String> note(ReviewCell cell, FlowTraffic traffic, Optional<Duration> interval, long span) {
        if (traffic.needed().rejected() > 0) {
            return Optional.of("a filter rejected " + traffic.needed().rejected() + " of its records");
        }
        if (cell == ReviewCell.NEEDED_ALLOWED_UNUSED
                && interval.isPresent()
                && interval.get().toMillis() >= span) {
            return Optional.of("it runs every " + interval.get() + ", and the logs are shorter");
        }
        return Optional.empty();
    }

    private static Set<Cause> causes(AuditReport audit, Finding.Kind kind) {
        Set<Cause> causes = new HashSet<>();
        audit.of(kind).forEach(finding -> causes.addAll(finding.rule().causes()));
        return causes;
    }

    private ImmutableList<RuleReview> rules(TrafficReport report, AuditReport audit) {
        Map<Integer, Count.Sum> neededBy = rules.byRule(needed);
        Map<Integer, Count.Sum> unneededBy = rules.byRule(unneeded);
        Map<Integer, Count.Sum> unjudgedBy = rules.byRule(unjudged);
        Set<ObservedRule> wider = new HashSet<>();
        for (Finding.Kind kind : List.of(Finding.Kind.EXCESS, Finding.Kind.POSSIBLE_EXCESS)) {
            audit.of(kind).forEach(finding -> wider.addAll(finding.observed()));
        }
        Map<Integer, Conversation> examples = rules.examples(report.unwanted());
        ImmutableList.Builder<RuleReview> reviewed = ImmutableList.builder();
        for (int i = 0; i < observed.rules().size(); i++) {
            ObservedRule rule = observed.rules().get(i);
            if (rule.action() != Action.ALLOW) {
                continue;
            }
            ImmutableList<Cause> serves = policy.causesWithin(rule);
            Count neededCount = count(neededBy, i);
            Count unneededCount = count(unneededBy, i);
            Count unjudgedCount = count(unjudgedBy, i);
            ImmutableList<String> near =
                    examples.containsKey(i) && unneededCount.records() > 0 ? near(examples.get(i)) : ImmutableList.of();
            reviewed.add(new RuleReview(
                    rule,
                    cell(rule, serves, neededCount, unneededCount, unjudgedCount),
                    serves,
                    wider.contains(rule),
                    neededCount,
                    unneededCount,
                    unjudgedCount,
                    near));
        }
        return reviewed.build();
    }

    private static Count count(Map<Integer, Count.Sum> sums, int rule) {
        Count.Sum sum = sums.get(rule);
        return sum == null ? Count.NONE : sum.count();
    }

    private static ReviewCell cell(
            ObservedRule rule, ImmutableList<Cause> serves, Count needed, Count unneeded, Count unjudged) {
        if (needed.records() > 0) {
            return ReviewCell.NEEDED_ALLOWED_USED;
        }
        if (unneeded.records() > 0) {
            return ReviewCell.ALLOWED_USED_NOT_NEEDED;
        }
        if (unjudged.records() > 0 || !rule.notUnderstood().isEmpty()) {
            return ReviewCell.NOT_KNOWN;
        }
        return serves.isEmpty() ? ReviewCell.ALLOWED_UNUSED_NOT_NEEDED : ReviewCell.NEEDED_ALLOWED_UNUSED;
    }

    private ImmutableList<String> near(Conversation conversation) {
        ImmutableList.Builder<String> near = ImmutableList.builder();
        conversation
                .packet()
                .ifPresent(packet -> policy.explain(packet).nearest().forEach(miss -> near.add("" + miss)));
        return near.build();
    }

    /**
     * A rule goes if nothing used it but what flows need; what they need of it stays. One that somebody uses otherwise, or
     * that was not understood, is for a person to decide first.
     */
    private ImmutableList<Tightening> tightening(List<RuleReview> reviewed) {
        ImmutableList.Builder<Tightening> tightening = ImmutableList.builder();
        for (RuleReview review : reviewed) {
            boolean isQuiet = review.unneeded().records() == 0
                    && review.unjudged().records() == 0
                    && review.rule().notUnderstood().isEmpty();
            if (isQuiet && (review.isWider() || review.serves().isEmpty())) {
                tightening.add(new Tightening(
                        review.rule(),
                        review.serves().isEmpty() ? ImmutableList.<Rule>of() : policy.rulesWithin(review.rule())));
            }
        }
        return tightening.build();
    }
}
