package io.portolan.cli;

import com.google.common.primitives.Ints;
import picocli.CommandLine.Model.CommandSpec;

/** What the command needs to know of the terminal that it prints to. */
interface Terminal {
    /** Returns how many characters a line of output may have. */
    int width();

    /** Tells whether a line on standard error may be rewritten. */
    boolean showsProgress();

    /** Returns the terminal of the process, which is asked when it is first needed. */
    static Terminal detect() {
        return new Detected();
    }

    /** The terminal of the process. */
    final class Detected implements Terminal {
        private static final int NARROWEST = 80;

        private Detected() {}

        /** Returns what {@code COLUMNS} says, else the width of the terminal, and at least 80. */
        @Override
        public int width() {
            String columns = System.getenv("COLUMNS");
            Integer said = columns == null ? null : Ints.tryParse(columns);
            int width = said != null
                    ? said
                    : CommandSpec.create().usageMessage().autoWidth(true).width();
            return Math.max(NARROWEST, width);
        }

        @Override
        public boolean showsProgress() {
            return Progress.isTerminal();
        }
    }
}
