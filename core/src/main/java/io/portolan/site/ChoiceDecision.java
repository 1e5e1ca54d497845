package io.portolan.site;

import static com.google.common.base.Preconditions.checkArgument;

import io.portolan.catalog.Choice;
import io.portolan.catalog.FeatureOption;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * The decision between the forms of a feature; see {@link Decision#of(Choice)}.
 *
 * @param <O> the enum of the forms
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class ChoiceDecision<O extends Enum<O> & FeatureOption> extends Decision<O> {
    ChoiceDecision() {}

    /**
     * Returns the feature.
     *
     * @return the feature
     */
    @Value.Parameter
    public abstract Choice<O> choice();

    @Override
    public String id() {
        return choice().id();
    }

    @Override
    public String statement() {
        return choice().statement();
    }

    @Override
    public String allowed() {
        StringJoiner ids = new StringJoiner(" or ");
        for (O option : choice().options()) {
            ids.add(option.id());
        }
        return ids.toString();
    }

    @Override
    void check(O option) {
        checkArgument(choice().options().contains(option), "%s is no form of %s; expected %s", option, id(), allowed());
    }

    @Override
    String text(O option) {
        return option.id();
    }

    @Override
    public String toString() {
        return id();
    }
}
