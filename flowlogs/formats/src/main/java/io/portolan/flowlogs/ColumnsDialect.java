package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.portolan.planner.matcher.Orientation;
import java.time.ZoneId;
import java.util.Map;

/** A text of one's own, whose columns somebody named. */
final class ColumnsDialect extends Dialect {
    private static final ImmutableSet<String> ACCEPTED =
            ImmutableSet.of("accept", "accepted", "allow", "allowed", "pass", "permit", "forwarded", "1");
    private static final ImmutableSet<String> REJECTED =
            ImmutableSet.of("reject", "rejected", "deny", "denied", "drop", "dropped", "block", "blocked", "0");

    private final ColumnNames names;

    ColumnsDialect(ColumnNames names, ZoneId zone) {
        super(byName(names), zone);
        this.names = names;
    }

    private static ImmutableMap<String, Field> byName(ColumnNames names) {
        ImmutableMap.Builder<String, Field> fields = ImmutableMap.builder();
        for (Map.Entry<Field, String> entry : names.columns().entrySet()) {
            fields.put(Ascii.toLowerCase(entry.getValue()), entry.getKey());
        }
        return fields.buildOrThrow();
    }

    @Override
    boolean read(RawRecord raw, FlowRecord.Builder record) {
        readEnds(raw, record);
        if (names.sourcesAsk()) {
            record.orientation(Orientation.QUESTION);
        }
        if (raw.has(Field.ACTION)) {
            String action = Ascii.toLowerCase(raw.text(Field.ACTION));
            if (ACCEPTED.contains(action)) {
                record.action(Action.ACCEPTED);
            } else if (REJECTED.contains(action)) {
                record.action(Action.REJECTED);
            } else {
                throw raw.broken(Field.ACTION, "an action, such as accept or deny");
            }
        }
        record.amount(raw.number(Field.PACKETS, 0), raw.number(Field.BYTES, 0));
        long start = Times.parse(raw, Field.START, zone);
        long end = Times.parse(raw, Field.END, zone);
        record.time(start, end == FlowRecord.NO_TIME ? start : end);
        return true;
    }
}
