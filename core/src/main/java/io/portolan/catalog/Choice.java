package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A feature of which a site has exactly one of several forms, such as the mode of a gateway.
 *
 * @param <O> the enum of the forms
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class Choice<O extends Enum<O> & FeatureOption> implements Feature {
    Choice() {}

    /**
     * Returns a choice without a documented default.
     *
     * @param <O> the enum of the forms
     * @param id the stable identifier
     * @param statement what is chosen, without a full stop, such as "the database"
     * @param citation where the document speaks of it
     * @param options the enum, with two constants or more
     * @return the feature
     * @throws IllegalArgumentException if the identifier is malformed or there are fewer than two options
     */
    public static <O extends Enum<O> & FeatureOption> Choice<O> of(
            String id, String statement, Citation citation, Class<O> options) {
        return ImmutableChoice.of(
                id, statement, citation, ImmutableList.copyOf(options.getEnumConstants()), Optional.empty());
    }

    /**
     * Returns a choice with a documented default.
     *
     * @param <O> the enum of the forms
     * @param id the stable identifier
     * @param statement what is chosen, without a full stop, such as "the database"
     * @param citation where the document speaks of it
     * @param defaultOption what the document says holds unless changed; the enum has two constants or more
     * @return the feature
     * @throws IllegalArgumentException if the identifier is malformed or there are fewer than two options
     */
    public static <O extends Enum<O> & FeatureOption> Choice<O> of(
            String id, String statement, Citation citation, O defaultOption) {
        return ImmutableChoice.of(
                id,
                statement,
                citation,
                ImmutableList.copyOf(defaultOption.getDeclaringClass().getEnumConstants()),
                Optional.of(defaultOption));
    }

    @Override
    @Value.Parameter
    public abstract String id();

    @Override
    @Value.Parameter
    public abstract String statement();

    @Override
    @Value.Parameter
    public abstract Citation citation();

    /**
     * Returns the forms between which the site chooses.
     *
     * @return two or more, in the order of the enum
     */
    @Value.Parameter
    public abstract ImmutableList<O> options();

    /**
     * Returns what holds unless the site says otherwise.
     *
     * @return the documented default, empty where the document gives none
     */
    @Value.Parameter
    public abstract Optional<O> defaultOption();

    @Value.Check
    void check() {
        Ids.check("feature", id());
        Set<String> ids = new HashSet<>();
        for (O option : options()) {
            checkArgument(
                    ids.add(Ids.check("feature option", option.id())),
                    "choice %s has two options with the id %s",
                    id(),
                    option.id());
        }
        checkArgument(options().size() >= 2, "choice %s needs two options or more, but has %s", id(), options());
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id();
    }
}
