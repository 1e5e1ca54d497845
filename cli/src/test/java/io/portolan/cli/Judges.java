package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that judge what is rendered, which the scripts in {@code .ci} install. */
final class Judges {
    private static final Path ORACLES =
            Path.of("..", "firewall", "target").toAbsolutePath().normalize();

    private Judges() {}

    /** Skips a test, and says why, unless a script has installed what it needs; where CI is true, it fails instead. */
    private static void require(boolean present, String script) {
        String reason = "not everything is here that .ci/" + script + " installs";
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as(reason).isTrue();
        }
        assumeTrue(present, reason);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Needs programs of Linux, and a user who may have network namespaces. */
    static void requireLinux(Path folder) throws Exception {
        boolean installed = Stream.of("nft", "iptables-restore", "ip6tables-restore", "unshare")
                .allMatch(Judges::isInstalled);
        require(installed && inNamespace(folder, "true").status() == 0, "install-linux");
    }

    /** Needs HashiCorp's parser. */
    static void requireHcl() {
        require(Files.isDirectory(ORACLES.resolve("oracles-cloud/node_modules/@cdktn/hcl2json")), "install-cloud");
    }

    /** Needs the grammar of PowerShell. */
    static void requirePowerShell() {
        require(
                Files.isDirectory(ORACLES.resolve("oracles-windows/node_modules/tree-sitter-powershell")),
                "install-windows");
    }

    /** Runs a script of bash as root of a network namespace of its own, where it can do no harm. */
    static Run inNamespace(Path folder, String script) throws Exception {
        return run(folder, List.of("unshare", "-n", "bash", "-c", "set -eu; " + script), "");
    }

    /** Returns what node prints for a script that requires packages of an oracle, with input on its standard input. */
    static Run node(String oracle, Path script, String input) throws Exception {
        Path home = ORACLES.resolve(oracle);
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
