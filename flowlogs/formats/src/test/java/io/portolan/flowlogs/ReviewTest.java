package io.portolan.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.flowlogs.TrafficReview.RuleReview;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.Rule;
import io.portolan.planner.address.Peers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewTest {
    private static final String HEAD =
            "srcaddr dstaddr srcport dstport protocol tcp-flags packets bytes start end action\n";

    private static String line(String source, String destination, int port, int flags, String action) {
        return source + " " + destination + " 50123 " + port + " 6 " + flags + " 3 300 1767225600 1767225660 " + action
                + "\n";
    }

    private static ObservedRule rule(String id, Action action, String from, String to, int... ports) {
        ImmutableList<Transport> transports =
                ports.length == 0 ? ImmutableList.of() : ImmutableList.of(Transport.tcp(PortSet.of(ports[0], ports)));
        return new ObservedRule(id, action, Peers.parse(from), Peers.parse(to), transports, ImmutableList.of());
    }

    private static TrafficReview review(ObservedRules observed, ImmutableMap<String, Duration> scheduled, String log) {
        ReviewCounter counter = new ReviewCounter(Quay.POLICY, observed, TimeWindow.ALWAYS);
        LogProgress progress = new LogProgress();
        Quay.read(LogFormat.AWS, progress, HEAD + log).forEach(counter::add);
        assertThat(progress.broken()).isZero();
        return counter.review(scheduled);
    }

    private static ObservedRules policyAnd(ObservedRule... more) {
        List<ObservedRule> rules =
                new ArrayList<>(ObservedRules.of(Quay.POLICY.rules()).rules());
        rules.addAll(List.of(more));
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, ImmutableList.copyOf(rules));
    }

    private static RuleReview of(TrafficReview review, String id) {
        return review.rules().stream()
                .filter(rule -> rule.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFlowAndEveryRuleStandsInOneCell() {
        ObservedRules observed = policyAnd(
                rule("ssh", Action.ALLOW, "10.0.0.12", "10.0.0.13", 22),
                rule("telnet", Action.ALLOW, "10.0.0.12", "10.0.0.13", 23),
                rule("stranger", Action.ALLOW, "198.51.100.0/24", "10.0.0.13", 8080),
                rule("none", Action.DENY, "any", "any"));
        TrafficReview review = review(
                observed,
                ImmutableMap.of(),
                line("10.0.8.5", "10.0.0.10", 443, 2, "ACCEPT")
                        + line("10.0.0.12", "10.0.0.13", 22, 2, "ACCEPT")
                        + line("198.51.100.7", "10.0.0.13", 8080, 2, "ACCEPT")
                        + line("10.0.0.13", "10.0.0.12", 2323, 2, "REJECT"));
        assertThat(of(review, "ssh").cell()).isEqualTo(ReviewCell.ALLOWED_USED_NOT_NEEDED);
        assertThat(of(review, "ssh").unneeded().records()).isEqualTo(1);
        assertThat(of(review, "telnet").cell()).isEqualTo(ReviewCell.ALLOWED_UNUSED_NOT_NEEDED);
        assertThat(of(review, "stranger").cell()).isEqualTo(ReviewCell.NOT_KNOWN);
        assertThat(review.rules()).noneMatch(rule -> rule.rule().id().equals("none"));
        assertThat(review.rules())
                .filteredOn(rule -> rule.cell() == ReviewCell.NEEDED_ALLOWED_USED)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.rule().destinations().contains(Peers.parse("10.0.0.10")))
                        .isTrue());
        assertThat(review.flows()).hasSameSizeAs(Quay.POLICY.causes());
        assertThat(review.flows())
                .filteredOn(flow -> flow.cell() == ReviewCell.NEEDED_ALLOWED_USED)
                .isNotEmpty()
                .allSatisfy(
                        flow -> assertThat(flow.traffic().needed().records()).isEqualTo(1));
        assertThat(review.flows()).noneMatch(flow -> flow.cell() == ReviewCell.NEEDED_NOT_ALLOWED);
        assertThat(review.passing())
                .extracting(each -> each.conversation().toString())
                .containsExactly("10.0.0.12 -> 10.0.0.13: 6/22");
        assertThat(review.attempts())
                .extracting(each -> each.conversation().toString())
                .containsExactly("10.0.0.13 -> 10.0.0.12: 6/2323");
        assertThat(review.span()).contains(Duration.ofSeconds(60));
        assertThat(review.tightening())
                .extracting(each -> each.rule().id())
                .contains("telnet")
                .doesNotContain("ssh", "stranger");
    }

    @Test
    void aWideRuleIsReplacedByWhatFlowsNeedOfIt() {
        ObservedRules observed = new ObservedRules(
                Matching.DENY_WINS,
                Action.DENY,
                ImmutableList.of(rule("wide", Action.ALLOW, "10.0.8.0/22", "10.0.0.0/28")));
        TrafficReview review = review(observed, ImmutableMap.of(), line("10.0.8.5", "10.0.0.10", 443, 2, "ACCEPT"));
        RuleReview wide = of(review, "wide");
        assertThat(wide.cell()).isEqualTo(ReviewCell.NEEDED_ALLOWED_USED);
        assertThat(wide.isWider()).isTrue();
        assertThat(wide.serves()).isNotEmpty();
        assertThat(review.tightening()).hasSize(1);
        List<Rule> instead = review.tightening().get(0).instead();
        assertThat(instead).isNotEmpty().allSatisfy(rule -> {
            assertThat(Peers.parse("10.0.8.0/22").contains(rule.sources())).isTrue();
            assertThat(Peers.parse("10.0.0.0/28").contains(rule.destinations())).isTrue();
        });
        assertThat(review.flows()).anyMatch(flow -> flow.cell() == ReviewCell.NEEDED_NOT_ALLOWED);
    }

    @Test
    void aScheduledFlowIsNotCalledUnusedByShortLogs() {
        String unused = Quay.POLICY.causes().stream()
                .map(cause -> cause.id())
                .filter(id -> id.contains("session-host"))
                .findFirst()
                .orElseThrow();
        String log = line("10.0.8.5", "10.0.0.10", 443, 2, "ACCEPT");
        TrafficReview review = review(policyAnd(), ImmutableMap.of(unused, Duration.ofDays(31)), log);
        assertThat(review.flows())
                .filteredOn(flow -> flow.cause().id().equals(unused))
                .allSatisfy(flow -> {
                    assertThat(flow.cell()).isEqualTo(ReviewCell.NEEDED_ALLOWED_UNUSED);
                    assertThat(flow.note()).contains("it runs every PT744H, and the logs are shorter");
                });
        assertThatThrownBy(() -> review(policyAnd(), ImmutableMap.of("nothing", Duration.ofDays(31)), log))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no flow of the policy is called nothing");
    }

    @Test
    void whatWasNotUnderstoodIsNotKnown() {
        ObservedRule dark = new ObservedRule(
                "dark",
                Action.ALLOW,
                Peers.parse("10.0.0.12"),
                Peers.parse("10.0.0.13"),
                ImmutableList.of(Transport.tcp(PortSet.of(22))),
                ImmutableList.of("an interface"));
        ObservedRules observed = policyAnd(dark);
        TrafficReview quiet = review(observed, ImmutableMap.of(), line("10.0.8.5", "10.0.0.10", 443, 2, "ACCEPT"));
        assertThat(of(quiet, "dark").cell()).isEqualTo(ReviewCell.NOT_KNOWN);
        assertThat(quiet.tightening()).isEmpty();
        TrafficReview used = review(observed, ImmutableMap.of(), line("10.0.0.12", "10.0.0.13", 22, 2, "ACCEPT"));
        assertThat(used.undecided()).hasSize(1);
        ObservedRules denies = new ObservedRules(
                Matching.DENY_WINS,
                Action.ALLOW,
                ImmutableList.of(rule("no-ssh", Action.DENY, "any", "10.0.0.13", 22)));
        assertThat(review(denies, ImmutableMap.of(), line("10.0.0.12", "10.0.0.13", 22, 2, "ACCEPT"))
                        .attempts())
                .hasSize(1);
        assertThat(review(denies, ImmutableMap.of(), line("10.0.0.12", "10.0.0.13", 24, 2, "ACCEPT"))
                        .passing())
                .hasSize(1);
    }

    @Test
    void unwantedTrafficBecomesFewProposals() {
        TrafficCounter counter = new TrafficCounter(Quay.POLICY.matcher());
        String log = line("10.0.0.12", "10.0.0.10", 9100, 2, "ACCEPT")
                + line("10.0.0.13", "10.0.0.10", 9100, 2, "ACCEPT")
                + line("10.0.0.12", "10.0.0.10", 9101, 2, "ACCEPT")
                + line("10.0.0.13", "10.0.0.10", 9101, 2, "ACCEPT")
                + line("10.0.0.12", "10.0.0.11", 9100, 2, "ACCEPT")
                + line("10.0.8.9", "10.0.8.77", 9999, 2, "ACCEPT");
        Quay.read(LogFormat.AWS, new LogProgress(), HEAD + log).forEach(counter::add);
        OwnFlowDraft draft = OwnFlowDraft.of(counter.report(), Quay.POLICY.topology());
        assertThat(draft.proposals())
                .extracting(each -> each.from() + " " + each.to() + " " + each.traffic() + " "
                        + each.count().records())
                .containsExactly(
                        "[sh1, sh2] [gw1] [tcp/9100, tcp/9101] 4",
                        "[sh1] [cb1] [tcp/9100] 1",
                        "[clients] [clients] [tcp/9999] 1");
        assertThat(draft.outside()).isEqualTo(Count.NONE);
    }
}
