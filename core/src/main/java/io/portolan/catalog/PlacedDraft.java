package io.portolan.catalog;

import com.google.common.collect.ImmutableList;

/** A draft with the place of its row, if it stands in one, which comes before the places that the draft cites itself. */
final class PlacedDraft {
    private final FlowDraft draft;
    private final ImmutableList<Citation> place;

    PlacedDraft(FlowDraft draft, ImmutableList<Citation> place) {
        this.draft = draft;
        this.place = place;
    }

    ImmutableList<Flow> build(String catalogId) {
        return draft.build(catalogId, place);
    }
}
