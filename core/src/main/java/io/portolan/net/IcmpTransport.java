package io.portolan.net;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalInt;
import org.immutables.value.Value;

/** ICMP packets, by type and code; see {@link Transport#icmp()} and {@link Transport#icmpV6()}. They have no ports. */
@Value.Immutable
@SuppressWarnings("exports") // the annotations are not needed by users
public abstract non-sealed class IcmpTransport implements Transport {
    IcmpTransport() {}

    /**
     * Returns the IP protocol.
     *
     * @return {@link IpProtocol#ICMP} or {@link IpProtocol#ICMPV6}, whose types differ
     */
    @Override
    @Value.Parameter
    public abstract IpProtocol protocol();

    /**
     * Returns the ICMP type.
     *
     * @return a number from 0 to 255, or empty for every type
     */
    @Value.Parameter
    public abstract OptionalInt type();

    /**
     * Returns the ICMP code.
     *
     * @return a number from 0 to 255, or empty for every code of the type
     */
    @Value.Parameter
    public abstract OptionalInt code();

    @Value.Check
    void check() {
        checkByte("type", type());
        checkByte("code", code());
    }

    private void checkByte(String what, OptionalInt number) {
        int value = number.orElse(0);
        checkArgument(value >= 0 && value <= 255, "%s %s out of range: %s; expected 0-255", protocol(), what, value);
    }

    /** Returns protocol, type and code, such as {@code icmp type 8} or {@code icmp type 3 code 4}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(protocol().toString());
        if (type().isPresent()) {
            text.append(" type ").append(type().getAsInt());
        }
        if (code().isPresent()) {
            text.append(" code ").append(code().getAsInt());
        }
        return text.toString();
    }
}
