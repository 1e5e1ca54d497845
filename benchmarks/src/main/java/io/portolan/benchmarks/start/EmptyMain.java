package io.portolan.benchmarks.start;

/** Does nothing: what a Java machine takes to start and end. */
public final class EmptyMain {
    private EmptyMain() {}

    /**
     * Does nothing.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {}
}
