package io.portolan.cli.file;

import io.portolan.cli.text.Shown;
import java.util.regex.Pattern;

/**
 * A place in a site file.
 *
 * @param file the name of the file, as the user gave it
 * @param line the line, from 1
 * @param column the column, from 1
 * @param path the keys that lead to the place, joined by dots; empty for the file as a whole
 */
record Place(String file, int line, int column, String path) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    /** Returns the place of a value or key further down. */
    Place below(String key, int atLine, int atColumn) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : Shown.quote(key);
        return new Place(file, atLine, atColumn, path.isEmpty() ? shown : path + "." + shown);
    }

    /** Returns another place under the same keys. */
    Place at(int otherLine, int otherColumn) {
        return new Place(file, otherLine, otherColumn, path);
    }

    /** Returns the error that something is wrong here. */
    SiteFileException error(String message) {
        return new SiteFileException(
                Shown.plain(file) + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }
}
