package io.portolan.benchmarks.traffic;

import io.portolan.benchmarks.Estate;
import io.portolan.benchmarks.Measuring;
import io.portolan.flowlogs.FlowLogReader;
import io.portolan.flowlogs.FlowRecord;
import io.portolan.flowlogs.LogFormat;
import io.portolan.flowlogs.LogOptions;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.flowlogs.duckdb.DuckDbSource;
import io.portolan.flowlogs.duckdb.DuckDbTraffic;
import io.portolan.flowlogs.synthetic.LogWriter;
import io.portolan.flowlogs.synthetic.SyntheticTraffic;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Packet;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.matcher.PolicyMatcher;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Decides made-up VPC flow logs of a site of a thousand hosts in several ways, which must count the same, and prints what
 * each takes as the logs grow. The logs are made in a temporary folder and removed.
 */
public final class TrafficTable {
    private static final int HOSTS = 1000;
    private static final int DECIDED = 100_000;

    private TrafficTable() {}

    /**
     * Prints the tables in Markdown.
     *
     * @param arguments {@code quick} for 100,000 records; else up to 10 million, or as many powers of ten as {@code
     *     most=100000000} says
     * @throws IOException if the folder for the logs cannot be written
     * @throws SQLException if DuckDB fails
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        long most = Measuring.isQuick(arguments) ? 100_000 : 10_000_000;
        for (String argument : arguments) {
            if (argument.startsWith("most=")) {
                most = Long.parseLong(argument.substring("most=".length()));
            }
        }
        Policy policy = Planner.plan(Estate.of(HOSTS), Estate.products());
        PolicyMatcher matcher = policy.matcher();
        Path folder = Files.createTempDirectory("portolan-traffic");
        try {
            System.out.println(
                    "| records | text, plain Java, s | Parquet, DuckDB's join, s | MB of text | MB of Parquet |");
            System.out.println("|--:|--:|--:|--:|--:|");
            for (long size = 100_000; size <= most; size *= 10) {
                printGrowth(policy, matcher, folder, size);
            }
            System.out.println();
            printPerRecord(policy, matcher, folder);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void printGrowth(Policy policy, PolicyMatcher matcher, Path folder, long size)
            throws IOException, SQLException {
        Path text = folder.resolve("flow.log");
        SyntheticTraffic traffic = new SyntheticTraffic(policy, 1);
        try (BufferedWriter out = Files.newBufferedWriter(text)) {
            out.write(LogWriter.head(LogFormat.AWS) + "\n");
            for (long i = 0; i < size; i++) {
                out.write(LogWriter.line(LogFormat.AWS, traffic.next()) + "\n");
            }
        }
        Path parquet = folder.resolve("flow.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv('" + text + "', delim = ' ', header = true)) TO '" + parquet
                    + "' (FORMAT parquet)");
        }
        TrafficCounter plain = new TrafficCounter(matcher);
        long start = System.nanoTime();
        read(text, plain);
        double plainSeconds = seconds(start);
        TrafficCounter joined = new TrafficCounter(matcher);
        start = System.nanoTime();
        try (DuckDbTraffic engine = DuckDbTraffic.open(matcher)) {
            engine.addTo(DuckDbSource.parquet(parquet.toString()), joined);
        }
        double joinedSeconds = seconds(start);
        if (!plain.report().verdicts().equals(joined.report().verdicts())) {
            throw new AssertionError(plain.report().verdicts() + " differ from "
                    + joined.report().verdicts());
        }
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %.2f | %.2f | %d | %d |",
                size,
                plainSeconds,
                joinedSeconds,
                Files.size(text) / 1_000_000,
                Files.size(parquet) / 1_000_000));
    }

    private static void read(Path text, TrafficCounter counter) throws IOException {
        try (InputStream in = Files.newInputStream(text)) {
            new FlowLogReader(LogOptions.of(LogFormat.AWS), new LogProgress()).read("log", in, counter::add);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** One record at a time: by the matcher, and by a walk over the rules, which is what one would write without it. */
    private static void printPerRecord(Policy policy, PolicyMatcher matcher, Path folder) throws IOException {
        List<FlowRecord> records = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve("flow.log"))) {
            new FlowLogReader(LogOptions.of(LogFormat.AWS), new LogProgress()).read("log", in, record -> {
                if (records.size() < DECIDED) {
                    records.add(record);
                }
            });
        }
        System.out.println("| one record | nanoseconds |");
        System.out.println("|---|--:|");
        long sum = 0;
        long start = 0;
        int rounds = 20;
        for (int round = 0; round < 2 * rounds; round++) {
            start = round == rounds ? System.nanoTime() : start; // what came before was for the compiler
            for (FlowRecord record : records) {
                sum += record.outcome(matcher);
            }
        }
        print("verdict, both ways where needed", start, (long) rounds * records.size());
        int some = 20_000;
        start = System.nanoTime();
        for (int i = 0; i < some; i++) {
            sum += policy.allows(packet(records.get(i % records.size()))) ? 1 : 0;
        }
        print("`Packet.of` and `Policy.allows`", start, some);
        int few = 200;
        start = System.nanoTime();
        for (int i = 0; i < few; i++) {
            Packet packet = packet(records.get(i % records.size()));
            sum += policy.rules().stream()
                            .anyMatch(rule -> rule.sources().contains(packet.source())
                                    && rule.destinations().contains(packet.destination()))
                    ? 1
                    : 0;
        }
        print("a walk over the rules, ends alone", start, few);
        if (sum == 0) {
            throw new AssertionError("nothing was decided");
        }
    }

    private static void print(String way, long start, long count) {
        System.out.println(String.format(Locale.ROOT, "| %s | %d |", way, (System.nanoTime() - start) / count));
    }

    private static Packet packet(FlowRecord record) {
        PortSet port = PortSet.of(record.selector());
        return Packet.of(
                record.source().toString(),
                record.destination().toString(),
                record.protocol() == 6 ? Transport.tcp(port) : Transport.udp(port));
    }
}
