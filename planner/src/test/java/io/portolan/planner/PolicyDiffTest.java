package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.planner.Lab.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static Policy policy(String sources, String destinations, FlowDraft... flows) {
        return Lab.plan(
                Lab.topology(
                        Place.network("from").address(sources).endpoint(Role.A),
                        Place.network("to").address(destinations).endpoint(Role.B)),
                flows);
    }

    private static FlowDraft tcp(String service, String ports) {
        return flow(Role.A, Role.B).tcp(Service.of(service, service), PortSpec.of(PortSet.parse(ports)));
    }

    @Nested
    class OfEqualPolicies {
        private final Policy one = policy("10.0.0.0/24", "10.1.0.0/24", tcp("web", "80-90"));

        @Test
        void isEmptyHoweverPortsAreWritten() {
            Policy other = policy("10.0.0.0/24", "10.1.0.0/24", tcp("low", "80-85"), tcp("high", "84-90"));
            assertThat(one.diff(other).isEmpty()).isTrue();
            assertThat(one.diff(other)).hasToString("");
        }

        @Test
        void isEmptyHoweverAddressesAreWritten() {
            Policy other = Lab.plan(
                    Lab.topology(
                            Place.network("low").address("10.0.0.0-10.0.0.99").endpoint(Role.A),
                            Place.network("high")
                                    .address("10.0.0.64-10.0.0.255")
                                    .endpoint(Role.A),
                            Place.network("to").address("10.1.0.0/24").endpoint(Role.B)),
                    tcp("web", "80-90"));
            assertThat(one.diff(other).isEmpty()).isTrue();
            assertThat(other.rules().toString()).isEqualTo(one.rules().toString());
        }

        @Test
        void isEmptyForAPolicyAndItself() {
            assertThat(one.diff(one).isEmpty()).isTrue();
        }
    }

    @Nested
    class OfPoliciesThatDiffer {
        private final Policy before = policy("10.0.0.0/24", "10.1.0.0/24", tcp("web", "80-90"));
        private final Policy after = policy("10.0.0.0/23", "10.1.0.0/24", tcp("web", "85-95"));
        private final PolicyDiff diff = before.diff(after);

        @Test
        void tellsWhatIsRemovedAndAddedWithReasonsAndAWitness() {
            assertThat(diff.isEmpty()).isFalse();
            assertThat(diff).hasToString("""
                            - 10.0.0.0/24 -> 10.1.0.0/24: tcp 80-84 (lab.a.b.web-tcp)
                            + 10.0.1.0/24 -> 10.1.0.0/24: tcp 85-90 (lab.a.b.web-tcp)
                            + 10.0.0.0/23 -> 10.1.0.0/24: tcp 91-95 (lab.a.b.web-tcp)""");
            assertThat(diff.removed().get(0).witness()).hasToString("10.0.0.0 -> 10.1.0.0: tcp 80");
            for (PolicyDiff.Change change : diff.added()) {
                assertThat(after.allows(change.witness())).isTrue();
                assertThat(before.allows(change.witness())).isFalse();
            }
        }

        @Test
        void isTheSameTheOtherWayRound() {
            PolicyDiff back = after.diff(before);
            assertThat(back.added()).isEqualTo(diff.removed());
            assertThat(back.removed()).isEqualTo(diff.added());
        }
    }

    @Test
    void tellsNames() {
        Policy before = named("old.example");
        Policy after = named("new.example");
        assertThat(before.diff(after)).hasToString("""
                        - 10.0.0.1 -> old.example: tcp 443 (lab.a.b.https-tcp)
                        + 10.0.0.1 -> new.example: tcp 443 (lab.a.b.https-tcp)""");
        assertThat(before.diff(after).added().get(0).witness()).hasToString("10.0.0.1 -> new.example: tcp 443");
    }

    private static Policy named(String name) {
        return Lab.plan(
                Lab.topology(
                        Lab.host(Role.A, "10.0.0.1"),
                        Place.outside("cloud").outsideName(name).endpoint(Role.B)),
                flow(Role.A, Role.B).tcp(Service.HTTPS, 443));
    }

    @Test
    void saysWhatCrossesInOneAloneWhereAHostIsANetworkOfTheOther() {
        Place.Builder both =
                Place.host("h").address("10.0.0.1").address("10.0.0.2").endpoint(Role.A, Role.B);
        Place.Builder other = Place.host("i").address("10.0.0.3").endpoint(Role.B);
        Policy hosts = Lab.plan(Lab.topology(both, other), tcp("web", "80"));
        Policy network = Lab.plan(
                Lab.topology(
                        Place.network("from").address("10.0.0.1-10.0.0.2").endpoint(Role.A),
                        Place.network("to").address("10.0.0.1-10.0.0.3").endpoint(Role.B)),
                tcp("web", "80"));
        assertThat(hosts.diff(network).removed()).isEmpty();
        assertThat(hosts.diff(network).added())
                .as("in a network they are hosts of their own")
                .extracting(change -> change.witness().toString())
                .containsExactly("10.0.0.1 -> 10.0.0.2: tcp 80");
    }

    @Nested
    class WhereHostsMergeOrSplit {
        private final FlowDraft[] flows = {tcp("web", "80")};
        private final Policy one = Lab.plan(
                Lab.topology(
                        Place.host("h").address("10.0.0.1").address("10.0.0.2").endpoint(Role.A, Role.B),
                        Place.host("i").address("10.0.0.3").endpoint(Role.B)),
                flows);
        private final Policy two = Lab.plan(
                Lab.topology(
                        Place.host("h").address("10.0.0.1").endpoint(Role.A, Role.B),
                        Place.host("k").address("10.0.0.2").endpoint(Role.A, Role.B),
                        Place.host("i").address("10.0.0.3").endpoint(Role.B)),
                tcp("web", "80"));

        @Test
        void whatTheyMaySendEachOtherIsADifference() {
            assertThat(one.diff(two).removed()).isEmpty();
            assertThat(one.diff(two).added())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(change.rule().causes()).isNotEmpty());
            assertThat(two.diff(one).removed()).isEqualTo(one.diff(two).added());
            assertThat(one.diff(two).added().get(0).witness()).hasToString("10.0.0.1 -> 10.0.0.2: tcp 80");
        }

        @Test
        void familiesApartAreNoDifference() {
            Policy four = Lab.plan(
                    Lab.topology(
                            Place.host("h").address("10.0.0.1").endpoint(Role.A, Role.B),
                            Place.host("k").address("2001:db8::1").endpoint(Role.A, Role.B)),
                    tcp("web", "80"));
            Policy both = Lab.plan(
                    Lab.topology(Place.host("h")
                            .address("10.0.0.1")
                            .address("2001:db8::1")
                            .endpoint(Role.A, Role.B)),
                    tcp("web", "80"));
            assertThat(four.diff(both).isEmpty()).isTrue();
            assertThat(both.diff(four).isEmpty()).isTrue();
        }
    }
}
