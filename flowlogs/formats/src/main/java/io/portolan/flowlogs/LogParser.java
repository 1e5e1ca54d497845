package io.portolan.flowlogs;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads logs of one kind. */
interface LogParser {
    /** Reads all records of a log that begins at its first byte. */
    void read(String name, InputStream in, Consumer<FlowRecord> sink) throws IOException;
}
