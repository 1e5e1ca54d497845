package io.portolan.catalog;

import java.util.Optional;
import org.immutables.value.Value;

/** A feature that a site has or has not, such as "RD Web Access is deployed". */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class Toggle implements Feature {
    Toggle() {}

    /**
     * Returns a feature without a documented default.
     *
     * @param id the stable identifier
     * @param statement what is true of a site that has it, without a full stop
     * @param citation where the document speaks of it
     * @return the feature
     * @throws IllegalArgumentException if the identifier is malformed
     */
    public static Toggle of(String id, String statement, Citation citation) {
        return ImmutableToggle.of(id, statement, citation, Optional.empty());
    }

    /**
     * Returns a feature with a documented default.
     *
     * @param id the stable identifier
     * @param statement what is true of a site that has it, without a full stop
     * @param citation where the document speaks of it
     * @param enabledByDefault what the document says holds unless changed
     * @return the feature
     * @throws IllegalArgumentException if the identifier is malformed
     */
    public static Toggle of(String id, String statement, Citation citation, boolean enabledByDefault) {
        return ImmutableToggle.of(id, statement, citation, Optional.of(enabledByDefault));
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
     * Returns what holds unless the site says otherwise.
     *
     * @return the documented default, empty where the document gives none
     */
    @Value.Parameter
    public abstract Optional<Boolean> enabledByDefault();

    @Value.Check
    void check() {
        Ids.check("feature", id());
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id();
    }
}
