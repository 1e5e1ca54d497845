package io.portolan.flowlogs;

import com.google.common.base.Splitter;
import io.portolan.planner.matcher.Orientation;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The tuples of Azure's flow logs: of network security groups ({@code time,source,destination,ports,T or U,direction,decision},
 * and from version 2 on a state and four amounts) and of virtual networks ({@code time in milliseconds,source,destination,
 * ports,protocol number,direction,state,encryption}, and four amounts). The source opened the connection.
 */
final class AzureTuples {
    private static final Splitter COMMA = Splitter.on(',').trimResults();
    private static final int LEAST = 8;
    private static final int AMOUNTS = 9;
    private static final int ALL = 13;

    private final RawRecord raw = new RawRecord();
    private final Dialect dialect = new Dialect(com.google.common.collect.ImmutableMap.of(), ZoneOffset.UTC) {
        @Override
        boolean read(RawRecord tuple, FlowRecord.Builder record) {
            readEnds(tuple, record);
            record.orientation(Orientation.QUESTION);
            long time = Times.parse(tuple, Field.START, zone);
            record.time(time, time);
            record.amount(
                    tuple.number(Field.PACKETS, 0) + tuple.number(Field.PACKETS_BACK, 0),
                    tuple.number(Field.BYTES, 0) + tuple.number(Field.BYTES_BACK, 0));
            return true;
        }
    };

    void read(String tuple, FlowRecord.Builder record) {
        List<String> parts = COMMA.splitToList(tuple);
        if (parts.size() < LEAST) {
            throw new BrokenRecord("the tuple has " + parts.size() + " fields; expected 8 or 13");
        }
        raw.start();
        raw.set(Field.START, parts.get(0));
        raw.set(Field.SOURCE, parts.get(1));
        raw.set(Field.DESTINATION, parts.get(2));
        raw.set(Field.SOURCE_PORT, parts.get(3));
        raw.set(Field.DESTINATION_PORT, parts.get(4));
        raw.set(Field.PROTOCOL, parts.get(5));
        boolean ofGroup = parts.get(5).equalsIgnoreCase("T") || parts.get(5).equalsIgnoreCase("U");
        if (parts.size() >= ALL) {
            raw.set(Field.PACKETS, parts.get(AMOUNTS));
            raw.set(Field.BYTES, parts.get(AMOUNTS + 1));
            raw.set(Field.PACKETS_BACK, parts.get(AMOUNTS + 2));
            raw.set(Field.BYTES_BACK, parts.get(AMOUNTS + 3));
        }
        dialect.read(raw, record);
        // a group says what it decided; a network has a state, of which D is denied
        record.action(parts.get(7).equals("D") ? Action.REJECTED : Action.ACCEPTED);
        if (ofGroup && !parts.get(7).equals("A") && !parts.get(7).equals("D")) {
            throw new BrokenRecord("decision: \"" + parts.get(7) + "\" is neither A nor D");
        }
    }
}
