package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.internal.Excerpts;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortRange;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes observed rules of what chains at the same hook decide one after the other. */
final class Hooks {
    /** What lets pass whatever no chain looks at. */
    static final String NO_CHAIN = "no chain";

    private static final String POLICY = "policy of ";
    private static final int MOST_STEPS = 200_000;
    private static final int CODES = 256;
    private static final PortSet WITH_PORTS = PortSet.of(6, 17);
    private static final PortSet ICMP = PortSet.of(1, 58);
    private static final int LONGEST_ID = 200;

    private Hooks() {}

    /** Returns the packets that pass the filter of a firewall: through it, or to and from the addresses of its host. */
    static Region packets(Hook hook, ReadOptions options) {
        AddressSet own = options.host().map(host -> host.peers().addresses()).orElse(AddressSet.any());
        return switch (hook) {
            case FORWARD -> Region.EVERYTHING;
            case INPUT -> Region.to(own);
            case OUTPUT -> Region.from(own);
        };
    }

    /** Returns the hooks that matter. */
    static ImmutableList<Hook> of(ReadOptions options) {
        return options.host().isPresent() ? ImmutableList.of(Hook.INPUT, Hook.OUTPUT) : ImmutableList.of(Hook.FORWARD);
    }

    /** Returns what becomes of packets that have to pass each of some lists. */
    static ImmutableList<Step> inTurn(List<ImmutableList<Step>> lists, Region packets) {
        ImmutableList<Step> rest = ImmutableList.of(new Step(NO_CHAIN, packets, Action.ALLOW, Optional.empty()));
        for (int i = lists.size() - 1; i >= 0; i--) {
            rest = both(lists.get(i), rest);
        }
        return rest;
    }

    /** What the first list lets pass has to pass the second, too. */
    private static ImmutableList<Step> both(List<Step> first, ImmutableList<Step> second) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        int size = 0;
        for (Step step : first) {
            if (step.action() == Action.DENY) {
                steps.add(step);
                size++;
                continue;
            }
            for (Step next : size > MOST_STEPS ? unknown(step) : second) {
                Region region = step.region().intersection(next.region());
                if (!region.isEmpty()) {
                    steps.add(new Step(
                            isRule(next) || (!isRule(step) && next.action() == Action.DENY) ? next.id() : step.id(),
                            region,
                            next.action(),
                            Condition.join(step.notUnderstood(), next.notUnderstood())));
                    size++;
                }
            }
        }
        return steps.build();
    }

    private static boolean isRule(Step step) {
        return !step.id().equals(NO_CHAIN) && !step.id().startsWith(POLICY);
    }

    private static ImmutableList<Step> unknown(Step step) {
        Optional<String> reason = Optional.of("more rules in chains one after the other than are looked at");
        return ImmutableList.of(
                new Step(step.id(), step.region(), Action.ALLOW, reason),
                new Step(step.id(), step.region(), Action.DENY, reason));
    }

    /** Returns decisions as rules; what none of them holds does not pass the firewall. */
    static ObservedRules observed(List<Step> steps) {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (Step step : steps) {
            add(rules, step);
        }
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, rules.build());
    }

    private static void add(ImmutableList.Builder<ObservedRule> rules, Step step) {
        Region region = step.region();
        boolean everyPort =
                region.sourcePorts().equals(PortSet.all()) && region.selectors().equals(PortSet.all());
        if (everyPort && region.protocols().equals(Region.EVERY_PROTOCOL)) {
            rules.add(rule(step, ImmutableList.of(), step.notUnderstood()));
            return;
        }
        List<Transport> exact = new ArrayList<>();
        List<Transport> wider = new ArrayList<>();
        region.protocols().ports().forEach(number -> {
            if (WITH_PORTS.contains(number)) {
                Transport transport = number == IpProtocol.TCP.number()
                        ? Transport.tcp(region.selectors()).from(region.sourcePorts())
                        : Transport.udp(region.selectors()).from(region.sourcePorts());
                exact.add(transport);
            } else if (ICMP.contains(number)) {
                icmp(exact, number == IpProtocol.ICMP.number(), region.selectors());
            } else {
                (everyPort ? exact : wider).add(Transport.ip(IpProtocol.of(number)));
            }
        });
        if (!exact.isEmpty()) {
            rules.add(rule(step, ImmutableList.copyOf(exact), step.notUnderstood()));
        }
        if (!wider.isEmpty()) {
            Optional<String> ports = Optional.of("ports of protocols other than TCP and UDP");
            rules.add(rule(step, ImmutableList.copyOf(wider), Condition.join(step.notUnderstood(), ports)));
        }
    }

    private static void icmp(List<Transport> transports, boolean ipv4, PortSet selectors) {
        if (selectors.equals(PortSet.all())) {
            transports.add(ipv4 ? Transport.icmp() : Transport.icmpV6());
            return;
        }
        for (PortRange range : selectors.ranges()) {
            int selector = range.first();
            while (selector <= range.last()) {
                int type = selector / CODES;
                int code = selector % CODES;
                if (code == 0 && selector + CODES - 1 <= range.last()) {
                    transports.add(ipv4 ? Transport.icmp(type) : Transport.icmpV6(type));
                    selector += CODES;
                } else {
                    transports.add(ipv4 ? Transport.icmp(type, code) : Transport.icmpV6(type, code));
                    selector++;
                }
            }
        }
    }

    private static ObservedRule rule(Step step, ImmutableList<Transport> transports, Optional<String> notUnderstood) {
        return new ObservedRule(
                id(step.id()),
                step.action(),
                Peers.of(step.region().sources()),
                Peers.of(step.region().destinations()),
                transports,
                notUnderstood.map(Hooks::id));
    }

    /** Returns a text in one line that shows as it is, whatever a comment holds. */
    static String id(String text) {
        String cut = text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) + "..." : text;
        if (Excerpts.isPlain(cut) && !cut.isBlank()) {
            return cut;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < cut.length(); i++) {
            String character = cut.substring(i, i + 1);
            plain.append(Excerpts.isPlain(character) ? character : "?");
        }
        return plain.toString().isBlank() ? "?" : plain.toString();
    }
}
