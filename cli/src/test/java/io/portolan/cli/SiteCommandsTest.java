package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Catalog;
import io.portolan.catalogs.Catalogs;
import io.portolan.site.OpenQuestions;
import io.portolan.site.Resolution;
import io.portolan.site.ResolvedFlow;
import io.portolan.site.Site;
import io.portolan.sitefile.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands about a site, where golden files do not say it all. */
class SiteCommandsTest {
    private static final String COMPANY = Path.of("..", "site-file", "src", "test", "resources", "site", "company.yaml")
            .toString();

    @TempDir
    private Path folder;

    private static Stream<Catalog<?>> catalogs() {
        return Catalogs.all().catalogs().stream();
    }

    private SiteFile written(String text) throws IOException {
        return SiteFile.read(Files.writeString(folder.resolve("s.yaml"), text, UTF_8));
    }

    /** What becomes of each flow, but for the reasons. */
    private static List<String> outcome(Resolution resolution) {
        List<String> outcome = new ArrayList<>();
        for (ResolvedFlow flow : resolution.flows()) {
            outcome.add(flow.flow().id() + " " + flow.transport() + " " + flow.replyPorts());
        }
        resolution.ruledOut().forEach(flow -> outcome.add(flow.flow().id() + " ruled out"));
        resolution.waiting().forEach(flow -> outcome.add(flow.toString()));
        return outcome;
    }

    private static List<String> deployments(String... args) {
        Run run = Run.portolan(args);
        assertThat(run.err()).isEmpty();
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .distinct()
                .toList();
    }

    @Nested
    class Init {
        @ParameterizedTest
        @MethodSource("io.portolan.cli.SiteCommandsTest#catalogs")
        void saysNothingThatTheDocumentsDoNot(Catalog<?> catalog) throws IOException {
            Site site = written(Run.portolan("init", catalog.id()).out())
                    .deployments()
                    .get(0)
                    .resolution()
                    .site();
            Resolution byTemplate = site.resolve(catalog);
            Resolution byNothing = Site.empty().resolve(catalog);
            assertThat(outcome(byTemplate)).isEqualTo(outcome(byNothing));
            assertThat(byTemplate.advice()).hasSameSizeAs(byNothing.advice());
        }

        /** Takes every question mark away and gives the first answer: then nothing is open. */
        @ParameterizedTest
        @MethodSource("io.portolan.cli.SiteCommandsTest#catalogs")
        void asksEverythingThatIsOpen(Catalog<?> catalog) throws IOException {
            String answered = Run.portolan("init", catalog.id())
                    .out()
                    .replaceAll("# \\? ([a-z0-9-]+:)(?: ([a-z0-9]+(?:-[a-z]+)*).*)?", "$1 $2");
            Site site = written(answered).deployments().get(0).resolution().site();
            assertThat(site.resolve(catalog, OpenQuestions.STRICT).questions()).isEmpty();
        }

        @Test
        void writesAFileThatIsNotThereYet() throws IOException {
            Path file = folder.resolve("site.yaml");
            Run run = Run.portolan("init", "rds", "ras", "rds", "--out", file.toString());
            assertThat(run).isEqualTo(new Run(0, "", ""));
            assertThat(Files.readString(file, UTF_8))
                    .isEqualTo(Run.portolan("init", "rds", "ras").out());
            assertThat(SiteFile.read(file).deployments()).hasSize(2);
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }

        @Test
        void leavesAFileThatIsThereAsItIs() throws IOException {
            Path file = Files.writeString(folder.resolve("site.yaml"), "mine", UTF_8);
            Run run = Run.portolan("init", "rds", "--out", file.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualToNormalizingNewlines("portolan init: " + file + " exists already; it was left as it is\n");
            assertThat(Files.readString(file, UTF_8)).isEqualTo("mine");
        }

        @Test
        void tellsWhatItCannotWrite() {
            Path file = folder.resolve("none").resolve("site.yaml");
            Run run = Run.portolan("init", "rds", "--out", file.toString());
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualToNormalizingNewlines(
                            "portolan init: " + file + " cannot be written: there is no such folder\n");
            assertThat(Run.portolan("init", "rds", "--out", "a\0b").err())
                    .isEqualToNormalizingNewlines("portolan init: --out: 'a?b' is not a path of a file\n");
        }
    }

    @Nested
    class Names {
        @Test
        void meanProductsOfTheFileThenCatalogs() {
            assertThat(deployments("resolve", COMPANY, "--format", "csv"))
                    .containsExactly("rds", "farm-north", "farm-south", "configmgr");
            assertThat(deployments("resolve", COMPANY, "ras", "--format", "csv"))
                    .containsExactly("farm-north", "farm-south");
            assertThat(deployments("resolve", COMPANY, "windows", "farm-south", "ras", "--format", "csv"))
                    .containsExactly("windows", "farm-south", "farm-north");
            assertThat(deployments("questions", "rds", "ras", "rds", "--format", "csv"))
                    .containsExactly("rds", "ras");
        }

        @Test
        void ofNothingAreTold() {
            assertThat(Run.portolan("resolve", COMPANY, "farm-nort"))
                    .isEqualTo(new Run(
                            2,
                            "",
                            "portolan resolve: unknown deployment or catalog 'farm-nort'; did you mean farm-north?"
                                    + " expected one of rds, farm-north, farm-south, configmgr, ras, windows, ad, identity"
                                    + System.lineSeparator()));
        }

        @Test
        void areNeededWhereTheFileHasNone() throws IOException {
            Path file = Files.writeString(folder.resolve("s.yaml"), "windows: legacy\n", UTF_8);
            assertThat(Run.portolan("resolve", file.toString()).err())
                    .isEqualToNormalizingNewlines(
                            "portolan resolve: name a catalog, for the site file has answers, but no deployments\n");
            assertThat(Run.portolan("resolve", file.toString(), "rds", "--format", "csv")
                            .out())
                    .contains("windows=legacy")
                    .contains(",1025-5000,");
        }
    }

    @Nested
    class OpenQuestionsOfASite {
        @Test
        void areAllListedUnderTheStrictPolicy() {
            Run run = Run.portolan("resolve", "rds", "ras", "--open", "strict", "--format", "csv");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .hasSize(1 + questions("rds") + questions("ras"))
                    .startsWith("portolan resolve: the site leaves " + (questions("rds") + questions("ras"))
                            + " questions open:")
                    .contains("  rds: nps: Network Policy Server (NPS) is used? yes or no [rds-ports: Remote Desktop"
                            + " Gateway > Internal traffic between the Gateway and the required user AD, resource AD,"
                            + " DNS, NPS, and so on, row 8]");
        }

        private int questions(String catalog) {
            return (int) Run.portolan("questions", catalog, "--format", "csv")
                            .out()
                            .lines()
                            .count()
                    - 1;
        }

        @Test
        void areTakenFromTheDocumentByDefault() {
            assertThat(Run.portolan("resolve", "rds", "--format", "json").out())
                    .isEqualTo(Run.portolan("resolve", "rds", "--open", "defaults", "--format", "json")
                            .out());
        }

        @Test
        void areNoneWhereAllIsAnswered() throws IOException {
            String answered = Run.portolan("init", "rds")
                    .out()
                    .replaceAll("# \\? ([a-z0-9-]+:)(?: ([a-z0-9]+(?:-[a-z]+)*).*)?", "$1 $2");
            Path file = Files.writeString(folder.resolve("s.yaml"), answered, UTF_8);
            assertThat(Run.portolan("questions", file.toString()))
                    .isEqualTo(new Run(0, "no question of rds is open\n", ""));
            assertThat(Run.portolan("resolve", file.toString(), "--open", "strict")
                            .out())
                    .contains("0 waiting; 0 open questions\n");
        }
    }

    @Test
    void aBrokenFileIsToldInOneLine() throws IOException {
        Path file =
                Files.writeString(folder.resolve("s.yaml"), "deployments: {rds: {settings: {rdp-port: 0}}}\n", UTF_8);
        Run run = Run.portolan("resolve", file.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToNormalizingNewlines("portolan resolve: " + file
                        + ":1:42: deployments.rds.settings.rdp-port: expected a port, 1-65535, but found the"
                        + " number 0\n");
    }

    @Test
    void tablesTellOfAdvice() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.yaml"), "windows: mixed\ndeployments: {rds: {settings: {rdp-port: 443}}}\n", UTF_8);
        assertThat(Run.portolan("resolve", file.toString()).out()).contains("\nAdvice: windows=mixed: ");
    }

    @Test
    void csvOfOneCatalogHasTheColumnsOfFlowsAndTheAnswers() {
        String flows = Run.portolan("flows", "rds", "--format", "csv").out();
        String columns = flows.substring(0, flows.indexOf('\r'));
        assertThat(Run.portolan("resolve", "rds", "--format", "csv").out()).startsWith(columns + ",answers\r\n");
        assertThat(Run.portolan("resolve", "rds", "ras", "--format", "csv").out())
                .startsWith(columns + ",answers,deployment\r\n");
    }
}
