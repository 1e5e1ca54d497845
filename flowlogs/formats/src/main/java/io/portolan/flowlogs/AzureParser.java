package io.portolan.flowlogs;

import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads Azure's flow logs as a stream: wherever a list is called {@code flowTuples}, its texts are records. So one file of
 * many gigabytes, or one record a line, is read alike.
 */
final class AzureParser implements LogParser {
    private final LogProgress progress;
    private final AzureTuples tuples = new AzureTuples();
    private final FlowRecord.Builder record = FlowRecord.builder();

    AzureParser(LogProgress progress) {
        this.progress = progress;
    }

    @Override
    public void read(String name, InputStream in, Consumer<FlowRecord> sink) {
        long number = 0;
        try (JsonParser tokens = JsonFields.FACTORY.createParser(ObjectReadContext.empty(), in)) {
            for (JsonToken token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
                if (token == JsonToken.START_ARRAY && "flowTuples".equals(tokens.currentName())) {
                    for (token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
                        number++;
                        if (token == null) {
                            throw new IllegalStateException("Jackson tells of a list without an end by an exception");
                        }
                        if (token != JsonToken.VALUE_STRING) {
                            progress.addBroken(name, number, "the tuple is no text");
                            tokens.skipChildren();
                        } else {
                            readTuple(name, number, tokens.getString(), sink);
                        }
                    }
                }
            }
        } catch (JacksonException e) {
            progress.addBroken(name, number + 1, JsonParserOfRecords.reason(e) + "; the rest of the log was not read");
        }
    }

    private void readTuple(String name, long number, String tuple, Consumer<FlowRecord> sink) {
        try {
            tuples.read(tuple, record.clear());
            sink.accept(record.build());
            progress.addRecord();
        } catch (BrokenRecord e) {
            progress.addBroken(name, number, String.valueOf(e.getMessage()));
        }
    }
}
