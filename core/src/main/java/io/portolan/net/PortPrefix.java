package io.portolan.net;

import com.google.common.base.Strings;
import org.immutables.value.Value;

/**
 * A block of ports as a value and a mask, the form in which switches and some filters match a range.
 *
 * <p>A port belongs to the block if its bits under the mask are those of the value. The masks here are prefixes: ones
 * from the top, then zeros, so that a block has a power of two of ports and starts at a multiple of its size.
 *
 * @see PortSet#prefixes()
 */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract class PortPrefix {
    PortPrefix() {}

    static PortPrefix of(int value, int size) {
        return ImmutablePortPrefix.of(value, 0x1_0000 - size);
    }

    /**
     * Returns the value, which is also the first port of the block.
     *
     * @return a port from 0 to 65535
     */
    @Value.Parameter
    public abstract int value();

    /**
     * Returns the mask.
     *
     * @return 0 for all ports, {@code 0xffff} for a single one
     */
    @Value.Parameter
    public abstract int mask();

    /**
     * Returns the ports of the block as a range.
     *
     * @return the range
     */
    public PortRange range() {
        return PortRange.of(value(), value() | (~mask() & 0xffff));
    }

    /** Returns value and mask in hexadecimal, such as {@code 0xc000/0xc000}. */
    @Override
    public String toString() {
        return hex(value()) + "/" + hex(mask());
    }

    private static String hex(int number) {
        return "0x" + Strings.padStart(Integer.toHexString(number), 4, '0');
    }
}
