package io.portolan.benchmarks;

import com.google.common.collect.ImmutableList;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The rules of a policy as they look after years of care: split by hosts, some forgotten, some of somebody else, some with
 * words that nobody understands. Sources are split, too, where a rule has few of them; elsewhere they are one group, for ten
 * thousand clients by ten thousand servers are more pairs than any firewall has.
 */
final class FirewallConfiguration {
    private static final int MOST_PAIRS = 20_000;
    private static final int ONE_IN = 20;

    private final Random random = new Random(7);
    private final List<ObservedRule> rules = new ArrayList<>();

    private FirewallConfiguration() {}

    /** Returns at most a number of rules, which hold nearly what the given ones do. */
    static ObservedRules of(List<Rule> policy, int most) {
        FirewallConfiguration configuration = new FirewallConfiguration();
        List<Rule> fewDestinationsFirst = new ArrayList<>(policy);
        fewDestinationsFirst.sort((a, b) -> Integer.compare(prefixes(a.destinations()), prefixes(b.destinations())));
        for (Rule rule : fewDestinationsFirst) {
            configuration.add(rule, most);
        }
        Collections.shuffle(configuration.rules, configuration.random);
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, ImmutableList.copyOf(configuration.rules));
    }

    private void add(Rule rule, int most) {
        List<Peers> sources = split(rule.sources());
        List<Peers> destinations = split(rule.destinations());
        if (rules.size() + destinations.size() > most) {
            add(rule.sources(), rule.destinations(), rule.transport());
        } else if ((long) sources.size() * destinations.size() <= MOST_PAIRS
                && rules.size() + sources.size() * destinations.size() <= most) {
            for (Peers source : sources) {
                for (Peers destination : destinations) {
                    addNearly(source, destination, rule.transport());
                }
            }
        } else {
            for (Peers destination : destinations) {
                addNearly(rule.sources(), destination, rule.transport());
            }
        }
    }

    private void addNearly(Peers sources, Peers destinations, Transport transport) {
        switch (random.nextInt(ONE_IN)) {
            case 0 -> {} // forgotten
            case 1 -> add(sources, destinations, Transport.tcp(PortSet.of(1 + random.nextInt(65_535))));
            case 2 ->
                rules.add(new ObservedRule(
                        "rule " + rules.size(),
                        Action.ALLOW,
                        sources,
                        destinations,
                        ImmutableList.of(transport),
                        Optional.of("ct state")));
            default -> add(sources, destinations, transport);
        }
    }

    private void add(Peers sources, Peers destinations, Transport transport) {
        rules.add(ObservedRule.allow("rule " + rules.size(), sources, destinations, transport));
    }

    private static int prefixes(Peers peers) {
        return peers.addresses().prefixes().size() + peers.names().size();
    }

    private static List<Peers> split(Peers peers) {
        List<Peers> parts = new ArrayList<>();
        for (AddressRange prefix : peers.addresses().prefixes()) {
            parts.add(Peers.of(AddressSet.of(prefix)));
        }
        peers.names().forEach(name -> parts.add(Peers.of(name)));
        return parts;
    }
}
