package io.portolan.catalog;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** A draft with the place of its row, which comes before the places that the draft cites itself. */
final class PlacedDraft {
    private final FlowDraft draft;
    private final @Nullable Citation place;

    PlacedDraft(FlowDraft draft, @Nullable Citation place) {
        this.draft = draft;
        this.place = place;
    }

    ImmutableList<Flow> build(String catalogId) {
        return draft.build(catalogId, place == null ? ImmutableList.of() : ImmutableList.of(place));
    }
}
