package io.portolan.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder holds after files were written to it, and after that went wrong. */
class OutputFolderTest {
    private static final String MANIFEST = "portolan-nftables.sha256";

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("out");
    }

    private OutputFolder.Stale write(String... namesAndTexts) throws IOException {
        return OutputFolder.write(folder(), MANIFEST, files(namesAndTexts));
    }

    private static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
        }
        return files;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void onlyTheFolderIsThere() throws IOException {
        assertThat(names(parent)).containsExactly("out");
    }

    @Nested
    class AFolder {
        @Test
        void isMadeWithItsFilesAndTheirManifest() throws IOException {
            OutputFolder.Stale stale = write("a", "1\n", "b", "2\n");
            assertThat(names(folder())).containsExactly("a", "b", MANIFEST);
            assertThat(folder().resolve("a")).hasContent("1");
            assertThat(stale.removed()).isEmpty();
            onlyTheFolderIsThere();
        }

        @Test
        void hasAManifestThatSha256sumReads() throws Exception {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "no sha256sum here");
            write("a", "1\n", "b", "2\n");
            Process check = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", MANIFEST)
                    .directory(folder().toFile())
                    .start();
            assertThat(check.waitFor()).isZero();
        }

        @Test
        void losesWhatAnEarlierRunWroteAndThisOneDoesNot() throws IOException {
            write("a", "1\n", "b", "2\n");
            Files.writeString(folder().resolve("mine.txt"), "mine", UTF_8);
            OutputFolder.Stale stale = write("a", "3\n");
            assertThat(stale.removed()).containsExactly("b");
            assertThat(stale.kept()).isEmpty();
            assertThat(names(folder())).containsExactly("a", "mine.txt", MANIFEST);
        }

        @Test
        void keepsWhatSomebodyHasChangedSince() throws IOException {
            write("a", "1\n", "b", "2\n");
            Files.writeString(folder().resolve("b"), "changed", UTF_8);
            OutputFolder.Stale stale = write("a", "3\n");
            assertThat(stale.removed()).isEmpty();
            assertThat(stale.kept()).containsExactly("b");
            assertThat(folder().resolve("b")).hasContent("changed");
        }

        @Test
        void keepsFilesOfAnotherManifest() throws IOException {
            write("a", "1\n");
            OutputFolder.write(folder(), "portolan-iptables.sha256", files("c", "3\n"));
            assertThat(names(folder())).containsExactly("a", "c", "portolan-iptables.sha256", MANIFEST);
        }

        @Test
        void isNotLedOutsideByAForgedManifest() throws IOException {
            Files.writeString(parent.resolve("precious"), "precious", UTF_8);
            write("a", "1\n");
            Files.writeString(folder().resolve(MANIFEST), "0".repeat(64) + "  ../precious\n", UTF_8);
            assertThat(write("a", "2\n").removed()).isEmpty();
            assertThat(parent.resolve("precious")).hasContent("precious");
        }

        @Test
        void keepsTheModeOfAFileThatIsReplaced() throws IOException {
            assumeTrue(parent.getFileSystem().supportedFileAttributeViews().contains("posix"), "no modes here");
            write("a", "1\n");
            Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
            Files.setPosixFilePermissions(folder().resolve("a"), mode);
            write("a", "2\n");
            assertThat(Files.getPosixFilePermissions(folder().resolve("a"))).isEqualTo(mode);
        }

        @Test
        void replacesALinkRatherThanWhatItPointsTo() throws IOException {
            Files.createDirectories(folder());
            Path precious = Files.writeString(parent.resolve("precious"), "precious", UTF_8);
            Files.createSymbolicLink(folder().resolve("a"), precious);
            write("a", "1\n");
            assertThat(precious).hasContent("precious");
            assertThat(Files.isSymbolicLink(folder().resolve("a"))).isFalse();
        }

        @Test
        void isAsItWasIfAFileCannotTakeItsPlace() throws IOException {
            write("a", "1\n", "c", "1\n");
            Files.createDirectory(folder().resolve("b"));
            assertThatThrownBy(() -> write("a", "2\n", "b", "2\n", "c", "2\n"))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(folder().resolve("a")).hasContent("1");
            assertThat(folder().resolve("c")).hasContent("1");
            assertThat(names(folder())).containsExactly("a", "b", "c", MANIFEST);
            onlyTheFolderIsThere();
        }
    }

    /** The steps of a run that fails or is killed among its changes. */
    @Nested
    class AChange {
        @Test
        void isUndoneIfALaterOneFails() throws IOException {
            write("a", "old", "c", "old");
            try (Staging staging = Staging.of(folder().toRealPath())) {
                staging.write(Journal.draft(0), "new".getBytes(UTF_8));
                // the second draft is not there, so that its move fails
                Journal journal = new Journal(staging, folder(), List.of("a", "b"), List.of("c"));
                assertThatThrownBy(journal::commit).isInstanceOf(NoSuchFileException.class);
            }
            assertThat(folder().resolve("a")).hasContent("old");
            assertThat(folder().resolve("c")).hasContent("old");
            assertThat(names(folder())).containsExactly("a", "c", MANIFEST);
            onlyTheFolderIsThere();
        }

        @Test
        void isFinishedByTheNextRunIfTheFirstWasKilled() throws IOException {
            write("a", "old", "b", "old", "c", "old");
            Path staging = Files.createDirectory(parent.resolve(".out.portolan"));
            Files.writeString(staging.resolve("journal"), "+a\n+b\n-c\n", UTF_8);
            Files.writeString(staging.resolve("new-1"), "new", UTF_8);
            Files.writeString(folder().resolve("a"), "new", UTF_8); // the first draft had taken its place
            OutputFolder.write(folder(), "other.sha256", files("d", "4\n"));
            assertThat(folder().resolve("a")).hasContent("new");
            assertThat(folder().resolve("b")).hasContent("new");
            assertThat(names(folder())).doesNotContain("c").contains("d");
            onlyTheFolderIsThere();
        }

        @Test
        void isForgottenIfTheRunWasKilledBeforeIt() throws IOException {
            write("a", "old");
            Path staging = Files.createDirectory(parent.resolve(".out.portolan"));
            Files.writeString(staging.resolve("new-0"), "half", UTF_8);
            write("a", "new");
            assertThat(folder().resolve("a")).hasContent("new");
            onlyTheFolderIsThere();
        }
    }

    @Nested
    class TwoRuns {
        @Test
        void doNotWriteAtOnce() throws IOException {
            Files.createDirectories(folder());
            try (Staging first = Staging.of(folder().toRealPath())) {
                assertThat(first.file("x").startsWith(parent.toRealPath())).isTrue();
                assertThat(names(parent)).containsExactly(".out.portolan", "out");
                assertThatThrownBy(() -> write("a", "1\n")).isInstanceOf(Staging.BusyException.class);
            }
            write("a", "1\n");
            onlyTheFolderIsThere();
        }

        @Test
        void leaveTheFilesOfOneOfThem() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (int round = 0; round < 30; round++) {
                    List<Callable<String>> runs = Stream.of("1", "2", "3", "4")
                            .<Callable<String>>map(text -> () -> {
                                write("a", text, "b", text, "c", text);
                                return text;
                            })
                            .toList();
                    int done = 0;
                    for (Future<String> run : threads.invokeAll(runs)) {
                        try {
                            run.get();
                            done++;
                        } catch (ExecutionException e) {
                            assertThat(e).hasCauseInstanceOf(Staging.BusyException.class);
                        }
                    }
                    assertThat(done).isPositive();
                    String text = Files.readString(folder().resolve("a"), UTF_8);
                    assertThat(folder().resolve("b")).hasContent(text);
                    assertThat(folder().resolve("c")).hasContent(text);
                    onlyTheFolderIsThere();
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void areNotLedAstrayByALink() throws IOException {
            Files.createDirectories(folder());
            Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
            Files.createSymbolicLink(parent.resolve(".out.portolan"), elsewhere);
            assertThatThrownBy(() -> write("a", "1\n")).isInstanceOf(IOException.class);
            assertThat(names(elsewhere)).isEmpty();
            assertThat(names(folder())).isEmpty();
        }
    }

    @Nested
    class ANewFile {
        @Test
        void isThereWhole() throws IOException {
            OutputFolder.create(parent.resolve("site.yaml"), "text".getBytes(UTF_8));
            assertThat(parent.resolve("site.yaml")).hasContent("text");
            assertThat(names(parent)).containsExactly("site.yaml");
        }

        @Test
        void replacesNothing() throws IOException {
            Path file = Files.writeString(parent.resolve("site.yaml"), "mine", UTF_8);
            assertThatThrownBy(() -> OutputFolder.create(file, "text".getBytes(UTF_8)))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(file).hasContent("mine");
            assertThat(names(parent)).containsExactly("site.yaml");
        }

        @Test
        void needsAFolder() {
            assertThatThrownBy(() -> OutputFolder.create(folder().resolve("site.yaml"), new byte[0]))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }
}
