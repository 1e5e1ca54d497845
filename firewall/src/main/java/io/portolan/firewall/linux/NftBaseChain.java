package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.json.Json;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressFamily;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A chain of nftables that the kernel has packets pass.
 *
 * @param family the family of its table
 * @param table the name of its table
 * @param name its own name
 * @param hook where it is, in the kernel's words
 * @param priority its place among the chains there
 * @param policy what becomes of packets of which no rule decides
 * @param isNat whether it sees the first packet of each connection alone
 * @param devices the interfaces whose packets it sees; none if it sees those of all, or if the listing does not tell
 */
record NftBaseChain(
        String family,
        String table,
        String name,
        String hook,
        int priority,
        Action policy,
        boolean isNat,
        ImmutableSet<String> devices) {
    private static final ImmutableList<String> THROUGH =
            ImmutableList.of("ingress", "prerouting", "input", "forward", "output", "postrouting", "egress");

    private static final int DESTINATION_NAT = -100;
    private static final int SOURCE_NAT = 100;
    private static final String BRIDGE = "bridge";

    /** Returns the chain, empty if it is not at a hook. */
    static Optional<NftBaseChain> of(Json.Obj chain) {
        if (chain.get("hook").isEmpty()) {
            return Optional.empty();
        }
        Optional<Json> device = chain.get("dev");
        Set<String> devices = device.map(NftTexts::of).orElse(Set.of());
        if (device.isPresent() && devices.isEmpty()) {
            throw device.get()
                    .error("expected names of interfaces, but found "
                            + device.get().description());
        }
        return Optional.of(new NftBaseChain(
                chain.require("family").text(),
                chain.require("table").text(),
                chain.require("name").text(),
                chain.require("hook").text(),
                chain.get("prio")
                        .map(prio -> prio.integer(Integer.MIN_VALUE, Integer.MAX_VALUE))
                        .orElse(0),
                chain.get("policy").map(policy -> policy.text().equals("drop")).orElse(false)
                        ? Action.DENY
                        : Action.ALLOW,
                chain.get("type").map(type -> type.text().equals("nat")).orElse(false),
                ImmutableSet.copyOf(devices)));
    }

    /** Returns the place of the chain on the way of packets, empty if they do not pass it. */
    OptionalInt rank(Hook way) {
        if (family.equals("arp")) {
            return OptionalInt.empty();
        }
        boolean passes = switch (way) {
            // what goes from one network to another is input and output of a bridge
            case FORWARD -> family.equals(BRIDGE) || !(hook.equals("input") || hook.equals("output"));
            case INPUT -> hook.equals("ingress") || hook.equals("prerouting") || hook.equals("input");
            case OUTPUT -> hook.equals("output") || hook.equals("postrouting") || hook.equals("egress");
        };
        int rank = THROUGH.indexOf(hook);
        return passes && rank >= 0 ? OptionalInt.of(rank) : OptionalInt.empty();
    }

    /** Returns the priority at which the kernel calls it: chains that translate addresses have theirs among themselves. */
    int effectivePriority() {
        if (!isNat) {
            return priority;
        }
        return hook.equals("prerouting") || hook.equals("output") ? DESTINATION_NAT : SOURCE_NAT;
    }

    /** Returns whether connection tracking has seen the packets. */
    Context.Tracking tracking() {
        if (family.equals(BRIDGE)) {
            return Context.Tracking.AT_ONCE;
        }
        return switch (hook) {
            case "ingress" -> Context.Tracking.BEFORE;
            case "prerouting", "output" -> Context.Tracking.of(effectivePriority());
            default -> Context.Tracking.AFTER;
        };
    }

    /** Returns the packets that get to the chain. */
    Condition entering(Context context) {
        Condition condition = switch (family) {
            case "ip" -> Condition.of(Region.of(AddressFamily.IPV4));
            case "ip6" -> Condition.of(Region.of(AddressFamily.IPV6));
            case BRIDGE -> Condition.unknown("a chain for bridges");
            default -> Condition.ALWAYS;
        };
        if (isNat) {
            condition = condition.and(States.tracked(context));
        }
        return condition.and(ofDevices(context));
    }

    private Condition ofDevices(Context context) {
        boolean ingress = hook.equals("ingress");
        if (!ingress && !hook.equals("egress")) {
            return Condition.ALWAYS;
        }
        if (devices.isEmpty()) {
            return Condition.unknown("the device of an " + hook + " chain, which the listing does not tell");
        }
        Condition any = Condition.NEVER;
        for (String device : devices) {
            any = any.or(
                    ingress
                            ? context.interfaces().incoming(device, context, "device " + device)
                            : context.interfaces().outgoing(device, context, "device " + device));
        }
        return any;
    }
}
