package io.portolan.flowlogs;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Verdict.Reason;
import java.time.ZoneId;

/**
 * NetFlow and IPFIX as CSV, with the names of nfdump 1.6 and 1.7 or those of IPFIX. A record is of one direction. Flags are
 * those of all its packets, so that SYN with ACK is found on both sides and does not tell who opened; SYN alone does. Under
 * ICMP the destination port is type and code.
 */
final class NetflowDialect extends Dialect {
    private static final int SYN = 2;
    private static final int ACK = 16;

    NetflowDialect(ZoneId zone) {
        super(
                ImmutableMap.<String, Field>builder()
                        .put("ts", Field.START)
                        .put("firstseen", Field.START)
                        .put("flowstartmilliseconds", Field.START)
                        .put("flowstartseconds", Field.START)
                        .put("te", Field.END)
                        .put("lastseen", Field.END)
                        .put("flowendmilliseconds", Field.END)
                        .put("flowendseconds", Field.END)
                        .put("td", Field.DURATION)
                        .put("duration", Field.DURATION)
                        .put("sa", Field.SOURCE)
                        .put("srcaddr", Field.SOURCE)
                        .put("sourceipv4address", Field.SOURCE)
                        .put("sourceipv6address", Field.SOURCE)
                        .put("da", Field.DESTINATION)
                        .put("dstaddr", Field.DESTINATION)
                        .put("destinationipv4address", Field.DESTINATION)
                        .put("destinationipv6address", Field.DESTINATION)
                        .put("sp", Field.SOURCE_PORT)
                        .put("srcport", Field.SOURCE_PORT)
                        .put("sourcetransportport", Field.SOURCE_PORT)
                        .put("dp", Field.DESTINATION_PORT)
                        .put("dstport", Field.DESTINATION_PORT)
                        .put("destinationtransportport", Field.DESTINATION_PORT)
                        .put("pr", Field.PROTOCOL)
                        .put("proto", Field.PROTOCOL)
                        .put("protocolidentifier", Field.PROTOCOL)
                        .put("flg", Field.FLAGS)
                        .put("flags", Field.FLAGS)
                        .put("tcpcontrolbits", Field.FLAGS)
                        .put("ipkt", Field.PACKETS)
                        .put("packets", Field.PACKETS)
                        .put("inpackets", Field.PACKETS)
                        .put("packetdeltacount", Field.PACKETS)
                        .put("ibyt", Field.BYTES)
                        .put("bytes", Field.BYTES)
                        .put("inbytes", Field.BYTES)
                        .put("octetdeltacount", Field.BYTES)
                        .put("opkt", Field.PACKETS_BACK)
                        .put("obyt", Field.BYTES_BACK)
                        .put("xsa", Field.SOURCE_BEHIND)
                        .put("postnatsourceipv4address", Field.SOURCE_BEHIND)
                        .put("xda", Field.DESTINATION_BEHIND)
                        .put("postnatdestinationipv4address", Field.DESTINATION_BEHIND)
                        .put("icmptypecodeipv4", Field.ICMP_TYPE)
                        .put("icmptypecodeipv6", Field.ICMP_CODE)
                        .buildOrThrow(),
                zone);
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        raw.addresses(record, Field.SOURCE, Field.DESTINATION);
        int protocol = protocol(raw);
        if (protocol >= 0) {
            record.protocol(protocol);
        }
        if (FlowRecord.isIcmp(protocol)) {
            readIcmp(raw, record);
        } else {
            record.ports(raw.port(Field.SOURCE_PORT), raw.port(Field.DESTINATION_PORT));
        }
        readFlags(raw, record);
        if (isTranslated(raw, Field.SOURCE, Field.SOURCE_BEHIND)
                || isTranslated(raw, Field.DESTINATION, Field.DESTINATION_BEHIND)) {
            record.reason(Reason.TRANSLATED);
        }
        record.amount(
                raw.number(Field.PACKETS, 0) + raw.number(Field.PACKETS_BACK, 0),
                raw.number(Field.BYTES, 0) + raw.number(Field.BYTES_BACK, 0));
        long start = Times.parse(raw, Field.START, zone);
        long end = Times.parse(raw, Field.END, zone);
        record.time(start, end == FlowRecord.NO_TIME ? Times.later(start, raw.decimal(Field.DURATION)) : end);
        return true;
    }

    /** Written as type * 256 + code, or as type.code. */
    private static void readIcmp(RawRecord raw, FlowRecord.Builder record) {
        Field field = raw.has(Field.ICMP_TYPE)
                ? Field.ICMP_TYPE
                : raw.has(Field.ICMP_CODE) ? Field.ICMP_CODE : Field.DESTINATION_PORT;
        if (!raw.has(field)) {
            return;
        }
        String text = raw.text(field);
        int point = text.indexOf('.');
        if (point < 0) {
            int number = raw.port(field);
            record.icmp(number / 256, number % 256);
            return;
        }
        try {
            record.icmp(Integer.parseInt(text.substring(0, point)), Integer.parseInt(text.substring(point + 1)));
        } catch (NumberFormatException e) {
            throw raw.broken(field, "a type and code of ICMP");
        }
    }

    private static void readFlags(RawRecord raw, FlowRecord.Builder record) {
        if (!raw.has(Field.FLAGS)) {
            return;
        }
        String text = raw.text(Field.FLAGS);
        boolean syn;
        boolean ack;
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int flags = raw.number(Field.FLAGS, 0, 65_535);
            syn = (flags & SYN) != 0;
            ack = (flags & ACK) != 0;
        } else {
            syn = text.indexOf('S') >= 0;
            ack = text.indexOf('A') >= 0;
        }
        if (syn && !ack) {
            record.orientation(Orientation.QUESTION);
        }
    }

    private static boolean isTranslated(RawRecord raw, Field before, Field after) {
        return raw.has(after) && !raw.is(after, "0.0.0.0") && !raw.is(after, "::") && !raw.same(before, after);
    }
}
