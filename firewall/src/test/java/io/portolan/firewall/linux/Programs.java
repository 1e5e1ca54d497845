package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.api.RenderedFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the programs of Linux, each in a network namespace of its own, so that nothing of this machine is touched. */
final class Programs {
    private Programs() {}

    /** What a program printed, and how it ended. */
    record Run(int status, String out, String err) {}

    /** Writes files into a folder. */
    static void write(Path folder, List<RenderedFile> files) {
        try {
            for (RenderedFile file : files) {
                Files.writeString(folder.resolve(file.name()), file.text(), UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script of bash in a folder, in a network namespace without interfaces but lo. */
    static Run inNamespace(Path folder, String script) {
        return run(folder, "exec unshare -n bash -c '" + script.replace("'", "'\\''") + "'");
    }

    private static Run run(Path folder, String script) {
        try {
            Path out = Files.createTempFile("portolan", ".out");
            Path err = Files.createTempFile("portolan", ".err");
            Process process = new ProcessBuilder("bash", "-c", script)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            try {
                int status = process.waitFor();
                return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                process.destroyForcibly();
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void assertAccepted(Path folder, String script) {
        Run run = inNamespace(folder, "set -eu; " + script);
        assertThat(run.status()).as("%s: %s%s", script, run.err(), run.out()).isZero();
    }
}
