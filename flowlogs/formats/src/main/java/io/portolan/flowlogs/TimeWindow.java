package io.portolan.flowlogs;

/**
 * A time from one moment to another, both included.
 *
 * @param from the first moment, in milliseconds since 1970-01-01 UTC
 * @param to the last moment, likewise
 */
public record TimeWindow(long from, long to) {
    /** All time. */
    public static final TimeWindow ALWAYS = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE);

    /**
     * Refuses a window that ends before it begins.
     *
     * @param from the first moment, in milliseconds since 1970-01-01 UTC
     * @param to the last moment, likewise
     */
    public TimeWindow {
        if (to < from) {
            throw new IllegalArgumentException("not a window of time: " + from + " to " + to
                    + " milliseconds; expected one that ends after it begins");
        }
    }

    /** Tells whether a record is within the window as a whole; one without a time is only in all time. */
    boolean holds(FlowRecord record) {
        if (equals(ALWAYS)) {
            return true;
        }
        return record.first() != FlowRecord.NO_TIME
                && record.first() >= from
                && (record.last() == FlowRecord.NO_TIME || record.last() <= to);
    }
}
