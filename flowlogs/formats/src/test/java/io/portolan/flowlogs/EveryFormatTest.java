package io.portolan.flowlogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.flowlogs.synthetic.MadeRecord;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Logs with known truth, written and read back. */
class EveryFormatTest {
    private static final PolicyMatcher MATCHER = Quay.POLICY.matcher();
    private static final int RECORDS = 5000;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLUMNS")
    void readsBackToTheVerdictsThatItWasMadeFor(LogFormat format) {
        List<MadeRecord> made = Quay.records(format, RECORDS, 7);
        LogProgress progress = new LogProgress();
        byte[] log = LogWriter.log(format, made).getBytes(StandardCharsets.UTF_8);
        List<FlowRecord> read = Quay.read(LogOptions.detecting(), progress, log);
        assertThat(progress.shown()).isEmpty();
        assertThat(read).hasSameSizeAs(made);
        assertThat(progress.records()).isEqualTo(RECORDS);
        Map<Verdict, Long> expected = new EnumMap<>(Verdict.class);
        TrafficCounter counter = new TrafficCounter(MATCHER);
        for (int i = 0; i < RECORDS; i++) {
            long outcome = counter.add(read.get(i));
            assertThat(Outcome.verdict(outcome))
                    .as("%s of %s", read.get(i), made.get(i))
                    .isEqualTo(made.get(i).truth());
            expected.merge(made.get(i).truth(), 1L, Long::sum);
            assertThat(read.get(i).source()).hasToString(made.get(i).source());
            assertThat(read.get(i).destination()).hasToString(made.get(i).destination());
            assertThat(read.get(i).first() / 1000).isEqualTo(made.get(i).second());
            if (format != LogFormat.HUBBLE) {
                assertThat(read.get(i).bytes()).isEqualTo(made.get(i).bytes());
            }
        }
        TrafficReport report = counter.report();
        expected.forEach((verdict, records) ->
                assertThat(report.of(verdict).records()).as(verdict.id()).isEqualTo(records));
        assertThat(report.all().records()).isEqualTo(RECORDS);
        assertThat(report.unwanted().stream()
                        .mapToLong(each -> each.count().records())
                        .sum())
                .isEqualTo(expected.get(Verdict.UNWANTED));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLUMNS")
    void whatIsCompressedIsRead(LogFormat format) {
        byte[] log = compressed(LogWriter.log(format, Quay.records(format, 200, 3)));
        LogProgress progress = new LogProgress();
        assertThat(Quay.read(LogOptions.detecting(), progress, log)).hasSize(200);
        assertThat(progress.broken()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLUMNS")
    void ofACutLogTheBeginningIsReadAndTheCutIsTold(LogFormat format) {
        byte[] log = compressed(LogWriter.log(format, Quay.records(format, 5000, 3)));
        LogProgress progress = new LogProgress();
        byte[] cut = Arrays.copyOf(log, log.length / 2);
        assertThat(Quay.read(LogOptions.detecting(), progress, cut)).hasSizeBetween(1000, 4000);
        assertThat(progress.broken()).isBetween(1L, 2L);
        assertThat(progress.shown().toString()).contains("the compressed log is cut or damaged");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "COLUMNS")
    void noDamageIsFatal(LogFormat format) {
        byte[] log = LogWriter.log(format, Quay.records(format, 50, 3)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = log.clone();
            for (int j = 0; j < 5; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            LogProgress progress = new LogProgress();
            List<FlowRecord> read = Quay.read(LogOptions.of(format), progress, damaged);
            assertThat(read.size()).isEqualTo((int) progress.records());
        }
    }

    @Test
    void severalCompressedPartsAreOneLog() throws IOException {
        List<MadeRecord> made = Quay.records(LogFormat.AWS, 100, 3);
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(compressed(LogWriter.log(LogFormat.AWS, made.subList(0, 60))));
        parts.write(compressed(LogWriter.log(LogFormat.AWS, made.subList(60, 100))));
        assertThat(Quay.read(LogOptions.detecting(), new LogProgress(), parts.toByteArray()))
                .hasSize(100);
    }

    private static byte[] compressed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
