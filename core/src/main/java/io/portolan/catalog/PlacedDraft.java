package io.portolan.catalog;

import com.google.common.collect.ImmutableList;

/** A draft with the place of its row, if it stands in one, which comes before the places that the draft cites itself. */
record PlacedDraft(FlowDraft draft, ImmutableList<Citation> place) {
    ImmutableList<Flow> build(String catalogId) {
        return draft.build(catalogId, place);
    }
}
