package io.portolan.cli;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/**
 * Rows of text in columns that are as wide as they need to be, or narrower and wrapped to fit a terminal. A row can have
 * a detail, which stands below it across all columns; headings part the rows.
 */
final class Table {
    private static final int GAP = 2;
    private static final String INDENT = "    ";

    private final List<String> titles;
    private final List<Line> lines = new ArrayList<>();
    /** The cells of each row, titles first, for measuring. */
    private final List<List<String>> rows = new ArrayList<>();

    private interface Line {
        void print(StringBuilder text, int width, int[] widths);
    }

    Table(String... titles) {
        this.titles = List.of(titles);
        add(this.titles);
    }

    void add(List<String> cells) {
        rows.add(cells);
        lines.add((text, width, widths) -> row(text, cells, widths));
    }

    /** Adds a text below the last row, indented. */
    void addDetail(String detail) {
        lines.add((text, width, widths) -> wrapped(text, INDENT, detail, width - INDENT.length()));
    }

    /** Adds a line across all columns, with a blank line before it. */
    void addHeading(String heading) {
        lines.add((text, width, widths) -> wrapped(text.append('\n'), "", heading, width));
    }

    /** Returns the table, with no line longer than the width unless a word is. */
    String format(int width) {
        int[] widths = widths(width);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            line.print(text, width, widths);
        }
        return text.toString();
    }

    private static void wrapped(StringBuilder text, String indent, String paragraph, int width) {
        for (String line : wrap(paragraph, width)) {
            text.append(indent).append(line).append('\n');
        }
    }

    private static void row(StringBuilder text, List<String> cells, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(wrap(cells.get(i), widths[i]));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                row.append(Strings.padEnd(part, widths[i] + GAP, ' '));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
    }

    private static List<String> wrap(String text, int width) {
        return Splitter.on('\n').splitToList(WordUtils.wrap(text, width, "\n", false));
    }

    /**
     * Starts with what the cells need, and wraps between words while a row does not fit. A word stays whole even if that makes
     * the row too wide: half an identifier is none.
     */
    private int[] widths(int width) {
        int[] widths = new int[titles.size()];
        int[] longestWords = new int[widths.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
                for (String word : Splitter.on(' ').split(row.get(i))) {
                    longestWords[i] = Math.max(longestWords[i], word.length());
                }
            }
        }
        shrink(widths, longestWords, width);
        return widths;
    }

    /** Takes from the widest column that still may give, again and again, until a row fits. */
    private static void shrink(int[] widths, int[] narrowest, int width) {
        int total = GAP * (widths.length - 1);
        for (int columnWidth : widths) {
            total += columnWidth;
        }
        while (total > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > narrowest[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }
}
