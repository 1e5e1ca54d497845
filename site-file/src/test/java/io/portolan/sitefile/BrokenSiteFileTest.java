package io.portolan.sitefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.catalogs.Catalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file that is no site file: one line with the place, and what would be right. */
class BrokenSiteFileTest {
    private static String error(String name, String text) {
        try {
            return "no error, but "
                    + SiteFile.parse(name, text, java.time.LocalDate.EPOCH, Catalogs.all())
                            .deployments();
        } catch (InvalidFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A line of the file is the text of a site file, with \n and \t for line ends and tabs, and what is said of it. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            files = "src/test/resources/site/errors.txt",
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 3000)
    void isToldItsPlaceAndWhatWouldBeRight(String text, String message) {
        assertThat(error("s.yaml", text.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo("s.yaml:" + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"windows": "modern"} {} | 1:23: something follows the answers; expected one document that is one mapping
            {"windows": "modern"} x | 1:23: is not JSON: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            {"windows": "modern",} | 1:22: is not JSON: Unexpected character ('}' (code 125)): was expecting double-quote to start property name
            {"windows": modern} | 1:13: is not JSON: Unrecognized token 'modern': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
            {"windows": "modern" | 1:21: is not JSON: Unexpected end-of-input: expected close marker for Object
            {"windows": "modern", "windows": "modern"} | 1:23: windows: the key is given twice, first in line 1; expected it once
            {"windows": null} | 1:13: windows: expected one of modern, mixed, legacy, but found nothing
            {"optional-flows": 1} | 1:20: optional-flows: expected true or false, but found the number 1
            {"<<": 1} | 1:2: '<<': unknown key '<<'; expected one of windows, dynamic-ports, static-rpc, optional-flows, endpoints, deployments, topology, own-flows
            // c | 1:1: is not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard) comment?
            """)
    void isNoJson(String text, String message) {
        assertThat(error("s.json", text)).isEqualTo("s.json:" + message);
    }

    @Test
    void holdsNoAnswers() {
        String nothing = ":1:1: holds no answers; 'portolan init CATALOG' writes a site file to begin with";
        assertThat(error("s.yaml", "")).isEqualTo("s.yaml" + nothing);
        assertThat(error("s.yaml", "# only a comment\n")).isEqualTo("s.yaml" + nothing);
        assertThat(error("s.json", " \n")).isEqualTo("s.json" + nothing);
    }

    @Test
    void staysOneShortLineWhateverItHolds() {
        assertThat(error("s\n.yaml", "\"a\\u202e\\n\\e[31m\": 1"))
                .startsWith("s?.yaml:1:1: 'a???[31m': unknown key 'a???[31m'; expected one of windows, ");
        String longKey = "k".repeat(20_000);
        assertThat(error("s.yaml", "deployments: {rds: {" + longKey + ": 1}}")).hasSizeLessThan(500);
        assertThat(error("s.yaml", "windows: " + longKey)).hasSizeLessThan(500);
        assertThat(error("s.yaml", "deployments: {rds: {settings: {rdp-port: " + "9".repeat(900) + "}}}"))
                .hasSizeLessThan(500);
    }

    @Test
    void isNestedWithoutEnd() {
        assertThat(error("s.yaml", "[".repeat(500_000))).contains("is nested more than 16 levels deep");
        assertThat(error("s.yaml", "{a: ".repeat(200_000))).contains("is nested more than 16 levels deep");
        assertThat(error("s.json", "{\"a\":".repeat(200_000))).contains("is nested more than 16 levels deep");
        assertThat(error("s.yaml", "- ".repeat(500_000))).contains("is nested more than 16 levels deep");
    }

    @Nested
    class OnDisk {
        @TempDir
        private Path folder;

        private String error(Path file) {
            try {
                return "no error, but " + SiteFile.read(file).deployments();
            } catch (InvalidFileException e) {
                return String.valueOf(e.getMessage()).replace(folder.toString(), "DIR");
            }
        }

        private String error(byte... bytes) throws IOException {
            return error(Files.write(folder.resolve("s.yaml"), bytes));
        }

        @Test
        void isNotThere() {
            assertThat(error(folder.resolve("s.yaml"))).isEqualTo("DIR/s.yaml: there is no such file");
            assertThat(error(folder)).isEqualTo("DIR: is a directory; expected a file");
        }

        @Test
        void hasANameThatNoFileCanHave() {
            try {
                FileText.path("s\0.yaml");
            } catch (InvalidFileException e) {
                assertThat(e).hasMessage("s?.yaml: is no path of a file");
            }
        }

        @Test
        void isNoText() throws IOException {
            assertThat(error("windows: mod\u00e9rn\n".getBytes(ISO_8859_1)))
                    .isEqualTo("DIR/s.yaml:1:13: is not text in UTF-8: byte 0xE9 is out of place here");
            assertThat(error((byte) 0xFF, (byte) 0xFE, (byte) 'a', (byte) 0, (byte) 'b'))
                    .isEqualTo("DIR/s.yaml:1:3: is not text in UTF-16LE: byte 0x62 is out of place here");
            assertThat(error((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G'))
                    .isEqualTo("DIR/s.yaml:1:1: is not text in UTF-8: byte 0x89 is out of place here");
            assertThat(error((byte) 'a', (byte) '\n', (byte) 0xC3))
                    .isEqualTo("DIR/s.yaml:2:1: is not text in UTF-8: byte 0xC3 is out of place here");
            assertThat(error("windows: modern\n# \0\n".getBytes(UTF_8)))
                    .isEqualTo("DIR/s.yaml:2:3: is not text: it holds the control character U+0000");
        }

        @Test
        void isTooLong() throws IOException {
            assertThat(error("#".repeat(1 << 22).getBytes(UTF_8))).contains("holds no answers");
            assertThat(error(("#".repeat(1 << 22) + "\n").getBytes(UTF_8)))
                    .isEqualTo("DIR/s.yaml: is longer than 4 MiB; expected a shorter file");
        }

        /** What has no end can be refused only by who does not read to the end. */
        @Test
        void hasNoEnd() {
            Path endless = Path.of("/dev/zero");
            assumeTrue(Files.exists(endless), "no /dev/zero here");
            assertThat(error(endless))
                    .isEqualTo("/dev/zero: is no regular file; expected one, or - for standard input");
        }
    }
}
