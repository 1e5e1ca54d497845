package io.portolan.cli;

import io.portolan.catalogs.Catalogs;
import io.portolan.sitefile.FileText;
import io.portolan.sitefile.InvalidFileException;
import io.portolan.sitefile.SiteFile;

/** What the user names as input: a file, or {@code -} for standard input. */
final class InputFile {
    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /** Tells whether an input is standard input. */
    static boolean isStandardInput(String name) {
        return name.equals(STANDARD_INPUT);
    }

    /**
     * Returns the text of an input.
     *
     * @param name the name of a file, or {@code -}
     * @param longest how many bytes it may have
     * @throws InvalidFileException if it cannot be read, is longer, or is no text
     */
    static String text(String name, int longest) {
        return isStandardInput(name)
                ? FileText.read(name, System.in, longest)
                : FileText.read(FileText.path(name), longest);
    }

    /**
     * Returns the site file that an input is.
     *
     * @param name the name of a file, or {@code -}
     * @throws InvalidFileException if it cannot be read, or is none
     */
    static SiteFile site(String name) {
        return isStandardInput(name)
                ? SiteFile.parse(text(name, FileText.LONGEST), Catalogs.all())
                : SiteFile.read(FileText.path(name));
    }
}
