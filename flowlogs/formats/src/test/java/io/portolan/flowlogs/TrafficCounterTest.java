package io.portolan.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.planner.address.Address;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficCounterTest {
    private static final PolicyMatcher MATCHER = Quay.POLICY.matcher();

    private static List<FlowRecord> records() {
        return Quay.read(
                LogFormat.AWS, new LogProgress(), LogWriter.log(LogFormat.AWS, Quay.records(LogFormat.AWS, 3000, 9)));
    }

    private static FlowRecord.Builder tcp(String source, int sourcePort, String destination, int port) {
        return FlowRecord.builder()
                .source(false, 0, address(source))
                .destination(false, 0, address(destination))
                .protocol(6)
                .ports(sourcePort, port);
    }

    private static long address(String text) {
        return Address.parse(text).low();
    }

    @Test
    void partsThatAreAddedAreTheWhole() {
        List<FlowRecord> records = records();
        TrafficCounter whole = new TrafficCounter(MATCHER);
        records.forEach(whole::add);
        TrafficCounter one = new TrafficCounter(MATCHER);
        TrafficCounter other = new TrafficCounter(MATCHER);
        for (int i = 0; i < records.size(); i++) {
            (i % 3 == 0 ? one : other).add(records.get(i));
        }
        assertThat(one.addAll(other).report()).isEqualTo(whole.report());
    }

    @Test
    void furtherConversationsAreSummedUpAndTold() {
        TrafficCounter counter = new TrafficCounter(MATCHER, TimeWindow.ALWAYS, 10);
        records().forEach(counter::add);
        TrafficReport report = counter.report();
        assertThat(report.unwanted()).hasSize(10);
        long kept = report.unwanted().stream()
                .mapToLong(each -> each.count().records())
                .sum();
        assertThat(report.further().records()).isPositive();
        assertThat(kept + report.further().records())
                .isEqualTo(report.of(Verdict.UNWANTED).records());
    }

    @Test
    void recordsOfAnotherTimeAreUnknown() {
        TrafficCounter counter = new TrafficCounter(MATCHER, new TimeWindow(1000, 2000), 10);
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443).time(1000, 2000).build());
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443).time(999, 2000).build());
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443).time(1000, 2001).build());
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443).build());
        TrafficReport report = counter.report();
        assertThat(report.of(Verdict.NEEDED).records()).isEqualTo(1);
        assertThat(report.reasons().get(Reason.OTHER_TIME))
                .extracting(Count::records)
                .isEqualTo(3L);
        assertThatThrownBy(() -> new TimeWindow(2, 1)).hasMessageContaining("expected one that ends after it begins");
    }

    @Test
    void bothWaysAreTriedAndCounted() {
        TrafficCounter counter = new TrafficCounter(MATCHER);
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443).build());
        counter.add(tcp("10.0.0.10", 443, "10.0.8.5", 50_000).build());
        counter.add(tcp("10.0.8.5", 50_000, "10.0.0.10", 443)
                .orientation(Orientation.QUESTION)
                .build());
        TrafficReport report = counter.report();
        assertThat(report.triedBothWays()).isEqualTo(2);
        assertThat(report.fitBothWays()).isZero();
        assertThat(report.of(Verdict.NEEDED).records()).isEqualTo(2);
        assertThat(report.of(Verdict.ANSWER).records()).isEqualTo(1);
        assertThat(report.flows().stream().filter(TrafficReport.FlowTraffic::isUsed))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.flow()).contains("gateway"));
    }

    @Test
    void aConversationIsThatOfTheServiceWhicheverWayItWasSeen() {
        assertThat(Conversation.of(tcp("10.0.0.12", 445, "10.0.0.13", 60_000).build()))
                .hasToString("10.0.0.13 -> 10.0.0.12: 6/445");
        assertThat(Conversation.of(tcp("10.0.0.12", 445, "10.0.0.13", 60_000)
                        .orientation(Orientation.QUESTION)
                        .build()))
                .hasToString("10.0.0.12 -> 10.0.0.13: 6/60000");
        assertThat(Conversation.of(tcp("10.0.0.12", 60_000, "10.0.0.13", 445)
                        .orientation(Orientation.ANSWER)
                        .build()))
                .hasToString("10.0.0.13 -> 10.0.0.12: 6/60000");
    }

    @Test
    void firstAndLastSeenSpanAllRecords() {
        Count count = Count.NONE
                .plus(new Count(1, 0, 2, 3, 50, 60))
                .plus(new Count(1, 1, 2, 3, 40, 45))
                .plus(Count.NONE);
        assertThat(count).isEqualTo(new Count(2, 1, 4, 6, 40, 60));
    }

    @Test
    void aRecordThatLacksWhatDecidesIsIncomplete() {
        assertThat(FlowRecord.builder().build().reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(tcp("10.0.8.5", 50_000, "10.0.0.10", -1).build().reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(Outcome.verdict(tcp("10.0.0.10", 443, "10.0.8.5", -1)
                        .orientation(Orientation.ANSWER)
                        .build()
                        .outcome(MATCHER)))
                .isEqualTo(Verdict.ANSWER);
    }
}
