package io.portolan.cli.output;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Lets an interrupt or a request to end stop a run before its last step, but not within that step, and removes the staging
 * folder in either case.
 */
final class Uninterrupted implements AutoCloseable {
    private final Staging staging;
    private final Thread hook = new Thread(this::end, "portolan-output");
    private boolean ended;

    Uninterrupted(Staging staging) {
        this.staging = staging;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A step that is done whole. */
    interface Step {
        void run() throws IOException;
    }

    /** Does the last step, unless the process is about to end. */
    synchronized void finish(Step step) throws IOException {
        if (ended) {
            throw new InterruptedIOException("interrupted; nothing was written");
        }
        step.run();
    }

    /** Runs when the process is told to end: waits for a last step under way, or cleans up before one. */
    private synchronized void end() {
        ended = true;
        try {
            staging.close();
        } catch (IOException e) {
            // the next run removes what is left
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending; the hook does what is left to do
        }
    }
}
