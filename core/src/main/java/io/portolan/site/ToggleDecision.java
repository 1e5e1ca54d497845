package io.portolan.site;

import io.portolan.catalog.Toggle;
import org.immutables.value.Value;

/** The decision whether a site has a feature; see {@link Decision#of(Toggle)}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class ToggleDecision extends Decision<Boolean> {
    ToggleDecision() {}

    /**
     * Returns the feature.
     *
     * @return the feature
     */
    @Value.Parameter
    public abstract Toggle toggle();

    @Override
    public String id() {
        return toggle().id();
    }

    @Override
    public String statement() {
        return toggle().statement();
    }

    @Override
    public String allowed() {
        return "yes or no";
    }

    @Override
    void check(Boolean enabled) {}

    @Override
    String text(Boolean enabled) {
        return enabled ? "yes" : "no";
    }

    @Override
    public String toString() {
        return id();
    }
}
