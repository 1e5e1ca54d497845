package io.portolan.benchmarks.start;

import com.google.common.collect.ImmutableList;
import io.portolan.benchmarks.Measuring;
import io.portolan.catalog.Flow;
import io.portolan.catalogs.Catalogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how long programs take from start to end, in Java machines of their own: as they are, with an archive of their
 * classes (AppCDS), and, where the machine has it, with a cache of what it prepared ahead of time (AOT).
 */
public final class StartTable {
    private static final int RUNS = 25;
    private static final int QUICK_RUNS = 5;
    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final double MILLION = 1e6;

    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final Path folder;

    private StartTable(Path folder) {
        this.folder = folder;
    }

    /** A program and what it is for. */
    private record Program(String title, String main, ImmutableList<String> arguments) {}

    /**
     * Measures, and prints a table in Markdown.
     *
     * @param arguments {@code quick} for a few runs alone
     * @throws IOException if a program cannot be run
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new StartTable(Files.createTempDirectory("start")).run(Measuring.isQuick(arguments) ? QUICK_RUNS : RUNS);
    }

    private void run(int runs) throws IOException, InterruptedException {
        Path table = folder.resolve("flows.json");
        Files.writeString(table, json());
        List<Program> programs = List.of(
                new Program("empty main", EmptyMain.class.getName(), ImmutableList.of()),
                new Program("Guava alone", GuavaMain.class.getName(), ImmutableList.of()),
                new Program("Portolan: flows of an RD Gateway", CatalogMain.class.getName(), ImmutableList.of()),
                new Program(
                        "the same from JSON with Jackson",
                        JsonMain.class.getName(),
                        ImmutableList.of(table.toString())));
        Map<String, ImmutableList<String>> modes = new LinkedHashMap<>();
        modes.put("as it is", ImmutableList.of());
        modes.put("AppCDS", ImmutableList.of("-XX:SharedArchiveFile="));
        if (Runtime.version().feature() >= FIRST_WITH_AOT_CACHE) {
            modes.put("AOT cache", ImmutableList.of("-XX:AOTCache="));
        }
        System.out.println(
                "| milliseconds, median of " + runs + " | " + String.join(" | ", modes.keySet()) + " | MB |");
        System.out.println("|---|" + "--:|".repeat(modes.size() + 1));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (Program program : programs) {
            prepare(program, modes.containsKey("AOT cache"));
        }
        for (int i = 0; i < runs; i++) { // in turns, so that what disturbs the machine disturbs all
            for (Program program : programs) {
                for (Map.Entry<String, ImmutableList<String>> mode : modes.entrySet()) {
                    times.computeIfAbsent(program.title() + mode.getKey(), key -> new ArrayList<>())
                            .add(time(program, mode.getValue()));
                }
            }
        }
        for (Program program : programs) {
            StringBuilder row = new StringBuilder("| ").append(program.title()).append(" |");
            for (String mode : modes.keySet()) {
                row.append(String.format(
                        Locale.ROOT, " %.0f |", median(times.getOrDefault(program.title() + mode, List.of()))));
            }
            System.out.println(row + String.format(Locale.ROOT, " %.0f |", memory(program)));
        }
    }

    private static String json() {
        List<JsonMain.Row> rows = new ArrayList<>();
        for (Flow flow : Catalogs.rds().flows()) {
            rows.add(new JsonMain.Row(flow.id(), flow.source().id(), flow.toString()));
        }
        return new JsonMapper().writeValueAsString(rows);
    }

    /** Makes the archives that the other modes start from. */
    private void prepare(Program program, boolean aot) throws IOException, InterruptedException {
        start(program, List.of("-XX:ArchiveClassesAtExit=" + archive(program, "-XX:SharedArchiveFile=")));
        if (aot) {
            start(program, List.of("-XX:AOTCacheOutput=" + archive(program, "-XX:AOTCache=")));
        }
    }

    private Path archive(Program program, String option) {
        return folder.resolve(program.main() + option.replaceAll("[^A-Za-z]", ""));
    }

    private double time(Program program, List<String> mode) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>();
        for (String option : mode) {
            options.add(option + archive(program, option));
        }
        long start = System.nanoTime();
        start(program, options);
        return (System.nanoTime() - start) / MILLION;
    }

    /** Returns the most memory that a program had, in megabytes. */
    private double memory(Program program) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(program.main()));
        arguments.addAll(program.arguments());
        Path output = folder.resolve("memory.txt");
        start(new Program(program.title(), Peak.class.getName(), ImmutableList.copyOf(arguments)), List.of(), output);
        List<String> lines = Files.readAllLines(output);
        return Double.parseDouble(lines.get(lines.size() - 1)) / 1000;
    }

    private void start(Program program, List<String> options) throws IOException, InterruptedException {
        start(program, options, folder.resolve("output.txt"));
    }

    private void start(Program program, List<String> options, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.main()));
        command.addAll(program.arguments());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + Files.readString(output));
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
