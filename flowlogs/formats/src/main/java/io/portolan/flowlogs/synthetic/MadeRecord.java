package io.portolan.flowlogs.synthetic;

import io.portolan.planner.matcher.Verdict;

/**
 * A record that was made up, and the verdict that it was made for.
 *
 * @param truth the verdict
 * @param source the source address
 * @param destination the destination address
 * @param protocol the number of the protocol: 6 or 17
 * @param sourcePort the source port
 * @param destinationPort the destination port
 * @param isAnswer whether it is of the way back
 * @param second when, in seconds since 1970-01-01 UTC
 * @param packets how many packets
 * @param bytes how many bytes
 */
public record MadeRecord(
        Verdict truth,
        String source,
        String destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        boolean isAnswer,
        long second,
        long packets,
        long bytes) {
    /**
     * Tells whether the record is of IPv6.
     *
     * @return whether its addresses are
     */
    public boolean isIpv6() {
        return source.indexOf(':') >= 0;
    }
}
