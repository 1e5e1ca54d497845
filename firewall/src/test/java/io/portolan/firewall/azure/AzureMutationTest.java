package io.portolan.firewall.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.AzureArm;
import io.portolan.firewall.AzureReader;
import io.portolan.firewall.CloudListings;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.azure.AzureSubscription.Nic;
import io.portolan.firewall.azure.AzureSubscription.SecurityRule;
import io.portolan.firewall.azure.AzureSubscription.Subnet;
import io.portolan.firewall.groups.HostGroup;
import io.portolan.firewall.groups.HostGroups;
import io.portolan.firewall.groups.SmallSite;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.firewall.groups.Verdict;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read of mutated network security groups, against what Azure documents of how they decide. */
class AzureMutationTest {
    private static final int MUTATIONS = 150;
    private static final int PROBES = 200;
    private static final String SPACE = "10.0.0.0/16,2001:db8::/47";

    private final Random random = new Random(20_260_402);

    @Test
    void isExactWhereEverythingIsTold() {
        for (int i = 0; i < MUTATIONS; i++) {
            SmallSite site = new SmallSite(i);
            AzureSubscription subscription = mutated(site, false);
            ObservedRules read = read(
                    subscription.nsgList(),
                    CloudOptions.of(site.policy())
                            .inventory(CloudListings.inventory(subscription.nicList()))
                            .inventory(CloudListings.inventory(subscription.vnetList()))
                            .addressSpace(AddressSet.parse(SPACE)));
            for (Probe probe : some(site.probes())) {
                if (subscription.isInside(probe.source()) || subscription.isInside(probe.destination())) {
                    assertThat(Verdict.of(read, probe))
                            .as("seed %s: %s", i, probe)
                            .isEqualTo(subscription.lets(probe) ? Action.ALLOW : Action.DENY);
                }
            }
            if (i % 5 == 0) {
                checkAudit(site, subscription, read, i);
            }
        }
    }

    @Test
    void isNeverWrongWhereSomethingIsNotTold() {
        for (int i = 0; i < MUTATIONS; i++) {
            SmallSite site = new SmallSite(i);
            AzureSubscription subscription = mutated(site, true);
            String listing = subscription.nsgList();
            CloudOptions.Builder options = CloudOptions.of(site.policy());
            if (i % 2 == 0) {
                options.addressSpace(AddressSet.parse(SPACE));
            }
            switch (i % 4) {
                case 0 -> options.inventory(CloudListings.inventory(subscription.nicList()));
                case 1 -> options.inventory(CloudListings.inventory(subscription.vnetList()));
                case 2 -> {
                    options.inventory(CloudListings.inventory(subscription.nicList()));
                    options.inventory(CloudListings.inventory(subscription.vnetList()));
                    String gone =
                            List.copyOf(subscription.groups.keySet()).get(random.nextInt(subscription.groups.size()));
                    List<SecurityRule> rules = subscription.groups.remove(gone);
                    listing = subscription.nsgList();
                    subscription.groups.put(gone, rules);
                }
                default -> {
                    options.inventory(CloudListings.inventory(subscription.nicList()));
                    options.inventory(CloudListings.inventory(subscription.vnetList()));
                }
            }
            if (i % 4 == 1
                    && subscription.interfaces.stream()
                            .anyMatch(nic -> nic.applicationGroups().isEmpty())) {
                continue; // without interfaces, groups that are called as rendered ones are taken to be these
            }
            ObservedRules read = read(listing, options);
            for (Probe probe : some(site.probes())) {
                Action verdict = Verdict.of(read, probe);
                boolean met = isHost(site, probe.source()) || isHost(site, probe.destination());
                if (met && verdict != Action.UNKNOWN && !isNetworkOfWhichNothingIsTold(site, probe, i)) {
                    assertThat(verdict)
                            .as("seed %s: %s", i, probe)
                            .isEqualTo(subscription.lets(probe) ? Action.ALLOW : Action.DENY);
                }
            }
        }
    }

    /** Without subnets, what is no host and has no interface is taken to be elsewhere. */
    private static boolean isNetworkOfWhichNothingIsTold(SmallSite site, Probe probe, int seed) {
        return seed % 4 == 0 && (!isHost(site, probe.source()) || !isHost(site, probe.destination()));
    }

    private static boolean isHost(SmallSite site, String address) {
        return site.policy().topology().places().stream()
                .anyMatch(place -> place.kind() == Place.Kind.HOST
                        && place.peers().addresses().contains(address));
    }

    private void checkAudit(SmallSite site, AzureSubscription subscription, ObservedRules read, int seed) {
        AuditReport report = Audit.compare(site.policy(), read);
        for (Probe probe : some(site.probes())) {
            // one protocol stands for all that no rule names
            boolean named = probe.transport().protocol() != IpProtocol.GRE
                    && probe.transport().protocol() != IpProtocol.VRRP
                    && probe.transport().protocol() != IpProtocol.ESP;
            if (named && (subscription.isInside(probe.source()) || subscription.isInside(probe.destination()))) {
                boolean wanted = site.policy().allows(probe.packet());
                assertThat(report.of(Finding.Kind.EXCESS).stream().anyMatch(each -> probe.isIn(each.rule())))
                        .as("seed %s: %s in excess", seed, probe)
                        .isEqualTo(!wanted && subscription.lets(probe));
                if (wanted && !subscription.lets(probe)) {
                    assertThat(report.of(Finding.Kind.MET))
                            .as("seed %s: %s", seed, probe)
                            .noneMatch(each -> probe.isIn(each.rule()));
                }
            }
        }
    }

    private static ObservedRules read(String listing, CloudOptions.Builder options) {
        return AzureReader.read(listing, ReadOptions.forCloud(options.build()));
    }

    private List<Probe> some(List<Probe> all) {
        List<Probe> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(PROBES, some.size()));
    }

    private AzureSubscription mutated(SmallSite site, boolean withTags) {
        AzureSubscription subscription = subscription(site);
        if (withTags) {
            subscription.tags.put("Storage", List.of("203.0.113.8/29", "2001:db8:9::/64"));
        }
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            mutate(subscription);
        }
        return subscription;
    }

    /** The rendered group at all subnets but a spare one, and each interface in its application security group. */
    private AzureSubscription subscription(SmallSite site) {
        AzureSubscription subscription = new AzureSubscription();
        List<SecurityRule> rules = new ArrayList<>();
        AzureModel.ofTemplate(AzureArm.render(site.policy()))
                .rules()
                .forEach(rule -> rules.add(AzureSubscription.of(rule)));
        subscription.groups.put("portolan", rules);
        subscription.groups.put("spare", new ArrayList<>());
        subscription.subnets.add(new Subnet("hosts", List.of("10.0.0.0/28", "2001:db8::/124"), "portolan"));
        subscription.subnets.add(new Subnet("more", List.of("10.0.2.0/28"), "portolan"));
        subscription.subnets.add(new Subnet("net", List.of("10.0.1.0/28", "2001:db8:1::/124"), "portolan"));
        for (HostGroup group : HostGroups.of(site.policy()).groups()) {
            for (Place host : group.hosts()) {
                for (String subnet : List.of("hosts", "more")) {
                    AddressSet prefixes =
                            AddressSet.parse(subnet.equals("hosts") ? "10.0.0.0/28,2001:db8::/124" : "10.0.2.0/28");
                    List<String> addresses = host
                            .peers()
                            .addresses()
                            .intersection(group.addresses())
                            .intersection(prefixes)
                            .ranges()
                            .stream()
                            .map(AddressRange::first)
                            .toList();
                    if (!addresses.isEmpty()) {
                        subscription.interfaces.add(new Nic(
                                "nic-" + subscription.interfaces.size(),
                                subnet,
                                addresses,
                                "",
                                new ArrayList<>(List.of(group.name()))));
                    }
                }
            }
        }
        subscription.listsDefaults = random.nextInt(4) > 0;
        return subscription;
    }

    private void mutate(AzureSubscription subscription) {
        List<String> names = List.copyOf(subscription.groups.keySet());
        List<SecurityRule> rules = subscription.groups.getOrDefault(names.get(random.nextInt(names.size())), List.of());
        int at = rules.isEmpty() ? -1 : random.nextInt(rules.size());
        switch (random.nextInt(9)) {
            case 0 -> {
                if (at >= 0) {
                    rules.remove(at);
                }
            }
            case 1 -> {
                if (at >= 0) {
                    SecurityRule one = rules.get(at);
                    rules.set(at, with(one, !one.allows(), one.priority(), one.sources(), one.destinations()));
                }
            }
            case 2 -> {
                if (at >= 0) {
                    SecurityRule one = rules.get(at);
                    rules.set(
                            at, with(one, one.allows(), free(rules, one.inbound()), one.sources(), one.destinations()));
                }
            }
            case 3 -> {
                if (at >= 0) {
                    SecurityRule one = rules.get(at);
                    rules.set(
                            at,
                            with(
                                    one,
                                    one.allows(),
                                    one.priority(),
                                    widened(one.sources()),
                                    widened(one.destinations())));
                }
            }
            case 4, 5 -> rules.add(random(subscription, rules));
            case 6 -> {
                int nic = random.nextInt(subscription.interfaces.size());
                Nic one = subscription.interfaces.get(nic);
                subscription.interfaces.set(
                        nic, new Nic(one.name(), one.subnet(), one.addresses(), "spare", one.applicationGroups()));
            }
            case 7 -> {
                int subnet = random.nextInt(subscription.subnets.size());
                Subnet one = subscription.subnets.get(subnet);
                subscription.subnets.set(
                        subnet, new Subnet(one.name(), one.prefixes(), random.nextBoolean() ? "" : "spare"));
            }
            default -> {
                Nic one = subscription.interfaces.get(random.nextInt(subscription.interfaces.size()));
                one.applicationGroups().clear();
            }
        }
    }

    private static SecurityRule with(
            SecurityRule one, boolean allows, int priority, List<String> sources, List<String> destinations) {
        return new SecurityRule(
                one.name(),
                priority,
                one.inbound(),
                allows,
                one.protocol(),
                one.sourcePorts(),
                one.ports(),
                sources,
                destinations);
    }

    private int free(List<SecurityRule> rules, boolean inbound) {
        while (true) {
            int priority = 100 + random.nextInt(3997);
            if (rules.stream().noneMatch(rule -> rule.inbound() == inbound && rule.priority() == priority)) {
                return priority;
            }
        }
    }

    private SecurityRule random(AzureSubscription subscription, List<SecurityRule> rules) {
        boolean inbound = random.nextBoolean();
        boolean every = random.nextInt(3) == 0;
        return new SecurityRule(
                "random-" + random.nextInt(1_000_000),
                free(rules, inbound),
                inbound,
                random.nextBoolean(),
                every ? "*" : random.nextBoolean() ? "Tcp" : "Udp",
                List.of("*"),
                every ? List.of("*") : List.of("1-3", "5"),
                List.of(end(subscription)),
                List.of(end(subscription)));
    }

    private String end(AzureSubscription subscription) {
        List<String> ends = new ArrayList<>(List.of(
                "*",
                "VirtualNetwork",
                "Internet",
                "AzureLoadBalancer",
                "10.0.0.2/30",
                "0.0.0.0/0",
                "203.0.113.9",
                "10.0.1.9/28"));
        ends.addAll(subscription.tags.keySet());
        return ends.get(random.nextInt(ends.size()));
    }

    private static List<String> widened(List<String> ends) {
        return ends.stream()
                .map(end -> {
                    int slash = end.indexOf('/');
                    return slash < 0
                            ? end
                            : end.substring(0, slash + 1) + Math.max(0, Integer.parseInt(end.substring(slash + 1)) - 2);
                })
                .toList();
    }
}
