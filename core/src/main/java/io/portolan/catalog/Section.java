package io.portolan.catalog;

import com.google.common.collect.ImmutableList;

/** A section of a document, with its rows, so that a catalog reads like its document; see {@link Heading#section}. */
public final class Section {
    private final ImmutableList<PlacedDraft> drafts;

    Section(ImmutableList<PlacedDraft> drafts) {
        this.drafts = drafts;
    }

    ImmutableList<PlacedDraft> drafts() {
        return drafts;
    }
}
