package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import java.time.ZoneId;

/**
 * Google Cloud: VPC flow logs, which have a record for each direction and do not tell who opened, and logs of firewall rules,
 * which have one for each connection. Traffic between two machines of one project is reported by both ends.
 */
final class GcpDialect extends Dialect {
    GcpDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("jsonpayload.connection.src_ip", Field.SOURCE)
                        .put("jsonpayload.connection.dest_ip", Field.DESTINATION)
                        .put("jsonpayload.connection.src_port", Field.SOURCE_PORT)
                        .put("jsonpayload.connection.dest_port", Field.DESTINATION_PORT)
                        .put("jsonpayload.connection.protocol", Field.PROTOCOL)
                        .put("jsonpayload.packets_sent", Field.PACKETS)
                        .put("jsonpayload.bytes_sent", Field.BYTES)
                        .put("jsonpayload.start_time", Field.START)
                        .put("jsonpayload.end_time", Field.END)
                        .put("jsonpayload.disposition", Field.ACTION)
                        .put("timestamp", Field.DATE)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        if (!raw.has(Field.SOURCE) && !raw.has(Field.DESTINATION)) {
            return false; // another log of the same project
        }
        readEnds(raw, record);
        record.action(action(raw, "ALLOWED", "DENIED"));
        if (raw.has(Field.ACTION)) {
            record.orientation(Orientation.QUESTION);
            long time = Times.parse(raw, Field.DATE, zone);
            record.time(time, time);
            record.amount(1, 0);
        } else {
            record.time(Times.parse(raw, Field.START, zone), Times.parse(raw, Field.END, zone));
            record.amount(raw.number(Field.PACKETS, 0), raw.number(Field.BYTES, 0));
        }
        return true;
    }
}
