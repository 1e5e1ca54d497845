package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.Traffic;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules.Matching;
import io.portolan.planner.address.Peers;
import io.portolan.site.OpenQuestions;
import io.portolan.site.Site;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final PortSetting WEB = PortSetting.builder()
            .id("web-port")
            .title("web port")
            .defaultPort(8530)
            .addAlternatives(80, 8530)
            .configuredIn("web.conf")
            .citation(Lab.PLACE)
            .build();
    private static final Toggle EXTRA = Toggle.of("extra", "there is more", Lab.PLACE);
    private static final OutsideSite CLOUD = OutsideSite.builder()
            .id("cloud")
            .title("Cloud")
            .address("*.cloud.example")
            .build();

    private static final Catalog<Role> CATALOG = Lab.builder()
            .settings(WEB)
            .features(EXTRA)
            .flows(
                    flow(Role.A, Role.B).tcp(Service.HTTP, WEB).cite(Lab.PLACE).purpose("browses"),
                    flow(Role.A, Role.C).tcp(Service.LDAP, 389).cite(Lab.PLACE).purpose("asks"),
                    flow(Role.A, Role.D)
                            .tcp(Service.RPC, PortSpec.rpcDynamic())
                            .cite(Lab.PLACE)
                            .purpose("calls"),
                    flow(Role.B, Role.C)
                            .tcp(Service.SMB, 445)
                            .when(EXTRA)
                            .cite(Lab.PLACE)
                            .purpose("shares"),
                    flow(Role.E, CLOUD).tcp(Service.HTTPS, 443).cite(Lab.PLACE).purpose("reports"))
            .build();

    private static final Topology TOPOLOGY = Topology.builder()
            .add(Place.host("a1").address("10.0.0.1").endpoint(Role.A).build())
            .add(Place.host("a2").address("10.0.0.2").endpoint(Role.A).build())
            .add(Place.host("b1").address("10.0.1.1").endpoint(Role.B).build())
            .add(Place.host("c1").address("10.0.2.1").endpoint(Role.C).build())
            .build();

    private static final Site ANSWERED =
            Site.builder().set(WEB, 8530).enable(EXTRA).build();

    private static Policy policy(Site site, OpenQuestions open) {
        return Planner.plan(TOPOLOGY, site.resolve(CATALOG, open));
    }

    private static Policy policy() {
        return policy(ANSWERED, OpenQuestions.DEFAULTS);
    }

    private static ObservedRules firstMatch(ObservedRule... rules) {
        return new ObservedRules(Matching.FIRST_MATCH, Action.DENY, ImmutableList.copyOf(rules));
    }

    private static ObservedRule allow(String id, String sources, String destinations, String ports) {
        return ObservedRule.allow(
                id, Peers.parse(sources), Peers.parse(destinations), Transport.tcp(PortSet.parse(ports)));
    }

    private static ObservedRule everything(String id, Action action) {
        return new ObservedRule(id, action, Peers.any(), Peers.any(), ImmutableList.of(), Optional.empty());
    }

    @Test
    void tellsForEachFlowWhatIsMissingAndBetweenWhom() {
        AuditReport report = Audit.compare(
                policy(),
                firstMatch(
                        allow("web", "10.0.0.0/24", "10.0.1.1", "8530"),
                        allow("ldap of a1", "10.0.0.1", "10.0.2.1", "389"),
                        allow("smb", "10.0.1.1", "10.0.2.1", "445")));
        assertThat(report.of(Kind.MET))
                .extracting(Finding::toString)
                .containsExactly(
                        "met: 10.0.0.1,10.0.0.2 -> 10.0.1.1: tcp 8530 (lab.a.b.http-tcp)",
                        "met: 10.0.1.1 -> 10.0.2.1: tcp 445 (lab.b.c.smb-tcp)");
        assertThat(report.of(Kind.MISSING))
                .extracting(Finding::toString)
                .containsExactly("missing: 10.0.0.2 -> 10.0.2.1: tcp 389 (lab.a.c.ldap-tcp)");
        assertThat(report.of(Kind.MISSING).get(0).witness()).hasToString("10.0.0.2 -> 10.0.2.1: tcp 389");
        assertThat(report.of(Kind.EXCESS))
                .extracting(Finding::toString)
                .containsExactly("excess: 10.0.0.0,10.0.0.3,10.0.0.4/30,10.0.0.8/29,10.0.0.16/28,10.0.0.32/27,"
                        + "10.0.0.64/26,10.0.0.128/25 -> 10.0.1.1: tcp 8530 [web]");
        assertThat(report.isClean()).isFalse();
    }

    @Nested
    class ARuleForEverything {
        @Test
        void meetsEveryFlowAndOpensTooMuch() {
            AuditReport report = Audit.compare(policy(), firstMatch(everything("any", Action.ALLOW)));
            assertThat(report.of(Kind.MET)).hasSize(3);
            assertThat(report.of(Kind.MISSING)).isEmpty();
            assertThat(report.of(Kind.EXCESS))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.observed())
                            .extracting(ObservedRule::id)
                            .containsExactly("any"));
            assertThat(report.of(Kind.EXCESS))
                    .filteredOn(finding -> finding.detail().isPresent())
                    .extracting(finding -> finding.detail().orElseThrow())
                    .as("one protocol stands for all that nobody names, once for each family")
                    .containsOnly("and every other protocol");
        }

        @Test
        void meetsFlowsToNames() {
            Topology topology = Topology.builder()
                    .add(Place.host("e1").address("10.0.3.1").endpoint(Role.E).build())
                    .build();
            Policy policy = Planner.plan(topology, ANSWERED.resolve(CATALOG));
            assertThat(policy.rules()).hasToString("[10.0.3.1 -> *.cloud.example: tcp 443 (lab.e.cloud.https-tcp)]");
            AuditReport report = Audit.compare(
                    policy,
                    firstMatch(ObservedRule.allow(
                            "out", Peers.parse("10.0.3.1"), Peers.any(), Transport.tcp(PortSet.of(443)))));
            assertThat(report.of(Kind.MET)).hasSize(1);
        }
    }

    @Nested
    class AName {
        private final Policy policy = Planner.plan(
                Topology.builder()
                        .add(Place.host("e1").address("10.0.3.1").endpoint(Role.E))
                        .build(),
                ANSWERED.resolve(CATALOG));

        private ObservedRule to(String id, Action action, String destinations) {
            return new ObservedRule(
                    id,
                    action,
                    Peers.any(),
                    Peers.parse(destinations),
                    ImmutableList.of(Transport.tcp(PortSet.of(443))),
                    Optional.empty());
        }

        @Test
        void decidesWhereOnlySomeAddressesAreOpen() {
            AuditReport report = Audit.compare(policy, firstMatch(allow("out", "10.0.3.1", "203.0.113.0/24", "443")));
            assertThat(report.findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "unknown: 10.0.3.1 -> *.cloud.example: tcp 443 (lab.e.cloud.https-tcp), only the addresses of"
                                    + " *.cloud.example decide [out]",
                            "possible-excess: 10.0.3.1 -> 203.0.113.0/24: tcp 443, needed only as far as these are addresses"
                                    + " of *.cloud.example [out]");
        }

        @Test
        void isOpenWhereTwoRulesTogetherOpenEverything() {
            AuditReport report = Audit.compare(
                    policy,
                    firstMatch(
                            allow("low", "10.0.3.1", "0.0.0.0/1", "443"),
                            allow("high", "10.0.3.1", "128.0.0.0/1", "443")));
            assertThat(report.of(Kind.MET)).hasSize(1);
            assertThat(report.of(Kind.POSSIBLE_EXCESS)).isEmpty();
            assertThat(report.of(Kind.EXCESS)).hasSize(1);
        }

        @Test
        void isClosedWhereTwoRulesTogetherDenyEverything() {
            AuditReport report = Audit.compare(
                    policy,
                    firstMatch(
                            to("low", Action.DENY, "0.0.0.0/1"),
                            to("high", Action.DENY, "128.0.0.0/1"),
                            to("cloud", Action.ALLOW, "*.cloud.example")));
            assertThat(report.of(Kind.MISSING)).hasSize(1);
            assertThat(report.of(Kind.UNKNOWN)).isEmpty();
        }

        @Test
        void isNotOpenByARuleOfTheOtherFamily() {
            ObservedRule six = new ObservedRule(
                    "six", Action.ALLOW, Peers.parse("::/0"), Peers.any(), ImmutableList.of(), Optional.empty());
            assertThat(Audit.compare(policy, firstMatch(six)).of(Kind.MISSING)).hasSize(1);
            Policy in = Planner.plan(
                    Topology.builder()
                            .add(Place.outside("partner")
                                    .outsideName("partner.example")
                                    .endpoint(Role.A))
                            .add(Place.host("c1").address("10.0.2.1").endpoint(Role.C))
                            .build(),
                    ANSWERED.resolve(CATALOG));
            assertThat(Audit.compare(in, firstMatch(six)).of(Kind.MISSING)).hasSize(1);
        }

        @Test
        void isToldOnceForBothFamilies() {
            Policy both = Planner.plan(
                    Topology.builder()
                            .add(Place.host("e1")
                                    .address("10.0.3.1")
                                    .address("2001:db8::1")
                                    .endpoint(Role.E))
                            .build(),
                    ANSWERED.resolve(CATALOG));
            assertThat(Audit.compare(both, firstMatch(to("some", Action.ALLOW, "203.0.113.0/24,2001:db8:9::/48")))
                            .of(Kind.UNKNOWN))
                    .extracting(finding -> finding.rule().toString())
                    .containsExactly("10.0.3.1,2001:db8::1 -> *.cloud.example: tcp 443 (lab.e.cloud.https-tcp)");
        }

        @Test
        void isOpenByARuleThatNamesItWhateverItsAddresses() {
            assertThat(Audit.compare(policy, ObservedRules.of(policy.rules())).isClean())
                    .isTrue();
            AuditReport wider =
                    Audit.compare(policy, firstMatch(allow("out", "10.0.3.1", "*.cloud.example,other.example", "443")));
            assertThat(wider.problems())
                    .extracting(Finding::toString)
                    .containsExactly("excess: 10.0.3.1 -> other.example: tcp 443 [out]");
        }
    }

    @Nested
    class OrderedRules {
        @Test
        void letTheFirstDecide() {
            ObservedRules rules = firstMatch(
                    new ObservedRule(
                            "no ldap",
                            Action.DENY,
                            Peers.any(),
                            Peers.parse("10.0.2.1"),
                            ImmutableList.of(Transport.tcp(PortSet.of(389))),
                            Optional.empty()),
                    everything("any", Action.ALLOW));
            assertThat(Audit.compare(policy(), rules).of(Kind.MISSING))
                    .extracting(Finding::toString)
                    .containsExactly("missing: 10.0.0.1,10.0.0.2 -> 10.0.2.1: tcp 389 (lab.a.c.ldap-tcp)");
        }

        @Test
        void tellWhichRuleWasNotUnderstood() {
            ObservedRules rules = firstMatch(
                    new ObservedRule(
                            "7",
                            Action.DENY,
                            Peers.any(),
                            Peers.any(),
                            ImmutableList.of(Transport.tcp(PortSet.of(389))),
                            Optional.of("iif eth7")),
                    allow("web", "10.0.0.1-10.0.0.2", "10.0.1.1", "8530"),
                    allow("ldap", "10.0.0.1-10.0.0.2", "10.0.2.1", "389"),
                    allow("smb", "10.0.1.1", "10.0.2.1", "445"));
            AuditReport report = Audit.compare(policy(), rules);
            assertThat(report.of(Kind.UNKNOWN))
                    .extracting(Finding::toString)
                    .containsExactly(
                            "unknown: 10.0.0.1,10.0.0.2 -> 10.0.2.1: tcp 389 (lab.a.c.ldap-tcp), not understood:"
                                    + " iif eth7 [7]");
            assertThat(report.of(Kind.MISSING)).isEmpty();
            assertThat(report.of(Kind.EXCESS)).isEmpty();
        }
    }

    @Test
    void flowsWithinOneHostAreNothingToFind() {
        Topology topology = Topology.builder()
                .add(Place.host("both")
                        .address("10.0.0.1")
                        .endpoint(Role.A, Role.B)
                        .build())
                .add(Place.host("b2").address("10.0.1.1").endpoint(Role.B).build())
                .build();
        Policy policy = Planner.plan(topology, ANSWERED.resolve(CATALOG));
        Place both = topology.place("both").orElseThrow();
        assertThat(Audit.compare(policy.inbound(both), firstMatch()).findings()).isEmpty();
        assertThat(Audit.compare(policy.outbound(both), firstMatch()).of(Kind.MISSING))
                .hasSize(1);
    }

    @Test
    void findsNothingInAFlowThatCouldOnlyStayOnOneHost() {
        Topology topology = Topology.builder()
                .add(Place.host("both")
                        .address("10.0.0.1")
                        .address("2001:db8::1")
                        .endpoint(Role.A)
                        .build())
                .add(Place.host("one").address("10.0.0.2").endpoint(Role.A).build())
                .build();
        Policy policy = Planner.plan(
                topology,
                Site.empty()
                        .resolve(Lab.catalog(flow(Role.A, Role.A)
                                .over(Service.of("ping", "Ping"), Traffic.of(Transport.icmpV6(128))))));
        assertThat(policy.leftOut()).hasSize(1);
        assertThat(Audit.compare(policy, ObservedRules.of(policy.rules())).isClean())
                .isTrue();
    }

    @Test
    void whatIsAllowedByDefaultIsSeen() {
        AuditReport report =
                Audit.compare(policy(), new ObservedRules(Matching.DENY_WINS, Action.ALLOW, ImmutableList.of()));
        assertThat(report.of(Kind.MISSING)).isEmpty();
        assertThat(report.of(Kind.EXCESS).get(0).observed())
                .extracting(ObservedRule::id)
                .containsExactly("default");
    }

    @Nested
    class WhatMayBeOpen {
        @Test
        void tellsTheRuleAndWhatWasNotUnderstood() {
            AuditReport report = Audit.compare(
                    policy(),
                    firstMatch(
                            allow("web", "10.0.0.1-10.0.0.2", "10.0.1.1", "8530"),
                            allow("ldap", "10.0.0.1-10.0.0.2", "10.0.2.1", "389"),
                            allow("smb", "10.0.1.1", "10.0.2.1", "445"),
                            new ObservedRule(
                                    "9",
                                    Action.ALLOW,
                                    Peers.parse("10.0.9.0/24"),
                                    Peers.parse("10.0.2.1"),
                                    ImmutableList.of(Transport.tcp(PortSet.of(22))),
                                    Optional.of("iifname eth1"))));
            assertThat(report.problems())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "possible-excess: 10.0.9.0/24 -> 10.0.2.1: tcp 22, not understood: iifname eth1 [9]");
            assertThat(report.isClean()).isFalse();
        }

        @Test
        void isEverythingWhereNothingIsListed() {
            AuditReport report = Audit.compare(policy(), ObservedRules.unknown());
            assertThat(report.of(Kind.MET)).isEmpty();
            assertThat(report.of(Kind.MISSING)).isEmpty();
            assertThat(report.of(Kind.UNKNOWN))
                    .hasSize(3)
                    .allSatisfy(finding -> assertThat(finding.detail())
                            .contains("not understood: the listing does not tell what else passes"));
            assertThat(report.of(Kind.EXCESS)).isEmpty();
            assertThat(report.of(Kind.POSSIBLE_EXCESS)).isNotEmpty();
        }

        @Test
        void isWhatAListingDoesNotTellOfAHost() {
            Peers c = Peers.parse("10.0.2.1");
            AuditReport report = Audit.compare(
                    policy(),
                    new ObservedRules(
                            Matching.DENY_WINS,
                            Action.DENY,
                            ImmutableList.of(
                                    allow("web", "10.0.0.1-10.0.0.2", "10.0.1.1", "8530"),
                                    ObservedRule.unknown("host c1", Peers.any(), c, "its group is not listed"))));
            assertThat(report.of(Kind.MET)).hasSize(1);
            assertThat(report.of(Kind.UNKNOWN)).hasSize(2);
            assertThat(report.of(Kind.MISSING)).isEmpty();
            assertThat(report.of(Kind.POSSIBLE_EXCESS))
                    .isNotEmpty()
                    .allSatisfy(
                            finding -> assertThat(finding.rule().destinations()).isEqualTo(c));
        }

        @Test
        void hasAReason() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> everything("1", Action.UNKNOWN))
                    .withMessageContaining("does not tell why");
        }
    }

    @Test
    void whatWasNotUnderstoodIsBounded() {
        ImmutableList.Builder<String> reasons = ImmutableList.builder();
        for (int i = 0; i < 1000; i++) {
            reasons.add("reason " + i, "reason " + i, "x".repeat(10_000));
        }
        ObservedRule rule =
                new ObservedRule("1", Action.ALLOW, Peers.any(), Peers.any(), ImmutableList.of(), reasons.build());
        assertThat(rule.notUnderstood()).hasSize(ObservedRule.MOST_REASONS).endsWith("and 986 others");
        assertThat(rule.notUnderstood()).allMatch(reason -> reason.length() <= ObservedRule.LONGEST_REASON);
        assertThat(rule.notUnderstood()).startsWith("reason 0", "x".repeat(237) + "...", "reason 1");
    }

    @Nested
    class WhatTheSiteLeftOpen {
        private final Policy permissive = policy(Site.empty(), OpenQuestions.PERMISSIVE);

        @Test
        void isMetByEitherPort() {
            for (String port : new String[] {"80", "8530"}) {
                AuditReport report = Audit.compare(
                        permissive,
                        firstMatch(
                                allow("web", "10.0.0.1-10.0.0.2", "10.0.1.1", port),
                                allow("ldap", "10.0.0.1-10.0.0.2", "10.0.2.1", "389")));
                assertThat(report.of(Kind.MET)).as(report.toString()).hasSize(2);
                assertThat(report.problems()).allMatch(finding -> finding.kind() == Kind.OPEN_QUESTION);
            }
        }

        @Test
        void isMissingOnlyWhereNeitherPortIsOpen() {
            AuditReport report = Audit.compare(
                    permissive,
                    firstMatch(
                            allow("80 of a1", "10.0.0.1", "10.0.1.1", "80"),
                            allow("ldap", "10.0.0.1-10.0.0.2", "10.0.2.1", "389")));
            assertThat(report.of(Kind.MISSING))
                    .extracting(Finding::toString)
                    .containsExactly("missing: 10.0.0.2 -> 10.0.1.1: tcp 80,8530 (lab.a.b.http-tcp)");
        }

        @Test
        void dependsOnTheAnswerWhereOnlyOneSideNeedsIt() {
            ObservedRule web = allow("web", "10.0.0.1-10.0.0.2", "10.0.1.1", "80");
            ObservedRule ldap = allow("ldap", "10.0.0.1-10.0.0.2", "10.0.2.1", "389");
            ObservedRule smb = allow("smb", "10.0.1.1", "10.0.2.1", "445");
            assertThat(Audit.compare(permissive, firstMatch(web, ldap)).problems())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "open-question: 10.0.1.1 -> 10.0.2.1: tcp 445 (lab.b.c.smb-tcp), does not pass; needed only with"
                                    + " extra=yes (there is more), which the site has not said");
            assertThat(Audit.compare(permissive, firstMatch(web, ldap, smb)).problems())
                    .extracting(Finding::toString)
                    .containsExactly(
                            "open-question: 10.0.1.1 -> 10.0.2.1: tcp 445 (lab.b.c.smb-tcp), passes; needed only with"
                                    + " extra=yes (there is more), which the site has not said [smb]");
            assertThat(Audit.compare(permissive, firstMatch()).of(Kind.MET)).isEmpty();
        }
    }

    @Test
    void dynamicRangeOfAnUnknownGenerationIsMetByEither() {
        Topology topology = Topology.builder()
                .add(Place.host("a1").address("10.0.0.1").endpoint(Role.A).build())
                .add(Place.host("d1").address("10.0.4.1").endpoint(Role.D).build())
                .build();
        Policy policy = Planner.plan(topology, Site.empty().resolve(CATALOG, OpenQuestions.PERMISSIVE));
        assertThat(Audit.compare(policy, firstMatch(allow("new", "10.0.0.1", "10.0.4.1", "49152-65535")))
                        .isClean())
                .isTrue();
        assertThat(Audit.compare(policy, firstMatch(allow("old", "10.0.0.1", "10.0.4.1", "1025-5000")))
                        .isClean())
                .isTrue();
        assertThat(Audit.compare(policy, firstMatch(allow("half", "10.0.0.1", "10.0.4.1", "1025-4000")))
                        .of(Kind.MISSING))
                .hasSize(1);
    }

    @Test
    void expectsWhatMustBeClosed() {
        Audit audit = Audit.of(policy())
                .expectClosed(
                        Peers.any(),
                        Peers.parse("10.0.2.0/24"),
                        Transport.tcp(PortSet.of(139, 445)),
                        "no file sharing from the internet");
        AuditReport open = audit.compare(firstMatch(allow("smb", "10.0.1.1", "10.0.2.1", "445")));
        assertThat(open.of(Kind.NOT_CLOSED))
                .extracting(Finding::toString)
                .containsExactly("not-closed: 10.0.1.1 -> 10.0.2.1: tcp 445, no file sharing from the internet [smb]");
        AuditReport doubtful = audit.compare(firstMatch(new ObservedRule(
                "smb",
                Action.ALLOW,
                Peers.any(),
                Peers.parse("10.0.2.1"),
                ImmutableList.of(Transport.tcp(PortSet.of(139))),
                Optional.of("ct state"))));
        assertThat(doubtful.of(Kind.NOT_CLOSED)).isEmpty();
        assertThat(doubtful.of(Kind.UNKNOWN))
                .extracting(Finding::toString)
                .contains(
                        "unknown: 0.0.0.0/0 -> 10.0.2.1: tcp 139, no file sharing from the internet; not understood: ct"
                                + " state [smb]");
    }

    /** Of a flow among hosts of different families, the part at one host may hold packets of that host to itself alone. */
    @Test
    void auditsWhatReachesAHostThatPlaysBothRoles() {
        Topology topology = Topology.builder()
                .add(Place.host("four").address("10.0.0.1").endpoint(Role.A).build())
                .add(Place.host("six")
                        .address("2001:db8::1")
                        .endpoint(Role.A)
                        .endpoint(Role.B)
                        .build())
                .add(Place.host("both")
                        .address("10.0.0.2")
                        .address("2001:db8::2")
                        .endpoint(Role.B)
                        .build())
                .build();
        Policy policy = Planner.plan(
                topology, Site.empty().resolve(Lab.catalog(flow(Role.A, Role.B).tcp(Service.SMB, 445))));
        Policy inbound = policy.inbound(topology.place("six").orElseThrow());
        assertThat(inbound.rules()).isEmpty();
        assertThat(Audit.compare(inbound, ObservedRules.of(inbound.rules())).findings())
                .isEmpty();
        assertThat(Audit.compare(policy, ObservedRules.of(policy.rules())).isClean())
                .isTrue();
    }

    @Test
    void auditsAHostWithNeighbouringAddresses() {
        Topology topology = Topology.builder()
                .add(Place.host("two")
                        .address("10.0.0.6")
                        .address("10.0.0.7")
                        .endpoint(Role.A)
                        .endpoint(Role.B)
                        .build())
                .add(Place.host("far").address("10.0.0.9").endpoint(Role.B).build())
                .build();
        Policy policy = Planner.plan(
                topology, Site.empty().resolve(Lab.catalog(flow(Role.A, Role.B).tcp(Service.SMB, 445))));
        Place two = topology.place("two").orElseThrow();
        assertThat(policy.inbound(two).rules()).isEmpty();
        assertThat(Audit.compare(policy.inbound(two), ObservedRules.of(ImmutableList.of()))
                        .findings())
                .isEmpty();
    }

    /** The rule for everybody is one for what a name stands for, and so is the flow. */
    @Test
    void findsNoExcessForNamesWhereAFlowIsForEverybody() {
        Topology topology = Topology.builder()
                .add(Place.network("all").anyAddress().endpoint(Role.A).build())
                .add(Place.host("b1").address("10.0.1.1").endpoint(Role.B).build())
                .add(Place.outside("cloud")
                        .outsideName("www.cloud.example")
                        .endpoint(Role.C)
                        .build())
                .build();
        Policy policy = Planner.plan(
                topology,
                Site.empty()
                        .resolve(Lab.catalog(
                                flow(Role.A, Role.B).tcp(Service.SMB, 445),
                                flow(Role.C, Role.B).tcp(Service.HTTPS, 443))));
        ObservedRules observed = ObservedRules.of(ImmutableList.of(
                new Rule(Peers.any(), Peers.parse("10.0.1.1"), Transport.tcp(PortSet.of(445)), ImmutableList.of()),
                new Rule(
                        Peers.parse("www.cloud.example"),
                        Peers.parse("10.0.1.1"),
                        Transport.tcp(PortSet.of(443)),
                        ImmutableList.of())));
        assertThat(Audit.compare(policy, observed).isClean()).isTrue();
    }

    @Test
    void seesProtocolsWithoutPorts() {
        Catalog<Role> vrrp = Lab.catalog(
                flow(Role.A, Role.B).over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP))));
        Policy policy = Planner.plan(TOPOLOGY, Site.empty().resolve(vrrp));
        ObservedRule all = new ObservedRule(
                "vrrp",
                Action.ALLOW,
                Peers.parse("10.0.0.1-10.0.0.2"),
                Peers.parse("10.0.1.1"),
                ImmutableList.of(Transport.ip(IpProtocol.VRRP)),
                Optional.empty());
        assertThat(Audit.compare(policy, firstMatch(all)).isClean()).isTrue();
        assertThat(Audit.compare(policy, firstMatch(allow("tcp", "10.0.0.1-10.0.0.2", "10.0.1.1", "112")))
                        .of(Kind.MISSING))
                .hasSize(1);
    }

    @Nested
    class AnObservedRule {
        @Test
        void showsItself() {
            assertThat(allow("web", "10.0.0.1", "any", "80")).hasToString("web: allow 10.0.0.1 -> any: [tcp 80]");
            assertThat(new ObservedRule(
                            "x", Action.DENY, Peers.any(), Peers.any(), ImmutableList.of(), Optional.of("iif eth0")))
                    .hasToString("x: deny any -> any: every protocol, but not understood: iif eth0");
        }

        @Test
        void needsAnIdAndEnds() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> everything("two\nlines", Action.ALLOW))
                    .withMessage("not an id of an observed rule: \"two?lines\"; expected plain text in one line");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ObservedRule.allow("1", Peers.none(), Peers.any(), Transport.tcp(PortSet.of(1))))
                    .withMessage("observed rule 1 has no sources; expected addresses, names or any");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ObservedRule.allow("1", Peers.any(), Peers.none(), Transport.tcp(PortSet.of(1))))
                    .withMessage("observed rule 1 has no destinations; expected addresses, names or any");
        }
    }
}
