package io.portolan.internal;

/** Quotes values in error messages: whole if short, cut if long, one line always. */
public final class Excerpts {
    private static final int LONGEST = 60;

    private Excerpts() {}

    /**
     * Returns a text in double quotes, cut after 60 characters; control and format characters, among them line ends and
     * marks of direction, show as {@code ?}, so that a message stays one line and reads as it is, whatever the value
     * holds.
     *
     * @param text any text
     * @return the quoted text
     */
    public static String quote(CharSequence text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder quoted = new StringBuilder(end + 20).append('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            quoted.append(isPlain(c) ? c : '?');
        }
        quoted.append('"');
        if (end < text.length()) {
            quoted.append("... (").append(text.length()).append(" characters)");
        }
        return quoted.toString();
    }

    /**
     * Tells whether a text shows as it is: on one line, without control and format characters.
     *
     * @param text any text
     * @return whether {@link #quote} replaces nothing in it
     */
    public static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a character shows as it is; half of a pair does not. */
    static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
