package io.portolan.benchmarks.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Runs another program, and prints how much memory the process had at most, in kilobytes, as Linux tells. */
public final class Peak {
    private static final String PEAK = "VmHWM:";

    private Peak() {}

    /**
     * Runs a program.
     *
     * @param arguments the name of its main class, and its arguments
     * @throws Exception if it fails
     */
    public static void main(String[] arguments) throws Exception {
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(PEAK)) {
                System.out.println(
                        line.substring(PEAK.length()).replace("kB", "").strip());
            }
        }
    }
}
