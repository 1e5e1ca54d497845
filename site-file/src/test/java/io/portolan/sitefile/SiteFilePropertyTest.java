package io.portolan.sitefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalogs.Catalogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a file holds, it is read, or refused in one line that begins with its name. */
class SiteFilePropertyTest {
    private static final String[] EXAMPLES = {example("company.yaml"), example("branch.yaml")};
    private static final String[] PIECES = {
        "\n",
        "  ",
        "\t",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "!!str ",
        "<<",
        "? ",
        "| ",
        "> ",
        "'",
        "\"",
        "#",
        "%",
        "---\n",
        "...\n",
        "\\",
        "\0",
        "\uFEFF",
        "\u2028",
        "\uD83D\uDE00",
        "0",
        "-",
        "65536",
        "null",
        "windows",
        "rds"
    };

    private static String example(String file) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "site", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isReadOrRefused(String name, byte[] bytes) {
        try {
            assertThat(SiteFile.parse(
                                    name,
                                    FileText.decode(name, bytes, FileText.LONGEST),
                                    java.time.LocalDate.EPOCH,
                                    Catalogs.all())
                            .deployments())
                    .isNotNull();
        } catch (InvalidFileException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.toString()).startsWith(name + ":").hasSizeLessThan(3000);
                assertThat(problem.toString().lines()).hasSize(1);
            });
        }
    }

    @Property(tries = 500)
    void ofAnyBytes(@ForAll byte[] bytes) {
        isReadOrRefused("s.yaml", bytes);
        isReadOrRefused("s.json", bytes);
    }

    @Property(tries = 500)
    void ofAnyText(@ForAll String text) {
        isReadOrRefused("s.yaml", text.getBytes(UTF_8));
        isReadOrRefused("s.json", text.getBytes(UTF_8));
    }

    @Property(tries = 1000)
    void ofASiteFileWithMistakes(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(EXAMPLES[random.nextInt(EXAMPLES.length)]);
        for (int mistakes = 1 + random.nextInt(3); mistakes > 0; mistakes--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(6));
            text.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
        }
        isReadOrRefused("s.yaml", text.toString().getBytes(UTF_8));
    }
}
