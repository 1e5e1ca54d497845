package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import io.portolan.planner.Rule;

/**
 * Packets that a rendering allows and no flow asks for.
 *
 * @param rule the packets, without causes
 * @param detail why they are allowed, in words
 */
public record Excess(Rule rule, String detail) {
    /**
     * Refuses null.
     *
     * @param rule the packets, without causes
     * @param detail why they are allowed, in words
     */
    public Excess {
        requireNonNull(rule, "rule");
        requireNonNull(detail, "detail");
    }

    /** Returns rule and detail in one line. */
    @Override
    public String toString() {
        return "excess: " + rule + ": " + detail;
    }
}
