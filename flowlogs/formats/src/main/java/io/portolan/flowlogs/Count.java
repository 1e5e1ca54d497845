package io.portolan.flowlogs;

/**
 * Sums over records of traffic.
 *
 * @param records how many records
 * @param rejected how many of them a filter did not let pass
 * @param packets how many packets
 * @param bytes how many bytes
 * @param first when the first was seen, in milliseconds since 1970-01-01 UTC, or {@link FlowRecord#NO_TIME}
 * @param last when the last was seen, likewise
 */
public record Count(long records, long rejected, long packets, long bytes, long first, long last) {
    /** No records. */
    public static final Count NONE = new Count(0, 0, 0, 0, FlowRecord.NO_TIME, FlowRecord.NO_TIME);

    /**
     * Returns the sum with another.
     *
     * @param other sums over other records
     * @return sums over both
     */
    public Count plus(Count other) {
        Sum sum = new Sum();
        sum.add(this);
        sum.add(other);
        return sum.count();
    }

    /** Sums that grow. */
    static final class Sum {
        private long records;
        private long rejected;
        private long packets;
        private long bytes;
        private long first = FlowRecord.NO_TIME;
        private long last = FlowRecord.NO_TIME;

        void add(FlowRecord record) {
            add(
                    1,
                    record.action() == Action.REJECTED ? 1 : 0,
                    record.packets(),
                    record.bytes(),
                    record.first(),
                    record.last());
        }

        void add(Count other) {
            add(other.records, other.rejected, other.packets, other.bytes, other.first, other.last);
        }

        private void add(long more, long moreRejected, long morePackets, long moreBytes, long from, long to) {
            records += more;
            rejected += moreRejected;
            packets += morePackets;
            bytes += moreBytes;
            if (from != FlowRecord.NO_TIME && (first == FlowRecord.NO_TIME || from < first)) {
                first = from;
            }
            last = Math.max(last, to);
        }

        Count count() {
            return new Count(records, rejected, packets, bytes, first, last);
        }
    }
}
