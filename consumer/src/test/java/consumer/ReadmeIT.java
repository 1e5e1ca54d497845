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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java examples of the documentation compile without a warning, run, and print what stands below them. */
class ReadmeIT {
    private static final Path README = Path.of("..", "README.md");
    private static final Path DOCS = Path.of("..", "docs");

    /** A block of Java, and the block of text below it, if there is one. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```java\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?", Pattern.DOTALL);

    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    @TempDir
    private Path output;

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README));
        try (Stream<Path> docs = Files.list(DOCS)) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<Matcher> examples(Path page) throws IOException {
        Matcher matcher = EXAMPLE.matcher(Files.readString(page));
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
    List<DynamicTest> examplesPrintWhatTheirPageSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            for (Matcher example : examples(page)) {
                String source = example.group(1);
                String expected = example.group(2);
                String name =
                        page.getFileName() + ": " + source.lines().findFirst().orElseThrow();
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    Snippet snippet = snippet(source);
                    assertThat(snippet.compile()).isEmpty();
                    assertThat(snippet.run()).isEqualTo(expected == null ? "" : expected);
                }));
            }
        }
        return tests;
    }

    @Test
    void thereAreExamples() throws IOException {
        assertThat(examples(README)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(examples(DOCS.resolve("java.md"))).hasSizeGreaterThanOrEqualTo(10);
    }

    /** Every link to a file of the project leads to one. */
    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            Matcher link = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(Files.readString(page));
            while (link.find()) {
                assertThat(page.resolveSibling(link.group(1))).as("in %s", page).exists();
            }
        }
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
