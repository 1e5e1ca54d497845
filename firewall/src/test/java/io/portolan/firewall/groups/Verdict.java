package io.portolan.firewall.groups;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;

/** What a list of rules of which the first match decides says of one packet, tried rule by rule. */
public final class Verdict {
    private Verdict() {}

    /** Returns whether the packet passes, does not, or nobody knows. */
    public static Action of(ObservedRules rules, Probe packet) {
        AddressRange source = AddressRange.parse(packet.source());
        AddressRange destination = AddressRange.parse(packet.destination());
        boolean mayPass = false;
        boolean mayNotPass = false;
        for (ObservedRule rule : rules.rules()) {
            if (!rule.sources().addresses().contains(source)
                    || !rule.destinations().addresses().contains(destination)
                    || !matches(rule, packet)) {
                continue;
            }
            if (rule.action() == Action.UNKNOWN) {
                return Action.UNKNOWN;
            }
            if (rule.isUnderstood()) {
                return certain(rule.action(), mayPass, mayNotPass);
            }
            mayPass |= rule.action() == Action.ALLOW;
            mayNotPass |= rule.action() == Action.DENY;
        }
        return certain(rules.otherwise(), mayPass, mayNotPass);
    }

    private static Action certain(Action action, boolean mayPass, boolean mayNotPass) {
        boolean doubtful = action == Action.ALLOW ? mayNotPass : mayPass;
        return doubtful ? Action.UNKNOWN : action;
    }

    private static boolean matches(ObservedRule rule, Probe packet) {
        if (rule.transports().isEmpty()) {
            return true;
        }
        for (Transport transport : rule.transports()) {
            if (transport.protocol() == packet.transport().protocol()
                    && packet.isIn(new Rule(rule.sources(), rule.destinations(), transport, ImmutableList.of()))) {
                return true;
            }
        }
        return false;
    }
}
