package io.portolan.benchmarks.queries;

import io.portolan.benchmarks.Measuring;
import io.portolan.benchmarks.ResultTable;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Prints what questions take in time and in memory. */
public final class FlowQueryTable {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private FlowQueryTable() {}

    /**
     * Measures, and prints two tables in Markdown.
     *
     * @param arguments {@code quick} to measure briefly
     * @throws RunnerException if a run fails
     */
    public static void main(String[] arguments) throws RunnerException {
        List<String> titles = Arrays.stream(FlowFinder.Kind.values())
                .map(FlowFinder.Kind::title)
                .toList();
        ResultTable times = new ResultTable("nanoseconds", titles);
        ResultTable bytes = new ResultTable("bytes allocated by a question", titles);
        for (RunResult result : Measuring.run(
                FlowQueryBenchmark.class,
                Measuring.isQuick(arguments),
                options -> options.addProfiler(GCProfiler.class))) {
            String question = Measuring.method(result);
            String title =
                    FlowFinder.Kind.valueOf(result.getParams().getParam("kind")).title();
            times.put(question, title, result.getPrimaryResult().getScore());
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            if (allocated != null) {
                bytes.put(question, title, allocated.getScore());
            }
        }
        System.out.println(times);
        System.out.print(bytes);
    }
}
