package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.ZoneOffset;

/**
 * VPC flow logs of AWS: fields as "Flow log records" of the Amazon VPC user guide names them, in versions 2 to 8.
 *
 * <p>{@code tcp-flags} tell who opened the connection if its first packets are in the window: SYN is 2, SYN-ACK 18, others are
 * added. {@code flow-direction} is that of an interface, not of a connection. {@code pkt-srcaddr} and {@code pkt-dstaddr} are
 * the ends where a gateway translates; if a log has only one of the two and it differs, the other end may be translated, too.
 */
final class AwsDialect extends Dialect {
    static final String DEFAULT_FIELDS =
            "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets"
                    + " bytes start end action log-status";

    private static final int SYN = 2;
    private static final int ACK = 16;

    AwsDialect() {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("srcaddr", Field.SOURCE)
                        .put("dstaddr", Field.DESTINATION)
                        .put("pkt-srcaddr", Field.SOURCE_BEHIND)
                        .put("pkt-dstaddr", Field.DESTINATION_BEHIND)
                        .put("srcport", Field.SOURCE_PORT)
                        .put("dstport", Field.DESTINATION_PORT)
                        .put("protocol", Field.PROTOCOL)
                        .put("packets", Field.PACKETS)
                        .put("bytes", Field.BYTES)
                        .put("start", Field.START)
                        .put("end", Field.END)
                        .put("action", Field.ACTION)
                        .put("log-status", Field.STATUS)
                        .put("tcp-flags", Field.FLAGS)
                        .buildOrThrow(),
                ZoneOffset.UTC);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        readEnds(raw, record);
        boolean source = raw.has(Field.SOURCE_BEHIND);
        boolean destination = raw.has(Field.DESTINATION_BEHIND);
        if (source && destination) {
            raw.addresses(record.clearEnds(), Field.SOURCE_BEHIND, Field.DESTINATION_BEHIND);
        } else if ((source && !raw.same(Field.SOURCE, Field.SOURCE_BEHIND))
                || (destination && !raw.same(Field.DESTINATION, Field.DESTINATION_BEHIND))) {
            record.reason(Reason.TRANSLATED);
        }
        if (raw.is(Field.STATUS, "NODATA") || raw.is(Field.STATUS, "SKIPDATA")) {
            record.reason(Reason.INCOMPLETE);
        }
        int flags = raw.number(Field.FLAGS, 0, 255);
        if ((flags & SYN) != 0) {
            record.orientation((flags & ACK) != 0 ? Orientation.ANSWER : Orientation.QUESTION);
        }
        record.action(action(raw, "ACCEPT", "REJECT"));
        record.amount(raw.number(Field.PACKETS, 0), raw.number(Field.BYTES, 0));
        record.time(seconds(raw, Field.START), seconds(raw, Field.END));
        return true;
    }

    private static long seconds(RawRecord raw, Field field) {
        long seconds = raw.number(field, -1);
        return seconds < 0 ? FlowRecord.NO_TIME : seconds * 1000;
    }
}
