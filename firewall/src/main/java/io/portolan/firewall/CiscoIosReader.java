package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.cisco.IosRules;
import io.portolan.planner.ObservedRules;

/**
 * Reads access lists of Cisco IOS, as {@code show running-config}, {@code show access-lists} and {@code show object-group}
 * print them.
 *
 * <p>Lists are standard or extended, named or numbered, for IPv4 or IPv6, with object groups of networks and services. With
 * the interfaces of a running configuration the list of the interface behind which a source is decides, as far as connected
 * networks and static routes tell; without interfaces the only list of a family is taken to be on all of them. A family
 * without a list, an interface with a list that is missing or empty, and sources of which the listing does not tell where
 * they are, are unknown.
 *
 * <p>Access lists keep no state. {@link #read} tells what becomes of the first packet of a connection, which no entry with
 * {@code established} matches; {@link #readAnswers} what becomes of answers. Understood are addresses, wildcard masks of any
 * bits up to 4,096 networks, ports by {@code eq}, {@code neq}, {@code gt}, {@code lt} and {@code range}, their names, and
 * types of ICMP. Any other word, such as {@code time-range}, a flag of TCP, {@code fragments} or {@code dscp}, makes an entry
 * one that may match less; so do NAT, zones, inspection and policies at an interface.
 *
 * <p>Neighbor Discovery (types 135 and 136), which lists for IPv6 permit without an entry, is left out: hosts take it with a
 * hop limit of 255 alone, so that none comes through a router.
 */
public final class CiscoIosReader {
    private CiscoIosReader() {}

    /**
     * Reads what becomes of the first packets of connections.
     *
     * @param text what the router prints
     * @param options what the listing does not tell; the lists are for a router, so that there is no host
     * @return the rules
     * @throws FirewallFormatException if the text has no access list, or one that is not of IOS
     * @throws IllegalArgumentException if the options have a host
     */
    public static ObservedRules read(String text, ReadOptions options) {
        check(options);
        return IosRules.opening(text);
    }

    /**
     * Reads what becomes of answers: of packets of TCP that have ACK or RST, and of all others as of the first.
     *
     * @param text what the router prints
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text has no access list, or one that is not of IOS
     * @throws IllegalArgumentException if the options have a host
     */
    public static ObservedRules readAnswers(String text, ReadOptions options) {
        check(options);
        return IosRules.answering(text);
    }

    private static void check(ReadOptions options) {
        if (options.host().isPresent()) {
            throw new IllegalArgumentException(
                    "access lists of Cisco IOS are of a router between networks, not of the host "
                            + options.host().get().name() + "; leave the host out");
        }
    }
}
