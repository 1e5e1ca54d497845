package io.portolan.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a run of the command printed, and its exit status. */
record Run(int status, String out, String err) {
    static Run portolan(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Portolan.run(new PrintWriter(out), new PrintWriter(err), new Plain(), args);
        return new Run(status, out.toString(), err.toString());
    }
}
