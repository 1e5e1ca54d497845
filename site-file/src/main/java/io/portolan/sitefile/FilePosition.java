package io.portolan.sitefile;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.portolan.internal.Shown;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a file.
 *
 * @param file the name of the file, as the user gave it
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path the keys that lead to the place, joined by dots; empty for the file as a whole
 */
public record FilePosition(String file, int line, int column, String path) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /**
     * Refuses null, and lines and columns below 1.
     *
     * @param file the name of the file, as the user gave it
     * @param line the line, from 1
     * @param column the column, from 1
     * @param path the keys that lead to the place
     */
    public FilePosition {
        requireNonNull(file, "file");
        requireNonNull(path, "path");
        checkArgument(line >= 1 && column >= 1, "lines and columns count from 1, not %s:%s", line, column);
    }

    /** Returns the place of a value or key further down. */
    FilePosition below(String key, int atLine, int atColumn) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : Shown.quote(key);
        return new FilePosition(file, atLine, atColumn, path.isEmpty() ? shown : path + "." + shown);
    }

    /** Returns the place of a mapping in a list, which is told by its number, from 0. */
    FilePosition item(int number) {
        return new FilePosition(file, line, column, path + "[" + number + "]");
    }

    /** Returns another place under the same keys. */
    FilePosition at(int otherLine, int otherColumn) {
        return new FilePosition(file, otherLine, otherColumn, path);
    }

    /** Returns the error that something is wrong here. */
    InvalidFileException error(String message) {
        return new InvalidFileException(new FileProblem(file, Optional.of(this), message));
    }

    /** Returns file, line, column and keys, each with a colon behind it, such as {@code site.yaml:3:5: windows: }. */
    @Override
    public String toString() {
        return Shown.plain(file) + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ");
    }
}
