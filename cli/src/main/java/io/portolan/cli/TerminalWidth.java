package io.portolan.cli;

import com.google.common.primitives.Ints;
import picocli.CommandLine.Model.CommandSpec;

/** How many characters a line of output may have. */
final class TerminalWidth {
    private static final int NARROWEST = 80;

    private TerminalWidth() {}

    /** Returns what {@code COLUMNS} says, else the width of the terminal, and at least 80. */
    static int detect() {
        String columns = System.getenv("COLUMNS");
        Integer said = columns == null ? null : Ints.tryParse(columns);
        int width = said != null
                ? said
                : CommandSpec.create().usageMessage().autoWidth(true).width();
        return Math.max(NARROWEST, width);
    }
}
