package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.ZoneId;

/**
 * {@code pfirewall.log} of Windows. What is allowed is written when a connection opens, so that its source opened it; of what
 * is dropped only a SYN without ACK tells. Times are those of the host's clock, without a zone. {@code INFO-EVENTS-LOST} says
 * that records are missing.
 */
final class WindowsDialect extends Dialect {
    WindowsDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("date", Field.DATE)
                        .put("time", Field.START)
                        .put("action", Field.ACTION)
                        .put("protocol", Field.PROTOCOL)
                        .put("src-ip", Field.SOURCE)
                        .put("dst-ip", Field.DESTINATION)
                        .put("src-port", Field.SOURCE_PORT)
                        .put("dst-port", Field.DESTINATION_PORT)
                        .put("size", Field.BYTES)
                        .put("tcpflags", Field.FLAGS)
                        .put("icmptype", Field.ICMP_TYPE)
                        .put("icmpcode", Field.ICMP_CODE)
                        .put("path", Field.PATH)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        if (raw.is(Field.ACTION, "INFO-EVENTS-LOST")) {
            record.reason(Reason.INCOMPLETE);
            return true;
        }
        readEnds(raw, record);
        record.action(action(raw, "ALLOW", "DROP"));
        if (raw.is(Field.ACTION, "ALLOW")) {
            record.orientation(Orientation.QUESTION);
        } else if (raw.has(Field.FLAGS)) {
            String flags = raw.text(Field.FLAGS);
            if (flags.indexOf('S') >= 0) {
                record.orientation(flags.indexOf('A') >= 0 ? Orientation.ANSWER : Orientation.QUESTION);
            }
        }
        record.amount(1, raw.number(Field.BYTES, 0));
        if (raw.has(Field.DATE) && raw.has(Field.START)) {
            raw.join(Field.DATE, 'T', Field.START);
            long time = Times.parse(raw, Field.DATE, zone);
            record.time(time, time);
        }
        return true;
    }
}
