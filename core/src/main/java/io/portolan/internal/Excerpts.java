package io.portolan.internal;

/** Quotes values in error messages: whole if short, cut if long, one line always. */
public final class Excerpts {
    private static final int LONGEST = 60;

    private Excerpts() {}

    /**
     * Returns a text in double quotes, cut after 60 characters; control characters, among them line ends, show as
     * {@code ?}, so that a message stays one line whatever the value holds.
     *
     * @param text any text
     * @return the quoted text
     */
    public static String quote(CharSequence text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder quoted = new StringBuilder(end + 20).append('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        quoted.append('"');
        if (end < text.length()) {
            quoted.append("... (").append(text.length()).append(" characters)");
        }
        return quoted.toString();
    }
}
