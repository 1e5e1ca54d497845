package io.portolan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands below {@code portolan}. */
class SubcommandsTest {
    @Test
    void haveTheNamesOfTheirAnnotations() {
        for (String name : Subcommands.NAMES) {
            assertThat(Subcommands.make(name)
                            .getClass()
                            .getAnnotation(Command.class)
                            .name())
                    .isEqualTo(name);
        }
    }

    @Test
    void areAllThatThereAre() throws Exception {
        Set<String> made = new HashSet<>();
        Subcommands.NAMES.forEach(
                name -> made.add(Subcommands.make(name).getClass().getSimpleName()));
        made.remove("HelpCommand");
        Set<String> written = new HashSet<>();
        try (DirectoryStream<Path> sources =
                Files.newDirectoryStream(Path.of("src/main/java/io/portolan/cli"), "*Command.java")) {
            sources.forEach(
                    source -> written.add(source.getFileName().toString().replace(".java", "")));
        }
        assertThat(made).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "flows"})
    void areMadeAloneIfTheyAreCalled(String name) {
        CommandLine line = new CommandLine(new Portolan(new Plain()));
        Subcommands.addTo(line, name, "--nonsense");
        assertThat(line.getSubcommands()).containsOnlyKeys(name);
    }

    @Test
    void areAllKnownToHelp() {
        assertThat(Run.portolan("help").out()).contains("plan ", "flows ", "help ");
        assertThat(Run.portolan("help", "plan").out())
                .isEqualTo(Run.portolan("plan", "--help").out())
                .startsWith("Usage: portolan plan");
        Run unknown = Run.portolan("help", "plam");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("plam").doesNotContain("Exception");
    }

    @Test
    void answerHelpAsTheyDidBeforeTheyWereMadeAlone() {
        CommandLine all = new CommandLine(new Portolan(new Plain()));
        Subcommands.addTo(all);
        all.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                StringWriter usage = new StringWriter();
                command.usage(new PrintWriter(usage));
                assertThat(Run.portolan(name, "--help").out()).isEqualTo(usage.toString());
            }
        });
    }
}
