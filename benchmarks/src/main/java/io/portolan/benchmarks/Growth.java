package io.portolan.benchmarks;

import java.util.Locale;
import java.util.function.Supplier;

/** Times a step, and tells it beside the one before. */
final class Growth {
    private static final double MILLION = 1e6;

    private double before;

    /** What a step made, how long it took, and how much memory was in use behind it. */
    record Step<T>(T result, double milliseconds, double megabytes) {}

    static <T> Step<T> time(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        double milliseconds = (System.nanoTime() - start) / MILLION;
        Runtime runtime = Runtime.getRuntime();
        return new Step<>(result, milliseconds, (runtime.totalMemory() - runtime.freeMemory()) / MILLION);
    }

    /** Returns time, memory, and how many times as long as the line before it took. */
    String tell(double milliseconds, double megabytes) {
        String growth = before == 0 ? "" : String.format(Locale.ROOT, "%.1f", milliseconds / before);
        before = milliseconds;
        return String.format(Locale.ROOT, "%9.0f ms %7.0f MB %7s", milliseconds, megabytes, growth);
    }
}
