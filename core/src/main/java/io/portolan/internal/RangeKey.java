package io.portolan.internal;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A range of numbers from 0 to 65535 packed into one {@code int}: the first number, shifted down by 0x8000, in the upper
 * half, the last number in the lower. Keys compare as signed numbers in the order of their ranges: by first number, then by last.
 */
final class RangeKey {
    private RangeKey() {}

    static int of(int first, int last) {
        return ((first - 0x8000) << 16) | last;
    }

    static int checked(int first, int last) {
        checkArgument(
                first >= 0 && first <= last && last <= 65_535,
                "not a range of numbers: %s-%s; expected one within 0-65535",
                first,
                last);
        return of(first, last);
    }

    static int first(int key) {
        return (key >> 16) + 0x8000;
    }

    static int last(int key) {
        return key & 0xffff;
    }

    static int withLast(int key, int last) {
        return (key & 0xffff_0000) | last;
    }
}
