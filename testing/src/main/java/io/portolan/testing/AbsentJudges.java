package io.portolan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes which judges a run of tests lacked, in a file below {@code target}, from which the last step of the build makes one
 * line.
 */
public final class AbsentJudges implements TestExecutionListener {
    private static final Set<String> ABSENT = new TreeSet<>();

    static synchronized void note(String absence) {
        ABSENT.add(absence);
    }

    private static synchronized List<String> lines() {
        return List.copyOf(ABSENT);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        List<String> lines = lines();
        Path folder = Judge.root().resolve("target/absent-judges");
        try {
            if (!lines.isEmpty()) {
                Files.createDirectories(folder);
                for (String line : lines) {
                    Files.write(folder.resolve(Integer.toHexString(line.hashCode())), List.of(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
