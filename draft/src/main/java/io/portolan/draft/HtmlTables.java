package io.portolan.draft;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the tables of an HTML document. A cell that spans rows or columns stands in each of them, marked as merged. */
final class HtmlTables {
    /** More columns or rows than a table for people has: what spans more is cut, so that no number makes memory run out. */
    private static final int WIDEST_SPAN = 1000;

    private HtmlTables() {}

    static ImmutableList<DocumentTable> read(String html) {
        Headings headings = new Headings();
        ImmutableList.Builder<DocumentTable> tables = ImmutableList.builder();
        for (Element element : Jsoup.parse(html).body().select("h1, h2, h3, h4, h5, h6, table")) {
            if (!element.normalName().equals("table")) {
                headings.enter(element.normalName().charAt(1) - '0', element.text());
            } else if (element.select("table").size() == 1) { // one that holds others is a frame around them
                tables.add(table(headings.path(), element));
            }
        }
        return tables.build();
    }

    private static DocumentTable table(String heading, Element table) {
        List<List<@Nullable Cell>> grid = new ArrayList<>();
        int at = 0;
        for (Element row : table.select("tr")) {
            int column = 0;
            for (Element cell : row.children()) {
                while (at(grid, at, column) != null) {
                    column++;
                }
                int rows = span(cell, "rowspan");
                int columns = span(cell, "colspan");
                Cell read = cell(cell, rows > 1 || columns > 1);
                for (int down = 0; down < rows; down++) {
                    for (int right = 0; right < columns; right++) {
                        set(grid, at + down, column + right, read);
                    }
                }
                column += columns;
            }
            at++;
        }
        return withFirstRowAsColumns(heading, grid.subList(0, Math.min(at, grid.size())));
    }

    private static DocumentTable withFirstRowAsColumns(String heading, List<List<@Nullable Cell>> grid) {
        ImmutableList.Builder<String> columns = ImmutableList.builder();
        ImmutableList.Builder<ImmutableList<Cell>> rows = ImmutableList.builder();
        for (int i = 0; i < grid.size(); i++) {
            ImmutableList.Builder<Cell> cells = ImmutableList.builder();
            for (Cell cell : grid.get(i)) {
                Cell present = cell == null ? new Cell("", ImmutableList.of(), false) : cell;
                if (i == 0) {
                    columns.add(present.text());
                } else {
                    cells.add(present);
                }
            }
            if (i > 0) {
                rows.add(cells.build());
            }
        }
        return new DocumentTable(heading, columns.build(), rows.build());
    }

    private static int span(Element cell, String attribute) {
        try {
            return Math.max(
                    1,
                    Math.min(WIDEST_SPAN, Integer.parseInt(cell.attr(attribute).strip())));
        } catch (NumberFormatException e) {
            return 1; // none, or none that a browser would take
        }
    }

    private static @Nullable Cell at(List<List<@Nullable Cell>> grid, int row, int column) {
        return row < grid.size() && column < grid.get(row).size()
                ? grid.get(row).get(column)
                : null;
    }

    private static void set(List<List<@Nullable Cell>> grid, int row, int column, Cell cell) {
        while (grid.size() <= row) {
            grid.add(new ArrayList<>());
        }
        List<@Nullable Cell> cells = grid.get(row);
        while (cells.size() <= column) {
            cells.add(null);
        }
        cells.set(column, cell);
    }

    private static Cell cell(Element element, boolean merged) {
        StringBuilder text = new StringBuilder();
        List<String> marks = new ArrayList<>();
        gather(element, text, marks);
        return Cell.of(text.toString(), marks, merged);
    }

    private static void gather(Element element, StringBuilder text, List<String> marks) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.text());
            } else if (child instanceof Element inner) {
                boolean note = inner.normalName().equals("sup")
                        || (inner.normalName().equals("a") && inner.attr("href").startsWith("#") && text.length() > 0);
                if (note) {
                    marks.add(inner.text());
                } else {
                    text.append(inner.isBlock() || inner.normalName().equals("br") ? " " : "");
                    gather(inner, text, marks);
                }
            }
        }
    }
}
