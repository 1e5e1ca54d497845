package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;
import org.immutables.value.Value;

/**
 * An inclusive range of TCP or UDP ports, such as {@code 49152-65535}; a single port is a range of one.
 *
 * <p>Both ends belong to the range and lie between 0 and 65535. Port 0 is reserved and nothing listens on it, but it is
 * part of the number space and of what filters match, so it is allowed here. A range is never empty; for "no ports" see
 * {@link PortSet#none()}.
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class PortRange implements Comparable<PortRange> {
    PortRange() {}

    /**
     * Returns the range of all ports between two, both included.
     *
     * @param first the first port, 0 to 65535
     * @param last the last port, {@code first} to 65535
     * @return the range
     * @throws IllegalArgumentException if a port is out of range or the first is above the last
     */
    public static PortRange of(int first, int last) {
        return ImmutablePortRange.of(first, last);
    }

    /**
     * Returns the range that holds one port.
     *
     * @param port the port, 0 to 65535
     * @return the range
     * @throws IllegalArgumentException if the port is out of range
     */
    public static PortRange of(int port) {
        return ImmutablePortRange.of(port, port);
    }

    /**
     * Returns the range that a text states: {@code 80} or {@code 49152-65535}.
     *
     * @param text one decimal number, or two joined by a hyphen; no blanks, no signs, no leading zeros
     * @return the range
     * @throws IllegalArgumentException if the text is anything else, a port is out of range, or the first is above the
     *     last
     */
    public static PortRange parse(String text) {
        return PortParser.parseRange(text);
    }

    /**
     * Returns the first port of the range.
     *
     * @return a port from 0 to 65535
     */
    @Value.Parameter
    public abstract int first();

    /**
     * Returns the last port of the range, which belongs to it.
     *
     * @return a port from {@link #first()} to 65535
     */
    @Value.Parameter
    public abstract int last();

    @Value.Check
    void check() {
        check(first(), last());
    }

    static void check(int first, int last) {
        checkPort(first);
        checkPort(last);
        checkArgument(first <= last, "port range is inverted: %s-%s; did you mean %s-%s?", first, last, last, first);
    }

    private static void checkPort(int port) {
        checkArgument(port >= 0 && port <= 65_535, "port out of range: %s; expected 0-65535", port);
    }

    /**
     * Returns how many ports the range holds.
     *
     * @return a number from 1 to 65,536
     */
    public int size() {
        return last() - first() + 1;
    }

    /**
     * Tells whether the range holds a port. A number that is no port is simply not in it.
     *
     * @param port any number
     * @return whether {@code first <= port <= last}
     */
    public boolean contains(int port) {
        return first() <= port && port <= last();
    }

    /**
     * Returns this range for Guava.
     *
     * @return a closed range with the same ends
     */
    public Range<Integer> asRange() {
        return Range.closed(first(), last());
    }

    /** Orders by first port, then by last. */
    @Override
    public int compareTo(PortRange other) {
        return first() != other.first()
                ? Integer.compare(first(), other.first())
                : Integer.compare(last(), other.last());
    }

    /** Returns {@code 80} for a single port, else {@code 49152-65535}; parses back. */
    @Override
    public String toString() {
        return first() == last() ? Integer.toString(first()) : first() + "-" + last();
    }
}
