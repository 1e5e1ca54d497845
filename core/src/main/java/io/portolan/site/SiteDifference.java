package io.portolan.site;

import java.util.Optional;
import org.immutables.value.Value;

/** A decision that two sites answer differently; see {@link Site#differences}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class SiteDifference {
    SiteDifference() {}

    /**
     * Returns what is decided.
     *
     * @return the decision
     */
    @Value.Parameter
    public abstract Decision<?> decision();

    /**
     * Returns the answer of the site that was asked.
     *
     * @return its answer, empty if it has none
     */
    @Value.Parameter
    public abstract Optional<Answer<?>> before();

    /**
     * Returns the answer of the other site.
     *
     * @return its answer, empty if it has none
     */
    @Value.Parameter
    public abstract Optional<Answer<?>> after();

    /** Returns the decision and both answers, such as {@code rdp-port: 3389 -> 3390}, with {@code ?} for none. */
    @Override
    public String toString() {
        return decision().id() + ": " + text(before()) + " -> " + text(after());
    }

    private static String text(Optional<Answer<?>> answer) {
        return answer.isEmpty() ? "?" : answer.get().text();
    }
}
