package io.portolan.cli;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import io.portolan.internal.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command is at, for somebody who waits: one line on standard error that is rewritten, and removed at the end. */
final class Progress implements AutoCloseable {
    private static final int WIDEST = 79;
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final boolean shown;
    private int length;

    Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Tells whether standard error is a terminal. Where the system cannot tell, it is taken for none. */
    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    void say(String step) {
        rewrite(Ascii.truncate("portolan: " + Shown.plain(step), WIDEST, "..."));
    }

    private void rewrite(String line) {
        if (shown) {
            err.print('\r' + Strings.padEnd(line, length, ' '));
            err.flush();
            length = line.length();
        }
    }

    /** Removes the line. */
    @Override
    public void close() {
        if (length > 0) {
            rewrite("");
            err.print('\r');
            err.flush();
        }
    }
}
