package io.portolan.benchmarks.ports;

import java.util.Random;
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

/**
 * What is done with sets of ports, with each contender. A run of the Java machine sees one contender alone, so that calls
 * through the common interface are as direct as a program's own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PortSetBenchmark {
    private static final int PROBES = 1024;

    /** The library that is measured. */
    @Param({"PORTOLAN", "GUAVA_IMMUTABLE", "GUAVA_TREE", "BIT_SET", "ROARING"})
    public Contender contender = Contender.PORTOLAN;

    /** How many ranges each set has. */
    @Param({"1", "14", "100", "1000"})
    public int ranges;

    private PortSets<Object> sets = Contender.PORTOLAN.sets();
    private Ranges leftRanges = Ranges.of(1, 0);
    private Object left = new Object();
    private Object right = new Object();
    private Object subset = new Object();
    private int[] probes = new int[0];
    private int next;

    /** Makes the operands. */
    @Setup(Level.Trial)
    public void setUp() {
        sets = contender.sets();
        leftRanges = Ranges.of(ranges, 1);
        left = sets.build(leftRanges);
        right = sets.build(Ranges.of(ranges, 2));
        subset = sets.build(leftRanges.half());
        probes = new Random(3).ints(PROBES, 0, 65_536).toArray();
    }

    /** Makes a set of ranges in any order. */
    @Benchmark
    public Object build() {
        return sets.build(leftRanges);
    }

    /** Joins two sets. */
    @Benchmark
    public Object union() {
        return sets.union(left, right);
    }

    /** Takes what two sets share. */
    @Benchmark
    public Object intersection() {
        return sets.intersection(left, right);
    }

    /** Takes one set from another. */
    @Benchmark
    public Object difference() {
        return sets.difference(left, right);
    }

    /** Asks for one port, at random. */
    @Benchmark
    public boolean contains() {
        next = (next + 1) % PROBES;
        return sets.contains(left, probes[next]);
    }

    /** Asks for a set that is contained, which takes longer than one that is not. */
    @Benchmark
    public boolean containsAll() {
        return sets.containsAll(left, subset);
    }
}
