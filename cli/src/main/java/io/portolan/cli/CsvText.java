package io.portolan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as the command prints it: by RFC 4180, with a line of column names. */
final class CsvText {
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
                csv.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringBuilder throws none
        }
        return text.toString();
    }
}
