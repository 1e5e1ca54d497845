package io.portolan.testing;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that somebody else wrote and that judges what Portolan makes.
 *
 * <p>Judges are installed by the scripts in {@code .ci}, each of which can be run by hand. Where a judge is absent, tests
 * that ask it are skipped before their first try, and the build says so in its last line. Where the environment has {@code CI=true}, such
 * tests fail instead.
 */
public enum Judge {
    /** The parser of nftables, and the kernel behind it, in network namespaces, which need root. */
    NFTABLES("nft", ".ci/install-linux", ImmutableList.of("nft", "ip", "python3", "unshare"), ImmutableList.of()),
    /** The parser of iptables, and the kernel behind it, in network namespaces, which need root. */
    IPTABLES(
            "iptables",
            ".ci/install-linux",
            ImmutableList.of("iptables-restore", "ip6tables-restore", "ip", "python3", "unshare"),
            ImmutableList.of()),
    /** The grammar of PowerShell as tree-sitter has it, run by Node.js. */
    POWERSHELL(
            "the PowerShell grammar",
            ".ci/install-node",
            ImmutableList.of("node"),
            ImmutableList.of("tree-sitter-powershell", "web-tree-sitter")),
    /** HashiCorp's parser of HCL, run by Node.js. */
    HCL("the HCL parser", ".ci/install-node", ImmutableList.of("node"), ImmutableList.of("@cdktn/hcl2json")),
    /** A browser without a window, and its driver. */
    BROWSER("Chromium", ".ci/install-browser", ImmutableList.of("chromium", "chromedriver"), ImmutableList.of());

    private static final Map<Judge, Optional<String>> ABSENCES = new ConcurrentHashMap<>();

    private final String title;
    private final String script;
    private final ImmutableList<String> programs;
    private final ImmutableList<String> packages;

    Judge(String title, String script, ImmutableList<String> programs, ImmutableList<String> packages) {
        this.title = title;
        this.script = script;
        this.programs = programs;
        this.packages = packages;
    }

    /** Returns the folder with the packages for Node.js that {@code .ci/install-node} has installed. */
    public static Path nodeHome() {
        return root().resolve("target/judges");
    }

    /** Returns the root of the project. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "not in a clone of Portolan: " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    /** Tells in a few words why the judge cannot be asked and how to get it; empty if it is here. */
    public Optional<String> absence() {
        return ABSENCES.computeIfAbsent(this, Judge::find);
    }

    private Optional<String> find() {
        Optional<String> absence = absence(title, script, programs, packages);
        return absence.isEmpty() && programs.contains("unshare") && !hasNamespaces()
                ? Optional.of(title + " (needs root, for network namespaces)")
                : absence;
    }

    static Optional<String> absence(
            String title, String script, ImmutableList<String> programs, ImmutableList<String> packages) {
        Path modules = nodeHome().resolve("node_modules");
        boolean present = programs.stream().allMatch(Judge::isInstalled)
                && packages.stream().allMatch(name -> Files.isDirectory(modules.resolve(name)));
        return present ? Optional.empty() : Optional.of(title + " (get it with " + script + ")");
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean hasNamespaces() {
        try {
            return new ProcessBuilder("unshare", "-n", "true")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Skips the test that asks if the judge is absent, or fails it in continuous integration. For Jupiter alone. */
    public void require() {
        Optional<String> absent = JudgeLifecycle.absence(List.of(this));
        Assumptions.assumeTrue(absent.isEmpty(), () -> absent.orElse(""));
    }

    /** Returns the name of the judge in plain words. */
    @Override
    public String toString() {
        return title;
    }
}
