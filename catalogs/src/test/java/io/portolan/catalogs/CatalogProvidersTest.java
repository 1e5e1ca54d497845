package io.portolan.catalogs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogSet;
import io.portolan.catalog.SiteInfrastructure;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of others join the front door when somebody asks for them, and only then. */
class CatalogProvidersTest {
    private static final String SERVICE = "META-INF/services/io.portolan.catalog.CatalogProvider";

    @TempDir
    private Path folder;

    /** Compiles a provider of one catalog, as an author without Portolan's sources would. */
    private URLClassLoader loaderOf(String catalogId) throws IOException {
        Path source = folder.resolve("shop").resolve("ShopCatalogs.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
            package shop;

            import static io.portolan.catalog.FlowDraft.flow;
            import static io.portolan.catalog.Row.row;

            import io.portolan.catalog.*;
            import java.time.LocalDate;
            import java.util.List;

            public final class ShopCatalogs implements CatalogProvider {
                enum Role implements ProductRole {
                    FRONT_END;

                    public String title() {
                        return "Front end";
                    }
                }

                public List<Catalog<?>> catalogs() {
                    Document handbook = Document.builder()
                            .id("handbook").title("Handbook").publisher("Shop")
                            .address("https://shop.example").date(LocalDate.of(2026, 3, 1)).build();
                    SiteInfrastructure syslog =
                            SiteInfrastructure.builder().id("syslog-server").title("Syslog server").build();
                    return List.of(Catalog.builder("%s", "Web shop", Role.class)
                            .edition(Edition.builder()
                                    .version("1").asOf(handbook.date()).addDocuments(handbook).build())
                            .section(handbook.heading("Servers").section(row(1, flow(Role.FRONT_END, syslog)
                                    .udp(Service.of("syslog", "Syslog"), 514).purpose("sends its log"))))
                            .build());
                }
            }
            """.formatted(catalogId), UTF_8);
        String jars = Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(out, out, "-proc:none", "-classpath", jars, "-d", folder.toString(), source.toString());
        assertThat(status).as(said.toString()).isZero();
        return loaderThatNames("shop.ShopCatalogs");
    }

    private URLClassLoader loaderThatNames(String provider) throws IOException {
        Path services = folder.resolve(SERVICE);
        Files.createDirectories(services.getParent());
        Files.writeString(services, provider, UTF_8);
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Catalogs.class.getClassLoader());
    }

    @Test
    void catalogsOfOthersComeAfterThoseThatAreShipped() throws IOException {
        try (URLClassLoader loader = loaderOf("shop")) {
            CatalogSet all = Catalogs.all(loader);
            assertThat(all.catalogs().subList(0, Catalogs.all().catalogs().size()))
                    .isEqualTo(Catalogs.all().catalogs());
            assertThat(all.catalogs()).extracting(Catalog::id).endsWith("shop");
            assertThat(all.flowsTo(SiteInfrastructure.builder()
                            .id("syslog-server")
                            .title("A syslog server by another title")
                            .build()))
                    .singleElement()
                    .hasToString(all.flow("shop.front-end.syslog-server.syslog-udp")
                            .orElseThrow()
                            .toString());
            assertThat(Catalogs.all().catalog("shop")).isEmpty();
        }
    }

    @Test
    void loaderWithoutProvidersAddsNothing() {
        assertThat(Catalogs.all(Catalogs.class.getClassLoader()).catalogs())
                .isEqualTo(Catalogs.all().catalogs());
    }

    @Test
    void identifierThatIsTakenIsRefusedWithTheProvider() throws IOException {
        try (URLClassLoader loader = loaderOf("rds")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Catalogs.all(loader))
                    .withMessage(
                            "shop.ShopCatalogs offers the catalog rds, which there is already; expected another id");
        }
    }

    @Test
    void providerThatIsNotThereIsTold() throws IOException {
        try (URLClassLoader loader = loaderThatNames("shop.Nobody")) {
            assertThatExceptionOfType(ServiceConfigurationError.class)
                    .isThrownBy(() -> Catalogs.all(loader))
                    .withMessageContaining("shop.Nobody");
        }
    }
}
