package io.portolan.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Times a step at growing sizes, and tells each beside the one before. */
final class Growth {
    private static final double MILLION = 1e6;

    private final int runs;
    private double before;

    /**
     * Starts at no size.
     *
     * @param runs how often each step is run; the middle time counts
     */
    Growth(int runs) {
        this.runs = runs;
    }

    /** What a step made, how long it took, and how much memory was in use behind it. */
    record Step<T>(T result, double milliseconds, double megabytes) {}

    <T> Step<T> time(Supplier<T> work) {
        double[] milliseconds = new double[runs];
        @Nullable T result = null;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            result = work.get();
            milliseconds[i] = (System.nanoTime() - start) / MILLION;
        }
        Arrays.sort(milliseconds);
        System.gc(); // what is in use is then what is held
        Runtime runtime = Runtime.getRuntime();
        return new Step<>(
                Objects.requireNonNull(result),
                milliseconds[runs / 2],
                (runtime.totalMemory() - runtime.freeMemory()) / MILLION);
    }

    /** Returns the cells of time, memory, and how many times as long as the line before it took. */
    String cells(Step<?> step) {
        String growth = before == 0 ? "" : String.format(Locale.ROOT, "%.1f", step.milliseconds() / before);
        before = step.milliseconds();
        return String.format(Locale.ROOT, " %.0f | %.0f | %s |", step.milliseconds(), step.megabytes(), growth);
    }
}
