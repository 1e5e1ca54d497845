package io.portolan.configmgr;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The facts of the article, as read by a person and kept in {@code configmgr-ledger.txt}. */
final class Ledger {
    /** One fact: where it stands and what it says. */
    record Fact(
            String section,
            String place,
            String source,
            String destination,
            String service,
            String traffic,
            String necessity) {}

    /** One place that speaks again of a flow that stands elsewhere. */
    record Remark(String section, String place, String source, String destination, String service) {}

    private final ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    private final ImmutableList.Builder<Remark> remarks = ImmutableList.builder();

    private Ledger() {}

    static ImmutableList<Fact> facts() {
        return read().facts.build();
    }

    static ImmutableList<Remark> remarks() {
        return read().remarks.build();
    }

    private static Ledger read() {
        Ledger ledger = new Ledger();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else {
                ledger.add(section, Splitter.on(" | ").splitToList(line));
            }
        }
        return ledger;
    }

    private void add(String section, List<String> cells) {
        String place = cells.get(0).matches("\\d+") ? "row " + cells.get(0) : cells.get(0);
        if (cells.get(4).equals("also")) {
            remarks.add(new Remark(section, place, cells.get(1), cells.get(2), cells.get(3)));
        } else {
            facts.add(new Fact(section, place, cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
        }
    }

    private static ImmutableList<String> lines() {
        try {
            return Resources.readLines(Resources.getResource(Ledger.class, "/configmgr-ledger.txt"), UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
