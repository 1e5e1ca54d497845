package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.internal.Excerpts;
import io.portolan.net.IpProtocol;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes observed rules of what chains at the same hook decide one after the other. */
final class Hooks {
    private static final int LONGEST_ID = 200;

    /** How a rule asks for the hop limits that no router leaves in a packet or passes on; nft may leave the number out. */
    private static final Pattern HOP_LIMIT = Pattern.compile(".*(hoplimit|hl-eq)( (1|255))?");

    private Hooks() {}

    /** Returns the packets that pass the filter of a firewall: through it, or to and from the addresses of its host. */
    static Region packets(Hook hook, ReadOptions options) {
        AddressSet own = own(options);
        return switch (hook) {
            case FORWARD -> Region.EVERYTHING;
            case INPUT -> Region.to(own);
            case OUTPUT -> Region.from(own);
        };
    }

    /** Returns the addresses of the host of a firewall; none for a firewall between networks. */
    static AddressSet own(ReadOptions options) {
        return options.host().map(host -> host.peers().addresses()).orElse(AddressSet.none());
    }

    /** Returns the hooks that matter. */
    static ImmutableList<Hook> of(ReadOptions options) {
        return options.host().isPresent() ? ImmutableList.of(Hook.INPUT, Hook.OUTPUT) : ImmutableList.of(Hook.FORWARD);
    }

    /** Returns decisions as rules; what none of them holds does not pass the firewall. */
    static ObservedRules observed(List<Step> steps) {
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (Step step : steps) {
            boolean opens = step.action() == Action.ALLOW;
            if (!opens || !(ExtensionHeaders.areAll(step) || staysOnTheLink(step))) {
                add(rules, step);
            }
        }
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, rules.build());
    }

    /**
     * Tells whether a decision is about messages to neighbours and groups that a hop limit keeps on the link: no router
     * passes them on (RFC 4861, 7.1; RFC 3810, 5), and connection tracking knows none of them.
     */
    private static boolean staysOnTheLink(Step step) {
        return step.region().minus(States.NEIGHBOURS).isEmpty()
                && step.doubt().reasons().stream()
                        .anyMatch(reason -> HOP_LIMIT.matcher(reason).matches());
    }

    private static void add(ImmutableList.Builder<ObservedRule> rules, Step step) {
        Region region = step.region();
        boolean everyPort = region.sourcePorts().isAll() && region.selectors().isAll();
        if (everyPort && region.protocols().equals(Region.EVERY_PROTOCOL)) {
            rules.add(rule(step, ImmutableList.of(), step.doubt()));
            return;
        }
        List<Transport> exact = new ArrayList<>();
        List<Transport> wider = new ArrayList<>();
        region.protocols().numbers().forEach(number -> {
            IpProtocol protocol = IpProtocol.of(number);
            boolean selects = protocol.hasPorts()
                    || (Shape.isIcmp(protocol) && region.sourcePorts().isAll());
            if (selects) {
                exact.addAll(new Shape(protocol, region.sourcePorts(), region.selectors()).transports());
            } else {
                (everyPort ? exact : wider).add(Transport.ip(protocol));
            }
        });
        if (!exact.isEmpty()) {
            rules.add(rule(step, ImmutableList.copyOf(exact), step.doubt()));
        }
        if (!wider.isEmpty()) {
            Doubt ports = Doubt.of("ports of protocols other than TCP and UDP");
            rules.add(rule(step, ImmutableList.copyOf(wider), step.doubt().and(ports)));
        }
    }

    private static ObservedRule rule(Step step, ImmutableList<Transport> transports, Doubt doubt) {
        return new ObservedRule(
                id(step.id()),
                step.action(),
                Peers.of(step.region().sources()),
                Peers.of(step.region().destinations()),
                transports,
                doubt.reasons().stream().map(Hooks::id).collect(ImmutableList.toImmutableList()));
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
