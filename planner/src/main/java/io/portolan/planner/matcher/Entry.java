package io.portolan.planner.matcher;

import io.portolan.net.IpProtocol;
import io.portolan.planner.packets.Shape;

/**
 * Packets that the matcher looks for, for the sake of one flow.
 *
 * @param flow the position of the flow
 * @param kinds what the packets are to the flow: bits of {@link Kind#bit()}
 * @param shape what packets are
 */
record Entry(int flow, int kinds, Shape shape) {
    /** What packets are to a flow. */
    enum Kind {
        /** The flow needs them. */
        NEEDED(1),
        /** They answer those that it needs, seen with source and destination exchanged. */
        ANSWER(2),
        /** The flow would need them if the address is that of a name outside. */
        NAMED(4),
        /** They would answer it if the address is that of a name outside. */
        NAMED_ANSWER(8);

        private final int bit;

        Kind(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }

    int protocol() {
        return shape.protocol().number();
    }

    boolean is(Kind kind) {
        return (kinds & kind.bit()) != 0;
    }

    /** Tells whether packets of a protocol differ by port, or by type of ICMP. */
    static boolean selects(int protocol) {
        return IpProtocol.of(protocol).hasPorts() || Shape.isIcmp(IpProtocol.of(protocol));
    }
}
