package io.portolan.flowlogs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of logs in milliseconds. */
final class Times {
    /** Seconds until the year 5138; milliseconds from 1973 on. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]Z");

    private Times() {}

    /** Reads seconds, with or without a fraction, milliseconds, or a date and time. */
    static long parse(RawRecord raw, Field field, ZoneId zone) {
        if (!raw.has(field)) {
            return FlowRecord.NO_TIME;
        }
        String text = raw.text(field);
        try {
            if (text.length() > 4 && text.charAt(4) == '-') {
                return dated(text, zone);
            }
            int point = text.indexOf('.');
            if (point < 0) {
                long number = Long.parseLong(text);
                return number < FIRST_MILLISECONDS ? number * 1000 : number;
            }
            return Math.round(Double.parseDouble(text) * 1000);
        } catch (NumberFormatException | DateTimeException e) {
            throw raw.broken(field, "a time");
        }
    }

    private static long dated(String text, ZoneId zone) {
        String iso = text.replace(' ', 'T');
        if (iso.endsWith("Z")) {
            return Instant.parse(iso).toEpochMilli();
        }
        int sign = Math.max(iso.lastIndexOf('+'), iso.indexOf('-', 11));
        if (sign > 0) {
            return (iso.indexOf(':', sign) > 0
                            ? OffsetDateTime.parse(iso)
                            : OffsetDateTime.parse(iso, OFFSET_WITHOUT_COLON))
                    .toInstant()
                    .toEpochMilli();
        }
        return LocalDateTime.parse(iso).atZone(zone).toInstant().toEpochMilli();
    }

    static long later(long time, double seconds) {
        return time == FlowRecord.NO_TIME ? time : time + Math.round(seconds * 1000);
    }
}
