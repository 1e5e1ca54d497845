package io.portolan.firewall.api;

import com.google.common.base.CharMatcher;
import io.portolan.internal.Excerpts;

/**
 * A file for a firewall.
 *
 * @param name its name without folders, such as {@code portolan.nft}: letters, digits, dots and hyphens
 * @param text its text, which ends with a line feed
 */
public record RenderedFile(String name, String text) {
    private static final int LONGEST = 200;
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf(".-"));

    /**
     * Refuses a name that could lead elsewhere.
     *
     * @param name its name without folders, such as {@code portolan.nft}: letters, digits, dots and hyphens
     * @param text its text, which ends with a line feed
     */
    public RenderedFile {
        if (name.isEmpty() || name.length() > LONGEST || name.startsWith(".") || !PLAIN.matchesAllOf(name)) {
            throw new IllegalArgumentException("not a name of a file: " + Excerpts.quote(name)
                    + "; expected 1 to 200 letters, digits, dots and hyphens, without a dot at the start");
        }
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of " + name + " does not end with a line feed");
        }
    }

    /**
     * Tells whether the file is for people and programs beside the firewall, such as that with the reasons, and not to be
     * loaded.
     *
     * @return whether the name ends like that of such a file
     */
    public boolean isSideFile() {
        return name.endsWith("-reasons.json") || name.endsWith("-groups.json");
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
