package io.portolan.benchmarks.queries;

import io.portolan.catalog.Flow;
import io.portolan.catalog.Infrastructure;
import io.portolan.net.IpProtocol;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Questions to all four catalogs: to find the flows, and to find them and look at each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlowQueryBenchmark {
    /** The way that is measured. */
    @Param({"PORTOLAN", "STREAM", "MULTIMAP"})
    public String kind = "PORTOLAN";

    private FlowFinder finder = FlowFinder.Kind.PORTOLAN.finder();

    /** Builds what indexes there are, by asking once. */
    @Setup(Level.Trial)
    public void setUp() {
        finder = FlowFinder.Kind.valueOf(kind).finder();
        onPort();
        toEndpoint();
    }

    /** What is TCP 8530? */
    @Benchmark
    public Object onPort() {
        return finder.on(IpProtocol.TCP, 8530);
    }

    /** What is TCP 7, which nobody uses? */
    @Benchmark
    public Object onUnusedPort() {
        return finder.on(IpProtocol.TCP, 7);
    }

    /** Who talks to domain controllers? */
    @Benchmark
    public Object toEndpoint() {
        return finder.to(Infrastructure.DOMAIN_CONTROLLER);
    }

    /** What is TCP 8530, flow by flow? */
    @Benchmark
    public int onPortEach() {
        return each(finder.on(IpProtocol.TCP, 8530));
    }

    /** Who talks to domain controllers, flow by flow? */
    @Benchmark
    public int toEndpointEach() {
        return each(finder.to(Infrastructure.DOMAIN_CONTROLLER));
    }

    private static int each(Collection<Flow> flows) {
        int sum = 0;
        for (Flow flow : flows) {
            sum += flow.id().length();
        }
        return sum;
    }
}
