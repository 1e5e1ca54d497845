package io.portolan.firewall.cisco;

import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;

/**
 * An entry of an access list.
 *
 * @param number its sequence number
 * @param action what becomes of packets that it matches
 * @param sources where they come from
 * @param destinations where they go
 * @param transports what they are; empty for every protocol
 * @param matches which packets of a connection it matches
 * @param notUnderstood what else it asks for
 */
record IosEntry(
        int number,
        Action action,
        AddressSet sources,
        AddressSet destinations,
        ImmutableList<Transport> transports,
        Matches matches,
        ImmutableList<String> notUnderstood) {
    /** Which packets of a connection an entry matches. */
    enum Matches {
        /** All of them. */
        EVERY,
        /** Those of TCP with ACK or RST: all but the first of a connection. */
        ESTABLISHED,
        /** Those that answer what a reflexive entry has let pass. */
        REFLECTED
    }

    IosEntry withNumber(int newNumber) {
        return new IosEntry(newNumber, action, sources, destinations, transports, matches, notUnderstood);
    }
}
