package io.portolan.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table in Markdown of what contenders take, the first of which is ours: less is better. */
public final class ResultTable {
    private final String head;
    private final ImmutableList<String> contenders;
    private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

    /**
     * Starts a table.
     *
     * @param head the heads of the columns that say what was measured, joined by {@code " | "}
     * @param contenders the heads of the other columns, ours first
     */
    public ResultTable(String head, List<String> contenders) {
        this.head = head;
        this.contenders = ImmutableList.copyOf(contenders);
    }

    /**
     * Sets a cell.
     *
     * @param row what was measured, in as many columns as the head has
     * @param contender who was measured
     * @param value what it takes
     */
    public void put(String row, String contender, double value) {
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(contender, value);
    }

    /** Returns the table, with a last column that divides ours by the least of the others. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("| ").append(head).append(" |");
        contenders.forEach(contender -> text.append(' ').append(contender).append(" |"));
        text.append(" ours / best other |\n|");
        text.append("---|".repeat(head.split(" \\| ", -1).length));
        text.append("--:|".repeat(contenders.size() + 1)).append('\n');
        rows.forEach((row, values) -> append(text, row, values));
        return text.toString();
    }

    private void append(StringBuilder text, String row, Map<String, Double> values) {
        text.append("| ").append(row).append(" |");
        double ours = Double.NaN;
        double best = Double.POSITIVE_INFINITY;
        for (String contender : contenders) {
            double value = values.getOrDefault(contender, Double.NaN);
            text.append(' ').append(number(value)).append(" |");
            if (contender.equals(contenders.get(0))) {
                ours = value;
            } else if (value < best) {
                best = value;
            }
        }
        text.append(String.format(Locale.ROOT, " %.3g |%n", ours / best));
    }

    /** Returns a number with three digits that count. */
    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }
}
