package io.portolan.flowlogs;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How logs are read.
 *
 * @param format the format, empty to tell by the first bytes of each log
 * @param columns what columns mean, for {@link LogFormat#COLUMNS}
 * @param zone the zone of times that come without one, as those of Windows and nfdump do
 */
public record LogOptions(Optional<LogFormat> format, Optional<ColumnNames> columns, ZoneId zone) {
    /**
     * Refuses null, and a text of one's own without names.
     *
     * @param format the format, empty to tell by the first bytes of each log
     * @param columns what columns mean, for {@link LogFormat#COLUMNS}
     * @param zone the zone of times that come without one
     */
    public LogOptions {
        requireNonNull(format, "format");
        requireNonNull(columns, "columns");
        requireNonNull(zone, "zone");
        if (format.isPresent() && (format.get() == LogFormat.COLUMNS) != columns.isPresent()) {
            throw new IllegalArgumentException("names of columns are for the format columns, and it needs them");
        }
    }

    /**
     * Returns options that tell each format by its first bytes, and take times without a zone as UTC.
     *
     * @return the options
     */
    public static LogOptions detecting() {
        return new LogOptions(Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    }

    /**
     * Returns options for one format.
     *
     * @param format a format
     * @return the options, with times without a zone as UTC
     */
    public static LogOptions of(LogFormat format) {
        return new LogOptions(Optional.of(format), Optional.empty(), ZoneOffset.UTC);
    }
}
