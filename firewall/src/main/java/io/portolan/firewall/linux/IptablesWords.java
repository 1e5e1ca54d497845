package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;

/** Takes a line of {@code iptables-save} apart: words between blanks, in quotes where they have blanks themselves. */
final class IptablesWords {
    private IptablesWords() {}

    /**
     * A word of a line.
     *
     * @param text the word without quotes and escapes
     * @param quoted whether it had quotes, so that it is no option whatever it looks like
     */
    record Word(String text, boolean quoted) {
        boolean isNot() {
            return !quoted && text.equals("!");
        }

        boolean isOption() {
            return !quoted && text.length() > 1 && text.startsWith("-");
        }
    }

    static ImmutableList<Word> of(String line, int number) {
        ImmutableList.Builder<Word> words = ImmutableList.builder();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        boolean quoted = false;
        boolean hadQuotes = false;
        int quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                inside = true;
                hadQuotes = true;
                quote = i;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (inside) {
                    words.add(new Word(word.toString(), hadQuotes));
                }
                word.setLength(0);
                inside = false;
                hadQuotes = false;
            } else {
                word.append(c);
                inside = true;
            }
        }
        if (quoted) {
            throw new FirewallFormatException(number, quote + 1, "the quotation mark is not closed; expected another");
        }
        if (inside) {
            words.add(new Word(word.toString(), hadQuotes));
        }
        return words.build();
    }
}
