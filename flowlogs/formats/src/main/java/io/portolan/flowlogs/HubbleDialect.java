package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.ZoneId;

/** Flows of Hubble, of which each is one packet: {@code is_reply} tells its direction, if Hubble knows it. */
final class HubbleDialect extends Dialect {
    HubbleDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("flow.ip.source", Field.SOURCE)
                        .put("flow.ip.source_xlated", Field.SOURCE_BEHIND)
                        .put("flow.ip.destination", Field.DESTINATION)
                        .put("flow.l4.tcp.source_port", Field.SOURCE_PORT)
                        .put("flow.l4.tcp.destination_port", Field.DESTINATION_PORT)
                        .put("flow.l4.udp.source_port", Field.SOURCE_PORT)
                        .put("flow.l4.udp.destination_port", Field.DESTINATION_PORT)
                        .put("flow.l4.icmpv4.type", Field.ICMP_TYPE)
                        .put("flow.l4.icmpv4.code", Field.ICMP_CODE)
                        .put("flow.l4.icmpv6.type", Field.ICMP_TYPE)
                        .put("flow.l4.icmpv6.code", Field.ICMP_CODE)
                        .put("flow.l4.*", Field.PROTOCOL)
                        .put("flow.is_reply", Field.REPLY)
                        .put("flow.verdict", Field.ACTION)
                        .put("flow.time", Field.START)
                        .put("flow.type", Field.KIND)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        if (!raw.has(Field.SOURCE) && !raw.has(Field.DESTINATION)) {
            return false; // an event of a node, or something that was lost
        }
        if (raw.is(Field.KIND, "L7") || raw.is(Field.KIND, "SOCK")) {
            return false; // the same packets once more, as requests or calls
        }
        raw.addresses(record, Field.SOURCE, Field.DESTINATION);
        int protocol = raw.is(Field.PROTOCOL, "SCTP") ? 132 : protocol(raw);
        if (protocol >= 0) {
            record.protocol(protocol);
        }
        record.ports(raw.port(Field.SOURCE_PORT), raw.port(Field.DESTINATION_PORT));
        if (FlowRecord.isIcmp(protocol)) {
            // protobuf leaves out zeros
            record.icmp(raw.number(Field.ICMP_TYPE, 0, 255), raw.number(Field.ICMP_CODE, 0, 255));
        }
        if (raw.has(Field.SOURCE_BEHIND) && !raw.same(Field.SOURCE, Field.SOURCE_BEHIND)) {
            record.reason(Reason.TRANSLATED);
        }
        if (raw.has(Field.REPLY)) {
            record.orientation(raw.is(Field.REPLY, "true") ? Orientation.ANSWER : Orientation.QUESTION);
        }
        record.action(action(raw, "FORWARDED", "DROPPED"));
        record.amount(1, 0);
        long time = Times.parse(raw, Field.START, zone);
        record.time(time, time);
        return true;
    }
}
