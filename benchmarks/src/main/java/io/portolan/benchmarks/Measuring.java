package io.portolan.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How JMH is run for a table: long enough to tell contenders apart, or briefly for a first look. */
public final class Measuring {
    private static final String QUICK = "quick";

    private Measuring() {}

    /**
     * Tells whether a first look is enough.
     *
     * @param arguments of a main method
     * @return whether {@code quick} is among them
     */
    public static boolean isQuick(String[] arguments) {
        return List.of(arguments).contains(QUICK);
    }

    /**
     * Returns the numbers of hosts at which growth is measured.
     *
     * @param quick whether a first look is enough
     * @return 10 and more, each ten times the one before
     */
    public static ImmutableList<Integer> sizes(boolean quick) {
        return quick ? ImmutableList.of(10, 100, 1000) : ImmutableList.of(10, 100, 1000, 10_000);
    }

    /**
     * Runs all benchmarks of a class.
     *
     * @param benchmarks the class
     * @param quick whether a first look is enough
     * @param more sets what is particular to the class
     * @return the results
     * @throws RunnerException if a run fails
     */
    public static Collection<RunResult> run(
            Class<?> benchmarks, boolean quick, UnaryOperator<ChainedOptionsBuilder> more) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(quick ? 2 : 3)
                .warmupTime(TimeValue.milliseconds(quick ? 100 : 300))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 100 : 300))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        return new Runner(more.apply(options).build()).run();
    }

    /**
     * Returns the name of the method that a result is of.
     *
     * @param result a result
     * @return the name without its class
     */
    public static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
