package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableMap;
import io.portolan.internal.NumberSet;
import java.util.OptionalInt;

/**
 * The flags of the packet that begins a TCP connection: SYN, and neither FIN, RST, PSH, ACK nor URG; whether ECE and CWR are
 * set depends on the host that opens it (RFC 3168).
 */
final class TcpFlags {
    static final int ALL = 0xFF;

    private static final int FIRST = 0x02;
    private static final int EITHER = 0xC0;

    private static final ImmutableMap<String, Integer> NUMBERS = ImmutableMap.<String, Integer>builder()
            .put("fin", 0x01)
            .put("syn", 0x02)
            .put("rst", 0x04)
            .put("psh", 0x08)
            .put("ack", 0x10)
            .put("urg", 0x20)
            .put("ecn", 0x40)
            .put("ece", 0x40)
            .put("cwr", 0x80)
            .buildOrThrow();

    private static final Region TCP = Region.protocols(NumberSet.of(6));

    private TcpFlags() {}

    /** Returns the bits of flags by name or number, empty if one is neither. */
    static OptionalInt bits(Iterable<String> flags) {
        int bits = 0;
        for (String flag : flags) {
            Integer named = NUMBERS.get(flag);
            if (named != null) {
                bits |= named;
            } else if (flag.matches("[0-9]{1,3}") && Integer.parseInt(flag) <= ALL) {
                bits |= Integer.parseInt(flag);
            } else if (flag.matches("0x[0-9a-f]{1,2}")) {
                bits |= Integer.parseInt(flag.substring(2), 16);
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(bits);
    }

    /** Returns the packets of TCP of whose flags under a mask exactly some are set. */
    static Condition equal(int mask, int value) {
        if ((value & ~mask) != 0 || (FIRST & mask & ~EITHER) != (value & ~EITHER)) {
            return Condition.NEVER;
        }
        return (mask & EITHER) == 0 ? Condition.of(TCP) : Condition.perhaps(TCP, "ECE and CWR among the flags of TCP");
    }

    /** Returns the packets of TCP of whose flags any of some is set. */
    static Condition any(int flags) {
        if ((flags & FIRST) != 0) {
            return Condition.of(TCP);
        }
        return (flags & EITHER) == 0 ? Condition.NEVER : Condition.perhaps(TCP, "ECE and CWR among the flags of TCP");
    }

    /** Returns the packets of TCP that a condition on flags does not hold for. */
    static Condition not(Condition condition) {
        return condition.not().and(Condition.of(TCP));
    }
}
