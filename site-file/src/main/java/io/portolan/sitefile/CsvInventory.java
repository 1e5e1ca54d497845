package io.portolan.sitefile;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.portolan.internal.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads inventories in CSV. */
final class CsvInventory {
    private static final String NAME = "name";
    private static final String ADDRESSES = "addresses";
    private static final String GROUPS = "groups";
    private static final Splitter ITEMS =
            Splitter.on(CharMatcher.anyOf("; \t")).trimResults().omitEmptyStrings();

    private CsvInventory() {}

    static List<InventoryHost> hosts(String file, String text) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<InventoryHost> hosts = new ArrayList<>();
        Problems problems = new Problems();
        try (CSVParser lines = CSVParser.parse(text, format)) {
            List<String> columns = lines.getHeaderNames();
            if (!columns.contains(NAME) || !columns.contains(ADDRESSES)) {
                throw error(
                        file,
                        1,
                        "expected a header with the columns name and addresses, and groups if there are any,"
                                + " but found " + columns);
            }
            for (CSVRecord line : lines) {
                int number = Math.toIntExact(lines.getCurrentLineNumber());
                problems.made(() -> host(file, number, columns, line)).ifPresent(hosts::add);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw error(file, 1, "is not CSV: " + Shown.plain(String.valueOf(e.getMessage())));
        }
        problems.finish();
        return hosts;
    }

    private static InventoryHost host(String file, int number, List<String> columns, CSVRecord line) {
        if (!line.isConsistent()) {
            throw error(file, number, "expected " + columns.size() + " values, but found " + line.size());
        }
        if (line.get(NAME).isBlank()) {
            throw error(file, number, "a host has no name");
        }
        List<String> groups = new ArrayList<>();
        for (String column : columns) {
            String value = line.get(column);
            if (column.equals(GROUPS)) {
                groups.addAll(ITEMS.splitToList(value));
            } else if (!column.equals(NAME) && !column.equals(ADDRESSES) && !value.isBlank()) {
                groups.add(column + "=" + value);
            }
        }
        return new InventoryHost(
                line.get(NAME),
                ImmutableList.copyOf(ITEMS.splitToList(line.get(ADDRESSES))),
                ImmutableList.copyOf(groups));
    }

    private static InvalidFileException error(String file, int line, String message) {
        return new InvalidFileException(
                new FileProblem(file, Optional.of(new FilePosition(file, Math.max(1, line), 1, "")), message));
    }
}
