package io.portolan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints how large the jars are that a program gets. */
public final class SizeTable {
    private static final List<String> CORE = List.of("portolan-core", "guava", "failureaccess", "jspecify");
    private static final Map<String, List<String>> WITH = Map.of(
            "portolan-catalogs",
                    List.of(
                            "portolan-catalog-rds",
                            "portolan-catalog-ras",
                            "portolan-catalog-configmgr",
                            "portolan-catalog-windows",
                            "portolan-catalog-ad",
                            "portolan-catalog-identity"),
            "portolan-planner", List.of("ipaddress"),
            "portolan-firewall", List.of("portolan-planner", "ipaddress", "jackson-core"));
    private static final List<String> MODULES = List.of(
            "portolan-core",
            "portolan-catalog-rds",
            "portolan-catalog-ras",
            "portolan-catalog-configmgr",
            "portolan-catalog-windows",
            "portolan-catalog-ad",
            "portolan-catalog-identity",
            "portolan-catalogs",
            "portolan-planner",
            "portolan-firewall");

    private SizeTable() {}

    /**
     * Prints a table in Markdown.
     *
     * @param arguments the folder of the jars
     * @throws IOException if it cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        System.out.println("| module | its jar, KB | with all that it needs, KB |\n|---|--:|--:|");
        for (String module : MODULES) {
            Stream<String> others = Stream.concat(CORE.stream(), WITH.getOrDefault(module, List.of()).stream())
                    .filter(name -> !name.equals(module));
            long own = bytes(folder, module);
            long all = own + others.mapToLong(name -> bytes(folder, name)).sum();
            System.out.println(String.format(Locale.ROOT, "| `%s` | %.0f | %,.0f |", module, own / 1e3, all / 1e3));
        }
    }

    /** Returns the size of the jar of an artifact; the class path has each once. */
    private static long bytes(Path folder, String artifact) {
        try (Stream<Path> files = Files.list(folder)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches(artifact + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no jar of " + artifact + " in " + folder));
            return Files.size(jar);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
