package io.portolan.flowlogs;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads logs record by record, as they are or compressed by gzip, in memory that does not grow with them. What cannot be read
 * is counted and shown in {@link LogProgress}, and the rest is read.
 */
public final class FlowLogReader {
    private static final int HEAD = 1 << 14;
    private static final int BLOCK = 1 << 16;

    private final LogOptions options;
    private final LogProgress progress;

    /**
     * Makes a reader, which can read one log after another.
     *
     * @param options how logs are read
     * @param progress counts what was read
     */
    public FlowLogReader(LogOptions options, LogProgress progress) {
        this.options = requireNonNull(options, "options");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Reads a log. Of a compressed log that was cut, what came before is read, and the cut is a broken record.
     *
     * @param name its name, for what is said about it
     * @param stream its bytes; not closed
     * @param sink receives its records
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException if no format was given and the first bytes are of none that is known
     */
    public void read(String name, InputStream stream, Consumer<FlowRecord> sink) throws IOException {
        BufferedInputStream in = new BufferedInputStream(opened(name, stream), BLOCK);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        if (head.length == 0) {
            return;
        }
        LogFormat format = options.format().orElseGet(() -> Detection.of(name, head));
        parser(format).read(name, in, sink);
    }

    private InputStream opened(String name, InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, BLOCK);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first != 0x1f || second != 0x8b) {
            return in;
        }
        try {
            return new CutStream(new GZIPInputStream(in, BLOCK), name, progress);
        } catch (EOFException | ZipException e) {
            progress.addBroken(name, 0, "the compressed log is cut or damaged within its first bytes");
            return InputStream.nullInputStream();
        }
    }

    private LogParser parser(LogFormat format) {
        return switch (format) {
            case AWS -> new TextParser(new AwsDialect(), Header.aws(), progress);
            case AZURE -> new AzureParser(progress);
            case GCP -> new JsonParserOfRecords(new GcpDialect(options.zone()), progress);
            case ZEEK -> new ZeekParser(options.zone(), progress);
            case WINDOWS -> new TextParser(new WindowsDialect(options.zone()), Header.windows(), progress);
            case SURICATA -> new JsonParserOfRecords(new SuricataDialect(options.zone()), progress);
            case NETFLOW -> new TextParser(new NetflowDialect(options.zone()), Header.netflow(), progress);
            case HUBBLE -> new JsonParserOfRecords(new HubbleDialect(options.zone()), progress);
            case COLUMNS -> {
                ColumnNames names = options.columns().orElseThrow();
                yield new TextParser(new ColumnsDialect(names, options.zone()), Header.of(names), progress);
            }
        };
    }
}
