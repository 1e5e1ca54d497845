package io.portolan.contract;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The facts of a document, as a person read them and wrote them down, one line for each.
 *
 * <pre>
 * [Servers]
 * 1 | internet | front-end | https | tcp 443 | required
 * 2 | front-end | database | postgresql | tcp 5432 (database-port) | conditional cached
 * text | front-end | database | postgresql | also
 * </pre>
 *
 * <p>A heading in brackets begins a section. A line has the row or another place, the source, the destination, the service,
 * the traffic, and the necessity with its conditions. Traffic is followed by the setting that decides the port in
 * parentheses, by the cast unless it is unicast, and by "answered from" and ports where answers come from other ports. A
 * line that ends with "also" is another place that speaks of a flow which stands elsewhere. Lines that begin with # are
 * comments.
 */
final class Ledger {
    private final ImmutableList.Builder<String> facts = ImmutableList.builder();
    private final ImmutableList.Builder<String> remarks = ImmutableList.builder();

    private Ledger() {}

    static Ledger read(Class<?> besides, String name) {
        Ledger ledger = new Ledger();
        String section = "";
        int number = 0;
        for (String line : lines(besides, name)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1);
            } else {
                ledger.add(section, Splitter.on(" | ").trimResults().splitToList(line), name + ", line " + number);
            }
        }
        return ledger;
    }

    private void add(String section, List<String> cells, String place) {
        boolean remark = cells.size() == 5 && cells.get(4).equals("also");
        if (!remark && cells.size() != 6) {
            throw new AssertionError(place + ": expected row, source, destination, service, traffic and necessity, or"
                    + " row, source, destination, service and \"also\"; found " + cells);
        }
        String row = cells.get(0).matches("\\d+") ? "row " + cells.get(0) : cells.get(0);
        String fact = section + ", " + row + " | " + String.join(" | ", cells.subList(1, remark ? 4 : 6));
        (remark ? remarks : facts).add(fact);
    }

    /** Returns the facts, in the order of the ledger. */
    ImmutableList<String> facts() {
        return facts.build();
    }

    /** Returns the places that speak again of a flow. */
    ImmutableList<String> remarks() {
        return remarks.build();
    }

    /** Returns the lines of a resource beside a test. */
    static ImmutableList<String> lines(Class<?> besides, String name) {
        try {
            return Resources.readLines(Resources.getResource(besides, name), UTF_8).stream()
                    .map(String::strip)
                    .collect(toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
