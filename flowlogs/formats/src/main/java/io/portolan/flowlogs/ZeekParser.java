package io.portolan.flowlogs;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Reads {@code conn.log} as text or as JSON, whichever it is. */
final class ZeekParser implements LogParser {
    private final ZoneId zone;
    private final LogProgress progress;

    ZeekParser(ZoneId zone, LogProgress progress) {
        this.zone = zone;
        this.progress = progress;
    }

    @Override
    public void read(String name, InputStream in, Consumer<FlowRecord> sink) throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        Dialect dialect = new ZeekDialect(zone);
        LogParser parser = first == '{' || first == '['
                ? new JsonParserOfRecords(dialect, progress)
                : new TextParser(dialect, Header.zeek(), progress);
        parser.read(name, in, sink);
    }
}
