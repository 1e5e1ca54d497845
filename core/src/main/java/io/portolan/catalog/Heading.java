package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * A heading of a document, from which everything follows that a catalog takes from below it: its section of flows, the
 * places that flows and settings cite, and the readings of errata.
 *
 * <pre>{@code
 * static final Heading BROKER = DOCUMENT.heading("Remote Desktop Connection Broker (RDCB)");
 *
 * BROKER.section(row(1, ...), row(2, ...))     // flows, each cited by its row
 * BROKER.row(3)                                // a citation
 * BROKER.place("text").says("no port")         // a reading of an erratum
 * }</pre>
 *
 * @param document the document
 * @param text the headings that lead to the place, from the outside in, joined by {@code " > "}
 */
public record Heading(Document document, String text) {
    /**
     * Makes a heading.
     *
     * @param document the document
     * @param text the headings that lead to the place, from the outside in, joined by {@code " > "}
     * @throws IllegalArgumentException if the text is blank
     */
    public Heading {
        checkNotNull(document, "document");
        checkArgument(!text.isBlank(), "a heading of %s is blank", document.id());
    }

    /**
     * Returns a heading below this one.
     *
     * @param inner its text as printed
     * @return the inner heading, whose text begins with that of this one
     */
    public Heading heading(String inner) {
        return new Heading(document, text + " > " + inner);
    }

    /**
     * Returns a row below the heading.
     *
     * @param number the place of the row within its section, from 1
     * @return the citation of "row 1" and so on
     * @throws IllegalArgumentException if the number is below 1
     */
    public Citation row(int number) {
        return place(Row.label(number));
    }

    /**
     * Returns a place below the heading that is no row of a list or table.
     *
     * @param place the place, such as "text" or "note 5"
     * @return the citation
     * @throws IllegalArgumentException if the place is blank
     */
    public Citation place(String place) {
        return new Citation(document, text, place);
    }

    /**
     * Returns the section below the heading.
     *
     * @param rows its rows, in its order
     * @return the section, each of whose flows cites its row
     */
    public Section section(Row... rows) {
        ImmutableList.Builder<PlacedDraft> drafts = ImmutableList.builder();
        for (Row row : rows) {
            drafts.addAll(row.placedBelow(this));
        }
        return new Section(drafts.build());
    }

    /** Returns the identifier of the document and the text in one line. */
    @Override
    public String toString() {
        return document.id() + ": " + text;
    }
}
