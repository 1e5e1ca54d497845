package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableMap;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import java.util.Optional;

/** Where packets pass the filter. */
public enum Hook {
    /** What goes from one network to another. */
    FORWARD("forward"),
    /** What a host receives. */
    INPUT("input"),
    /** What a host sends. */
    OUTPUT("output");

    private final String id;

    Hook(String id) {
        this.id = id;
    }

    /**
     * Returns the name as nftables writes it.
     *
     * @return the name of the constant in lower case
     */
    public String id() {
        return id;
    }

    /**
     * Returns what of a policy is at each hook.
     *
     * @param policy the policy
     * @param host whose firewall it is, empty for a firewall between networks
     * @return {@link #FORWARD} alone, or {@link #INPUT} and {@link #OUTPUT}
     */
    public static ImmutableMap<Hook, Policy> policies(Policy policy, Optional<Place> host) {
        return host.map(place -> ImmutableMap.of(
                        INPUT, policy.inbound(place),
                        OUTPUT, policy.outbound(place)))
                .orElseGet(() -> ImmutableMap.of(FORWARD, policy));
    }
}
