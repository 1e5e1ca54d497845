package io.portolan.flowlogs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a stream as bytes, without their ends. A line that is longer than any record is cut and said to be. */
final class Lines {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int end;

    private byte[] line = new byte[1 << 10];
    private int length;
    private boolean tooLong;
    private long number;
    private boolean pushedBack;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        if (pushedBack) {
            pushedBack = false;
            return true;
        }
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (at == end) {
                end = in.read(block, 0, block.length);
                at = 0;
                if (end <= 0) {
                    end = 0;
                    number += any ? 1 : 0;
                    trim();
                    return any;
                }
            }
            any = true;
            int stop = at;
            while (stop < end && block[stop] != '\n') {
                stop++;
            }
            add(stop - at);
            boolean isWhole = stop < end;
            at = isWhole ? stop + 1 : stop;
            if (isWhole) {
                number++;
                trim();
                return true;
            }
        }
    }

    private void add(int count) {
        int room = LONGEST - length;
        tooLong |= count > room;
        int taken = Math.min(count, room);
        if (length + taken > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + taken));
        }
        System.arraycopy(block, at, line, length, taken);
        length += taken;
    }

    private void trim() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    /** Gives the line again when the next is asked for. */
    void pushBack() {
        pushedBack = true;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Returns the number of the line, from 1 on. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    boolean startsWith(String text) {
        if (length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (line[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
