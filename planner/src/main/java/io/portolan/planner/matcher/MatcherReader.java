package io.portolan.planner.matcher;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.portolan.internal.NumberSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.packets.Shape;
import java.util.Arrays;

/** Reads what {@link MatcherWriter} wrote, and refuses everything else. */
final class MatcherReader {
    private static final int FINGERPRINT_BYTES = 32;
    private static final int MOST_KINDS = 15;

    private final byte[] bytes;
    private final int end;
    private int at;

    private MatcherReader(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    static MatcherModel read(byte[] bytes) {
        int head = MatcherWriter.MARK.length;
        if (bytes.length < head || !Arrays.equals(bytes, 0, head, MatcherWriter.MARK, 0, head)) {
            throw refused("it does not begin with the mark of one, PTLM");
        }
        if (bytes.length > head && bytes[head] != MatcherWriter.VERSION) {
            throw refused("it is of version " + bytes[head] + ", and this program reads version "
                    + MatcherWriter.VERSION + "; compile the policy again");
        }
        int end = bytes.length - MatcherWriter.CHECK_BYTES;
        if (end <= head + FINGERPRINT_BYTES) {
            throw refused("it ends after " + bytes.length + " bytes");
        }
        byte[] sum = Hashing.crc32c().hashBytes(bytes, 0, end).asBytes();
        if (!Arrays.equals(sum, 0, sum.length, bytes, end, bytes.length)) {
            throw refused("its check sum is wrong, so it was cut or changed");
        }
        MatcherReader reader = new MatcherReader(bytes, end);
        reader.at = head + 1;
        return reader.model();
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("not the binary form of a policy matcher: " + why);
    }

    private MatcherModel model() {
        String fingerprint = BaseEncoding.base16().lowerCase().encode(bytes, at, FINGERPRINT_BYTES);
        at += FINGERPRINT_BYTES;
        ImmutableList.Builder<String> flows = ImmutableList.builder();
        int flowCount = count();
        for (int i = 0; i < flowCount; i++) {
            flows.add(text());
        }
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        int entryCount = count();
        for (int i = 0; i < entryCount; i++) {
            entries.add(new Entry(
                    below(flowCount),
                    below(MOST_KINDS + 1),
                    new Shape(IpProtocol.of(below(256)), numbers(), numbers())));
        }
        ImmutableList<Bits> sources = classes(entryCount);
        ImmutableList<Bits> destinations = classes(entryCount);
        int addressClasses = count();
        int[] sourceClass = new int[addressClasses];
        int[] destinationClass = new int[addressClasses];
        boolean[] known = new boolean[addressClasses];
        for (int i = 0; i < addressClasses; i++) {
            sourceClass[i] = below(sources.size());
            destinationClass[i] = below(destinations.size());
            known[i] = below(2) == 1;
        }
        MatcherModel model = new MatcherModel(
                fingerprint,
                flows.build(),
                entries.build(),
                intervals4(addressClasses),
                intervals6(addressClasses),
                sourceClass,
                destinationClass,
                known,
                sources,
                destinations);
        if (at != end) {
            throw refused("there are " + (end - at) + " bytes too many");
        }
        return model;
    }

    private ImmutableList<Bits> classes(int entries) {
        ImmutableList.Builder<Bits> classes = ImmutableList.builder();
        int size = count();
        for (int i = 0; i < size; i++) {
            long[] words = Bits.words(entries);
            int number = 0;
            for (int left = count(); left > 0; left--) {
                number += below(entries - number);
                Bits.set(words, number);
            }
            classes.add(new Bits(words));
        }
        return classes.build();
    }

    private NumberSet numbers() {
        NumberSet.Builder numbers = NumberSet.builder();
        int last = 0;
        for (int left = count(); left > 0; left--) {
            int first = last + below(65_536 - last);
            last = first + below(65_536 - first);
            numbers.addRange(first, last);
        }
        return numbers.build();
    }

    private Intervals4 intervals4(int addressClasses) {
        int[] starts = new int[filled(count())];
        int[] classes = new int[starts.length];
        long start = 0;
        for (int i = 0; i < starts.length; i++) {
            start += number();
            if (start > 0xffff_ffffL || start < 0 || (i == 0) != (start == 0)) {
                throw refused("an interval of IPv4 begins at " + start);
            }
            starts[i] = (int) start;
            classes[i] = below(addressClasses);
        }
        return new Intervals4(starts, classes);
    }

    private Intervals6 intervals6(int addressClasses) {
        int size = filled(count());
        long[] highs = new long[size];
        long[] lows = new long[size];
        int[] classes = new int[size];
        for (int i = 0; i < size; i++) {
            long step = number();
            long low = number();
            highs[i] = (i == 0 ? 0 : highs[i - 1]) + step;
            lows[i] = i > 0 && step == 0 ? lows[i - 1] + low : low;
            classes[i] = below(addressClasses);
            int order = i == 0 ? 1 : Long.compareUnsigned(highs[i], highs[i - 1]);
            if (i == 0
                    ? step != 0 || low != 0
                    : order < 0 || (order == 0 && Long.compareUnsigned(lows[i], lows[i - 1]) <= 0)) {
                throw refused("intervals of IPv6 do not ascend");
            }
        }
        return new Intervals6(highs, lows, classes);
    }

    /** Every address is in an interval, so there is at least one. */
    private static int filled(int size) {
        if (size == 0) {
            throw refused("it has no intervals of addresses");
        }
        return size;
    }

    private String text() {
        int length = count();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) below(65_536));
        }
        return text.toString();
    }

    /** Reads how many things follow; each takes a byte at least. */
    private int count() {
        long count = number();
        if (count < 0 || count > end - at) {
            throw refused("it speaks of " + count + " things where " + (end - at) + " bytes are left");
        }
        return (int) count;
    }

    private int below(int limit) {
        long number = number();
        if (number < 0 || number >= limit) {
            throw refused("it has the number " + number + " where one below " + limit + " must be");
        }
        return (int) number;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at == end) {
                throw refused("it ends in the middle of a number");
            }
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw refused("a number has more than 64 bits");
    }
}
