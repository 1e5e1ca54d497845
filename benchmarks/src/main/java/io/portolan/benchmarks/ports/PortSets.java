package io.portolan.benchmarks.ports;

/**
 * One way to keep sets of ports. Operations leave their operands as they are, as immutable sets do.
 *
 * @param <S> the type of sets
 */
interface PortSets<S> {
    S build(Ranges ranges);

    S union(S left, S right);

    S intersection(S left, S right);

    S difference(S left, S right);

    boolean contains(S set, int port);

    boolean containsAll(S set, S others);
}
