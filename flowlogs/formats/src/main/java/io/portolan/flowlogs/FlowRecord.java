package io.portolan.flowlogs;

import io.portolan.net.IpProtocol;
import io.portolan.planner.address.Address;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict.Reason;

/**
 * One record of a log of traffic, whatever the log: packets of one kind from one address to another, within some time.
 *
 * <p>An address is 128 bits in two longs; of IPv4 the lower 32 are used. Where protocols have no ports, the source port
 * equals the selector: {@code type * 256 + code} under ICMP, or -1 if it is not known, and 0 under all others.
 */
public final class FlowRecord {
    /** What stands for a time that is not known. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** What stands for a port, or a type of ICMP, that is not known. */
    public static final int NO_PORT = -1;

    private final boolean ipv6;
    private final long sourceHigh;
    private final long sourceLow;
    private final long destinationHigh;
    private final long destinationLow;
    private final int protocol;
    private final int sourcePort;
    private final int selector;
    private final Orientation orientation;
    private final Reason reason;
    private final Action action;
    private final long packets;
    private final long bytes;
    private final long first;
    private final long last;

    private FlowRecord(Builder builder) {
        this.ipv6 = builder.ipv6;
        this.sourceHigh = builder.sourceHigh;
        this.sourceLow = builder.sourceLow;
        this.destinationHigh = builder.destinationHigh;
        this.destinationLow = builder.destinationLow;
        this.protocol = builder.protocol;
        boolean hasPorts = hasPorts(protocol);
        this.selector = hasPorts || isIcmp(protocol) ? builder.selector : 0;
        this.sourcePort = hasPorts ? builder.sourcePort : selector;
        this.orientation = builder.orientation;
        this.reason = reason(builder, hasPorts);
        this.action = builder.action;
        this.packets = builder.packets;
        this.bytes = builder.bytes;
        this.first = builder.first;
        this.last = builder.last;
    }

    private static Reason reason(Builder builder, boolean hasPorts) {
        boolean complete = builder.hasSource
                && builder.hasDestination
                && !builder.mixed
                && builder.protocol >= 0
                && (!(hasPorts || isIcmp(builder.protocol))
                        || builder.selector >= 0
                        || (hasPorts && builder.sourcePort >= 0 && builder.orientation == Orientation.ANSWER));
        return builder.reason == Reason.NONE && !complete ? Reason.INCOMPLETE : builder.reason;
    }

    static boolean hasPorts(int protocol) {
        return protocol >= 0 && protocol < 256 && IpProtocol.of(protocol).hasPorts();
    }

    static boolean isIcmp(int protocol) {
        return protocol == 1 || protocol == 58;
    }

    /**
     * Starts a record of which nothing is known.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Decides the record.
     *
     * @param matcher the matcher of a policy
     * @return a number for {@link Outcome}
     */
    public long outcome(PolicyMatcher matcher) {
        if (reason != Reason.NONE) {
            return Outcome.unknown(reason);
        }
        int forward = forward(matcher);
        if (orientation != Orientation.ANSWER && matcher.isNeeded(forward)) {
            return Outcome.of(matcher, forward, 0, orientation, true);
        }
        return Outcome.of(matcher, forward, back(matcher), orientation, isKnown(matcher));
    }

    /**
     * Tells whether the record fits both ways: as a question that a flow needs, and as an answer to one.
     *
     * @param matcher the matcher of a policy
     * @return whether nothing in the record but its ports could tell which it is, and they do not
     */
    public boolean fitsBothWays(PolicyMatcher matcher) {
        return reason == Reason.NONE
                && orientation == Orientation.EITHER
                && matcher.isNeeded(forward(matcher))
                && matcher.isAnswer(back(matcher));
    }

    /** Returns the verdict on the record as it is, or with source and destination exchanged. */
    int verdict(PolicyMatcher matcher, boolean turned) {
        return turned ? back(matcher) : forward(matcher);
    }

    private int forward(PolicyMatcher matcher) {
        return ipv6
                ? matcher.verdict(
                        sourceHigh, sourceLow, destinationHigh, destinationLow, protocol, sourcePort, selector)
                : matcher.verdict((int) sourceLow, (int) destinationLow, protocol, sourcePort, selector);
    }

    private int back(PolicyMatcher matcher) {
        return ipv6
                ? matcher.verdict(
                        /* sourceHigh= */ destinationHigh,
                        /* sourceLow= */ destinationLow,
                        /* destinationHigh= */ sourceHigh,
                        /* destinationLow= */ sourceLow,
                        protocol,
                        /* sourcePort= */ selector,
                        /* selector= */ sourcePort)
                : matcher.verdict(
                        (int) destinationLow,
                        (int) sourceLow,
                        protocol,
                        /* sourcePort= */ selector,
                        /* selector= */ sourcePort);
    }

    private boolean isKnown(PolicyMatcher matcher) {
        return ipv6
                ? matcher.isKnown(sourceHigh, sourceLow) && matcher.isKnown(destinationHigh, destinationLow)
                : matcher.isKnown((int) sourceLow) && matcher.isKnown((int) destinationLow);
    }

    /**
     * Returns the source address.
     *
     * @return an address, of no meaning if the record is incomplete
     */
    public Address source() {
        return ipv6 ? Address.ofIpv6(sourceHigh, sourceLow) : Address.ofIpv4((int) sourceLow);
    }

    /**
     * Returns the destination address.
     *
     * @return an address, of no meaning if the record is incomplete
     */
    public Address destination() {
        return ipv6 ? Address.ofIpv6(destinationHigh, destinationLow) : Address.ofIpv4((int) destinationLow);
    }

    /**
     * Returns the number of the protocol.
     *
     * @return 0 to 255, or -1 if the record does not tell
     */
    public int protocol() {
        return protocol;
    }

    /**
     * Returns the source port.
     *
     * @return 0 to 65535 or {@link #NO_PORT}; where there are no ports, the same as {@link #selector}
     */
    public int sourcePort() {
        return sourcePort;
    }

    /**
     * Returns the destination port, or the type and code of ICMP.
     *
     * @return 0 to 65535, or {@link #NO_PORT}
     */
    public int selector() {
        return selector;
    }

    /**
     * Returns who opened the connection, as far as the record tells.
     *
     * @return the orientation
     */
    public Orientation orientation() {
        return orientation;
    }

    /**
     * Returns why nobody can tell what becomes of the record.
     *
     * @return the reason, {@link Reason#NONE} if the record is complete
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns what the filter did that wrote the record.
     *
     * @return the action
     */
    public Action action() {
        return action;
    }

    /**
     * Returns how many packets were counted, in both directions if the record is of both.
     *
     * @return a number from 0 on
     */
    public long packets() {
        return packets;
    }

    /**
     * Returns how many bytes were counted, in both directions if the record is of both.
     *
     * @return a number from 0 on
     */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns when the first of the packets was seen.
     *
     * @return milliseconds since 1970-01-01 UTC, or {@link #NO_TIME}
     */
    public long first() {
        return first;
    }

    /**
     * Returns when the last of the packets was seen.
     *
     * @return milliseconds since 1970-01-01 UTC, or {@link #NO_TIME}
     */
    public long last() {
        return last;
    }

    /** Returns source, destination, protocol and ports in one line. */
    @Override
    public String toString() {
        return source() + ":" + sourcePort + " -> " + destination() + ":" + selector + " protocol " + protocol + " "
                + orientation + " " + reason;
    }

    /** Collects what a record tells; can be used for one record after another. */
    public static final class Builder {
        private boolean ipv6;
        private boolean mixed;
        private boolean hasSource;
        private boolean hasDestination;
        private long sourceHigh;
        private long sourceLow;
        private long destinationHigh;
        private long destinationLow;
        private int protocol;
        private int sourcePort;
        private int selector;
        private Orientation orientation = Orientation.EITHER;
        private Reason reason = Reason.NONE;
        private Action action = Action.NOT_TOLD;
        private long packets;
        private long bytes;
        private long first;
        private long last;

        private Builder() {
            clear();
        }

        /**
         * Forgets everything.
         *
         * @return this builder
         */
        public Builder clear() {
            ipv6 = false;
            mixed = false;
            hasSource = false;
            hasDestination = false;
            protocol = -1;
            sourcePort = NO_PORT;
            selector = NO_PORT;
            orientation = Orientation.EITHER;
            reason = Reason.NONE;
            action = Action.NOT_TOLD;
            packets = 0;
            bytes = 0;
            first = NO_TIME;
            last = NO_TIME;
            return this;
        }

        /**
         * Sets the source address.
         *
         * @param isIpv6 whether it is of IPv6
         * @param high the upper 64 bits, 0 for IPv4
         * @param low the lower 64 bits
         * @return this builder
         */
        public Builder source(boolean isIpv6, long high, long low) {
            family(isIpv6, hasDestination);
            hasSource = true;
            sourceHigh = high;
            sourceLow = low;
            return this;
        }

        /**
         * Sets the destination address.
         *
         * @param isIpv6 whether it is of IPv6
         * @param high the upper 64 bits, 0 for IPv4
         * @param low the lower 64 bits
         * @return this builder
         */
        public Builder destination(boolean isIpv6, long high, long low) {
            family(isIpv6, hasSource);
            hasDestination = true;
            destinationHigh = high;
            destinationLow = low;
            return this;
        }

        /** Forgets both addresses. */
        Builder clearEnds() {
            mixed = false;
            hasSource = false;
            hasDestination = false;
            return this;
        }

        /** No packet goes from one family to the other, so that a record that says so was translated or is wrong. */
        private void family(boolean isIpv6, boolean hasOther) {
            mixed = hasOther && isIpv6 != ipv6;
            ipv6 = isIpv6;
        }

        /**
         * Sets the number of the protocol.
         *
         * @param number 0 to 255
         * @return this builder
         */
        public Builder protocol(int number) {
            this.protocol = number;
            return this;
        }

        /**
         * Sets the ports.
         *
         * @param source the source port, or {@link #NO_PORT}
         * @param destination the destination port, or {@link #NO_PORT}
         * @return this builder
         */
        public Builder ports(int source, int destination) {
            this.sourcePort = source;
            this.selector = destination;
            return this;
        }

        /**
         * Sets type and code of ICMP.
         *
         * @param type 0 to 255
         * @param code 0 to 255
         * @return this builder
         */
        public Builder icmp(int type, int code) {
            this.selector = type * 256 + code;
            this.sourcePort = selector;
            return this;
        }

        /**
         * Sets who opened the connection.
         *
         * @param told the orientation
         * @return this builder
         */
        public Builder orientation(Orientation told) {
            this.orientation = told;
            return this;
        }

        /**
         * Sets why nobody can tell what becomes of the record.
         *
         * @param why the reason
         * @return this builder
         */
        public Builder reason(Reason why) {
            this.reason = why;
            return this;
        }

        /**
         * Sets what the filter did.
         *
         * @param done the action
         * @return this builder
         */
        public Builder action(Action done) {
            this.action = done;
            return this;
        }

        /**
         * Sets how much was counted.
         *
         * @param packetCount packets
         * @param byteCount bytes
         * @return this builder
         */
        public Builder amount(long packetCount, long byteCount) {
            this.packets = packetCount;
            this.bytes = byteCount;
            return this;
        }

        /**
         * Sets when it was.
         *
         * @param firstSeen milliseconds since 1970-01-01 UTC, or {@link #NO_TIME}
         * @param lastSeen milliseconds since 1970-01-01 UTC, or {@link #NO_TIME}
         * @return this builder
         */
        public Builder time(long firstSeen, long lastSeen) {
            this.first = firstSeen;
            this.last = lastSeen;
            return this;
        }

        /**
         * Returns the record. A record that lacks an address, the protocol, or the port that would decide is incomplete.
         *
         * @return the record
         */
        public FlowRecord build() {
            return new FlowRecord(this);
        }
    }
}
