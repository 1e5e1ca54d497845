package io.portolan.catalog;

import java.util.Optional;
import org.immutables.value.Value;

/** The condition that a site has, or has not, a feature. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class ToggleCondition implements Condition {
    ToggleCondition() {}

    /**
     * Returns the feature.
     *
     * @return the feature
     */
    @Value.Parameter
    public abstract Toggle toggle();

    /**
     * Tells which answer the condition asks for.
     *
     * @return true if the site must have the feature, false if it must not
     */
    @Value.Parameter
    public abstract boolean isEnabled();

    @Override
    public Optional<Feature> feature() {
        return Optional.of(toggle());
    }

    @Override
    public String phrase() {
        return (isEnabled() ? "if " : "unless ") + toggle().statement();
    }

    /** Returns the identifier of the feature, after {@code !} if the site must not have it. */
    @Override
    public String toString() {
        return isEnabled() ? toggle().id() : "!" + toggle().id();
    }
}
