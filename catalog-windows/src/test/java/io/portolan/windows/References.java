package io.portolan.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The facts of the article as others extracted them, where a copy is at hand; tests that ask for one are skipped else. */
final class References {
    private static final Path SHARED = Path.of("..", "..", "shared");

    private References() {}

    /** Returns what is left of the article's text. */
    static String seed() {
        return read(SHARED.resolve("seeds").resolve("002_707dc908b1b142c7.txt"));
    }

    /** Returns the lines of the service tables: section, logical name, protocol, transport, ports, codes. */
    static ImmutableList<List<String>> services() {
        return table("windows-services.csv");
    }

    /** Returns the lines of the table sorted by port: port, transport, protocol, service. */
    static ImmutableList<List<String>> ports() {
        return table("windows-ports-and-protocols.csv");
    }

    private static ImmutableList<List<String>> table(String file) {
        List<List<String>> lines = new ArrayList<>();
        read(SHARED.resolve("reference").resolve(file)).lines().forEach(line -> lines.add(cells(line)));
        return ImmutableList.copyOf(Iterables.skip(lines, 1));
    }

    /** Splits at commas outside of quotation marks. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String read(Path file) {
        assumeTrue(Files.exists(file), "no copy here of " + file);
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
