package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/** A row of a document, with the flows that it states. */
public final class Row {
    private final String label;
    private final ImmutableList<FlowDraft> drafts;

    private Row(String label, ImmutableList<FlowDraft> drafts) {
        this.label = label;
        this.drafts = drafts;
    }

    /**
     * Returns a row by its place in the section.
     *
     * @param number the place of the row within its section, from 1
     * @param drafts what it states, in its order
     * @return the row, cited as "row 1" and so on
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Row row(int number, FlowDraft... drafts) {
        return row(label(number), drafts);
    }

    /** Returns how a row is cited, or refuses a number below 1. */
    static String label(int number) {
        checkArgument(number >= 1, "rows count from 1, not from %s", number);
        return "row " + number;
    }

    /**
     * Returns a place that is no row of a list or table.
     *
     * @param label the place, such as "text"
     * @param drafts what it states, in its order
     * @return the row, cited by its label
     */
    public static Row row(String label, FlowDraft... drafts) {
        return new Row(label, ImmutableList.copyOf(drafts));
    }

    /** Returns the drafts, each with the place of this row. */
    ImmutableList<PlacedDraft> placedBelow(Heading heading) {
        ImmutableList<Citation> place = ImmutableList.of(heading.place(label));
        ImmutableList.Builder<PlacedDraft> placed = ImmutableList.builder();
        for (FlowDraft draft : drafts) {
            placed.add(new PlacedDraft(draft, place));
        }
        return placed.build();
    }
}
