package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * What one document says at one place, as one side of an {@link Erratum}; see {@link Citation#says}.
 *
 * @param citation the place
 * @param says what the document says there, or leaves out, in our words
 */
public record Reading(Citation citation, String says) {
    /**
     * Makes a reading.
     *
     * @param citation the place
     * @param says what the document says there, or leaves out, in our words
     * @throws IllegalArgumentException if it says nothing
     */
    public Reading {
        checkNotNull(citation, "citation");
        checkArgument(!says.isBlank(), "the reading of %s says nothing", citation);
    }

    /** Returns the place and what it says in one line. */
    @Override
    public String toString() {
        return citation + ": " + says;
    }
}
