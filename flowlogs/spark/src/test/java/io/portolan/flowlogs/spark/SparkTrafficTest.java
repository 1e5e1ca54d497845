package io.portolan.flowlogs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalogs.Catalogs;
import io.portolan.flowlogs.FlowLogReader;
import io.portolan.flowlogs.LogFormat;
import io.portolan.flowlogs.LogOptions;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.flowlogs.TrafficReport;
import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.flowlogs.synthetic.MadeRecord;
import io.portolan.flowlogs.synthetic.SyntheticTraffic;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Topology;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict.Reason;
import io.portolan.rds.Rds;
import io.portolan.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark against the plain reader, on the same logs. */
class SparkTrafficTest {
    private static final Policy POLICY = Planner.plan(
            Topology.builder()
                    .add(Place.host("gw1")
                            .address("10.0.0.10")
                            .address("2001:db8::10")
                            .endpoint(Rds.Role.GATEWAY)
                            .build())
                    .add(Place.host("cb1")
                            .address("10.0.0.11")
                            .address("2001:db8::11")
                            .endpoint(Rds.Role.CONNECTION_BROKER)
                            .build())
                    .add(Place.host("sh1")
                            .address("10.0.0.12")
                            .endpoint(Rds.Role.SESSION_HOST)
                            .build())
                    .add(Place.network("clients")
                            .address("10.0.8.0/22")
                            .address("2001:db8:8::/64")
                            .endpoint(Rds.Role.CLIENT)
                            .build())
                    .build(),
            Site.empty().resolve(Catalogs.rds()));
    private static final PolicyMatcher MATCHER = POLICY.matcher();

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static SparkSession session;

    @BeforeAll
    static void start() {
        session = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        session.stop();
    }

    private static String log() {
        SyntheticTraffic traffic = new SyntheticTraffic(POLICY, 31);
        List<MadeRecord> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            made.add(traffic.next());
        }
        String line = "5 %s %s 10.0.8.5 10.0.0.10 - - 0 IPv4 ingress %s 1767225600 1767225660 1 1 REJECT %s eni-0\n";
        return LogWriter.log(LogFormat.AWS, made)
                + String.format(line, "-", "-", "-", "NODATA")
                + String.format(line, "0", "0", "1", "OK")
                + String.format(line, "0", "0", "47", "OK")
                + String.format(line, "443", "50000", "6", "OK");
    }

    private static TrafficReport plain(String log) throws IOException {
        TrafficCounter counter = new TrafficCounter(MATCHER);
        LogProgress progress = new LogProgress();
        new FlowLogReader(LogOptions.of(LogFormat.AWS), progress)
                .read("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), counter::add);
        assertThat(progress.broken()).isZero();
        return counter.report();
    }

    private static Dataset<Row> parquet(String log) throws IOException {
        Path text = Files.writeString(folder.resolve("flow.log"), log);
        Path parquet = folder.resolve("flow.parquet");
        Dataset<Row> rows = session.read()
                .option("header", true)
                .option("delimiter", " ")
                .option("nullValue", "-")
                .csv(text.toString());
        for (String column : rows.columns()) {
            rows = rows.withColumnRenamed(column, column.replace('-', '_'));
        }
        rows.selectExpr(
                        "srcaddr",
                        "dstaddr",
                        "CAST(srcport AS INT) srcport",
                        "CAST(dstport AS INT) dstport",
                        "CAST(protocol AS INT) protocol",
                        "CAST(packets AS BIGINT) packets",
                        "CAST(bytes AS BIGINT) bytes",
                        "CAST(start AS BIGINT) start",
                        "CAST(end AS BIGINT) end",
                        "action",
                        "log_status",
                        "CAST(tcp_flags AS INT) tcp_flags")
                .write()
                .mode("overwrite")
                .parquet(parquet.toString());
        return session.read().parquet(parquet.toString());
    }

    @Test
    void bothWaysCountAsThePlainReaderDoes() throws IOException {
        String log = log();
        TrafficReport expected = plain(log);
        Dataset<Row> records = SparkTraffic.aws(parquet(log));
        SparkTraffic spark = new SparkTraffic(session, MATCHER);
        TrafficCounter joins = new TrafficCounter(MATCHER);
        spark.addByJoins(records, joins);
        TrafficCounter function = new TrafficCounter(MATCHER);
        spark.addByFunction(records, function);
        for (TrafficCounter counter : List.of(joins, function)) {
            TrafficReport report = counter.report();
            assertThat(report.all()).isEqualTo(expected.all());
            assertThat(report.verdicts()).isEqualTo(expected.verdicts());
            assertThat(report.reasons()).isEqualTo(expected.reasons());
            assertThat(report.flows()).isEqualTo(expected.flows());
            assertThat(report.triedBothWays()).isEqualTo(expected.triedBothWays());
        }
    }

    @Test
    void theFunctionTakesWhatIsMissing() {
        VerdictFunction function = new VerdictFunction(MATCHER);
        assertThat(Outcome.reason(function.call(null, "10.0.0.10", 6, 1, 443, 0, 0)))
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(Outcome.reason(function.call("10.0.8.5", "no address", 6, 1, 443, 0, 0)))
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(Outcome.reason(function.call("10.0.8.5", "10.0.0.10", 6, 1, 443, 0, null)))
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(Outcome.reason(function.call("10.0.8.5", "10.0.0.10", 6, null, null, null, 0)))
                .isEqualTo(Reason.INCOMPLETE);
        assertThat(Outcome.reason(function.call("10.0.8.5", "10.0.0.10", 6, 1, 443, null, 2)))
                .isEqualTo(Reason.TRANSLATED);
    }
}
