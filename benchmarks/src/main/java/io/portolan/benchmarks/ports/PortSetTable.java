package io.portolan.benchmarks.ports;

import com.google.common.collect.ImmutableList;
import io.portolan.benchmarks.Measuring;
import io.portolan.benchmarks.ResultTable;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jol.info.GraphLayout;

/** Prints what operations take with each contender, and how much memory their sets do. */
public final class PortSetTable {
    private static final ImmutableList<String> SIZES = ImmutableList.of("1", "14", "100", "1000");

    private PortSetTable() {}

    /**
     * Measures, and prints two tables in Markdown.
     *
     * @param arguments {@code quick} for the size of catalogs alone, measured briefly
     * @throws RunnerException if a run fails
     */
    public static void main(String[] arguments) throws RunnerException {
        boolean quick = Measuring.isQuick(arguments);
        List<String> sizes = quick ? SIZES.subList(1, 2) : SIZES;
        List<String> titles =
                Arrays.stream(Contender.values()).map(Contender::title).toList();

        ResultTable times = new ResultTable("nanoseconds | ranges", titles);
        for (RunResult result : Measuring.run(
                PortSetBenchmark.class, quick, options -> options.param("ranges", sizes.toArray(String[]::new)))) {
            times.put(
                    Measuring.method(result) + " | " + result.getParams().getParam("ranges"),
                    Contender.valueOf(result.getParams().getParam("contender")).title(),
                    result.getPrimaryResult().getScore());
        }
        System.out.println(times);

        ResultTable bytes = new ResultTable("bytes of a set | ranges", titles);
        for (String size : sizes) {
            for (Contender contender : Contender.values()) {
                Object set = contender.sets().build(Ranges.of(Integer.parseInt(size), 1));
                bytes.put("memory | " + size, contender.title(), (double)
                        GraphLayout.parseInstance(set).totalSize());
            }
        }
        System.out.print(bytes);
    }
}
