package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The schemas in {@code docs}, which may refer to each other. */
final class Schemas {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String ADDRESS = "https://portolan.io/";

    private Schemas() {}

    static Schema of(String file) throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (String name : new String[] {
            "export.schema.json",
            "resolution.schema.json",
            "site.schema.json",
            "policy.schema.json",
            "findings.schema.json",
            "observed-rules.schema.json"
        }) {
            schemas.put(ADDRESS + name, Files.readString(DOCS.resolve(name), UTF_8));
        }
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas))
                .getSchema(SchemaLocation.of(ADDRESS + file));
    }
}
