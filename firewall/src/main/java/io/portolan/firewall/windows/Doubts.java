package io.portolan.firewall.windows;

import com.google.common.base.Joiner;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a rule could not be understood. */
final class Doubts {
    private final List<String> doubts = new ArrayList<>();

    void add(String doubt) {
        doubts.add(doubt);
    }

    Optional<String> all() {
        return doubts.isEmpty() ? Optional.empty() : Optional.of(Joiner.on("; ").join(doubts));
    }

    /** Returns values of a listing as they can be shown. */
    static String quote(List<String> values) {
        return Excerpts.quote(Joiner.on(", ").join(values));
    }
}
