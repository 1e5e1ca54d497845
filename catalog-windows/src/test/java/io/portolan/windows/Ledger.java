package io.portolan.windows;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The facts of the article, as read by a person and kept in {@code windows-ledger.txt}. */
final class Ledger {
    /** One fact: where it stands and what it says. */
    record Fact(
            String section,
            String row,
            String source,
            String destination,
            String service,
            String traffic,
            String necessity) {}

    private Ledger() {}

    static ImmutableList<Fact> read() {
        ImmutableList.Builder<Fact> facts = ImmutableList.builder();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                List<String> cells = Splitter.on('|').trimResults().splitToList(line);
                facts.add(new Fact(
                        section, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
            }
        }
        return facts.build();
    }

    private static ImmutableList<String> lines() {
        try {
            return Resources.readLines(Resources.getResource(Ledger.class, "/windows-ledger.txt"), UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
