package io.portolan.catalog;

import com.google.common.collect.ImmutableList;

/** A section of a document, with its rows, so that a catalog reads like its document. */
public final class Section {
    private final ImmutableList<PlacedDraft> drafts;

    private Section(ImmutableList<PlacedDraft> drafts) {
        this.drafts = drafts;
    }

    /**
     * Returns a section.
     *
     * @param document the document
     * @param heading the headings that lead to the section, from the outside in, joined by {@code " > "}
     * @param rows its rows, in its order
     * @return the section
     */
    public static Section section(Document document, String heading, Row... rows) {
        ImmutableList.Builder<PlacedDraft> drafts = ImmutableList.builder();
        for (Row row : rows) {
            drafts.addAll(row.placedIn(document, heading));
        }
        return new Section(drafts.build());
    }

    ImmutableList<PlacedDraft> drafts() {
        return drafts;
    }
}
