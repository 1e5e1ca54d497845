package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * The place in a document that states something, which a {@link Heading} makes: {@code BROKER.row(3)}.
 *
 * @param document the document
 * @param section the headings that lead to the place, from the outside in, joined by {@code " > "}
 * @param row the place within the section, such as "row 2" or "text"
 */
public record Citation(Document document, String section, String row) {
    /**
     * Makes a citation.
     *
     * @param document the document
     * @param section the headings that lead to the place, from the outside in, joined by {@code " > "}
     * @param row the place within the section, such as "row 2" or "text"
     * @throws IllegalArgumentException if section or row is blank
     */
    public Citation {
        checkNotNull(document, "document");
        checkArgument(!section.isBlank() && !row.isBlank(), "a citation of %s names no place", document.id());
    }

    /** Returns the same place in another edition of the document. */
    Citation in(Document edition) {
        return edition.equals(document) ? this : new Citation(edition, section, row);
    }

    /**
     * Returns what the document says at this place, as one side of an {@link Erratum}.
     *
     * @param says what it says there, or leaves out, in our words
     * @return the reading
     */
    public Reading says(String says) {
        return new Reading(this, says);
    }

    /** Returns the identifier of the document, the section and the row in one line. */
    @Override
    public String toString() {
        return document.id() + ": " + section + ", " + row;
    }
}
