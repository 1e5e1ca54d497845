package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.matcher.MatcherBuilder;
import io.portolan.planner.matcher.PolicyMatcher;

/** Compiles the flows of a policy into a matcher. */
final class PolicyCompiler {
    private PolicyCompiler() {}

    static PolicyMatcher compile(Topology topology, ImmutableList<PlacedFlow> flows) {
        AddressSet.Builder known = AddressSet.builder();
        AddressSet.Builder inside = AddressSet.builder();
        for (Place place : topology.places()) {
            AddressSet addresses = place.peers().addresses();
            known.addAll(addresses);
            if (place.kind() != Place.Kind.OUTSIDE) {
                inside.addAll(withoutAnywhere(addresses));
            }
        }
        MatcherBuilder builder = PolicyMatcher.builder().known(known.build()).inside(inside.build());
        for (PlacedFlow flow : flows) {
            builder.flow(
                    flow.cause().id(),
                    flow.box().sources(),
                    flow.box().destinations(),
                    flow.cause().resolved().transport(),
                    Replies.asQuestion(flow.cause().resolved()));
        }
        return builder.build();
    }

    /** A network of every address, such as the internet, is not ours. */
    private static AddressSet withoutAnywhere(AddressSet addresses) {
        AddressSet inside = addresses;
        if (addresses.contains(AddressSet.anyIpv4())) {
            inside = inside.difference(AddressSet.anyIpv4());
        }
        return addresses.contains(AddressSet.anyIpv6()) ? inside.difference(AddressSet.anyIpv6()) : inside;
    }
}
