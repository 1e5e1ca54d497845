package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.OutsideName;
import io.portolan.planner.address.Peers;
import io.portolan.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Audits with names, both families and rules that cut the addresses in parts, against the definition: a name may have any
 * address of its family but those of hosts, so each that the rules tell apart is tried in its place.
 */
class AuditOfNamesPropertyTest {
    private static final int PORTS = 3;

    /** One address for each way in which rules can tell addresses apart. */
    private static final List<String> HOSTS = List.of("10.0.0.1", "200.0.0.1", "2001:db8::1");

    private static final List<String> ELSEWHERE =
            List.of("10.9.9.9", "198.51.100.1", "203.0.113.1", "2001:db8:1::1", "3000::1", "9000::1");
    private static final List<String> NAMES = List.of("a.example", "b.cloud.example", "partner.example");
    private static final List<String> PEERS = List.of(
            "any",
            "0.0.0.0/0",
            "::/0",
            "0.0.0.0/1",
            "128.0.0.0/1",
            "::/1",
            "8000::/1",
            "0.0.0.0/1,128.0.0.0/1",
            "198.51.100.0/24",
            "2001:db8:1::/48",
            "10.0.0.1",
            "200.0.0.1,2001:db8::1",
            "a.example",
            "*.cloud.example",
            "b.cloud.example",
            "partner.example",
            "10.0.0.1,partner.example",
            "0.0.0.0/0,a.example");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private record Need(Set<String> sources, Set<String> destinations, PortSet ports) {}

    /** A packet between ends that are hosts, or names. */
    private record Sent(String source, String destination, boolean isIpv6, int port) {}

    private final List<Need> needs = new ArrayList<>();

    /** Hosts reach names and each other, and a partner who is known by name reaches hosts. */
    private Policy policy(Random random) {
        needs.clear();
        Topology topology = Topology.builder()
                .add(Place.host("x").address("10.0.0.1").endpoint(Role.A))
                .add(Place.host("y").address("200.0.0.1").address("2001:db8::1").endpoint(Role.A, Role.B))
                .add(Place.outside("a").outsideName("a.example").endpoint(Role.C))
                .add(Place.outside("b").outsideName("b.cloud.example").endpoint(Role.D))
                .add(Place.outside("partner")
                        .outsideName("partner.example")
                        .address("203.0.113.1")
                        .endpoint(Role.E))
                .build();
        List<FlowDraft> drafts = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Role source = random.nextInt(3) == 0 ? Role.E : random.nextBoolean() ? Role.A : Role.B;
            Role destination = source == Role.E
                    ? (random.nextBoolean() ? Role.A : Role.B)
                    : List.of(Role.A, Role.B, Role.C, Role.D).get(random.nextInt(4));
            int first = random.nextInt(PORTS);
            PortSet ports = PortSet.ofRange(first, first + random.nextInt(PORTS - first));
            drafts.add(flow(source, destination).tcp(Service.of("s" + i, "S"), PortSpec.of(ports)));
            needs.add(new Need(ends(source), ends(destination), ports));
        }
        return Planner.plan(topology, Site.empty().resolve(Lab.catalog(drafts.toArray(new FlowDraft[0]))));
    }

    private static Set<String> ends(Role role) {
        return switch (role) {
            case A -> Set.of("10.0.0.1", "200.0.0.1", "2001:db8::1");
            case B -> Set.of("200.0.0.1", "2001:db8::1");
            case C -> Set.of("a.example");
            case D -> Set.of("b.cloud.example");
            default -> Set.of("203.0.113.1", "partner.example");
        };
    }

    private boolean isNeeded(Sent sent) {
        return needs.stream()
                .anyMatch(need -> need.sources().contains(sent.source())
                        && need.destinations().contains(sent.destination())
                        && need.ports().contains(sent.port()));
    }

    private static List<Sent> everything() {
        List<String> ends = new ArrayList<>(HOSTS);
        ends.addAll(ELSEWHERE);
        ends.addAll(NAMES);
        List<Sent> all = new ArrayList<>();
        for (String source : ends) {
            for (String destination : ends) {
                for (boolean isIpv6 : new boolean[] {false, true}) {
                    for (int port = 0; port < PORTS; port++) {
                        if (has(source, isIpv6)
                                && has(destination, isIpv6)
                                && !isWithinHost(source, destination)
                                && !(NAMES.contains(source) && NAMES.contains(destination))) {
                            all.add(new Sent(source, destination, isIpv6, port));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static boolean has(String end, boolean isIpv6) {
        return NAMES.contains(end) || end.contains(":") == isIpv6;
    }

    private static boolean isWithinHost(String source, String destination) {
        return source.equals(destination);
    }

    private static boolean contains(Peers peers, String end) {
        return NAMES.contains(end)
                ? peers.contains(OutsideName.parse(end))
                : peers.addresses().contains(end);
    }

    private static boolean holds(ImmutableList<Finding> findings, Sent sent) {
        return findings.stream()
                .map(Finding::rule)
                .anyMatch(rule -> rule.transport() instanceof PortTransport ports
                        && ports.protocol() == IpProtocol.TCP
                        && ports.destinationPorts().contains(sent.port())
                        && contains(rule.sources(), sent.source())
                        && contains(rule.destinations(), sent.destination())
                        && isOfFamily(rule, sent));
    }

    /** A rule between a name and addresses is of the families of the addresses. */
    private static boolean isOfFamily(Rule rule, Sent sent) {
        Peers known = NAMES.contains(sent.source()) ? rule.destinations() : rule.sources();
        return !(sent.isIpv6() ? known.addresses().ipv6() : known.addresses().ipv4()).isEmpty();
    }

    /** The addresses that an end may have. */
    private static List<String> addresses(String end, boolean isIpv6) {
        if (!NAMES.contains(end)) {
            return List.of(end);
        }
        return ELSEWHERE.stream()
                .filter(address -> address.contains(":") == isIpv6)
                .toList();
    }

    private static boolean matches(Peers peers, String end, String address) {
        return peers.addresses().contains(address)
                || (NAMES.contains(end)
                        && peers.names().stream().anyMatch(name -> name.covers(OutsideName.parse(end))));
    }

    /**
     * Every fate that a packet can have, for any address of its names and any meaning of what was not understood. What is open
     * because a flow needs it by address says nothing of a name, unless everything is open.
     */
    private Set<Action> fates(List<ObservedRule> rules, Sent sent) {
        Set<Action> fates = new TreeSet<>();
        for (String source : addresses(sent.source(), sent.isIpv6())) {
            for (String destination : addresses(sent.destination(), sent.isIpv6())) {
                Set<Action> here = new TreeSet<>();
                fates(rules, 0, sent, source, destination, here);
                Sent byAddress = new Sent(source, destination, sent.isIpv6(), sent.port());
                if (byAddress.equals(sent) || !here.equals(Set.of(Action.ALLOW)) || !isNeeded(byAddress)) {
                    fates.addAll(here);
                }
            }
        }
        return fates.isEmpty() ? Set.of(Action.ALLOW) : fates;
    }

    private static void fates(
            List<ObservedRule> rules, int from, Sent sent, String source, String destination, Set<Action> fates) {
        for (int i = from; i < rules.size(); i++) {
            ObservedRule rule = rules.get(i);
            if (matches(rule.sources(), sent.source(), source)
                    && matches(rule.destinations(), sent.destination(), destination)
                    && ((PortTransport) rule.transports().get(0))
                            .destinationPorts()
                            .contains(sent.port())) {
                if (!rule.isUnderstood()) {
                    fates(rules, i + 1, sent, source, destination, fates);
                }
                fates.add(rule.action());
                return;
            }
        }
        fates.add(Action.DENY);
    }

    @Property(tries = 150)
    void findingsAgreeWithTryingEveryAddressOfAName(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Policy policy = policy(random);
        List<ObservedRule> rules = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int first = random.nextInt(PORTS);
            rules.add(new ObservedRule(
                    "r" + i,
                    random.nextInt(3) == 0 ? Action.DENY : Action.ALLOW,
                    Peers.parse(PEERS.get(random.nextInt(PEERS.size()))),
                    Peers.parse(PEERS.get(random.nextInt(PEERS.size()))),
                    ImmutableList.of(Transport.tcp(PortSet.ofRange(first, first + random.nextInt(PORTS - first)))),
                    random.nextInt(4) == 0 ? Optional.of("interface eth0") : Optional.empty()));
        }
        AuditReport report = Audit.compare(
                policy, new ObservedRules(Matching.FIRST_MATCH, Action.DENY, ImmutableList.copyOf(rules)));
        ImmutableList<Finding> tooMuch = ImmutableList.<Finding>builder()
                .addAll(report.of(Kind.EXCESS))
                .addAll(report.of(Kind.POSSIBLE_EXCESS))
                .build();
        for (Sent sent : everything()) {
            Set<Action> fates = fates(rules, sent);
            String as = sent + " in " + rules + "\n" + report;
            if (isNeeded(sent)) {
                assertThat(holds(report.of(Kind.MISSING), sent)).as(as).isEqualTo(fates.equals(Set.of(Action.DENY)));
                assertThat(holds(report.of(Kind.UNKNOWN), sent)).as(as).isEqualTo(fates.size() > 1);
                assertThat(holds(tooMuch, sent)).as(as).isFalse();
            } else if (!NAMES.contains(sent.source()) && !NAMES.contains(sent.destination())) {
                assertThat(holds(tooMuch, sent)).as(as).isEqualTo(fates.contains(Action.ALLOW));
                if (holds(report.of(Kind.EXCESS), sent)) {
                    assertThat(fates).as(as).containsExactly(Action.ALLOW);
                }
            }
        }
    }

    /** A policy has no excess against its own rules, nor against the same packets written in halves of each family. */
    @Property(tries = 100)
    void aPolicyMeetsItsOwnRulesHoweverTheyAreWritten(@ForAll("seeds") long seed) {
        Policy policy = policy(new Random(seed));
        List<ObservedRule> halves = new ArrayList<>();
        for (Rule rule : policy.rules()) {
            for (String half : List.of("0.0.0.0/1", "128.0.0.0/1", "::/1", "8000::/1")) {
                Peers sources = Peers.of(
                        rule.sources()
                                .addresses()
                                .intersection(Peers.parse(half).addresses()),
                        rule.sources().names());
                if (!sources.isEmpty()) {
                    halves.add(ObservedRule.allow(half + rule, sources, rule.destinations(), rule.transport()));
                }
            }
        }
        AuditReport report =
                Audit.compare(policy, new ObservedRules(Matching.DENY_WINS, Action.DENY, ImmutableList.copyOf(halves)));
        assertThat(report.isClean()).as(report.toString()).isTrue();
        assertThat(Audit.compare(policy, ObservedRules.of(policy.rules())).isClean())
                .isTrue();
    }
}
