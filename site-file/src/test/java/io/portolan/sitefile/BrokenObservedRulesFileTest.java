package io.portolan.sitefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is said of a file that holds no observed rules: one line with the place, and what would be right. */
class BrokenObservedRulesFileTest {
    private static String error(String name, String text) {
        try {
            return "no error, but " + ObservedRulesFile.parse(name, text);
        } catch (InvalidFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A line of the file is the text of a rules file, with \n for line ends, and what is said of it. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            files = "src/test/resources/observed/errors.txt",
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 3000)
    void isToldItsPlaceAndWhatWouldBeRight(String text, String message) {
        assertThat(error("r.json", text.replace("\\n", "\n"))).isEqualTo("r.json:" + message);
    }

    @Test
    void isNotThere() {
        try {
            ObservedRulesFile.read(Path.of("src/test/resources/observed/none.json"));
        } catch (InvalidFileException e) {
            assertThat(e).hasMessage("src/test/resources/observed/none.json: there is no such file");
        }
        try {
            FileText.path("r\0.json");
        } catch (InvalidFileException e) {
            assertThat(e).hasMessage("r?.json: is no path of a file");
        }
    }

    @Test
    void staysOneShortLineWhateverItHolds() {
        assertThat(error("r\n.json", "{\"a\\u202e\\n\": 1}"))
                .isEqualTo("r?.json:1:2: 'a??': unknown key 'a??'; expected one of matching, otherwise, rules");
        assertThat(error("r.json", "{\"matching\": \"" + "m".repeat(20_000) + "\"}"))
                .hasSizeLessThan(500);
    }
}
