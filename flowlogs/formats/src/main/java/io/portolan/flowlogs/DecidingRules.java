package io.portolan.flowlogs;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.flowlogs.TrafficReport.Unwanted;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.matcher.MatcherBuilder;
import io.portolan.planner.matcher.PolicyMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which rule of a firewall decides a packet, by a matcher whose flows are the rules. */
final class DecidingRules {
    private final ObservedRules observed;
    private final PolicyMatcher matcher;
    /** The position of the rule of each flow of the matcher. */
    private final List<Integer> ruleOf = new ArrayList<>();

    DecidingRules(ObservedRules observed) {
        this.observed = observed;
        MatcherBuilder builder = PolicyMatcher.builder();
        for (int i = 0; i < observed.rules().size(); i++) {
            ObservedRule rule = observed.rules().get(i);
            for (Transport transport : transports(rule)) {
                builder.flow(rule.id(), rule.sources(), rule.destinations(), transport, Optional.empty());
                ruleOf.add(i);
            }
        }
        this.matcher = builder.build();
    }

    /** A rule without transports is for packets of every protocol. */
    private static ImmutableList<Transport> transports(ObservedRule rule) {
        if (!rule.transports().isEmpty()) {
            return rule.transports();
        }
        ImmutableList.Builder<Transport> all = ImmutableList.builder();
        for (int number = 0; number < 256; number++) {
            IpProtocol protocol = IpProtocol.of(number);
            if (protocol == IpProtocol.TCP) {
                all.add(Transport.tcp(PortSet.all()));
            } else if (protocol == IpProtocol.UDP) {
                all.add(Transport.udp(PortSet.all()));
            } else if (protocol == IpProtocol.ICMP) {
                all.add(Transport.icmp());
            } else if (protocol == IpProtocol.ICMPV6) {
                all.add(Transport.icmpV6());
            } else {
                all.add(Transport.ip(protocol));
            }
        }
        return all.build();
    }

    /** Returns a number for the rules that match a record, or the way back to it. */
    int decided(FlowRecord record, boolean turned) {
        return record.verdict(matcher, turned);
    }

    /** Returns sums by the rule that decides; what no rule decides, or nobody knows which, is left out. */
    Map<Integer, Count.Sum> byRule(Map<Integer, Count.Sum> byVerdict) {
        Map<Integer, Count.Sum> byRule = new LinkedHashMap<>();
        byVerdict.forEach((verdict, sum) -> {
            for (int rule : users(verdict)) {
                byRule.computeIfAbsent(rule, first -> new Count.Sum()).add(sum.count());
            }
        });
        return byRule;
    }

    /**
     * The rules that may have let packets pass: the one that decides, and before it those that were not understood. Where
     * rules have no order, each that allows.
     */
    private List<Integer> users(int verdict) {
        List<Integer> users = new ArrayList<>();
        for (int i : rules(verdict)) {
            ObservedRule rule = observed.rules().get(i);
            if (rule.action() == Action.ALLOW) {
                users.add(i);
            }
            boolean decides = rule.notUnderstood().isEmpty() && observed.matching() == Matching.FIRST_MATCH;
            if (decides) {
                break;
            }
        }
        return users;
    }

    private List<Integer> rules(int verdict) {
        List<Integer> rules = new ArrayList<>();
        ImmutableIntArray flows = matcher.neededBy(verdict);
        for (int i = 0; i < flows.length(); i++) {
            int rule = ruleOf.get(flows.get(i));
            if (rules.isEmpty() || rules.get(rules.size() - 1) != rule) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Returns what becomes of a conversation from a port that does not matter. */
    Action action(Conversation conversation) {
        int verdict = verdict(conversation);
        boolean mayPass = false;
        boolean mayNotPass = false;
        boolean allowed = false;
        for (int i : rules(verdict)) {
            ObservedRule rule = observed.rules().get(i);
            boolean understood = rule.notUnderstood().isEmpty();
            if (observed.matching() == Matching.DENY_WINS) {
                mayNotPass |= rule.action() != Action.ALLOW;
                if (rule.action() == Action.DENY && understood) {
                    return Action.DENY;
                }
                allowed |= rule.action() == Action.ALLOW && understood;
                mayPass |= rule.action() != Action.DENY;
            } else if (understood) {
                return merged(rule.action(), mayPass, mayNotPass);
            } else {
                mayPass |= rule.action() != Action.DENY;
                mayNotPass |= rule.action() != Action.ALLOW;
            }
        }
        return merged(allowed ? Action.ALLOW : observed.otherwise(), mayPass, mayNotPass);
    }

    private static Action merged(Action decided, boolean mayPass, boolean mayNotPass) {
        boolean isSure = decided == Action.ALLOW ? !mayNotPass : decided == Action.DENY && !mayPass;
        return isSure ? decided : Action.UNKNOWN;
    }

    private int verdict(Conversation conversation) {
        Address source = conversation.source();
        Address destination = conversation.destination();
        int selector = conversation.selector();
        return source.family() == AddressFamily.IPV4
                ? matcher.verdict((int) source.low(), (int) destination.low(), conversation.protocol(), -1, selector)
                : matcher.verdict(
                        source.high(),
                        source.low(),
                        destination.high(),
                        destination.low(),
                        conversation.protocol(),
                        -1,
                        selector);
    }

    /** Returns a conversation for each rule that may let one pass, the most frequent. */
    Map<Integer, Conversation> examples(List<Unwanted> unwanted) {
        Map<Integer, Conversation> examples = new LinkedHashMap<>();
        for (Unwanted each : unwanted) {
            for (int rule : users(verdict(each.conversation()))) {
                examples.putIfAbsent(rule, each.conversation());
            }
        }
        return examples;
    }
}
