package io.portolan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts measured tables into a document, between the comments that name them. */
public final class Report {
    private Report() {}

    /**
     * Replaces the tables of a document.
     *
     * @param arguments the document, and the files of tables, each called like the comments around its place
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path document = Path.of(arguments[0]);
        String text = Files.readString(document);
        for (String name : List.of(arguments).subList(1, arguments.length)) {
            Path table = Path.of(name);
            text = replace(text, table.getFileName().toString().replace(".md", ""), Files.readString(table));
        }
        Files.writeString(document, text);
    }

    private static String replace(String text, String name, String table) {
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->\n";
        int start = text.indexOf(begin);
        int stop = text.indexOf(end);
        if (start < 0 || stop < start) {
            throw new IllegalArgumentException(
                    "the document has no place for " + name + "; expected " + begin.strip() + " and " + end.strip());
        }
        return text.substring(0, start + begin.length()) + table.stripTrailing() + "\n" + text.substring(stop);
    }
}
