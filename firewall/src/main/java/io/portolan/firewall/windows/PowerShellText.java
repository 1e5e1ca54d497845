package io.portolan.firewall.windows;

import com.google.common.base.Joiner;
import com.google.common.collect.Lists;
import java.util.List;

/**
 * Texts as PowerShell takes them.
 *
 * <p>Between single quotes PowerShell expands nothing. It takes four typographic quotes for single quotes; each quote is
 * doubled. Files are ASCII, because Windows PowerShell 5 takes a file without a byte order mark for one of the code page of
 * the machine; what is not ASCII is written as an underscore, and so are line breaks and other control characters.
 */
public final class PowerShellText {
    private static final int MOST_IN_A_LINE = 4;
    private static final char FIRST_PRINTED = ' ';
    private static final char LAST_PRINTED = '~';

    private PowerShellText() {}

    /**
     * Returns a text that PowerShell reads as the given one, reduced to printed ASCII.
     *
     * @param text any text
     * @return the text in single quotes
     */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSingleQuote(c)) {
                quoted.append("''");
            } else {
                quoted.append(c < FIRST_PRINTED || c > LAST_PRINTED ? '_' : c);
            }
        }
        return quoted.append('\'').toString();
    }

    private static boolean isSingleQuote(char c) {
        return c == '\'' || (c >= '\u2018' && c <= '\u201B');
    }

    /**
     * Returns an array, on several lines if it is long.
     *
     * @param texts any texts
     * @param indent blanks before the line in which the array begins
     * @return the array in PowerShell
     */
    static String array(List<String> texts, String indent) {
        List<String> quoted = Lists.transform(texts, PowerShellText::quote);
        if (texts.size() <= MOST_IN_A_LINE) {
            return "@(" + Joiner.on(", ").join(quoted) + ")";
        }
        String inner = "\n" + indent + "    ";
        return "@(" + inner + Joiner.on("," + inner).join(quoted) + "\n" + indent + ")";
    }
}
