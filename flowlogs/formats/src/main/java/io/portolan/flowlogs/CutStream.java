package io.portolan.flowlogs;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A compressed stream that ends where it was cut or damaged, and says so as a broken record. */
final class CutStream extends FilterInputStream {
    private final String name;
    private final LogProgress progress;
    private boolean ended;

    CutStream(InputStream in, String name, LogProgress progress) {
        super(in);
        this.name = name;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            return super.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            ended = true;
            progress.addBroken(name, 0, "the compressed log is cut or damaged; what came before was read");
            return -1;
        }
    }
}
