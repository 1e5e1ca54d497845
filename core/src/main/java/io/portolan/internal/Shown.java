package io.portolan.internal;

import com.google.common.base.Ascii;

/** Makes what a user gave fit to be shown to a user again: short, on one line, and without power over the terminal. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /**
     * Returns a text in single quotes, cut if it is long.
     *
     * @param text any text
     * @return the quoted text, on one line
     */
    public static String quote(String text) {
        return "'" + plain(Ascii.truncate(text, LONGEST, "...")) + "'";
    }

    /**
     * Returns a text in which everything that is not a plain character is a question mark.
     *
     * @param text any text
     * @return the text, on one line
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.appendCodePoint(Excerpts.isPlain(c) ? c : '?'));
        return plain.toString();
    }
}
