package io.portolan.sitefile;

import static java.util.Objects.requireNonNull;

import io.portolan.internal.Shown;
import java.util.Optional;

/**
 * One thing that is wrong with a file.
 *
 * @param file the name of the file
 * @param position where in the file, empty if the file as a whole is wrong, such as one that does not exist
 * @param message what is wrong and what would be right, in one line
 */
public record FileProblem(String file, Optional<FilePosition> position, String message) {
    /**
     * Refuses null.
     *
     * @param file the name of the file
     * @param position where in the file
     * @param message what is wrong and what would be right
     */
    public FileProblem {
        requireNonNull(file, "file");
        requireNonNull(position, "position");
        requireNonNull(message, "message");
    }

    /** Returns file, line, column, keys and message in one line, such as {@code site.yaml:3:5: windows: expected ...}. */
    @Override
    public String toString() {
        return position.map(FilePosition::toString).orElseGet(() -> Shown.plain(file) + ": ") + message;
    }
}
