package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.Target;
import io.portolan.firewall.WindowsFirewallReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that are made from the catalogs, and the schema of what programs read. */
class DocsTest {
    private static final Path DOCS = Path.of("..", "docs");

    private static Stream<String> catalogs() {
        return Catalogs.all().catalogs().stream().map(Catalog::id);
    }

    /** To renew the documents, run with {@code -Dgolden.update=true} and read the difference. */
    @ParameterizedTest
    @MethodSource("catalogs")
    void everyCatalogHasItsMatrix(String catalog) throws IOException {
        Path matrix = DOCS.resolve("catalogs").resolve(catalog + ".md");
        String export = Run.portolan("export", catalog, "--format", "markdown").out();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(matrix, export, UTF_8);
        }
        assertThat(export).isEqualTo(Files.readString(matrix, UTF_8));
    }

    @Test
    void everyMatrixHasItsCatalog() throws IOException {
        assumeFalse(Boolean.getBoolean("golden.update"), "the matrices are being written");
        try (Stream<Path> files = Files.list(DOCS.resolve("catalogs"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            catalogs().map(id -> id + ".md").toList());
        }
    }

    @Test
    void everyKindOfFirewallIsExplained() throws IOException {
        String text = Files.readString(DOCS.resolve("firewalls.md"), UTF_8);
        for (Target target : Target.values()) {
            assertThat(text).containsPattern("(?m)^\\| `" + target.id() + "` \\|");
            assertThat(text).containsPattern("(?m)^### .*`" + target.id() + "`");
        }
        for (FirewallListing listing : FirewallListing.values()) {
            assertThat(text).containsPattern("(?m)^\\| `" + listing.id() + "` \\|");
            assertThat(text).containsPattern("(?m)^- \\*\\*`" + listing.id() + "`|and \\*\\*`" + listing.id() + "`");
        }
    }

    /** The script is there to be fetched without Java. */
    @Test
    void theScriptForWindowsIsThatOfTheReader() throws IOException {
        Path script = DOCS.resolve("portolan-windows-rules.ps1");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(script, WindowsFirewallReader.script(), UTF_8);
        }
        assertThat(WindowsFirewallReader.script()).isEqualTo(Files.readString(script, UTF_8));
    }

    private static List<Error> validate(String json) throws IOException {
        return Schemas.of("export.schema.json").validate(json, InputFormat.JSON);
    }

    @Test
    void theSchemaOfTheSiteFileIsOfTheseCatalogs() throws IOException {
        Path schema = DOCS.resolve("site.schema.json");
        String printed = Run.portolan("schema").out();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(schema, printed, UTF_8);
        }
        assertThat(printed).isEqualTo(Files.readString(schema, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void everyExportIsAsTheSchemaSays(String catalog) throws IOException {
        assertThat(validate(Run.portolan("export", catalog, "--format", "json").out()))
                .isEmpty();
        assertThat(validate(Run.portolan("flows", catalog, "--format", "json").out()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"protocol\" : \"tcp\" -> \"protocol\" : \"TCP\"",
                "\"ports\" : \"3389\" -> \"ports\" : \"3389-\"",
                "\"necessity\" : \"required\" -> \"necessity\" : \"needed\"",
                "\"cast\" : \"unicast\" -> \"cast\" : 1",
                "\"asOf\" : \"2026-02-12\" -> \"asOf\" : \"today\"",
                "\"purpose\" : -> \"reason\" :",
                "\"default\" : 3389 -> \"default\" : 70000",
            })
    void schemaRefusesWhatNoExportSays(String change) throws IOException {
        String[] parts = change.split(" -> ", -1);
        String export = Run.portolan("export", "rds", "--format", "json").out();
        assertThat(export).contains(parts[0]);
        assertThat(validate(export.replace(parts[0], parts[1]))).isNotEmpty();
    }
}
