package io.portolan.cli.file;

/** Tells in one line what is wrong with a site file, where, and what would be right. */
public final class SiteFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SiteFileException(String message) {
        super(message);
    }
}
