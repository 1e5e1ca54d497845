package io.portolan.benchmarks;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws columns of tables over their first column, both by powers of ten, so that what grows evenly is a straight line. */
public final class Chart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int BOTTOM = 340;
    private static final int TOP = 20;
    private static final int RIGHT = 440;
    private static final List<String> COLORS = List.of("#0b5394", "#cc0000", "#38761d", "#b45f06", "#674ea7");

    private final StringBuilder svg = new StringBuilder();
    private double mostX = 10;
    private double mostY = 10;

    private Chart() {}

    /** A line of the chart. */
    private record Line(String title, List<double[]> points) {}

    /**
     * Draws a chart.
     *
     * @param arguments the file to write, then for each line its title, the file of the table, and the head of the column
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i + 2 < arguments.length; i += 3) {
            lines.add(new Line(arguments[i], points(Path.of(arguments[i + 1]), arguments[i + 2])));
        }
        Files.writeString(Path.of(arguments[0]), new Chart().draw(lines));
    }

    private static List<double[]> points(Path table, String head) throws IOException {
        List<double[]> points = new ArrayList<>();
        int column = -1;
        for (String line : Files.readAllLines(table)) {
            List<String> cells = List.of(line.split("\\|", -1));
            for (int i = 0; i < cells.size(); i++) {
                column = cells.get(i).strip().equals(head) ? i : column;
            }
            if (column > 0 && cells.get(column).strip().matches("[0-9][0-9.,]*")) {
                points.add(new double[] {number(cells.get(1)), Math.max(1, number(cells.get(column)))});
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("no column " + head + " with numbers in " + table);
        }
        return points;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.strip().replace(",", ""));
    }

    private String draw(List<Line> lines) {
        for (Line line : lines) {
            for (double[] point : line.points()) {
                mostX = Math.max(mostX, point[0]);
                mostY = Math.max(mostY, point[1]);
            }
        }
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\"><rect width=\"%d\" height=\"%d\" fill=\"white\"/>",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        for (double x = 10; x <= mostX; x *= 10) {
            add("<line x1=\"%1$.0f\" y1=\"%2$d\" x2=\"%1$.0f\" y2=\"%3$d\" stroke=\"#ddd\"/>", x(x), TOP, BOTTOM);
            add("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%,.0f</text>", x(x), BOTTOM + 18, x);
        }
        for (double y = 1; y <= mostY * 10; y *= 10) {
            if (y(y) >= TOP) {
                add("<line x1=\"%1$d\" y1=\"%2$.0f\" x2=\"%3$d\" y2=\"%2$.0f\" stroke=\"#ddd\"/>", LEFT, y(y), RIGHT);
                add("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%,.0f</text>", LEFT - 6, y(y) + 4, y);
            }
        }
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">hosts</text>", (LEFT + RIGHT) / 2, BOTTOM + 38);
        add("<text x=\"%d\" y=\"%d\">milliseconds</text>", 4, TOP - 6);
        for (int i = 0; i < lines.size(); i++) {
            draw(lines.get(i), COLORS.get(i % COLORS.size()), i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void draw(Line line, String color, int number) {
        StringBuilder points = new StringBuilder();
        for (double[] point : line.points()) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(point[0]), y(point[1]), color);
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), color);
        add("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>", RIGHT + 12, TOP + 16 + 20 * number, color, line.title());
    }

    @FormatMethod
    private void add(@FormatString String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(double value) {
        return LEFT + (RIGHT - LEFT) * (Math.log10(value) - 1) / Math.max(1, Math.log10(mostX) - 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.log10(value) / Math.ceil(Math.log10(mostY));
    }
}
