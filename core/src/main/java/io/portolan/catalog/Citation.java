package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import org.immutables.value.Value;

/** The place in a document that states something: document, section and row. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class Citation {
    Citation() {}

    /**
     * Returns a citation.
     *
     * @param document the document
     * @param section the headings that lead to the place, from the outside in, joined by {@code " > "}
     * @param row the place within the section, such as "row 2" or "text"
     * @return the citation
     * @throws IllegalArgumentException if section or row is blank
     */
    public static Citation of(Document document, String section, String row) {
        return ImmutableCitation.of(document, section, row);
    }

    /**
     * Returns the document.
     *
     * @return the document
     */
    @Value.Parameter
    public abstract Document document();

    /**
     * Returns the section.
     *
     * @return the headings that lead to the place, from the outside in, joined by {@code " > "}
     */
    @Value.Parameter
    public abstract String section();

    /**
     * Returns the place within the section.
     *
     * @return a place, such as "row 2" or "text"
     */
    @Value.Parameter
    public abstract String row();

    @Value.Check
    void check() {
        checkArgument(
                !section().isBlank() && !row().isBlank(),
                "a citation of %s names no place",
                document().id());
    }

    /** Returns the identifier of the document, the section and the row in one line. */
    @Override
    public String toString() {
        return document().id() + ": " + section() + ", " + row();
    }
}
