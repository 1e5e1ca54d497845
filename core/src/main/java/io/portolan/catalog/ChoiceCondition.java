package io.portolan.catalog;

import java.util.Optional;
import org.immutables.value.Value;

/** The condition that a site chose one form of a feature. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class ChoiceCondition implements Condition {
    ChoiceCondition() {}

    /**
     * Returns the feature.
     *
     * @return the feature
     */
    @Value.Parameter
    public abstract Choice<?> choice();

    /**
     * Returns the form that the condition asks for.
     *
     * @return one of the options of the feature
     */
    @Value.Parameter
    public abstract FeatureOption option();

    @Override
    public Optional<Feature> feature() {
        return Optional.of(choice());
    }

    @Override
    public String phrase() {
        return "if " + choice().statement() + " is " + option().title();
    }

    /** Returns the identifiers of the feature and the form, joined by {@code =}. */
    @Override
    public String toString() {
        return choice().id() + "=" + option().id();
    }
}
