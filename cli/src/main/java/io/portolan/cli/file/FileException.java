package io.portolan.cli.file;

/** Tells in one line what is wrong with a file, where, and what would be right. */
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FileException(String message) {
        super(message);
    }
}
