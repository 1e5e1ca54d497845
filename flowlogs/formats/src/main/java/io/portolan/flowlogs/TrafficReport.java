package io.portolan.flowlogs;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;

/**
 * What became of records of traffic.
 *
 * @param all sums over all records
 * @param verdicts sums by verdict, each of which is there
 * @param reasons sums of what nobody can tell, by reason
 * @param flows what was seen of each flow, in the order of the matcher; a record that several flows need is in each
 * @param unwanted what no flow needs, the most frequent first
 * @param further sums over unwanted conversations that there was no room to keep apart
 * @param triedBothWays how many records do not tell who opened the connection, so that both ways were tried
 * @param fitBothWays how many of them fit as a question and as an answer, and were taken as needed
 */
public record TrafficReport(
        Count all,
        ImmutableMap<Verdict, Count> verdicts,
        ImmutableMap<Reason, Count> reasons,
        ImmutableList<FlowTraffic> flows,
        ImmutableList<Unwanted> unwanted,
        Count further,
        long triedBothWays,
        long fitBothWays) {
    /**
     * Refuses null.
     *
     * @param all sums over all records
     * @param verdicts sums by verdict
     * @param reasons sums of what nobody can tell
     * @param flows what was seen of each flow
     * @param unwanted what no flow needs
     * @param further sums over further conversations
     * @param triedBothWays records that were tried both ways
     * @param fitBothWays records that fit both ways
     */
    public TrafficReport {
        requireNonNull(all, "all");
        requireNonNull(verdicts, "verdicts");
        requireNonNull(reasons, "reasons");
        requireNonNull(flows, "flows");
        requireNonNull(unwanted, "unwanted");
        requireNonNull(further, "further");
    }

    /**
     * What was seen of a flow.
     *
     * @param flow its short name
     * @param needed sums over what it needs
     * @param answers sums over the answers
     */
    public record FlowTraffic(String flow, Count needed, Count answers) {
        /**
         * Returns whether something was seen.
         *
         * @return whether there is a record of a question or an answer
         */
        public boolean isUsed() {
            return needed.records() + answers.records() > 0;
        }
    }

    /**
     * A conversation that no flow needs.
     *
     * @param conversation the conversation
     * @param count its sums
     */
    public record Unwanted(Conversation conversation, Count count) {}

    /**
     * Returns the sums for a verdict.
     *
     * @param verdict a verdict
     * @return its sums
     */
    public Count of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, Count.NONE);
    }
}
