package io.portolan.flowlogs.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.rds.Rds;
import io.portolan.site.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB against the plain reader, on the same logs. */
class DuckDbTrafficTest {
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
    private Path folder;

    private static List<MadeRecord> made(LogFormat format) {
        SyntheticTraffic traffic = new SyntheticTraffic(POLICY, 31);
        List<MadeRecord> made = new ArrayList<>();
        while (made.size() < 20_000) {
            MadeRecord next = traffic.next();
            if (LogWriter.canHold(format, next)) {
                made.add(next);
            }
        }
        return made;
    }

    private static String aws() {
        String line = "5 %s %s 10.0.8.5 10.0.0.10 - - %s IPv4 ingress %s 1767225600 1767225660 1 1 REJECT %s eni-0\n";
        return LogWriter.log(LogFormat.AWS, made(LogFormat.AWS))
                + String.format(line, "-", "-", "0", "-", "NODATA")
                + String.format(line, "0", "0", "0", "1", "OK")
                + String.format(line, "0", "0", "0", "47", "OK")
                + String.format(line, "443", "-", "18", "6", "OK")
                + String.format(line, "443", "50000", "-", "6", "OK")
                + "5 50000 443 10.0.0.200 10.0.0.10 10.0.8.5 10.0.0.10 2 IPv4 ingress 6 1 2 3 4 ACCEPT OK eni-0\n"
                + "5 50000 443 10.0.0.200 10.0.0.10 10.0.8.5 - 2 IPv4 ingress 6 1 2 3 4 ACCEPT OK eni-0\n"
                + "5 50000 443 10.0.8.5 2001:db8::10 - - 2 IPv4 ingress 6 1 2 3 4 ACCEPT OK eni-0\n";
    }

    private static TrafficReport plain(LogFormat format, String log) throws IOException {
        TrafficCounter counter = new TrafficCounter(MATCHER);
        LogProgress progress = new LogProgress();
        new FlowLogReader(LogOptions.of(format), progress)
                .read("log", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)), counter::add);
        assertThat(progress.shown()).isEmpty();
        return counter.report();
    }

    private static TrafficReport duckdb(DuckDbSource source) {
        try (DuckDbTraffic traffic = DuckDbTraffic.open(MATCHER)) {
            TrafficCounter counter = new TrafficCounter(MATCHER);
            traffic.addTo(source, counter);
            return counter.report();
        }
    }

    /** That a record fits both ways is not counted by engines. */
    private static void assertSame(TrafficReport report, TrafficReport expected) {
        assertThat(report.all()).isEqualTo(expected.all());
        assertThat(report.verdicts()).isEqualTo(expected.verdicts());
        assertThat(report.reasons()).isEqualTo(expected.reasons());
        assertThat(report.flows()).isEqualTo(expected.flows());
        assertThat(report.unwanted()).isEqualTo(expected.unwanted());
        assertThat(report.further()).isEqualTo(expected.further());
        assertThat(report.triedBothWays()).isEqualTo(expected.triedBothWays());
    }

    @Test
    void textAndParquetOfAwsCountAsThePlainReaderDoes() throws IOException, SQLException {
        String log = aws();
        Path text = Files.writeString(folder.resolve("flow.log"), log);
        TrafficReport expected = plain(LogFormat.AWS, log);
        assertSame(duckdb(DuckDbSource.text(text.toString(), ' ')), expected);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE logs AS SELECT srcaddr, dstaddr, \"pkt-srcaddr\" AS pkt_srcaddr,"
                    + " \"pkt-dstaddr\" AS pkt_dstaddr, TRY_CAST(NULLIF(srcport, '-') AS INT) AS srcport, TRY_CAST(NULLIF(dstport, '-') AS INT) AS"
                    + " dstport, TRY_CAST(NULLIF(protocol, '-') AS INT) AS protocol, CAST(packets AS BIGINT) AS packets, CAST(bytes AS"
                    + " BIGINT) AS bytes, CAST(start AS BIGINT) AS start, CAST(\"end\" AS BIGINT) AS \"end\", action,"
                    + " \"log-status\" AS log_status, TRY_CAST(NULLIF(\"tcp-flags\", '-') AS INT) AS tcp_flags FROM read_csv('"
                    + text
                    + "', delim = ' ', header = true, all_varchar = true)");
            for (int day = 0; day < 2; day++) {
                Files.createDirectories(folder.resolve("logs/day=" + day));
                statement.execute("COPY (SELECT * FROM logs WHERE rowid % 2 = " + day + ") TO '"
                        + folder.resolve("logs/day=" + day + "/part.parquet") + "' (FORMAT parquet)");
            }
        }
        assertSame(duckdb(DuckDbSource.parquet(folder.resolve("logs") + "/**/*.parquet")), expected);
    }

    @Test
    void tuplesOfAzureCountAsThePlainReaderDoes() throws IOException {
        String log = LogWriter.log(LogFormat.AZURE, made(LogFormat.AZURE));
        Path file = Files.writeString(folder.resolve("PT1H.json"), log);
        assertSame(duckdb(DuckDbSource.azure(file.toString())), plain(LogFormat.AZURE, log));
    }

    @Test
    void jsonOfZeekCountsAsThePlainReaderDoes() throws IOException {
        StringBuilder log = new StringBuilder();
        for (MadeRecord made : made(LogFormat.ZEEK)) {
            log.append("{\"ts\":")
                    .append(made.second())
                    .append(".5,\"id.orig_h\":\"")
                    .append(made.source())
                    .append("\",\"id.orig_p\":")
                    .append(made.sourcePort())
                    .append(",\"id.resp_h\":\"")
                    .append(made.destination())
                    .append("\",\"id.resp_p\":")
                    .append(made.destinationPort())
                    .append(",\"proto\":\"")
                    .append(made.protocol() == 6 ? "tcp" : "udp")
                    .append("\",\"duration\":1.25,\"conn_state\":\"")
                    .append(made.isAnswer() ? "OTH" : "SF")
                    .append(
                            "\",\"history\":\"ShADadFf\",\"orig_pkts\":3,\"orig_ip_bytes\":300,\"resp_pkts\":2,\"resp_ip_bytes\":200}\n");
        }
        log.append(
                "{\"ts\":1767225600.5,\"id.orig_h\":\"10.0.8.5\",\"id.orig_p\":8,\"id.resp_h\":\"10.0.0.10\",\"id.resp_p\":0,"
                        + "\"proto\":\"icmp\",\"conn_state\":\"OTH\"}\n");
        Path file = Files.writeString(folder.resolve("conn.json"), log);
        assertSame(duckdb(DuckDbSource.json(file.toString())), plain(LogFormat.ZEEK, log.toString()));
    }

    @Test
    void whatIsNotThereOrHasNoColumnsIsSaidInOneLine() throws IOException {
        String nowhere = folder.resolve("none*.parquet").toString();
        assertThatThrownBy(() -> duckdb(DuckDbSource.parquet(nowhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read_parquet('" + nowhere)
                .hasMessageContaining("No files found")
                .message()
                .doesNotContain("\n");
        Path file = Files.writeString(folder.resolve("it's.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> duckdb(DuckDbSource.text(file.toString(), ',')))
                .hasMessageContaining("has no column for source, destination, protocol; it has [a, b]");
    }
}
