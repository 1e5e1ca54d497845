package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import java.time.ZoneId;

/**
 * Events of flows in {@code eve.json} of Suricata. The source is the client, unless a flow of TCP was picked up in its middle,
 * without SYN. Events of type {@code netflow} are of one direction; all others are no records of traffic.
 */
final class SuricataDialect extends Dialect {
    SuricataDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("event_type", Field.EVENT)
                        .put("src_ip", Field.SOURCE)
                        .put("dest_ip", Field.DESTINATION)
                        .put("src_port", Field.SOURCE_PORT)
                        .put("dest_port", Field.DESTINATION_PORT)
                        .put("proto", Field.PROTOCOL)
                        .put("icmp_type", Field.ICMP_TYPE)
                        .put("icmp_code", Field.ICMP_CODE)
                        .put("flow.pkts_toserver", Field.PACKETS)
                        .put("flow.pkts_toclient", Field.PACKETS_BACK)
                        .put("flow.bytes_toserver", Field.BYTES)
                        .put("flow.bytes_toclient", Field.BYTES_BACK)
                        .put("netflow.pkts", Field.PACKETS)
                        .put("netflow.bytes", Field.BYTES)
                        .put("flow.start", Field.START)
                        .put("flow.end", Field.END)
                        .put("netflow.start", Field.START)
                        .put("netflow.end", Field.END)
                        .put("flow.action", Field.ACTION)
                        .put("tcp.syn", Field.FLAGS)
                        .put("tcp.tcp_flags", Field.STATE)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        boolean flow = raw.is(Field.EVENT, "flow");
        if (!flow && !raw.is(Field.EVENT, "netflow")) {
            if (!raw.has(Field.EVENT)) {
                throw new BrokenRecord("it has no event_type");
            }
            return false;
        }
        readEnds(raw, record);
        boolean midstream = raw.has(Field.STATE) && !raw.is(Field.FLAGS, "true");
        if (flow && !midstream) {
            record.orientation(Orientation.QUESTION);
        }
        if (raw.is(Field.ACTION, "drop")) {
            record.action(Action.REJECTED);
        } else if (raw.is(Field.ACTION, "pass") || raw.is(Field.ACTION, "accept")) {
            record.action(Action.ACCEPTED);
        }
        record.amount(
                raw.number(Field.PACKETS, 0) + raw.number(Field.PACKETS_BACK, 0),
                raw.number(Field.BYTES, 0) + raw.number(Field.BYTES_BACK, 0));
        record.time(Times.parse(raw, Field.START, zone), Times.parse(raw, Field.END, zone));
        return true;
    }
}
