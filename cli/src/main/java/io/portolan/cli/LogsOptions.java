package io.portolan.cli;

import io.portolan.flowlogs.ColumnNames;
import io.portolan.flowlogs.FlowLogReader;
import io.portolan.flowlogs.FlowRecord;
import io.portolan.flowlogs.LogFormat;
import io.portolan.flowlogs.LogOptions;
import io.portolan.flowlogs.LogProgress;
import io.portolan.flowlogs.TimeWindow;
import io.portolan.flowlogs.TrafficCounter;
import io.portolan.flowlogs.TrafficEngine;
import io.portolan.planner.matcher.PolicyMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which logs of traffic a command reads, and how. */
final class LogsOptions {
    private static final long RECORDS_BETWEEN_STEPS = 250_000;

    /** The names of the formats. */
    static final class Formats implements Iterable<String>, ITypeConverter<LogFormat> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(LogFormat.values()).map(LogFormat::id).iterator();
        }

        @Override
        public LogFormat convert(String text) {
            for (LogFormat format : LogFormat.values()) {
                if (format.id().equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is no format of logs; expected " + String.join(", ", this));
        }
    }

    static final class Columns implements ITypeConverter<ColumnNames> {
        @Override
        public ColumnNames convert(String text) {
            try {
                return ColumnNames.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time zone; expected one such as UTC or Europe/Berlin");
            }
        }
    }

    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time; expected one such as 2026-01-31T00:00:00Z");
            }
        }
    }

    @Option(
            names = "--logs",
            required = true,
            paramLabel = "GLOB",
            description = "Logs of traffic, with * and ** for any part of a name; .gz is unpacked, .parquet needs the"
                    + " module for DuckDB. Can be given several times.")
    private List<String> logs = new ArrayList<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "The format of the logs: ${COMPLETION-CANDIDATES}; told by their first bytes if not given.",
            completionCandidates = Formats.class,
            converter = Formats.class)
    private @Nullable LogFormat format;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            description = "What columns of a text of your own mean, such as"
                    + " 'source=from,destination=to,destination-port=service,protocol=proto,separator=tab'.",
            converter = Columns.class)
    private @Nullable ColumnNames columns;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of logs that tell times without one; UTC if not given.",
            converter = Zone.class)
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--topology-from",
            paramLabel = "TIME",
            description = "From when on the addresses of the site are as the file says; what was before is unknown.",
            converter = Moment.class)
    private @Nullable Instant from;

    @Option(
            names = "--topology-to",
            paramLabel = "TIME",
            description = "Until when the addresses of the site were as the file says; what was after is unknown.",
            converter = Moment.class)
    private @Nullable Instant to;

    TimeWindow validity() {
        if (from == null && to == null) {
            return TimeWindow.ALWAYS;
        }
        return new TimeWindow(
                from == null ? Long.MIN_VALUE : from.toEpochMilli(), to == null ? Long.MAX_VALUE : to.toEpochMilli());
    }

    /** Reads all logs, record by record. */
    LogProgress read(Consumer<FlowRecord> sink, Progress progress) {
        LogProgress read = new LogProgress();
        FlowLogReader reader = new FlowLogReader(options(), read);
        for (String pattern : logs) {
            for (Path file : LogFiles.of(pattern)) {
                progress.say("reading " + file);
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(file.toString(), in, record -> {
                        sink.accept(record);
                        if (read.records() % RECORDS_BETWEEN_STEPS == 0) {
                            progress.say(String.format(Locale.ROOT, "reading %s, %,d records", file, read.records()));
                        }
                    });
                } catch (IOException e) {
                    throw new CommandFailure(file + ": " + e.getMessage());
                } catch (IllegalArgumentException e) {
                    throw new CommandFailure(e.getMessage() + " with --log-format");
                }
            }
        }
        return read;
    }

    /** Reads all logs into a counter, those in Parquet by the engine that can. */
    LogProgress count(TrafficCounter counter, PolicyMatcher matcher, Progress progress) {
        List<String> columnar = new ArrayList<>();
        for (String pattern : List.copyOf(logs)) {
            if (pattern.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
                columnar.add(pattern);
                logs.remove(pattern);
            }
        }
        if (!columnar.isEmpty() && !validity().equals(TimeWindow.ALWAYS)) {
            throw new CommandFailure(
                    "--topology-from and --topology-to are for logs that are read record by record, and"
                            + " Parquet is not; choose the files of that time");
        }
        for (String pattern : columnar) {
            LogFiles.of(pattern);
            progress.say("deciding " + pattern);
            engine(pattern).addParquet(pattern, matcher, counter);
        }
        return read(counter::add, progress);
    }

    private static TrafficEngine engine(String pattern) {
        return ServiceLoader.load(TrafficEngine.class)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(pattern + ": Parquet is read by DuckDB, which is not at hand; put"
                        + " portolan-flowlogs-duckdb and duckdb_jdbc on the class path beside the program"));
    }

    private LogOptions options() {
        LogFormat named = columns == null ? format : LogFormat.COLUMNS;
        if (columns != null && format != null && format != LogFormat.COLUMNS) {
            throw new CommandFailure(
                    "--columns is for a text of your own; expected no --log-format with it, or columns");
        }
        if (columns == null && format == LogFormat.COLUMNS) {
            throw new CommandFailure("--log-format columns needs --columns, which says what they mean");
        }
        return new LogOptions(Optional.ofNullable(named), Optional.ofNullable(columns), zone);
    }
}
