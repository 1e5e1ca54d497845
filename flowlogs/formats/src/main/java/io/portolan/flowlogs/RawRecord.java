package io.portolan.flowlogs;

import io.portolan.internal.Excerpts;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The fields of one record as bytes: where each begins and ends. A field that is empty, {@code -} or {@code (empty)} has no
 * value. Used for one record after another.
 */
final class RawRecord {
    private static final int FIELDS = Field.values().length;
    private static final byte[] NO_BYTES = {};

    private byte[] buffer = NO_BYTES;
    private final int[] from = new int[FIELDS];
    private final int[] to = new int[FIELDS];

    private byte[] own = new byte[256];
    private int used;

    private boolean ipv6;
    private long high;
    private long low;

    /** Starts a record whose fields are parts of a line. */
    void start(byte[] line) {
        buffer = line;
        Arrays.fill(to, 0);
        Arrays.fill(from, 0);
    }

    /** Starts a record whose fields come as texts. */
    void start() {
        used = 0;
        start(own);
    }

    @SuppressWarnings("EnumOrdinal") // arrays instead of maps, for there are billions of records
    private static int index(Field field) {
        return field.ordinal();
    }

    void set(Field field, int first, int end) {
        from[index(field)] = first;
        to[index(field)] = end;
    }

    void set(Field field, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (used + bytes.length > own.length) {
            own = Arrays.copyOf(own, Math.max(own.length * 2, used + bytes.length));
        }
        buffer = own;
        System.arraycopy(bytes, 0, own, used, bytes.length);
        set(field, used, used + bytes.length);
        used += bytes.length;
    }

    boolean has(Field field) {
        int first = from[index(field)];
        int length = to[index(field)] - first;
        return length > 1 ? !is(field, "(empty)") : length == 1 && buffer[first] != '-';
    }

    /** Tells whether the value is a text, in any case of letters. */
    boolean is(Field field, String text) {
        int first = from[index(field)];
        if (to[index(field)] - first != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (lower(buffer[first + i]) != lower((byte) text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    String text(Field field) {
        int first = from[index(field)];
        return new String(buffer, first, to[index(field)] - first, StandardCharsets.UTF_8);
    }

    /** Tells whether two fields have the same text. */
    boolean same(Field one, Field other) {
        return Arrays.equals(buffer, from[index(one)], to[index(one)], buffer, from[index(other)], to[index(other)]);
    }

    /** Puts two values together in the first field, with a mark between them. */
    void join(Field one, char mark, Field other) {
        String joined = text(one) + mark + text(other);
        start();
        set(one, joined);
    }

    /** Returns a number with a fraction, 0 if there is none. */
    double decimal(Field field) {
        if (!has(field)) {
            return 0;
        }
        try {
            return Double.parseDouble(text(field));
        } catch (NumberFormatException e) {
            throw broken(field, "a number");
        }
    }

    /** Returns a whole number, or what stands for none. */
    long number(Field field, long none) {
        if (!has(field)) {
            return none;
        }
        int end = to[index(field)];
        long number = 0;
        for (int i = from[index(field)]; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9 || end - from[index(field)] > 18) {
                throw broken(field, "a whole number");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    int number(Field field, int none, int last) {
        long number = number(field, none);
        if (number > last) {
            throw broken(field, "a number up to " + last);
        }
        return (int) number;
    }

    int port(Field field) {
        return number(field, FlowRecord.NO_PORT, 65_535);
    }

    BrokenRecord broken(Field field, String expected) {
        return new BrokenRecord(field.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                + Excerpts.quote(text(field)) + " is not " + expected);
    }

    /** Reads both addresses into a record; what is missing stays missing. */
    void addresses(FlowRecord.Builder record, Field source, Field destination) {
        if (has(source)) {
            address(source);
            record.source(ipv6, high, low);
        }
        if (has(destination)) {
            address(destination);
            record.destination(ipv6, high, low);
        }
    }

    private void address(Field field) {
        int end = to[index(field)];
        int number = 0;
        int part = 0;
        int digits = 0;
        int dots = 0;
        for (int i = from[index(field)]; i < end; i++) {
            byte c = buffer[i];
            if (c >= '0' && c <= '9' && digits < 3 && !(digits > 0 && part == 0)) {
                part = part * 10 + c - '0';
                digits++;
            } else if (c == '.' && digits > 0 && part < 256 && dots < 3) {
                number = (number << 8) | part;
                part = 0;
                digits = 0;
                dots++;
            } else {
                longAddress(field);
                return;
            }
        }
        if (dots != 3 || digits == 0 || part > 255) {
            throw broken(field, "an address");
        }
        ipv6 = false;
        high = 0;
        low = ((number << 8) | part) & 0xffff_ffffL;
    }

    /** An address of IPv4 in the form of IPv6 is one of IPv4; a zone says on which link an address is. */
    private void longAddress(Field field) {
        String text = text(field);
        int zone = text.indexOf('%');
        text = zone < 0 ? text : text.substring(0, zone);
        if (text.regionMatches(true, 0, "::ffff:", 0, 7) && text.indexOf('.') > 0) {
            text = text.substring(7);
        }
        try {
            Address address = Address.parse(text);
            ipv6 = address.family() == AddressFamily.IPV6;
            high = address.high();
            low = address.low();
        } catch (IllegalArgumentException e) {
            throw broken(field, "an address");
        }
    }
}
