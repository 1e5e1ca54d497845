package io.portolan.flowlogs.spark;

import io.portolan.flowlogs.FlowRecord;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.matcher.Orientation;
import io.portolan.planner.matcher.Outcome;
import io.portolan.planner.matcher.PolicyMatcher;
import io.portolan.planner.matcher.Verdict.Reason;
import org.apache.spark.sql.api.java.UDF7;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code portolan_outcome(source, destination, protocol, source_port, selector, orientation, reason)}, whose
 * result {@link Outcome} explains. It travels as the binary form of the matcher, which each executor reads once.
 */
public final class VerdictFunction implements UDF7<String, String, Integer, Integer, Integer, Integer, Integer, Long> {
    private static final long serialVersionUID = 1;

    private final byte[] policy;
    private transient volatile @Nullable PolicyMatcher matcher;

    /**
     * Makes the function.
     *
     * @param matcher the matcher of a policy
     */
    public VerdictFunction(PolicyMatcher matcher) {
        this.policy = matcher.toBytes();
    }

    private PolicyMatcher matcher() {
        PolicyMatcher known = matcher;
        if (known == null) {
            known = PolicyMatcher.parse(policy); // by several threads at worst, with the same result
            matcher = known;
        }
        return known;
    }

    @Override
    public Long call(
            @Nullable String source,
            @Nullable String destination,
            @Nullable Integer protocol,
            @Nullable Integer sourcePort,
            @Nullable Integer selector,
            @Nullable Integer orientation,
            @Nullable Integer reason) {
        Reason why = Reason.of(reason == null ? Reason.INCOMPLETE.number() : reason);
        if (why != Reason.NONE) {
            return Outcome.unknown(why);
        }
        Address from = address(source);
        Address to = address(destination);
        if (from == null || to == null || from.family() != to.family() || protocol == null) {
            return Outcome.unknown(Reason.INCOMPLETE);
        }
        boolean isIpv6 = from.family() == AddressFamily.IPV6;
        return FlowRecord.builder()
                .source(isIpv6, from.high(), from.low())
                .destination(isIpv6, to.high(), to.low())
                .protocol(protocol)
                .ports(sourcePort == null ? -1 : sourcePort, selector == null ? -1 : selector)
                .orientation(orientation(orientation))
                .build()
                .outcome(matcher());
    }

    private static Orientation orientation(@Nullable Integer number) {
        for (Orientation orientation : Orientation.values()) {
            if (number != null && orientation.number() == number) {
                return orientation;
            }
        }
        return Orientation.EITHER;
    }

    private static @Nullable Address address(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Address.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
