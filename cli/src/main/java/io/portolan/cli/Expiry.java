package io.portolan.cli;

import io.portolan.sitefile.ApprovedDecision;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;

/** Tells which approvals have expired, and which are due for review. */
final class Expiry {
    private Expiry() {}

    /** Tells it, a line each, and returns whether one has expired. */
    static boolean tell(List<ApprovedDecision> decisions, LocalDate asOf, CommandLine command) {
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        boolean expired = false;
        for (ApprovedDecision decision : decisions) {
            if (decision.approval().isExpired(asOf)) {
                expired = true;
                err.println(name + ": " + Portolan.line("expired: " + decision));
            } else if (decision.approval().isDueForReview(asOf)) {
                err.println(name + ": " + Portolan.line("due for review: " + decision));
            }
        }
        err.flush();
        return expired;
    }
}
