package io.portolan.firewall.windows;

import com.google.common.base.Joiner;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reasons why a rule may match less than it says. */
final class Uncertainties {
    private final List<String> reasons = new ArrayList<>();

    void add(String reason) {
        reasons.add(reason);
    }

    Optional<String> all() {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(Joiner.on("; ").join(reasons));
    }

    /** Returns values of a listing as they can be shown. */
    static String quote(List<String> values) {
        return Excerpts.quote(Joiner.on(", ").join(values));
    }
}
