package io.portolan.firewall.api;

/** Tells that a text is not what a firewall lists, with the place where it is not. */
public final class FirewallFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** From 1. */
    private final int line;
    /** From 1. */
    private final int column;

    /**
     * Makes the exception.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     * @param message the value, what is wrong with it, and what would be right
     */
    public FirewallFormatException(int line, int column, String message) {
        super(line + ":" + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /**
     * Returns the line.
     *
     * @return a line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column.
     *
     * @return a column, from 1
     */
    public int column() {
        return column;
    }
}
