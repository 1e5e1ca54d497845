package io.portolan.cli.file;

import io.portolan.cli.text.Shown;
import java.util.regex.Pattern;

/**
 * A place in a file.
 *
 * @param file the name of the file, as the user gave it
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path the keys that lead to the place, joined by dots; empty for the file as a whole
 */
record Position(String file, int line, int column, String path) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /** Returns the place of a value or key further down. */
    Position below(String key, int atLine, int atColumn) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : Shown.quote(key);
        return new Position(file, atLine, atColumn, path.isEmpty() ? shown : path + "." + shown);
    }

    /** Returns the place of a mapping in a list, which is told by its number, from 0. */
    Position item(int number) {
        return new Position(file, line, column, path + "[" + number + "]");
    }

    /** Returns another place under the same keys. */
    Position at(int otherLine, int otherColumn) {
        return new Position(file, otherLine, otherColumn, path);
    }

    /** Returns the error that something is wrong here. */
    FileException error(String message) {
        return new FileException(
                Shown.plain(file) + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }
}
