package io.portolan.benchmarks.start;

import java.io.File;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The same question to a table in JSON, as a program would keep it without a catalog. */
public final class JsonMain {
    private JsonMain() {}

    /** A row of the table. */
    record Row(String id, String source, String text) {}

    /**
     * Prints the flows.
     *
     * @param arguments the name of the file
     */
    public static void main(String[] arguments) {
        List<Row> rows = new JsonMapper().readValue(new File(arguments[0]), new TypeReference<List<Row>>() {});
        for (Row row : rows) {
            if (row.source().equals("gateway")) {
                System.out.println(row.text());
            }
        }
    }
}
