package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;

/** Takes a line of {@code iptables-save} apart: words between blanks, in quotes where they have blanks themselves. */
final class IptablesWords {
    private IptablesWords() {}

    static ImmutableList<String> of(String line, int number) {
        ImmutableList.Builder<String> words = ImmutableList.builder();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        boolean quoted = false;
        int quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                inside = true;
                quote = i;
            } else if (!quoted && (c == ' ' || c == '\t')) {
                if (inside) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inside = false;
            } else {
                word.append(c);
                inside = true;
            }
        }
        if (quoted) {
            throw new FirewallFormatException(number, quote + 1, "the quotation mark is not closed; expected another");
        }
        if (inside) {
            words.add(word.toString());
        }
        return words.build();
    }
}
