package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import java.time.ZoneId;

/**
 * {@code conn.log} of Zeek. The originator opened the connection, unless Zeek saw only its middle ({@code conn_state} OTH) or
 * turned it around by guess (a {@code history} that begins with ^). Under ICMP the ports are type and code.
 */
final class ZeekDialect extends Dialect {
    ZeekDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("ts", Field.START)
                        .put("duration", Field.DURATION)
                        .put("id.orig_h", Field.SOURCE)
                        .put("id.orig_p", Field.SOURCE_PORT)
                        .put("id.resp_h", Field.DESTINATION)
                        .put("id.resp_p", Field.DESTINATION_PORT)
                        .put("proto", Field.PROTOCOL)
                        .put("orig_pkts", Field.PACKETS)
                        .put("resp_pkts", Field.PACKETS_BACK)
                        .put("orig_ip_bytes", Field.BYTES)
                        .put("resp_ip_bytes", Field.BYTES_BACK)
                        .put("conn_state", Field.STATE)
                        .put("history", Field.HISTORY)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        raw.addresses(record, Field.SOURCE, Field.DESTINATION);
        int protocol = raw.is(Field.PROTOCOL, "unknown_transport") ? -1 : protocol(raw);
        if (protocol == 1 && raw.text(Field.SOURCE).indexOf(':') >= 0) {
            protocol = 58; // Zeek calls both icmp
        }
        if (protocol >= 0) {
            record.protocol(protocol);
        }
        if (FlowRecord.isIcmp(protocol)) {
            if (raw.has(Field.SOURCE_PORT)) {
                record.icmp(raw.number(Field.SOURCE_PORT, 0, 255), raw.number(Field.DESTINATION_PORT, 0, 255));
            }
        } else {
            record.ports(raw.port(Field.SOURCE_PORT), raw.port(Field.DESTINATION_PORT));
        }
        boolean guessed = raw.is(Field.STATE, "OTH")
                || (raw.has(Field.HISTORY) && raw.text(Field.HISTORY).charAt(0) == '^');
        record.orientation(guessed ? Orientation.EITHER : Orientation.QUESTION);
        record.amount(
                raw.number(Field.PACKETS, 0) + raw.number(Field.PACKETS_BACK, 0),
                raw.number(Field.BYTES, 0) + raw.number(Field.BYTES_BACK, 0));
        long start = Times.parse(raw, Field.START, zone);
        record.time(start, Times.later(start, raw.decimal(Field.DURATION)));
        return true;
    }
}
