package io.portolan.flowlogs;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides records of traffic and keeps sums: by verdict, by flow, and for what no flow needs by conversation. Its size does
 * not grow with the records: when more conversations occur than are kept, the sums of further ones are one sum, and the
 * report says so. Not for several threads at a time; see {@link #addAll}.
 */
public final class TrafficCounter {
    /** How many conversations are kept if nothing else is said. */
    public static final int MOST_CONVERSATIONS = 100_000;

    private final PolicyMatcher matcher;
    private final TimeWindow validity;
    private final int mostConversations;
    private Count.@Nullable Sum[] needed = new Count.Sum[64];
    private Count.@Nullable Sum[] answers = new Count.Sum[64];
    private final Map<Reason, Count.Sum> unknown = new EnumMap<>(Reason.class);
    private final Count.Sum unwanted = new Count.Sum();
    private final Map<Conversation, Count.Sum> conversations = new HashMap<>();
    private final Count.Sum furtherConversations = new Count.Sum();
    private final Count.Sum all = new Count.Sum();
    private long triedBothWays;
    private long fitBothWays;

    /**
     * Makes a counter.
     *
     * @param matcher the matcher of a policy
     */
    public TrafficCounter(PolicyMatcher matcher) {
        this(matcher, TimeWindow.ALWAYS, MOST_CONVERSATIONS);
    }

    /**
     * Makes a counter.
     *
     * @param matcher the matcher of a policy
     * @param validity the time for which the policy's addresses are known; records of another time are unknown
     * @param mostConversations how many conversations are kept
     */
    public TrafficCounter(PolicyMatcher matcher, TimeWindow validity, int mostConversations) {
        this.matcher = requireNonNull(matcher, "matcher");
        this.validity = requireNonNull(validity, "validity");
        this.mostConversations = mostConversations;
    }

    /**
     * Decides a record and adds it.
     *
     * @param record a record
     * @return its outcome, for {@link Outcome}
     */
    public long add(FlowRecord record) {
        long outcome = validity.holds(record) ? record.outcome(matcher) : Outcome.unknown(Reason.OTHER_TIME);
        sum(outcome).add(record);
        all.add(record);
        if (record.reason() == Reason.NONE && record.orientation() == Orientation.EITHER) {
            triedBothWays++;
            if (Outcome.verdict(outcome) == Verdict.NEEDED && record.fitsBothWays(matcher)) {
                fitBothWays++;
            }
        }
        if (Outcome.verdict(outcome) == Verdict.UNWANTED) {
            conversation(Conversation.of(record)).add(record);
        }
        return outcome;
    }

    /**
     * Adds records that an engine decided and summed up.
     *
     * @param verdict the verdict on all of them
     * @param reason the reason
     * @param flows the number for {@link PolicyMatcher#neededBy} or {@link PolicyMatcher#answered}
     * @param count their sums
     */
    public void addDecided(Verdict verdict, Reason reason, int flows, Count count) {
        switch (verdict) {
            case NEEDED -> neededSum(flows).add(count);
            case ANSWER -> answerSum(flows).add(count);
            case UNWANTED -> unwanted.add(count);
            case UNKNOWN -> unknownSum(reason).add(count);
        }
        all.add(count);
    }

    /**
     * Adds unwanted records of a conversation that an engine summed up, and that {@link #addDecided} has, too.
     *
     * @param conversation the conversation
     * @param count their sums
     */
    public void addConversation(Conversation conversation, Count count) {
        conversation(conversation).add(count);
    }

    /**
     * Adds how many records an engine tried both ways, and that {@link #addDecided} has, too.
     *
     * @param tried records that do not tell who opened the connection
     */
    public void addTriedBothWays(long tried) {
        triedBothWays += tried;
    }

    /**
     * Adds everything that another counter of the same matcher has, so that several threads can each have their own.
     *
     * @param other another counter, not in use any more
     * @return this counter
     */
    public TrafficCounter addAll(TrafficCounter other) {
        for (int i = 0; i < other.needed.length; i++) {
            Count.Sum sum = other.needed[i];
            if (sum != null) {
                neededSum(i).add(sum.count());
            }
        }
        for (int i = 0; i < other.answers.length; i++) {
            Count.Sum sum = other.answers[i];
            if (sum != null) {
                answerSum(i).add(sum.count());
            }
        }
        other.unknown.forEach((reason, sum) -> unknownSum(reason).add(sum.count()));
        other.conversations.forEach(
                (conversation, sum) -> conversation(conversation).add(sum.count()));
        unwanted.add(other.unwanted.count());
        furtherConversations.add(other.furtherConversations.count());
        all.add(other.all.count());
        triedBothWays += other.triedBothWays;
        fitBothWays += other.fitBothWays;
        return this;
    }

    private Count.Sum sum(long outcome) {
        return switch (Outcome.verdict(outcome)) {
            case NEEDED -> neededSum(Outcome.flows(outcome));
            case ANSWER -> answerSum(Outcome.flows(outcome));
            case UNWANTED -> unwanted;
            case UNKNOWN -> unknownSum(Outcome.reason(outcome));
        };
    }

    private Count.Sum neededSum(int flows) {
        needed = grown(needed, flows);
        return sumAt(needed, flows);
    }

    private Count.Sum answerSum(int flows) {
        answers = grown(answers, flows);
        return sumAt(answers, flows);
    }

    private static Count.@Nullable Sum[] grown(Count.@Nullable Sum[] sums, int flows) {
        return flows < sums.length ? sums : Arrays.copyOf(sums, Math.max(sums.length * 2, flows + 1));
    }

    private static Count.Sum sumAt(Count.@Nullable Sum[] sums, int flows) {
        Count.Sum sum = sums[flows];
        if (sum == null) {
            sum = new Count.Sum();
            sums[flows] = sum;
        }
        return sum;
    }

    private Count.Sum unknownSum(Reason reason) {
        return unknown.computeIfAbsent(reason, first -> new Count.Sum());
    }

    private Count.Sum conversation(Conversation conversation) {
        Count.Sum sum = conversations.get(conversation);
        if (sum == null) {
            if (conversations.size() >= mostConversations) {
                return furtherConversations;
            }
            sum = new Count.Sum();
            conversations.put(conversation, sum);
        }
        return sum;
    }

    /**
     * Returns the sums so far.
     *
     * @return a report
     */
    public TrafficReport report() {
        EnumMap<Verdict, Count> verdicts = new EnumMap<>(Verdict.class);
        List<Count.Sum> asked = sums();
        List<Count.Sum> answered = sums();
        verdicts.put(Verdict.NEEDED, attribute(needed, asked, matcher::neededBy));
        verdicts.put(Verdict.ANSWER, attribute(answers, answered, matcher::answered));
        verdicts.put(Verdict.UNWANTED, unwanted.count());
        Count unknownCount = Count.NONE;
        EnumMap<Reason, Count> reasons = new EnumMap<>(Reason.class);
        for (Map.Entry<Reason, Count.Sum> entry : unknown.entrySet()) {
            reasons.put(entry.getKey(), entry.getValue().count());
            unknownCount = unknownCount.plus(entry.getValue().count());
        }
        verdicts.put(Verdict.UNKNOWN, unknownCount);
        ImmutableList.Builder<TrafficReport.FlowTraffic> flows = ImmutableList.builder();
        for (int i = 0; i < asked.size(); i++) {
            flows.add(new TrafficReport.FlowTraffic(
                    matcher.flows().get(i),
                    asked.get(i).count(),
                    answered.get(i).count()));
        }
        List<TrafficReport.Unwanted> found = new ArrayList<>();
        conversations.forEach((conversation, sum) -> found.add(new TrafficReport.Unwanted(conversation, sum.count())));
        found.sort(Comparator.comparingLong(
                        (TrafficReport.Unwanted each) -> each.count().records())
                .reversed()
                .thenComparing(each -> each.conversation().source())
                .thenComparing(each -> each.conversation().destination())
                .thenComparing(each -> each.conversation().protocol())
                .thenComparing(each -> each.conversation().selector())
                .thenComparing(each -> each.conversation().guessed()));
        return new TrafficReport(
                all.count(),
                ImmutableMap.copyOf(verdicts),
                ImmutableMap.copyOf(reasons),
                flows.build(),
                ImmutableList.copyOf(found),
                furtherConversations.count(),
                triedBothWays,
                fitBothWays);
    }

    private List<Count.Sum> sums() {
        List<Count.Sum> sums = new ArrayList<>();
        for (int i = 0; i < matcher.flows().size(); i++) {
            sums.add(new Count.Sum());
        }
        return sums;
    }

    private interface FlowsOf {
        ImmutableIntArray of(int verdict);
    }

    private static Count attribute(Count.@Nullable Sum[] sums, List<Count.Sum> byFlow, FlowsOf flows) {
        Count.Sum total = new Count.Sum();
        for (int i = 0; i < sums.length; i++) {
            Count.Sum sum = sums[i];
            if (sum != null) {
                Count count = sum.count();
                total.add(count);
                flows.of(i).forEach(flow -> byFlow.get(flow).add(count));
            }
        }
        return total.count();
    }
}
