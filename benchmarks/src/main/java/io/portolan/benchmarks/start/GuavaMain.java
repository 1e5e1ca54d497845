package io.portolan.benchmarks.start;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/** Uses three collections of Guava and prints a line: what Guava takes to load. */
public final class GuavaMain {
    private GuavaMain() {}

    /**
     * Prints a line.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ImmutableMap<String, ImmutableSet<Integer>> ports = ImmutableMap.of("rdp", ImmutableSet.of(3389, 3391));
        System.out.println(Joiner.on(", ").join(ImmutableList.copyOf(ports.values())));
    }
}
