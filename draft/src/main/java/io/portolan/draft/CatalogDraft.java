package io.portolan.draft;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;

/**
 * A draft of a catalog: the class, its ledger, and the list of what a person must decide.
 *
 * <pre>{@code
 * CatalogDraft draft = CatalogDraft.fromMarkdown(text, layout, title);
 * draft.javaSource();   // compiles; its flows are those of the ledger
 * draft.ledger();       // one line a flow
 * draft.undecided();    // one entry for each row with a doubt, and for each table that was passed over
 * }</pre>
 *
 * <p>A row that is not understood whole has no flows in the class: footnotes, "or", ranges that may be dynamic and the like
 * are flagged, never decided. A footnote or merged cell that leaves the ports as they are flags the row and keeps its flows.
 */
public final class CatalogDraft {
    private final DraftTitle title;
    private final ImmutableList<DraftedRow> rows;
    private final ImmutableList<String> passedOver;

    private CatalogDraft(DraftTitle title, ImmutableList<DraftedRow> rows, ImmutableList<String> passedOver) {
        this.title = title;
        this.rows = rows;
        this.passedOver = passedOver;
    }

    /**
     * Reads the tables of a Markdown document, in the notation of GitHub or as HTML within it.
     *
     * @param markdown the text of the document
     * @param layout what the columns of its tables say
     * @param title the names that the draft bears
     * @return the draft
     * @throws IllegalArgumentException if no table has the columns
     */
    public static CatalogDraft fromMarkdown(String markdown, TableLayout layout, DraftTitle title) {
        return of(MarkdownTables.read(markdown), layout, title);
    }

    /**
     * Reads the tables of an HTML document.
     *
     * @param html the text of the document
     * @param layout what the columns of its tables say
     * @param title the names that the draft bears
     * @return the draft
     * @throws IllegalArgumentException if no table has the columns
     */
    public static CatalogDraft fromHtml(String html, TableLayout layout, DraftTitle title) {
        return of(HtmlTables.read(html), layout, title);
    }

    private static CatalogDraft of(ImmutableList<DocumentTable> tables, TableLayout layout, DraftTitle title) {
        ImmutableList.Builder<DraftedRow> rows = ImmutableList.builder();
        ImmutableList.Builder<String> passedOver = ImmutableList.builder();
        Map<String, Integer> numbers = new HashMap<>();
        for (DocumentTable table : tables) {
            ImmutableList<String> missing = layout.columns().stream()
                    .filter(column -> RowReader.indexOf(table, column) < 0)
                    .collect(ImmutableList.toImmutableList());
            if (!missing.isEmpty()) {
                passedOver.add(
                        table.heading() + ": the table with the columns " + table.columns() + " has no " + missing);
                continue;
            }
            for (ImmutableList<Cell> row : table.rows()) {
                rows.add(RowReader.read(table, layout, row, numbers.merge(table.heading(), 1, Integer::sum)));
            }
        }
        ImmutableList<DraftedRow> read = rows.build();
        checkArgument(
                !read.isEmpty(),
                "no table with rows has the columns %s; the document has %s",
                layout.columns(),
                tables.isEmpty() ? "no tables" : passedOver.build());
        return new CatalogDraft(title, read, passedOver.build());
    }

    /**
     * Returns how many rows were read.
     *
     * @return the rows of all tables that have the columns
     */
    public int rowCount() {
        return rows.size();
    }

    /**
     * Returns how many rows have flows and no doubt.
     *
     * @return a part of the rows
     */
    public int clearCount() {
        return (int) rows.stream().filter(row -> row.doubts().isEmpty()).count();
    }

    /**
     * Returns how many rows have flows, and a doubt beside them.
     *
     * @return a part of the rows
     */
    public int flaggedCount() {
        return (int) rows.stream()
                .filter(row -> !row.doubts().isEmpty() && !row.flows().isEmpty())
                .count();
    }

    /**
     * Returns how many rows have no flows, because something stands in the way.
     *
     * @return a part of the rows
     */
    public int undecidedCount() {
        return rowCount() - clearCount() - flaggedCount();
    }

    /**
     * Returns the class.
     *
     * @return Java source, of which the purposes are still to be written
     */
    public String javaSource() {
        return new DraftClass(title, rows).source();
    }

    /**
     * Returns the ledger.
     *
     * @return one line for each flow, under the heading of its table
     */
    public String ledger() {
        return DraftLedger.of(title, rows);
    }

    /**
     * Returns what a person must decide.
     *
     * @return Markdown: each row with a doubt, what it says and what the doubt is, and the tables that were passed over
     */
    public String undecided() {
        StringBuilder text = new StringBuilder("# To be decided: ")
                .append(title.catalogTitle())
                .append("\n\n")
                .append(rowCount() + " rows: " + clearCount() + " clear, " + flaggedCount() + " drafted with a doubt, "
                        + undecidedCount() + " without flows until somebody decides.\n")
                .append("Every flow still needs a purpose in words of your own, and whether it is required.\n");
        String heading = "";
        for (DraftedRow row : rows) {
            if (row.doubts().isEmpty()) {
                continue;
            }
            if (!row.heading().equals(heading)) {
                heading = row.heading();
                text.append("\n## ").append(heading).append("\n\n");
            }
            text.append("- row ").append(row.number());
            text.append(row.flows().isEmpty() ? ", without flows: " : ", drafted: ");
            text.append(String.join(" | ", row.cells()).stripTrailing()).append('\n');
            row.doubts().forEach(doubt -> text.append("  - ").append(doubt).append('\n'));
        }
        if (!passedOver.isEmpty()) {
            text.append("\n## Tables that were passed over\n\n");
            passedOver.forEach(table -> text.append("- ").append(table).append('\n'));
        }
        return text.toString();
    }
}
