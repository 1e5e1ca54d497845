package consumer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that the build put side by side: what a user gets with {@code portolan-catalogs}. */
final class Jars {
    static final Path FOLDER = Path.of("target", "modules");

    private static final Path PLANNER = Path.of("target", "planner");

    private Jars() {}

    /** Returns the jars by name, in order. */
    static List<Path> all() {
        return in(FOLDER);
    }

    /** Returns the jars with those that a user gets with {@code portolan-planner} and {@code portolan-firewall} besides. */
    static List<Path> withPlanner() {
        List<Path> jars = new ArrayList<>(all());
        jars.addAll(in(PLANNER));
        return jars;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String classPath() {
        return classPath(all());
    }

    static String classPath(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
