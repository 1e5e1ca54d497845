package io.portolan.sitefile;

import static java.util.Objects.requireNonNull;

import io.portolan.catalog.Approval;

/**
 * Something that a site decided, and who answers for it.
 *
 * @param decision what was decided, such as {@code own flow admin-ssh} or {@code answer rdp-port=3390 of rds}
 * @param approval who answers for it, and until when
 */
public record ApprovedDecision(String decision, Approval approval) {
    /**
     * Refuses null.
     *
     * @param decision what was decided
     * @param approval who answers for it, and until when
     */
    public ApprovedDecision {
        requireNonNull(decision, "decision");
        requireNonNull(approval, "approval");
    }

    /** Returns decision and approval in one line. */
    @Override
    public String toString() {
        return decision + " (" + approval + ")";
    }
}
