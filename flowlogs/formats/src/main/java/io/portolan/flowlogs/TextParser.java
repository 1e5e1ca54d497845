package io.portolan.flowlogs;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads texts of one record a line, whose fields some line names. */
final class TextParser implements LogParser {
    private static final int MOST_FIELDS = 256;

    private final Dialect dialect;
    private final Header header;
    private final LogProgress progress;
    private final int[] from = new int[MOST_FIELDS];
    private final int[] to = new int[MOST_FIELDS];
    private final RawRecord raw = new RawRecord();
    private final FlowRecord.Builder record = FlowRecord.builder();

    /** What each field means, null where nobody needs it; empty until it is known. */
    private @Nullable Field[] layout = {};

    TextParser(Dialect dialect, Header header, LogProgress progress) {
        this.dialect = dialect;
        this.header = header;
        this.progress = progress;
    }

    @Override
    public void read(String name, InputStream in, Consumer<FlowRecord> sink) throws IOException {
        Lines lines = new Lines(in);
        layout = new Field[0];
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (header.isEnd(lines)) {
                break; // whatever follows is a sum
            }
            Optional<List<String>> names = header.names(lines);
            if (names.isPresent()) {
                layout = layout(names.get());
            } else if (!header.isComment(lines)) {
                try {
                    readLine(lines);
                    sink.accept(record.build());
                    progress.addRecord();
                } catch (BrokenRecord e) {
                    progress.addBroken(name, lines.number(), String.valueOf(e.getMessage()));
                }
            }
        }
    }

    private @Nullable Field[] layout(List<String> names) {
        @Nullable Field[] found = new Field[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = dialect.fields().get(names.get(i));
        }
        return found;
    }

    private void readLine(Lines lines) {
        if (lines.isTooLong()) {
            throw new BrokenRecord("the line has more than a million bytes");
        }
        int count = header.separator().split(lines.bytes(), lines.length(), from, to);
        if (layout.length == 0) {
            layout = layout(header.standard(count)
                    .orElseThrow(() -> new BrokenRecord("no line before named the fields, and " + count
                            + " are not what the log has if none does")));
        }
        if (count < layout.length) {
            throw new BrokenRecord("the line has " + count + " fields; expected " + layout.length);
        }
        raw.start(lines.bytes());
        for (int i = 0; i < layout.length; i++) {
            Field field = layout[i];
            // names of IPv4 and of IPv6 can stand for one field, of which the other is empty
            if (field != null && !raw.has(field)) {
                raw.set(field, from[i], to[i]);
            }
        }
        dialect.read(raw, record.clear());
    }
}
