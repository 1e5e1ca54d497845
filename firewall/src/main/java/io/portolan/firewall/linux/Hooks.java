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

/** Makes observed rules of what chains at the same hook decide one after the other. */
final class Hooks {
    private static final int LONGEST_ID = 200;

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
            if (step.action() != Action.ALLOW || !ExtensionHeaders.areAll(step)) {
                add(rules, step);
            }
        }
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, rules.build());
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
