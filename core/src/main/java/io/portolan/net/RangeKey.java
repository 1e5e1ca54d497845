package io.portolan.net;

/**
 * A port range packed into one {@code int}: the first port, shifted down by 0x8000, in the upper half, the last port in
 * the lower. Keys compare as signed numbers in the order of their ranges: by first port, then by last.
 */
final class RangeKey {
    private RangeKey() {}

    static int of(int first, int last) {
        return ((first - 0x8000) << 16) | last;
    }

    static int checked(int first, int last) {
        PortRange.check(first, last);
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
