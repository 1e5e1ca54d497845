package io.portolan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * CSV as the command prints it: by RFC 4180, with a line of column names.
 *
 * <p>Spreadsheets calculate cells that begin with certain characters. What firewalls and files list can begin with them, so
 * such a cell gets an apostrophe in front.
 */
final class CsvText {
    /** What formulas begin with, also in full width. */
    private static final String FORMULAS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final String CONTROLS = "\t\r\n";

    private CsvText() {}

    /**
     * Returns a CSV document.
     *
     * @param columns the names of the columns
     * @param lines the cells of each line, as many as there are columns
     * @return the document; each line ends with carriage return and line feed
     */
    static String of(List<String> columns, List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(new String[0]))
                .get();
        try (CSVPrinter csv = new CSVPrinter(text, format)) {
            for (List<String> line : lines) {
                csv.printRecord(line.stream().map(CsvText::inert).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder throws none
        }
        return text.toString();
    }

    /** Returns a cell that no spreadsheet takes for a formula, whatever blanks it begins with. */
    private static String inert(String cell) {
        String visible = cell.stripLeading();
        boolean isFormula = !visible.isEmpty() && FORMULAS.indexOf(visible.charAt(0)) >= 0;
        boolean isControl = !cell.isEmpty() && CONTROLS.indexOf(cell.charAt(0)) >= 0;
        return isFormula || isControl ? "'" + cell : cell;
    }
}
