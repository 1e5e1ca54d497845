package io.portolan.net;

/**
 * Reads unsigned decimal numbers as they stand in port lists: ASCII digits only, no sign, no blank, no leading zero, so
 * that every number has one spelling.
 */
final class Decimal {
    /** What {@link #parse} returns for a text that is no number within its bound. */
    static final int NONE = -1;

    private Decimal() {}

    /** Returns the number in {@code text[start, end)}, or {@link #NONE} unless it is one from 0 to {@code max}. */
    static int parse(CharSequence text, int start, int end, int max) {
        if (start == end || (text.charAt(start) == '0' && end - start > 1)) {
            return NONE;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
            if (number > max) {
                return NONE; // before it can overflow
            }
        }
        return number;
    }
}
