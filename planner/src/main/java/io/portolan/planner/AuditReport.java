package io.portolan.planner;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * What an audit found.
 *
 * @param findings flows in the order of the policy, each met or with what is missing or unknown; then what is too much
 */
public record AuditReport(ImmutableList<Finding> findings) {
    /**
     * Refuses null.
     *
     * @param findings flows in the order of the policy, each met or with what is missing or unknown
     */
    public AuditReport {
        requireNonNull(findings, "findings");
    }

    /**
     * Returns the findings of one kind.
     *
     * @param kind the kind
     * @return the findings, in their order
     */
    public ImmutableList<Finding> of(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).collect(ImmutableList.toImmutableList());
    }

    /**
     * Tells whether the firewall certainly does exactly what the policy says: every flow is met, and nothing else is open or
     * may be.
     *
     * @return whether every finding is {@link Finding.Kind#MET}
     */
    public boolean isClean() {
        return problems().isEmpty();
    }

    /**
     * Returns what is not as the policy says.
     *
     * @return every finding but those that are {@link Finding.Kind#MET}, in their order
     */
    public ImmutableList<Finding> problems() {
        return findings.stream()
                .filter(finding -> finding.kind() != Finding.Kind.MET)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the findings, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(text.length() == 0 ? "" : "\n").append(finding);
        }
        return text.toString();
    }
}
