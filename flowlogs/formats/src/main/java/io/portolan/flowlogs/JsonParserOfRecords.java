package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads records as objects of JSON: one a line, or a list of them. A line that is no JSON is broken alone; in a list the rest
 * is lost with it, and is said to be.
 */
final class JsonParserOfRecords implements LogParser {
    private static final int LONGEST_REASON = 200;

    private final Dialect dialect;
    private final LogProgress progress;
    private final RawRecord raw = new RawRecord();
    private final FlowRecord.Builder record = FlowRecord.builder();

    JsonParserOfRecords(Dialect dialect, LogProgress progress) {
        this.dialect = dialect;
        this.progress = progress;
    }

    @Override
    public void read(String name, InputStream in, Consumer<FlowRecord> sink) throws IOException {
        in.mark(1 << 10);
        int first = in.read();
        while (first == ' '
                || first == '\n'
                || first == '\r'
                || first == '\t'
                || first == 0xEF
                || first == 0xBB
                || first == 0xBF) {
            first = in.read();
        }
        in.reset();
        if (first == '[') {
            readList(name, in, sink);
        } else {
            readLines(name, in, sink);
        }
    }

    private void readLines(String name, InputStream in, Consumer<FlowRecord> sink) throws IOException {
        Lines lines = new Lines(in);
        while (lines.next()) {
            if (lines.isBlank() || lines.startsWith("#")) {
                continue;
            }
            if (lines.isTooLong()) {
                progress.addBroken(name, lines.number(), "the line has more than a million bytes");
                continue;
            }
            try (JsonParser tokens = JsonFields.parser(lines.bytes(), lines.length())) {
                if (tokens.nextToken() != JsonToken.START_OBJECT) {
                    progress.addBroken(name, lines.number(), "the line is no object of JSON");
                } else {
                    readObject(name, lines.number(), tokens, sink);
                }
            } catch (JacksonException e) {
                progress.addBroken(name, lines.number(), reason(e));
            }
        }
    }

    private void readList(String name, InputStream in, Consumer<FlowRecord> sink) {
        long number = 0;
        try (JsonParser tokens = JsonFields.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            tokens.nextToken();
            for (JsonToken token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
                number++;
                if (token == null) {
                    progress.addBroken(name, number, "the list has no end, so that records may be missing");
                    return;
                }
                if (token == JsonToken.START_OBJECT) {
                    readObject(name, number, tokens, sink);
                } else {
                    progress.addBroken(name, number, "an entry of the list is no object");
                    tokens.skipChildren();
                }
            }
        } catch (JacksonException e) {
            progress.addBroken(name, number + 1, reason(e) + "; the rest of the list was not read");
        }
    }

    private void readObject(String name, long number, JsonParser tokens, Consumer<FlowRecord> sink) {
        JsonFields.read(tokens, dialect, raw);
        try {
            if (dialect.read(raw, record.clear())) {
                sink.accept(record.build());
                progress.addRecord();
            } else {
                progress.addOther();
            }
        } catch (BrokenRecord e) {
            progress.addBroken(name, number, String.valueOf(e.getMessage()));
        }
    }

    static String reason(JacksonException e) {
        return "it is not JSON: " + Ascii.truncate(String.valueOf(e.getOriginalMessage()), LONGEST_REASON, "...");
    }
}
