package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Why it is not known whether packets get somewhere: reasons, each once, of which few are kept, so that doubts about
 * thousands of rules stay small.
 *
 * @param reasons what was not understood; empty if there is no doubt
 */
record Doubt(ImmutableList<String> reasons) {
    private static final int MOST_REASONS = 12;
    private static final String OTHERS = "and others";

    /** Nothing that was not understood. */
    static final Doubt NONE = new Doubt(ImmutableList.of());

    static Doubt of(String reason) {
        return new Doubt(ImmutableList.of(reason));
    }

    boolean isNone() {
        return reasons.isEmpty();
    }

    /** Returns both doubts; one of the two itself wherever the other adds nothing. */
    Doubt and(Doubt other) {
        if (other.isNone() || isFull() || reasons.equals(other.reasons)) {
            return this;
        }
        if (isNone()) {
            return other;
        }
        Set<String> all = new LinkedHashSet<>(reasons);
        all.addAll(other.reasons);
        if (all.size() == reasons.size()) {
            return this;
        }
        ImmutableList<String> both = ImmutableList.copyOf(all);
        return both.size() <= MOST_REASONS
                ? new Doubt(both)
                : new Doubt(ImmutableList.<String>builder()
                        .addAll(both.subList(0, MOST_REASONS - 1))
                        .add(OTHERS)
                        .build());
    }

    private boolean isFull() {
        return reasons.size() == MOST_REASONS && reasons.get(MOST_REASONS - 1).equals(OTHERS);
    }
}
