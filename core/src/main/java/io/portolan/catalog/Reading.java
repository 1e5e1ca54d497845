package io.portolan.catalog;

import org.immutables.value.Value;

/** What one document says at one place, as one side of an {@link Erratum}. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Reading {
    Reading() {}

    /**
     * Returns a reading.
     *
     * @param citation the place
     * @param says what the document says there, or leaves out, in our words
     * @return the reading
     */
    public static Reading of(Citation citation, String says) {
        return ImmutableReading.of(citation, says);
    }

    /**
     * Returns the place.
     *
     * @return the citation
     */
    @Value.Parameter
    public abstract Citation citation();

    /**
     * Returns what the document says there, or leaves out.
     *
     * @return a short sentence
     */
    @Value.Parameter
    public abstract String says();

    /** Returns the place and what it says in one line. */
    @Override
    public String toString() {
        return citation() + ": " + says();
    }
}
