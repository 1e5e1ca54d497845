package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java examples of the README compile without a warning, run, and print what stands below them. */
class ReadmeIT {
    private static final Path README = Path.of("..", "README.md");

    /** A block of Java, and the block of text below it, if there is one. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?", Pattern.DOTALL);

    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    @TempDir
    private Path output;

    private static List<Matcher> examples() throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(README));
        List<Matcher> examples = new ArrayList<>();
        while (matcher.find()) {
            Matcher example = EXAMPLE.matcher(matcher.group());
            assertThat(example.matches()).isTrue();
            examples.add(example);
        }
        return examples;
    }

    private Snippet snippet(String source) {
        Matcher declared = CLASS.matcher(source);
        if (declared.find()) {
            return new Snippet(declared.group(1), source, output);
        }
        String imports =
                source.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String statements =
                source.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        return Snippet.ofStatements("Example", imports, statements, output);
    }

    @TestFactory
    List<DynamicTest> examplesPrintWhatTheReadmeSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Matcher example : examples()) {
            String source = example.group(1);
            String expected = example.group(2);
            tests.add(DynamicTest.dynamicTest(source.lines().findFirst().orElseThrow(), () -> {
                Snippet snippet = snippet(source);
                assertThat(snippet.compile()).isEmpty();
                assertThat(snippet.run()).isEqualTo(expected == null ? "" : expected);
            }));
        }
        return tests;
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
        Matcher command = Pattern.compile("```sh\\n(mvn [^\\n]*verify)\\n```").matcher(Files.readString(README));
        assertThat(command.find()).isTrue();
        assertThat(Files.readAllLines(Path.of("..", ".ci", "run")))
                .extracting(String::strip)
                .contains(command.group(1));
    }
}
