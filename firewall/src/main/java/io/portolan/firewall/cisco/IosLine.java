package io.portolan.firewall.cisco;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.FirewallFormatException;

/**
 * A line of a listing.
 *
 * @param number from 1
 * @param indented whether it begins with a blank, as lines of a block do
 * @param words its words
 */
record IosLine(int number, boolean indented, ImmutableList<String> words) {
    private static final Splitter LINES = Splitter.on('\n');
    private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

    /** Returns the lines of a text that have words; comments, which begin with an exclamation mark, end blocks. */
    static ImmutableList<IosLine> of(String text) {
        ImmutableList.Builder<IosLine> lines = ImmutableList.builder();
        int number = 0;
        for (String line : LINES.split(text)) {
            number++;
            ImmutableList<String> words = ImmutableList.copyOf(WORDS.split(line));
            if (!words.isEmpty()) {
                lines.add(new IosLine(number, CharMatcher.whitespace().matches(line.charAt(0)), words));
            }
        }
        return lines.build();
    }

    /** Tells whether the line begins with some words. */
    boolean startsWith(String... first) {
        if (words.size() < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if (!words.get(i).equals(first[i])) {
                return false;
            }
        }
        return true;
    }

    /** Returns a word that has to be there. */
    String word(int index) {
        if (index >= words.size()) {
            throw error("something is missing after '" + this + "'");
        }
        return words.get(index);
    }

    /** Returns the line without its first words. */
    IosLine from(int index) {
        return new IosLine(number, indented, words.subList(Math.min(index, words.size()), words.size()));
    }

    FirewallFormatException error(String message) {
        return new FirewallFormatException(number, 1, message);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
