package io.portolan.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.flowlogs.synthetic.MadeRecord;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.Verdict;
import io.portolan.planner.matcher.Verdict.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AwsTest {
    private static final String STANDARD =
            "2 123456789012 eni-0a 10.0.8.5 10.0.0.10 50123 443 6 10 840 1767225600 1767225660 ACCEPT OK";

    @Test
    void withoutAFirstLineTheFieldsAreThoseOfVersion2() {
        FlowRecord record = Quay.one(LogFormat.AWS, STANDARD);
        assertThat(record).hasToString("10.0.8.5:50123 -> 10.0.0.10:443 protocol 6 EITHER NONE");
        assertThat(record.packets()).isEqualTo(10);
        assertThat(record.bytes()).isEqualTo(840);
        assertThat(record.first()).isEqualTo(1_767_225_600_000L);
        assertThat(record.last()).isEqualTo(1_767_225_660_000L);
        assertThat(record.action()).isEqualTo(Action.ACCEPTED);
    }

    @Test
    void fieldsComeInAnyOrder() {
        List<MadeRecord> made = Quay.records(LogFormat.AWS, 300, 21);
        List<List<String>> rows = new ArrayList<>();
        for (String line : Splitter.on('\n').omitEmptyStrings().split(LogWriter.log(LogFormat.AWS, made))) {
            rows.add(Splitter.on(' ').splitToList(line));
        }
        Random random = new Random(2);
        for (int i = 0; i < 20; i++) {
            List<Integer> order = new ArrayList<>();
            for (int j = 0; j < rows.get(0).size(); j++) {
                order.add(j);
            }
            Collections.shuffle(order, random);
            StringBuilder log = new StringBuilder();
            for (List<String> row : rows) {
                log.append(String.join(" ", order.stream().map(row::get).toList()))
                        .append('\n');
            }
            List<FlowRecord> read = Quay.read(LogFormat.AWS, new LogProgress(), log.toString());
            for (int j = 0; j < made.size(); j++) {
                assertThat(Outcome.verdict(read.get(j).outcome(Quay.POLICY.matcher())))
                        .isEqualTo(made.get(j).truth());
            }
        }
    }

    @Test
    void versionsMixInOneLog() {
        LogProgress progress = new LogProgress();
        List<FlowRecord> read = Quay.read(
                LogFormat.AWS,
                progress,
                STANDARD + "\nversion srcaddr dstaddr srcport dstport protocol tcp-flags\n"
                        + "3 10.0.8.5 10.0.0.10 50123 443 6 2\n"
                        + "version dstaddr srcaddr region az-id ecs-cluster-name srcport dstport protocol log-status\n"
                        + "7 10.0.8.5 10.0.0.10 eu-west-1 euw1-az1 - 443 50123 6 OK\n");
        assertThat(progress.broken()).isZero();
        assertThat(read)
                .extracting(FlowRecord::toString)
                .containsExactly(
                        "10.0.8.5:50123 -> 10.0.0.10:443 protocol 6 EITHER NONE",
                        "10.0.8.5:50123 -> 10.0.0.10:443 protocol 6 QUESTION NONE",
                        "10.0.0.10:443 -> 10.0.8.5:50123 protocol 6 EITHER NONE");
    }

    @Test
    void gapsAreIncompleteAndNotBroken() {
        for (String status : List.of("NODATA", "SKIPDATA")) {
            FlowRecord record =
                    Quay.one(LogFormat.AWS, "2 123456789012 eni-0a - - - - - - - 1767225600 1767225660 - " + status);
            assertThat(record.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(Outcome.verdict(record.outcome(Quay.POLICY.matcher()))).isEqualTo(Verdict.UNKNOWN);
        }
    }

    @Test
    void flagsTellWhoOpened() {
        String head = "srcaddr dstaddr srcport dstport protocol tcp-flags\n";
        String line = "10.0.8.5 10.0.0.10 50123 443 6 ";
        assertThat(Quay.one(LogFormat.AWS, head + line + "2").orientation()).isEqualTo(Orientation.QUESTION);
        assertThat(Quay.one(LogFormat.AWS, head + line + "3").orientation()).isEqualTo(Orientation.QUESTION);
        assertThat(Quay.one(LogFormat.AWS, head + line + "18").orientation()).isEqualTo(Orientation.ANSWER);
        assertThat(Quay.one(LogFormat.AWS, head + line + "19").orientation()).isEqualTo(Orientation.ANSWER);
        assertThat(Quay.one(LogFormat.AWS, head + line + "1").orientation()).isEqualTo(Orientation.EITHER);
        assertThat(Quay.one(LogFormat.AWS, head + line + "-").orientation()).isEqualTo(Orientation.EITHER);
    }

    /** What says that the wrong end opened it is taken at its word: nothing is guessed into the policy. */
    @Test
    void aWrongOrientationIsUnwanted() {
        String head = "srcaddr dstaddr srcport dstport protocol tcp-flags\n";
        FlowRecord record = Quay.one(LogFormat.AWS, head + "10.0.8.5 10.0.0.10 50123 443 6 18");
        assertThat(Outcome.verdict(record.outcome(Quay.POLICY.matcher()))).isEqualTo(Verdict.UNWANTED);
    }

    @Test
    void theEndsBeforeTranslationCount() {
        String head = "srcaddr dstaddr pkt-srcaddr pkt-dstaddr srcport dstport protocol\n";
        assertThat(Quay.one(LogFormat.AWS, head + "10.0.0.200 10.0.0.10 10.0.8.5 10.0.0.10 50123 443 6")
                        .source())
                .hasToString("10.0.8.5");
        String half = "srcaddr dstaddr pkt-srcaddr srcport dstport protocol\n";
        assertThat(Quay.one(LogFormat.AWS, half + "10.0.0.200 10.0.0.10 10.0.8.5 50123 443 6")
                        .reason())
                .isEqualTo(Reason.TRANSLATED);
        assertThat(Quay.one(LogFormat.AWS, half + "10.0.8.5 10.0.0.10 10.0.8.5 50123 443 6")
                        .reason())
                .isEqualTo(Reason.NONE);
    }

    @Test
    void whatIsBrokenIsSaidWithItsPlace() {
        assertThat(Quay.broken(LogFormat.AWS, STANDARD.replace("10.0.8.5", "10.0.8.555")))
                .isEqualTo("log:1: source: \"10.0.8.555\" is not an address");
        assertThat(Quay.broken(LogFormat.AWS, STANDARD.replace("50123", "70123")))
                .isEqualTo("log:1: source port: \"70123\" is not a number up to 65535");
        assertThat(Quay.broken(LogFormat.AWS, STANDARD.replace("840", "8x0")))
                .isEqualTo("log:1: bytes: \"8x0\" is not a whole number");
        assertThat(Quay.broken(LogFormat.AWS, STANDARD.replace(" 6 ", " tpc ")))
                .isEqualTo("log:1: protocol: \"tpc\" is not known; expected a name or 0-255");
        assertThat(Quay.broken(LogFormat.AWS, "1 2 3"))
                .isEqualTo("log:1: no line before named the fields, and 3 are not what the log has if none does");
        assertThat(Quay.broken(LogFormat.AWS, "version srcaddr dstaddr\n2 10.0.0.1"))
                .isEqualTo("log:2: the line has 2 fields; expected 3");
    }

    @Test
    void twoFamiliesInOneRecordAreIncomplete() {
        String head = "srcaddr dstaddr srcport dstport protocol\n";
        assertThat(Quay.one(LogFormat.AWS, head + "10.0.8.5 2001:db8::10 50123 443 6")
                        .reason())
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(Quay.one(LogFormat.AWS, head + "::ffff:10.0.8.5 10.0.0.10 50123 443 6")
                        .source())
                .hasToString("10.0.8.5");
        assertThat(Quay.one(LogFormat.AWS, head + "fe80::1%eth0 2001:db8::10 50123 443 6")
                        .source())
                .hasToString("fe80::1");
    }
}
