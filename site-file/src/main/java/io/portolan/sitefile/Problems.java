package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong, so that a file is read to its end and everything is told in one run. */
final class Problems {
    private static final Comparator<FileProblem> IN_ORDER = Comparator.comparingInt((FileProblem problem) ->
                    problem.position().map(FilePosition::line).orElse(0))
            .thenComparingInt(
                    problem -> problem.position().map(FilePosition::column).orElse(0));

    private final List<FileProblem> found = new ArrayList<>();

    /** Does a step, and returns whether nothing was wrong with it. */
    boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (InvalidFileException e) {
            found.addAll(e.problems());
            return false;
        }
    }

    /** Does a step, and returns what it makes; empty if something was wrong with it. */
    <T> Optional<T> made(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidFileException e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** Throws if anything was wrong, in the order of the file. */
    void finish() {
        if (!found.isEmpty()) {
            throw new InvalidFileException(found.stream().sorted(IN_ORDER).collect(ImmutableList.toImmutableList()));
        }
    }
}
