package consumer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that the build put side by side: what a user gets with {@code portolan-catalogs}. */
final class Jars {
    static final Path FOLDER = Path.of("target", "modules");

    private Jars() {}

    /** Returns the jars by name, in order. */
    static List<Path> all() {
        try (Stream<Path> jars = Files.list(FOLDER)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String classPath() {
        return all().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
