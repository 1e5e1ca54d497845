package io.portolan.planner.matcher;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.portolan.internal.NumberSet;
import java.util.Arrays;

/**
 * Writes the binary form of a matcher: a mark, the version, the fingerprint, then numbers of 7 bits a byte, and a check sum
 * at the end. Ascending numbers are written as differences.
 */
final class MatcherWriter {
    static final byte[] MARK = {'P', 'T', 'L', 'M'};
    static final int VERSION = 1;
    static final int CHECK_BYTES = 4;

    private byte[] bytes = new byte[1 << 12];
    private int size;

    private MatcherWriter() {}

    static byte[] write(MatcherModel model) {
        MatcherWriter writer = new MatcherWriter();
        writer.put(MARK);
        writer.put(VERSION);
        writer.put(BaseEncoding.base16().lowerCase().decode(model.fingerprint()));
        writer.put(model.flows().size());
        model.flows().forEach(writer::put);
        writer.put(model.entries().size());
        model.entries().forEach(writer::put);
        writer.putClasses(model);
        writer.put(model.ipv4());
        writer.put(model.ipv6());
        writer.put(Hashing.crc32c().hashBytes(writer.bytes, 0, writer.size).asBytes());
        return Arrays.copyOf(writer.bytes, writer.size);
    }

    private void put(Entry entry) {
        put(entry.flow());
        put(entry.kinds());
        put(entry.protocol());
        put(entry.shape().sourcePorts());
        put(entry.shape().selectors());
    }

    private void put(NumberSet numbers) {
        put(numbers.rangeCount());
        int last = 0;
        for (int range = 0; range < numbers.rangeCount(); range++) {
            put(numbers.firstOf(range) - last);
            put(numbers.lastOf(range) - numbers.firstOf(range));
            last = numbers.lastOf(range);
        }
    }

    private void putClasses(MatcherModel model) {
        put(model.sources().size());
        model.sources().forEach(this::put);
        put(model.destinations().size());
        model.destinations().forEach(this::put);
        put(model.known().length);
        for (int i = 0; i < model.known().length; i++) {
            put(model.sourceClass()[i]);
            put(model.destinationClass()[i]);
            put(model.known()[i] ? 1 : 0);
        }
    }

    private void put(Bits bits) {
        int[] count = new int[1];
        bits.forEach(number -> count[0]++);
        put(count[0]);
        int[] last = new int[1];
        bits.forEach(number -> {
            put(number - last[0]);
            last[0] = number;
        });
    }

    private void put(Intervals4 intervals) {
        put(intervals.starts().length);
        int last = 0;
        for (int i = 0; i < intervals.starts().length; i++) {
            put((intervals.starts()[i] - last) & 0xffff_ffffL);
            put(intervals.classes()[i]);
            last = intervals.starts()[i];
        }
    }

    private void put(Intervals6 intervals) {
        put(intervals.classes().length);
        long high = 0;
        long low = 0;
        for (int i = 0; i < intervals.classes().length; i++) {
            put(intervals.highs()[i] - high);
            put(
                    intervals.highs()[i] == high
                            ? intervals.lows()[i] - low
                            : intervals.lows()[i]);
            put(intervals.classes()[i]);
            high = intervals.highs()[i];
            low = intervals.lows()[i];
        }
    }

    private void put(String text) {
        put(text.length());
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(long number) {
        long left = number;
        for (; (left & ~0x7fL) != 0; left >>>= 7) {
            putByte((byte) ((left & 0x7f) | 0x80));
        }
        putByte((byte) left);
    }

    private void put(byte[] some) {
        for (byte one : some) {
            putByte(one);
        }
    }

    private void putByte(byte one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = one;
    }
}
