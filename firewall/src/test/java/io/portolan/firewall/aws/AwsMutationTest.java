package io.portolan.firewall.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.AwsJson;
import io.portolan.firewall.AwsReader;
import io.portolan.firewall.CloudListings;
import io.portolan.firewall.api.CloudOptions;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.aws.AwsAccount.Eni;
import io.portolan.firewall.aws.AwsAccount.Group;
import io.portolan.firewall.aws.AwsAccount.Permission;
import io.portolan.firewall.groups.SmallSite;
import io.portolan.firewall.groups.SmallSite.Probe;
import io.portolan.firewall.groups.Verdict;
import io.portolan.net.IpProtocol;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read of mutated security groups, against what AWS documents of how they decide. */
class AwsMutationTest {
    private static final RenderOptions PLENTY =
            RenderOptions.builder().ruleBudget(2000).build();
    private static final int MUTATIONS = 150;
    private static final int PROBES = 200;

    private final Random random = new Random(20_260_401);

    @Test
    void isExactWhereEverythingIsTold() {
        for (int i = 0; i < MUTATIONS; i++) {
            SmallSite site = new SmallSite(i);
            AwsAccount account = mutated(site);
            ObservedRules read = read(
                    account.describeSecurityGroups(),
                    CloudOptions.of(site.policy())
                            .inventory(CloudListings.inventory(account.describeNetworkInterfaces()))
                            .prefixList("pl-1", AddressSet.parse("10.0.0.0/30,10.0.1.0/28")));
            for (Probe probe : some(site.probes())) {
                if (account.hasInterface(probe.source()) || account.hasInterface(probe.destination())) {
                    assertThat(Verdict.of(read, probe))
                            .as("seed %s: %s", i, probe)
                            .isEqualTo(account.lets(probe) ? Action.ALLOW : Action.DENY);
                }
            }
            if (i % 5 == 0) {
                checkAudit(site, account, read, i);
            }
        }
    }

    @Test
    void isNeverWrongWhereSomethingIsNotTold() {
        for (int i = 0; i < MUTATIONS; i++) {
            SmallSite site = new SmallSite(i);
            AwsAccount account = mutated(site);
            CloudOptions.Builder options = CloudOptions.of(site.policy());
            String listing = account.describeSecurityGroups();
            switch (i % 5) {
                case 0 -> options.inventory(CloudListings.inventory(account.describeInstances()));
                case 1 -> options.inventory(CloudListings.inventory(account.describeNetworkInterfaces()));
                case 2 -> {
                    Group gone = account.groups.get(random.nextInt(account.groups.size()));
                    options.inventory(CloudListings.inventory(account.describeNetworkInterfaces()));
                    List<Group> all = List.copyOf(account.groups);
                    account.groups.remove(gone);
                    listing = account.describeSecurityGroups();
                    account.groups.clear();
                    account.groups.addAll(all);
                }
                case 3 -> {
                    tellOne(account, options);
                    listing = account.describeSecurityGroups();
                }
                default -> {
                    // nobody tells who is in the groups
                }
            }
            ObservedRules read = read(listing, options);
            if (i % 5 == 4 && !isAsRendered(account)) {
                continue;
            }
            for (Probe probe : some(site.probes())) {
                Action verdict = Verdict.of(read, probe);
                boolean met = account.hasInterface(probe.source()) || account.hasInterface(probe.destination());
                if (met && verdict != Action.UNKNOWN) {
                    assertThat(verdict)
                            .as("seed %s: %s", i, probe)
                            .isEqualTo(account.lets(probe) ? Action.ALLOW : Action.DENY);
                }
            }
        }
    }

    /** Where nobody tells their members, groups that are called as rendered ones are taken to be these. */
    private static boolean isAsRendered(AwsAccount account) {
        return account.interfaces.stream()
                .filter(each -> each.vpc().equals("vpc-1"))
                .allMatch(each -> each.groups().size() == 1
                        && account.groups.stream()
                                .anyMatch(group ->
                                        group.id.equals(each.groups().get(0)) && group.name.startsWith("portolan")));
    }

    private static void tellOne(AwsAccount account, CloudOptions.Builder options) {
        for (Group group : account.groups) {
            if (group.id.hashCode() % 2 == 0) {
                AddressSet.Builder members = AddressSet.builder();
                account.interfaces.stream()
                        .filter(each -> each.groups().contains(group.id))
                        .forEach(
                                each -> each.addresses().forEach(address -> members.addAll(AddressSet.parse(address))));
                options.members(group.id, members.build());
            }
        }
        // what of our names is left is told to be unknown by a name that two groups have
        List<String> untold = account.groups.stream()
                .filter(group -> group.id.hashCode() % 2 != 0)
                .map(group -> group.name)
                .distinct()
                .toList();
        untold.forEach(name -> account.groups.add(new Group("sg-x" + name.hashCode(), name, "vpc-3")));
    }

    private void checkAudit(SmallSite site, AwsAccount account, ObservedRules read, int seed) {
        AuditReport report = Audit.compare(site.policy(), read);
        assertThat(report.of(Finding.Kind.POSSIBLE_EXCESS)).isEmpty();
        for (Probe probe : some(site.probes())) {
            // one protocol stands for all that no rule names
            boolean named = probe.transport().protocol() != IpProtocol.GRE
                    && probe.transport().protocol() != IpProtocol.VRRP
                    && probe.transport().protocol() != IpProtocol.ESP;
            if (named && (account.hasInterface(probe.source()) || account.hasInterface(probe.destination()))) {
                boolean wanted = site.policy().allows(probe.packet());
                assertThat(report.of(Finding.Kind.EXCESS).stream().anyMatch(each -> probe.isIn(each.rule())))
                        .as("seed %s: %s in excess", seed, probe)
                        .isEqualTo(!wanted && account.lets(probe));
                if (wanted && !account.lets(probe)) {
                    assertThat(report.of(Finding.Kind.MET))
                            .as("seed %s: %s", seed, probe)
                            .noneMatch(each -> probe.isIn(each.rule()));
                }
            }
        }
    }

    private static ObservedRules read(String listing, CloudOptions.Builder options) {
        return AwsReader.read(listing, ReadOptions.forCloud(options.build()));
    }

    private List<Probe> some(List<Probe> all) {
        List<Probe> some = new ArrayList<>(all);
        Collections.shuffle(some, random);
        return some.subList(0, Math.min(PROBES, some.size()));
    }

    private AwsAccount mutated(SmallSite site) {
        AwsAccount account = new AwsAccount(AwsJson.render(site.policy(), PLENTY));
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            mutate(account);
        }
        return account;
    }

    private void mutate(AwsAccount account) {
        Group group = account.groups.get(random.nextInt(account.groups.size()));
        List<Permission> permissions = random.nextBoolean() ? group.ingress : group.egress;
        int at = permissions.isEmpty() ? -1 : random.nextInt(permissions.size());
        Permission one = at < 0 ? new Permission("tcp", 1, 4, List.of("10.0.0.0/24")) : permissions.get(at);
        List<String> peers = new ArrayList<>(one.peers());
        Permission changed = one;
        switch (random.nextInt(11)) {
            case 0 -> {
                if (at >= 0) {
                    permissions.remove(at);
                }
                return;
            }
            case 1 -> peers.replaceAll(AwsMutationTest::widened);
            case 2 -> changed = ports(one);
            case 3 -> changed = new Permission("-1", -1, -1, one.peers());
            case 4 -> peers.add("0.0.0.0/0");
            case 5 -> peers.add("::/0");
            case 6 -> peers = List.of(account.groups.get(random.nextInt(account.groups.size())).id);
            case 7 -> peers = List.of("pl-1");
            case 8 -> {
                Eni each = account.interfaces.get(random.nextInt(account.interfaces.size()));
                addGroup(account, each);
                return;
            }
            case 9 -> {
                Eni each = account.interfaces.get(random.nextInt(account.interfaces.size()));
                if (each.groups() instanceof ArrayList) {
                    each.groups().set(0, "sg-d" + each.vpc());
                }
                return;
            }
            default -> changed = new Permission(random.nextBoolean() ? "50" : "icmp", -1, -1, one.peers());
        }
        Permission result = new Permission(changed.protocol(), changed.from(), changed.to(), peers);
        if (at < 0) {
            permissions.add(result);
        } else {
            permissions.set(at, result);
        }
    }

    private Permission ports(Permission one) {
        if (!one.protocol().equals("tcp") && !one.protocol().equals("udp")) {
            return new Permission("tcp", 0, 65535, one.peers());
        }
        int first = random.nextInt(5);
        return new Permission(one.protocol(), first, first + random.nextInt(4), one.peers());
    }

    /** An interface has groups of its own VPC alone. */
    private void addGroup(AwsAccount account, Eni each) {
        List<Group> possible = account.groups.stream()
                .filter(group -> group.vpc.equals(each.vpc()))
                .toList();
        String id = possible.get(random.nextInt(possible.size())).id;
        if (each.groups() instanceof ArrayList && !each.groups().contains(id)) {
            each.groups().add(id);
        }
    }

    /** Leaves bits behind the length of the prefix, which AWS does not look at. */
    private static String widened(String peer) {
        int slash = peer.indexOf('/');
        if (slash < 0) {
            return peer;
        }
        int length = Integer.parseInt(peer.substring(slash + 1));
        return peer.substring(0, slash + 1) + Math.max(0, length - 2);
    }
}
