package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.testing.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of others that judge what is rendered, run for the tests. */
final class Judges {
    private Judges() {}

    /** Runs a script of bash as root of a network namespace of its own, where it can do no harm. */
    static Run inNamespace(Path folder, String script) throws Exception {
        return run(folder, List.of("unshare", "-n", "bash", "-c", "set -eu; " + script), "");
    }

    /** Returns what node prints for a script that requires packages of judges, with input on its standard input. */
    static Run node(Path script, String input) throws Exception {
        Path home = Judge.nodeHome();
        return run(home, List.of("node", script.toAbsolutePath().toString(), home.toString()), input);
    }

    private static Run run(Path folder, List<String> command, String input) throws Exception {
        Path in = Files.createTempFile("portolan", ".in");
        Path out = Files.createTempFile("portolan", ".out");
        Path err = Files.createTempFile("portolan", ".err");
        try {
            Files.writeString(in, input, UTF_8);
            int status = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start()
                    .waitFor();
            return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } catch (IOException e) {
            return new Run(-1, "", String.valueOf(e.getMessage()));
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }
}
