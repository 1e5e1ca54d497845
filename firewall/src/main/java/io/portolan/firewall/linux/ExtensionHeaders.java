package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.NumberSet;
import io.portolan.planner.address.AddressFamily;
import java.util.List;

/**
 * Headers of IPv6 that the kernel skips to find the protocol of a packet: AH is among them, so that a rule for TCP is one
 * for TCP within AH, too, and a rule for protocol 51 matches no AH. Packets of AH are taken to hold something that no rule
 * lets pass, but that rules may drop.
 */
final class ExtensionHeaders {
    /** Hop-by-hop options, routing, fragments, AH and destination options, by {@code ipv6_ext_hdr} of the kernel. */
    static final NumberSet NUMBERS = NumberSet.of(0)
            .union(NumberSet.ofRange(43, 44))
            .union(NumberSet.of(51))
            .union(NumberSet.of(60));

    static final Region PACKETS = Region.of(AddressFamily.IPV6).intersection(Region.protocols(NUMBERS));

    private static final NumberSet ICMP = NumberSet.of(1).union(NumberSet.of(58));
    private static final NumberSet NOTHING = NumberSet.of(59);

    private static final String CONNECTION = "a connection behind extension headers of IPv6";
    private static final String MESSAGE = "a message of ICMP behind extension headers of IPv6";
    private static final String OTHER = "what stands behind extension headers of IPv6";

    /** Why it is not known whether packets with such headers are invalid. */
    static final String INVALID = "ct state invalid behind extension headers of IPv6";

    private ExtensionHeaders() {}

    /** Returns the condition for the protocol that a packet has behind such headers. */
    static Condition behind(Region region) {
        Region perhaps = new Region(
                        region.sources(),
                        region.destinations(),
                        Region.EVERY_PROTOCOL,
                        NumberSet.all(),
                        NumberSet.all())
                .intersection(PACKETS);
        ImmutableList<Region> sure =
                region.protocols().intersects(NUMBERS) ? region.minus(PACKETS) : ImmutableList.of(region);
        Condition condition = Condition.anyOf(sure);
        return perhaps.isEmpty() ? condition : condition.or(Condition.perhaps(perhaps, inside(region.protocols())));
    }

    /** Tells whether two doubts are about packets that there are not: what begins a connection is not invalid. */
    static boolean exclude(Doubt first, Doubt second) {
        return (first.reasons().contains(CONNECTION) && second.reasons().contains(INVALID))
                || (first.reasons().contains(INVALID) && second.reasons().contains(CONNECTION));
    }

    /** Tells whether a decision is about nothing but what may stand behind such headers. */
    static boolean areAll(Step step) {
        List<String> reasons = step.doubt().reasons();
        return NUMBERS.contains(step.region().protocols())
                && !reasons.contains(OTHER)
                && (reasons.contains(CONNECTION) || reasons.contains(MESSAGE));
    }

    /** Returns the doubt about the opposite: packets with nothing behind such headers are meant there. */
    static Doubt negated(Doubt doubt) {
        List<String> reasons = doubt.reasons();
        return reasons.contains(CONNECTION) || reasons.contains(MESSAGE) ? Doubt.of(OTHER) : doubt;
    }

    private static String inside(NumberSet protocols) {
        return protocols.intersects(NOTHING) ? OTHER : protocols.intersects(ICMP) ? MESSAGE : CONNECTION;
    }
}
