package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user has it: one jar, run as a process from the root of the project. */
class ProgramIT {
    private static final Path ROOT = Path.of("..");
    private static final String JAR = "cli/target/portolan-cli.jar";

    /** Commands whose examples in the documentation ask for something that is not so. */
    private static final Set<String> ANSWER_NO = Set.of("diff", "audit", "render");

    @TempDir
    private Path folder;

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dfile.encoding=ISO-8859-1", "-jar", JAR));
        command.addAll(List.of(args));
        return command;
    }

    private Run run(String... args) throws IOException, InterruptedException {
        return run(folder.resolve("out").toFile(), args);
    }

    private Run run(File standardOut, String... args) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command(args))
                .directory(ROOT.toFile())
                .redirectOutput(standardOut)
                .redirectError(err.toFile());
        builder.environment().remove("COLUMNS");
        int status = builder.start().waitFor();
        String out = standardOut.isFile() ? Files.readString(standardOut.toPath(), UTF_8) : "";
        return new Run(status, out, Files.readString(err, UTF_8));
    }

    /** However a run is killed, the folder has the files of one run, and the next run leaves nothing of the killed one. */
    @Test
    void leavesAWholeFolderWhenItIsKilled() throws Exception {
        Path out = folder.resolve("rules");
        String[] before = {"render", "examples/site.yaml", "--target", "windows", "--out", out.toString()};
        String[] after = {"render", "examples/site-next.yaml", "--target", "windows", "--out", out.toString()};
        assertThat(run(before).status()).isEqualTo(3);
        Map<String, String> old = contents(out);
        assertThat(run(after).status()).isEqualTo(3);
        Map<String, String> next = contents(out);
        assertThat(next).isNotEqualTo(old);
        long start = System.nanoTime();
        run(before);
        long whole = System.nanoTime() - start;
        for (int tenth = 4; tenth <= 10; tenth++) {
            assertThat(contents(out)).isEqualTo(old);
            Process process = new ProcessBuilder(command(after))
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("killed").toFile())
                    .start();
            if (!process.waitFor(whole * tenth / 10, TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
            assertThat(contents(out)).isIn(old, next);
            run(before);
            assertThat(names(folder)).doesNotContain(".rules.portolan");
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : names(folder)) {
            contents.put(name, Files.readString(folder.resolve(name), UTF_8));
        }
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void printsWhatTheCommandPrintsInProcess() throws Exception {
        for (String format : List.of("csv", "json", "markdown")) {
            Run run = run("export", "rds", "--format", format);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            assertThat(run.out())
                    .isEqualTo(Run.portolan("export", "rds", "--format", format).out());
        }
    }

    @Test
    void saysItsVersion() throws Exception {
        assertThat(run("--version").out()).startsWith("portolan 0.").doesNotContain("not packaged");
    }

    @Test
    void exitsWith2ForWrongUsage() throws Exception {
        Run run = run("flows", "rds", "--from", "gatewy");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("did you mean gateway?");
    }

    @Test
    void exitsWith1WhereItCannotWrite() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "no /dev/full here");
        Run run = run(full, "export", "rds", "--format", "json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().strip()).startsWith("portolan: cannot write to standard output: ");
    }

    /** Each {@code java -jar} in the documentation runs, with the site file that stands there, and prints something. */
    @Test
    void commandsOfTheDocumentationRun() throws Exception {
        String pages =
                Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/command-line.md"));
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/site-file.md")));
        assertThat(yaml.find()).isTrue();
        Path site = Files.writeString(folder.resolve("site.yaml"), yaml.group(1), UTF_8);
        Path listing = Files.writeString(folder.resolve("listing.json"), "{\"nftables\": []}", UTF_8);
        Map<String, String> inDocs = Map.of("site.yaml", site.toString(), "listing.json", listing.toString());
        Matcher command = Pattern.compile("java -jar " + Pattern.quote(JAR) + " ((?:[a-z0-9/. -]|'[^']*')+)")
                .matcher(pages);
        int commands = 0;
        while (command.find()) {
            Path written = folder.resolve("new" + commands);
            List<String> args = new ArrayList<>();
            Matcher word = Pattern.compile("'([^']*)'|([^ ]+)")
                    .matcher(command.group(1).strip());
            while (word.find()) {
                String text = word.group(1) == null ? word.group(2) : word.group(1);
                boolean isOut = !args.isEmpty() && args.get(args.size() - 1).equals("--out");
                args.add(isOut ? written.toString() : inDocs.getOrDefault(text, text));
            }
            Run run = run(args.toArray(new String[0]));
            if (!args.get(0).equals("render")) { // which tells what is not in the rules
                assertThat(run.err()).isEmpty();
            }
            assertThat(run.status()).as(args.toString()).isEqualTo(ANSWER_NO.contains(args.get(0)) ? 3 : 0);
            assertThat(!run.out().isEmpty() || Files.exists(written)).isTrue();
            commands++;
        }
        assertThat(commands).isGreaterThanOrEqualTo(12);
    }

    /** The site file of the documentation and the topology below it are one file. */
    @Test
    void topologyOfTheDocumentationIsPlanned() throws Exception {
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/site-file.md")));
        StringBuilder file = new StringBuilder();
        while (yaml.find()) {
            file.append(yaml.group(1));
        }
        Path site = Files.writeString(folder.resolve("site.yaml"), file, UTF_8);
        Run run = run("plan", site.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("\ninternet").contains("farm-north: ").contains("LEFT OUT");
    }

    @Test
    void anErrorOfTheDocumentationIsWhatIsSaid() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/site-file.md"));
        Matcher message = Pattern.compile("`site[.]yaml(:9:17: [^`]+)`").matcher(page);
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(message.find() && yaml.find()).isTrue();
        Path site = Files.writeString(
                folder.resolve("site.yaml"), yaml.group(1).replace("rdp-port: 3390", "rdp-port: 70000"), UTF_8);
        assertThat(run("resolve", site.toString()).err().strip())
                .isEqualTo("portolan resolve: " + site + message.group(1));
    }

    /** The program leaves out parts of a library that it does not need; broken files ask for more of it than sound ones. */
    @Test
    void tellsWhatIsWrongWithASiteFile() throws Exception {
        for (String broken : List.of("windows: [", "windows: &a modern", "{\"windows\": 1", "\u0001")) {
            Path file = Files.writeString(folder.resolve(broken.startsWith("{") ? "s.json" : "s.yaml"), broken, UTF_8);
            Run run = run("resolve", file.toString(), "rds");
            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().startsWith("portolan resolve: " + file + ":1:");
        }
    }
}
