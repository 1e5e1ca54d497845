package io.portolan.planner.address;

import io.portolan.internal.Excerpts;

/** Reads addresses, prefixes, ranges and lists of them, in one pass, and says where one is wrong. */
final class AddressParser {
    private static final Address FIRST_MAPPED = Address.ofIpv6(0, 0xffff_0000_0000L);
    private static final Address LAST_MAPPED = Address.ofIpv6(0, 0xffff_ffff_ffffL);

    private final String text;
    private final String what;
    private final String expected;

    private AddressParser(String text, String what, String expected) {
        this.text = text;
        this.what = what;
        this.expected = expected;
    }

    static Address parseAddress(String text) {
        AddressParser parser = ofAddress(text);
        Address address = parser.address(0, text.length());
        return parser.range(address, address, 0, text.length()).firstAddress();
    }

    static AddressRange parseRange(String text) {
        return ofRange(text).entry(0, text.length());
    }

    static AddressRange parseRange(String first, String last) {
        Address firstAddress = ofAddress(first).address(0, first.length());
        Address lastAddress = ofAddress(last).address(0, last.length());
        String joined = first + "-" + last;
        return ofRange(joined).range(firstAddress, lastAddress, 0, joined.length());
    }

    /** Returns the range between two addresses, without making a text that only an error needs. */
    static AddressRange range(Address first, Address last) {
        if (first.family() == last.family()
                && first.compareTo(last) <= 0
                && (!first.isMapped() || first.equals(FIRST_MAPPED))
                && (!last.isMapped() || last.equals(LAST_MAPPED))) {
            return new AddressRange(first, last);
        }
        String joined = first + "-" + last;
        return ofRange(joined).range(first, last, 0, joined.length());
    }

    static AddressSet parseSet(String text) {
        return new AddressParser(
                        text,
                        "address list",
                        "addresses, prefixes and ranges, joined by commas without blanks,"
                                + " such as 10.0.0.0/24,10.0.1.5,2001:db8::/32")
                .list();
    }

    private static AddressParser ofAddress(String text) {
        return new AddressParser(text, "address", "an address such as 10.0.0.5 or 2001:db8::1");
    }

    private static AddressParser ofRange(String text) {
        return new AddressParser(
                text,
                "address range",
                "an address such as 10.0.0.5, a prefix such as 10.0.0.0/24, or a range such as 10.0.0.1-10.0.0.9");
    }

    private AddressSet list() {
        AddressSet.Builder addresses = AddressSet.builder();
        if (text.isEmpty()) {
            return addresses.build();
        }
        int start = 0;
        while (true) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            addresses.add(entry(start, end));
            if (comma < 0) {
                return addresses.build();
            }
            start = comma + 1;
        }
    }

    /** Returns the address, prefix or range in {@code text[start, end)}. */
    private AddressRange entry(int start, int end) {
        int mark = start;
        while (mark < end && text.charAt(mark) != '-' && text.charAt(mark) != '/') {
            mark++;
        }
        Address first = address(start, mark);
        if (mark == end) {
            return range(first, first, start, end);
        }
        return text.charAt(mark) == '-'
                ? range(first, address(mark + 1, end), start, end)
                : prefix(first, start, mark + 1, end);
    }

    private AddressRange prefix(Address first, int start, int lengthStart, int end) {
        int most = first.family().bits();
        int length = prefixLength(lengthStart, end, most);
        if (length < 0) {
            throw wrong(lengthStart, end, "is no prefix length", "a number from 0 to " + most);
        }
        int hostBits = most - length;
        Address network = first.withZeros(hostBits);
        if (!first.equals(network)) {
            throw wrong(start, end, "has host bits set", new AddressRange(network, network.withOnes(hostBits)) + "");
        }
        return range(network, network.withOnes(hostBits), start, end);
    }

    /** Returns the number in {@code text[start, end)}, or -1 if it is not a plain decimal number up to the most. */
    private int prefixLength(int start, int end, int most) {
        if (start == end || end - start > 3 || (text.charAt(start) == '0' && end - start > 1)) {
            return -1;
        }
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            length = length * 10 + (c - '0');
        }
        return length <= most ? length : -1;
    }

    /** Returns the range between two addresses that {@code text[start, end)} states. */
    private AddressRange range(Address first, Address last, int start, int end) {
        if (first.family() != last.family()) {
            throw wrong(start, end, "joins an IPv4 and an IPv6 address", "two addresses of one family");
        }
        if (first.compareTo(last) > 0) {
            throw wrong(start, end, "is inverted", new AddressRange(last, first) + "");
        }
        checkMapped(first, last, start, end);
        return new AddressRange(first, last);
    }

    /**
     * Refuses IPv4 addresses in IPv6 form, which would make two sets of one. Only all of them together are accepted, as
     * part of a larger block, so that the complement of a set can be written.
     */
    private void checkMapped(Address first, Address last, int start, int end) {
        if (first.isMapped() && last.isMapped() && !(first.equals(FIRST_MAPPED) && last.equals(LAST_MAPPED))) {
            throw wrong(
                    start, end, "is IPv4 in IPv6 form", new AddressRange(first.unmapped(), last.unmapped()).toString());
        }
        if ((first.isMapped() && !first.equals(FIRST_MAPPED)) || (last.isMapped() && !last.equals(LAST_MAPPED))) {
            throw wrong(
                    start,
                    end,
                    "holds a part of ::ffff:0:0/96, which is IPv4 in IPv6 form",
                    "a range with all of it or nothing of it");
        }
    }

    private Address address(int start, int end) {
        if (start == end) {
            throw wrong(start, end, "is empty", expected);
        }
        String part = text.substring(start, end);
        Address address = AddressText.parse(part);
        if (address == null) {
            throw wrong(start, end, whatIsWrong(part), expected);
        }
        return address;
    }

    private static String whatIsWrong(String part) {
        if (part.indexOf('%') >= 0) {
            return "has a zone, which is known to its host alone";
        }
        if (part.indexOf('*') >= 0 || part.indexOf('?') >= 0) {
            return "has a wildcard";
        }
        if (part.indexOf('/') >= 0) {
            return "is a prefix where an address must stand";
        }
        if (part.chars().anyMatch(Character::isWhitespace)) {
            return "has a blank";
        }
        if (part.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            return whatIsWrongWithNumbers(part.split("\\.", -1));
        }
        return "is no address";
    }

    private static String whatIsWrongWithNumbers(String[] numbers) {
        if (numbers.length != 4) {
            return "has " + (numbers.length == 1 ? "one number" : numbers.length + " numbers") + " and not four";
        }
        for (String number : numbers) {
            if (number.length() > 1 && number.startsWith("0")) {
                return "has a leading zero, which some programs read as octal";
            }
        }
        return "has a number that is not 0-255";
    }

    private IllegalArgumentException wrong(int start, int end, String why, String right) {
        boolean whole = start == 0 && end == text.length();
        String part = whole ? "it" : Excerpts.quote(text.substring(start, end)) + " at character " + (start + 1);
        return new IllegalArgumentException(
                "not an " + what + ": " + Excerpts.quote(text) + ": " + part + " " + why + "; expected " + right);
    }
}
