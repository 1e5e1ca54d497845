package io.portolan.net;

import io.portolan.internal.Excerpts;

/** Reads ports, ranges and lists of them, such as {@code 80,443,49152-65535}, in one pass, and says where one is wrong. */
final class PortParser {
    /** The most ranges that a set can have: every second port. A longer list repeats itself. */
    static final int MOST_ENTRIES = 32_768;

    private final String text;
    private final String what;
    private final String expected;

    private PortParser(String text, String what, String expected) {
        this.text = text;
        this.what = what;
        this.expected = expected;
    }

    static PortSet parseSet(String text) {
        return new PortParser(
                        text,
                        "port list",
                        "ports 0-65535 and ranges, joined by commas without blanks, such as 80,443,49152-65535")
                .list();
    }

    static PortRange parseRange(String text) {
        return new PortParser(text, "port range", "one port 0-65535 or one range, such as 80 or 49152-65535")
                .entry(0, text.length());
    }

    private PortSet list() {
        PortSet.Builder ports = PortSet.builder();
        if (text.isEmpty()) {
            return ports.build();
        }
        int start = 0;
        for (int entry = 1; entry <= MOST_ENTRIES; entry++) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            PortRange range = entry(start, end);
            ports.addRange(range.first(), range.last());
            if (comma < 0) {
                return ports.build();
            }
            start = comma + 1;
        }
        throw wrong("it has more than " + MOST_ENTRIES + " entries, the most that a set of ports can have");
    }

    /** Returns the port or range in {@code text[start, end)}. */
    private PortRange entry(int start, int end) {
        if (start == end) {
            throw wrong("an entry is empty at character " + (start + 1));
        }
        int hyphen = start;
        while (hyphen < end && text.charAt(hyphen) != '-') { // not indexOf, which would look beyond the entry
            hyphen++;
        }
        int first = port(start, hyphen);
        if (hyphen == end) {
            return PortRange.of(first, first);
        }
        int last = port(hyphen + 1, end);
        if (first > last) {
            throw wrong("the range " + first + "-" + last + " at character " + (start + 1)
                    + " is inverted, which may stand for " + last + "-" + first);
        }
        return PortRange.of(first, last);
    }

    private int port(int start, int end) {
        if (start == end) {
            throw wrong("a number is missing at character " + (start + 1));
        }
        int port = Decimal.parse(text, start, end, 65_535);
        if (port == Decimal.NONE) {
            throw wrong(Excerpts.quote(text.substring(start, end)) + " at character " + (start + 1) + " is not a port");
        }
        return port;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "not a " + what + ": " + Excerpts.quote(text) + ": " + why + "; expected " + expected);
    }
}
