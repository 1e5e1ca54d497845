package io.portolan.benchmarks;

import com.google.common.collect.ImmutableList;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Audits a large site against scattered rules, as scripts of many years leave them: each from one host to one other on one
 * port, half of them on behalf of some flow, one in twenty with words that nobody understands.
 */
public final class ScatteredAudit {
    private static final int ONE_IN = 20;

    private ScatteredAudit() {}

    /**
     * Prints what is found and how long it takes.
     *
     * @param arguments how many hosts, and how many rules
     */
    public static void main(String[] arguments) {
        int hosts = Integer.parseInt(arguments[0]);
        Policy policy = Planner.plan(Estate.of(hosts), Estate.products());
        ObservedRules observed = rules(policy, Integer.parseInt(arguments[1]));
        long start = System.nanoTime();
        AuditReport report = Audit.compare(policy, observed);
        System.out.printf(
                "%d hosts, %d rules: %.1f s%n", hosts, observed.rules().size(), (System.nanoTime() - start) / 1e9);
        for (Finding.Kind kind : Finding.Kind.values()) {
            System.out.println(kind.id() + ": " + report.of(kind).size());
        }
    }

    private static ObservedRules rules(Policy policy, int count) {
        Random random = new Random(11);
        List<Peers> addresses = new ArrayList<>();
        for (Place place : policy.topology().places()) {
            if (place.kind() == Place.Kind.HOST) {
                AddressRange first = place.peers().addresses().ranges().get(0);
                addresses.add(Peers.of(AddressSet.of(first.firstAlone())));
            }
        }
        List<Rule> needed = policy.rules();
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            Peers source = addresses.get(random.nextInt(addresses.size()));
            Peers destination = addresses.get(random.nextInt(addresses.size()));
            Transport transport = Transport.tcp(PortSet.of(1 + random.nextInt(65_535)));
            if (random.nextBoolean()) {
                Rule rule = needed.get(random.nextInt(needed.size()));
                source = one(rule.sources(), random, source);
                destination = one(rule.destinations(), random, destination);
                transport = rule.transport();
            }
            rules.add(new ObservedRule(
                    "line " + i,
                    Action.ALLOW,
                    source,
                    destination,
                    ImmutableList.of(transport),
                    random.nextInt(ONE_IN) == 0 ? Optional.of("-m recent") : Optional.empty()));
        }
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, rules.build());
    }

    private static Peers one(Peers peers, Random random, Peers otherwise) {
        List<AddressRange> ranges = peers.addresses().ipv4().ranges();
        return ranges.isEmpty()
                ? otherwise
                : Peers.of(
                        AddressSet.of(ranges.get(random.nextInt(ranges.size())).firstAlone()));
    }
}
