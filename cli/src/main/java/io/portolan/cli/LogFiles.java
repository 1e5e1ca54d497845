package io.portolan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The files that a pattern names, such as {@code logs/**}{@code /*.gz}; in the order of their names. */
final class LogFiles {
    private static final String MARKS = "*?[{";

    private LogFiles() {}

    /** Returns the files; a name without marks is that of one file. */
    static List<Path> of(String pattern) {
        try {
            int mark = firstMark(pattern);
            if (mark < 0) {
                Path one = Path.of(pattern);
                if (!Files.isRegularFile(one)) {
                    throw new CommandFailure(pattern + ": there is no such file");
                }
                return List.of(one);
            }
            int slash = pattern.lastIndexOf('/', mark);
            Path folder = slash < 0 ? Path.of("") : Path.of(pattern.substring(0, slash + 1));
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            List<Path> files = new ArrayList<>();
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .filter(matcher::matches)
                        .sorted()
                        .forEach(files::add);
            }
            if (files.isEmpty()) {
                throw new CommandFailure(pattern + ": no file is called like that");
            }
            return files;
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new CommandFailure(pattern + ": not a pattern of files: " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure(pattern + ": " + e.getMessage());
        }
    }

    private static int firstMark(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (MARKS.indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
