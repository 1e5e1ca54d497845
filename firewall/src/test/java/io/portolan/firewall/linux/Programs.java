package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.portolan.firewall.RenderedFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Runs the programs of Linux, each in a network namespace of its own, so that nothing of this machine is touched. */
final class Programs {
    private Programs() {}

    /** What a program printed, and how it ended. */
    record Run(int status, String out, String err) {}

    /** Skips a test, and says why, unless programs can be run as root; where CI is true, it fails instead. */
    static void require(String... programs) {
        Optional<String> lacking = lacking(programs);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(lacking).isEmpty();
        }
        assumeTrue(lacking.isEmpty(), () -> lacking.orElse(""));
    }

    /** Returns what is not there to run programs as root, empty if nothing. */
    static Optional<String> lacking(String... programs) {
        List<String> absent = new ArrayList<>();
        for (String program : programs) {
            if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
                absent.add(program);
            }
        }
        if (!absent.isEmpty()) {
            return Optional.of("not installed: " + absent + "; see .ci/install-linux");
        }
        return run(Path.of("."), "unshare -n true").status() == 0
                ? Optional.empty()
                : Optional.of("network namespaces need root");
    }

    /** Skips properties, for which an assumption that fails would be one more try. */
    static final class Needed implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return lacking("nft", "iptables-restore", "ip6tables-restore")
                    .filter(reason -> !"true".equals(System.getenv("CI")))
                    .map(SkipResult::skip)
                    .orElseGet(SkipResult::doNotSkip);
        }
    }

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
