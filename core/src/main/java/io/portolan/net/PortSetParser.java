package io.portolan.net;

import io.portolan.internal.Excerpts;

/** Reads port lists, such as {@code 80,443,49152-65535}, in one pass, and says where one is wrong. */
final class PortSetParser {
    /** The most ranges that a set can have: every second port. A longer list repeats itself. */
    static final int MOST_ENTRIES = 32_768;

    private static final String EXPECTED =
            "expected ports 0-65535 and ranges, joined by commas without blanks, such as 80,443,49152-65535";

    private final String text;

    private PortSetParser(String text) {
        this.text = text;
    }

    static PortSet parse(String text) {
        return new PortSetParser(text).parse();
    }

    private PortSet parse() {
        PortSet.Builder ports = PortSet.builder();
        if (text.isEmpty()) {
            return ports.build();
        }
        int start = 0;
        for (int entry = 1; entry <= MOST_ENTRIES; entry++) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            addEntry(ports, start, end);
            if (comma < 0) {
                return ports.build();
            }
            start = comma + 1;
        }
        throw wrong("more than " + MOST_ENTRIES + " entries, the most that a set of ports can have");
    }

    private void addEntry(PortSet.Builder ports, int start, int end) {
        if (start == end) {
            throw wrong("an entry is empty at character " + (start + 1));
        }
        int hyphen = start;
        while (hyphen < end && text.charAt(hyphen) != '-') { // not indexOf, which would look beyond the entry
            hyphen++;
        }
        if (hyphen == end) {
            ports.add(port(start, end));
            return;
        }
        int first = port(start, hyphen);
        int last = port(hyphen + 1, end);
        if (first > last) {
            throw wrong("the range " + first + "-" + last + " is inverted; did you mean " + last + "-" + first + "?");
        }
        ports.addRange(first, last);
    }

    private int port(int start, int end) {
        if (start == end) {
            throw wrong("a number is missing at character " + (start + 1));
        }
        int port = Decimal.parse(text, start, end, 65_535);
        if (port == Decimal.NONE) {
            throw wrong(Excerpts.quote(text.substring(start, end)) + " is not a port");
        }
        return port;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("not a port list: " + Excerpts.quote(text) + ": " + what + "; " + EXPECTED);
    }
}
